"""In which facts a word stands: lists out of the index, best field first, only so much of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.search.fields import FIELDS, TIME_MARK, TOPIC_MARK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cci_cli.index import Index

#: So many facts are read of a word's list in one field. Lists are in order of merit: the best are among them.
MOST = 2000
_MARKS = {name: mark for name, (mark, _) in FIELDS.items()}
#: Every field of one word in one statement.
_EVERYWHERE = " UNION ALL ".join(
    f"SELECT {number}, rowid FROM (SELECT rowid FROM word WHERE word MATCH ? LIMIT {MOST})"
    for number in range(len(FIELDS))
)


class Postings:
    """The lists of an index, narrowed to a topic or a year if one is asked for."""

    def __init__(self, index: Index, topic: str | None = None, year: int | None = None) -> None:
        self._index = index
        narrowed = [f"{TOPIC_MARK}{topic}"] if topic else []
        narrowed += [f"{TIME_MARK}{year}"] if year is not None else []
        self._narrow = [f'"{token}"' for token in narrowed]
        self._known: dict[str, dict[int, str]] = {}
        self._fields: dict[str, dict[int, int]] = {}
        self.cut: set[str] = set()
        self.size = max(index.count(), 1)

    def of(self, token: str) -> dict[int, str]:
        """The facts that a token stands in, each with the best of its fields."""
        if token not in self._known:
            self._known[token] = self._read(token)
        return self._known[token]

    def _read(self, token: str) -> dict[int, str]:
        found: dict[int, str] = {}
        names = list(FIELDS)
        rows = self._index.ask_search(_EVERYWHERE, [self._match(mark + token) for mark in _MARKS.values()])
        counts = [0] * len(names)
        fields = self._fields[token] = {}
        for number, doc in rows:
            found.setdefault(doc, names[number])
            fields[doc] = fields.get(doc, 0) + 1
            counts[number] += 1
        if max(counts) >= MOST:
            self.cut.add(token)
        return found

    def fields(self, token: str, doc: int) -> int:
        """In how many fields of a fact a token stands."""
        return self._fields.get(token, {}).get(doc, 1)

    def _match(self, *needed: str) -> str:
        return " AND ".join(
            [*(each if each.startswith("(") else f'"{each}"' for each in needed), *self._narrow]
        )

    def marked(self, mark: str, token: str) -> set[int]:
        """The facts with a token of one mark: those of a topic, of a year."""
        rows = self._index.ask_search(
            "SELECT rowid FROM word WHERE word MATCH ? LIMIT ?", [self._match(mark + token), MOST]
        )
        return {doc for (doc,) in rows}

    def keeps(self, doc: int) -> bool:
        """Whether a fact is within what the search is narrowed to."""
        if not self._narrow:
            return True
        query = "SELECT 1 FROM word WHERE word MATCH ? AND rowid = ?"
        return bool(self._index.ask_search(query, [" AND ".join(self._narrow), doc]))

    def together(self, tokens: Iterable[str]) -> list[int]:
        """The best facts that every token stands in, somewhere."""
        needed = ["(" + " OR ".join(f'"{mark}{token}"' for mark in _MARKS.values()) + ")" for token in tokens]
        query = "SELECT rowid FROM word WHERE word MATCH ? LIMIT ?"
        return [doc for (doc,) in self._index.ask_search(query, [self._match(*needed), MOST])]

    def within(self, token: str, docs: Iterable[int]) -> dict[int, str]:
        """Of some facts, those that a token stands in, with its best field; for a list that was cut."""
        found: dict[int, str] = {}
        for doc in docs:
            for name, mark in _MARKS.items():
                query = "SELECT 1 FROM word WHERE word MATCH ? AND rowid = ?"
                if self._index.ask_search(query, [self._match(mark + token), doc]):
                    found[doc] = name
                    break
        return found
