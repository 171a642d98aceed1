"""Fill the tables that searching asks, out of an index, when the first search comes."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cci_cli import periods
from cci_cli.index.kept import checksum
from cci_cli.model import STANDINGS
from cci_cli.search import fields
from cci_cli.search.intervals import figure_rows
from cci_cli.search.names import naming
from cci_cli.search.scripts import common_characters, common_readings, sounds, variants
from cci_cli.search.spelling import thirds
from cci_cli.search.tables import INDEXES, TABLES
from cci_cli.search.words import han_runs, plain, surface, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from cci_cli.model import Fact, FactBase

#: How much of filling the tables is done when all words are in.
_WORDS = 0.6
#: Of a Chinese name, so many characters from each on are kept by their sound.
_LONGEST_SOUND = 8
#: A word in a name counts so much more than one elsewhere, when a misspelt word is put right.
_NAME_WEIGHT = 8
_NAMES = ("label", "aliases")
#: Of other Chinese texts, shorter parts are kept by their sound.
_TOLD, _LONGEST_TOLD = ("scope", "text"), 4


def filled(
    base: FactBase, stamp: str = "", digest: str = "", watch: Callable[[float], None] = lambda _: None
) -> sqlite3.Connection:
    """The tables, in memory, for a fact base with all that is derived.

    ``stamp`` and ``digest`` are those of the index that the fact base came from; ``watch`` is told how much
    is done, from 0 to 1.
    """
    connection = sqlite3.connect(":memory:")
    connection.executescript(TABLES)
    told = (("stamp", stamp, checksum(stamp)), ("digest", digest, checksum(digest)))
    with connection:
        connection.executemany("INSERT INTO meta VALUES (?, ?, ?)", told)
    _fill(connection, base, watch)
    return connection


def _fill(connection: sqlite3.Connection, base: FactBase, watch: Callable[[float], None]) -> None:
    simple = variants()
    writer = _Writer(base, simple)
    docs = _in_order(base)
    with connection:
        connection.executemany("INSERT INTO found VALUES (?, ?, ?, ?, ?, ?)", map(writer.found, docs))
        words = ((each.number, writer.words(each.fact)) for each in _watched(docs, watch))
        connection.executemany("INSERT INTO word (rowid, words) VALUES (?, ?)", words)
        rows = (row for each in docs for row in figure_rows(each.fact, each.number))
        connection.executemany("INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        connection.execute("INSERT INTO word (word) VALUES ('optimize')")
        connection.executemany("INSERT INTO spelling VALUES (?, ?)", writer.spellings.items())
        connection.executemany("INSERT OR IGNORE INTO part VALUES (?, ?, ?, ?)", _parts(writer.spellings))
        connection.executemany("INSERT INTO variant VALUES (?, ?)", simple.items())
        _fill_sounds(connection, writer)
        connection.executescript(INDEXES)
    watch(1.0)


class _Doc(NamedTuple):
    """A fact with its number in the tables, its place in the file, and its merit."""

    number: int
    position: int
    fact: Fact
    merit: float


def _in_order(base: FactBase) -> list[_Doc]:
    """The facts by merit, the best first."""
    years = (periods.year_of(each.time) for fact in base.facts for each in fact.observations)
    last = max(years, default=0)
    worth = [merit(fact, base, last) for fact in base.facts]
    order = sorted(range(len(worth)), key=lambda at: -worth[at])
    return [_Doc(number, at, base.facts[at], worth[at]) for number, at in enumerate(order, start=1)]


def _watched(docs: list[_Doc], watch: Callable[[float], None]) -> Iterator[_Doc]:
    for each in docs:
        if each.number % 1024 == 0:
            watch(_WORDS * each.number / len(docs))
        yield each


def merit(fact: Fact, base: FactBase, last_year: int) -> float:
    """How good a fact is besides what is asked, from 0 to 1: its place, its sources, how recent it is."""
    able = [each for each in fact.observations if each.rank != "deprecated"]
    if not able:
        return 0.0
    cited = max(len({citation.source for citation in each.citations}) for each in able)
    best = min(
        (
            STANDINGS.index(base.sources[citation.source].standing)
            for each in able
            for citation in each.citations
        ),
        default=len(STANDINGS),
    )
    latest = max(periods.year_of(each.time) for each in able)
    age = max(last_year - latest, 0)
    return (
        0.4 * fact.headline
        + 0.15 * min(cited, 4) / 4
        + 0.1 * (1 - best / len(STANDINGS))
        + 0.25 / (1 + age / 3)
        + 0.1 * min(len(able), 10) / 10
    )


class _Read(NamedTuple):
    """A text once it was read: what it is found by, its English words as written, its Chinese runs."""

    tokens: tuple[str, ...]
    surface: tuple[str, ...]
    runs: tuple[str, ...]


class _Writer:
    """Takes in facts, and gives their words; what it has seen is kept for the other tables."""

    def __init__(self, base: FactBase, simple: Mapping[str, str]) -> None:
        self._base, self._simple = base, {ord(char): plain for char, plain in simple.items()}
        self._topics = {topic.id: topic for topic in base.topics}
        self._known: dict[str, _Read] = {}
        self.spellings: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.told: Counter[str] = Counter()

    def words(self, fact: Fact) -> str:
        """Every word of a fact once in each of its fields, with the field's mark."""
        ends = {periods.span(each.time).end for each in fact.observations}
        times = {f"{day.year}" for day in ends} | {f"{day.year}{day.month:02d}" for day in ends}
        marked = [f"{fields.TOPIC_MARK}{fact.topic}", *(f"{fields.TIME_MARK}{time}" for time in times)]
        for field, texts in fields.texts(fact, self._base, self._topics[fact.topic]).items():
            mark = fields.FIELDS[field][0]
            read = [self._read(text) for text in texts]
            marked += [mark + token for token in {token for each in read for token in each.tokens}]
            if field != "topic":  # which every fact of the topic says
                self._keep(read, name=field in _NAMES)
            if field in _TOLD:
                self.told.update(run for each in read for run in each.runs)
        return " ".join(marked)

    def found(self, doc: _Doc) -> tuple[object, ...]:
        """The row of a fact by which it is ranked and fetched."""
        fact = doc.fact
        return doc.number, doc.position, fact.kind, fact.unit, doc.merit, self._named(fact)

    def _named(self, fact: Fact) -> str:
        """The words of each of a fact's names, a name a line: both labels, then its other names."""
        return "\n".join(
            " ".join(dict.fromkeys(naming(self._text(name)))) for name in (*fact.label, *fact.aliases)
        )

    def _text(self, text: str) -> str:
        return plain(text, self._simple)

    def _keep(self, read: Iterable[_Read], *, name: bool) -> None:
        for each in read:
            for word in each.surface:
                self.spellings[word] += _NAME_WEIGHT if name else 1
            if name:
                self.names.update(each.runs)

    def _read(self, text: str) -> _Read:
        """A text as it is found; one that many facts share is read once."""
        if text not in self._known:
            readable = self._text(text)
            found = dict.fromkeys(tokens(readable))
            self._known[text] = _Read(tuple(found), tuple(surface(readable)), tuple(han_runs([readable])))
        return self._known[text]


def _parts(words: Iterable[str]) -> Iterator[tuple[int, int, str, str]]:
    for word in words:
        for number, (_, letters) in enumerate(thirds(word)):
            yield len(word), number, letters, word


def _fill_sounds(connection: sqlite3.Connection, writer: _Writer) -> None:
    """Chinese words by their sound, from each of their characters on, and the characters' own sounds."""
    known = sounds()
    weights: Counter[str] = Counter()
    syllables: dict[str, Sequence[str]] = {}
    for runs, longest, factor in (
        (writer.names, _LONGEST_SOUND, _NAME_WEIGHT),
        (writer.told, _LONGEST_TOLD, 1),
    ):
        for run, count in runs.items():
            read = known.syllables(run)
            for start in range(len(read) - 1):
                word = run[start : start + longest]
                weights[word] += count * factor
                syllables[word] = read[start : start + longest]
    connection.executemany(
        "INSERT INTO sound VALUES (?, ?, ?, ?)",
        (
            ("".join(read), word, "".join(str(len(each)) for each in read), weights[word])
            for word, read in syllables.items()
        ),
    )
    connection.executemany(
        "INSERT INTO initial VALUES (?, ?, ?)",
        (("".join(each[0] for each in read), word, weights[word]) for word, read in syllables.items()),
    )
    others = {char for word in syllables for char in word}.difference(common_characters())
    rare = ((char, " ".join(known.readings(char))) for char in others)
    connection.executemany("INSERT INTO reading VALUES (?, ?)", common_readings())
    connection.executemany("INSERT INTO reading VALUES (?, ?)", rare)
