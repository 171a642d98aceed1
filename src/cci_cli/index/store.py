"""What an index holds, and how it is asked. Topics, facts and sources are kept as JSON with a checksum."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from cci_cli import encode, periods
from cci_cli.index.kept import checksum
from cci_cli.model import FactBase, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cci_cli.model import Fact, Number, Source, Topic

#: SQLite takes a limited number of parameters in one statement.
_BATCH = 500

#: A topic, where one is asked for.
_OF_TOPIC = "(topic = ? OR ? IS NULL)"


class DamagedIndex(Exception):
    """An index that does not hold what it should, and must be built anew."""


class Index:
    """A fact base, opened for lookups. Every answer is in the order of the file.

    Its methods raise DamagedIndex where the file proves not to be what was written. What searching asks
    are tables of another database, which ``searching`` opens when the first question comes.
    """

    def __init__(
        self, connection: sqlite3.Connection, searching: Callable[[Index], sqlite3.Connection] | None = None
    ) -> None:
        self._connection = connection
        self._searching = searching or _filled
        self._search: sqlite3.Connection | None = None

    def close(self) -> None:
        """Let go of the files. An index that was closed cannot be asked any more."""
        self._connection.close()
        if self._search:
            self._search.close()

    def identity(self) -> tuple[str, str]:
        """Which state of which file this is an index of, and the checksum of what that held."""
        return self._meta("stamp"), self._meta("digest")

    def base(self) -> FactBase:
        """The whole fact base, with all that was derived."""
        return FactBase(tuple(self.topics()), tuple(self.facts()), self.sources(), self.units())

    def grammar(self, command: str) -> str:
        """What can be typed after a command, as a JSON text."""
        for body, crc in self._rows("SELECT body, crc FROM grammar WHERE command = ?", [command]):
            return _checked(body, crc)
        raise DamagedIndex

    def topics(self) -> list[Topic]:
        """All topics."""
        return [
            encode.topic_of(value) for value in self._bodies("SELECT body, crc FROM topic ORDER BY position")
        ]

    def facts(self, topic: str | None = None) -> list[Fact]:
        """The facts of a topic, or all facts."""
        where, values = ("WHERE topic = ?", [topic]) if topic else ("", [])
        rows = self._rows(f"SELECT body, crc FROM fact {where} ORDER BY position", values)
        return [encode.fact_of(_decoded(body, crc)) for body, crc in self._whole(rows, topic)]

    def each_fact(self, topic: str | None = None) -> Iterator[Fact]:
        """The facts of a topic, or all, read one by one as they are asked for."""
        where, values = ("WHERE topic = ?", [topic]) if topic else ("", [])
        for row in self._stream(f"SELECT body, crc FROM fact {where} ORDER BY position", values):
            yield encode.fact_of(_decoded(*row))

    def each_source(self) -> Iterator[Source]:
        """All sources, read one by one as they are asked for."""
        for row in self._stream("SELECT body, crc FROM source ORDER BY position"):
            yield encode.source_of(_decoded(*row))

    def verify(self) -> None:
        """Read every topic, fact and source once.

        Raises DamagedIndex where one of them is not what was written.
        """
        counts = {"topic": None, "fact": self.count(), "source": self.summary()["sources"]}
        for table, count in counts.items():
            rows = sum(1 for row in self._stream(f"SELECT body, crc FROM {table}") if _checked(*row))
            if count not in (None, rows):
                raise DamagedIndex

    def headline_facts(self, topic: str) -> list[Fact]:
        """The facts that a topic's page shows first; none if the fact base names none."""
        query = "SELECT body, crc FROM fact WHERE topic = ? AND headline ORDER BY position"
        return [encode.fact_of(value) for value in self._bodies(query, [topic])]

    def topic_json(self, topic: str) -> tuple[list[str], list[tuple[str, str]]]:
        """A topic's facts, and the ids and bodies of the sources they cite, as JSON texts."""
        facts = self._rows("SELECT body, crc FROM fact WHERE topic = ? ORDER BY position", [topic])
        sources = self._rows(
            "SELECT id, body, crc FROM source WHERE id IN (SELECT citing.source FROM citing "
            "JOIN fact ON fact.position = citing.fact WHERE fact.topic = ?) ORDER BY position",
            [topic],
        )
        return (
            [_checked(body, crc) for body, crc in self._whole(facts, topic)],
            [(name, _checked(body, crc)) for name, body, crc in sources],
        )

    def count(self, topic: str | None = None) -> int:
        """How many facts a topic, or the whole fact base, has."""
        counts: dict[str, int] = json.loads(self._meta("counts"))
        return counts.get(topic, 0) if topic else sum(counts.values())

    def _whole(self, rows: list[Any], topic: str | None) -> list[Any]:
        if len(rows) != self.count(topic):
            raise DamagedIndex
        return rows

    def fact_names(self) -> list[tuple[str, str, str, str]]:
        """The id, the English and Chinese label, and the aliases (one a line) of every fact."""
        return self._rows("SELECT id, en, zh, aliases FROM fact ORDER BY position")

    def fact(self, identifier: str) -> Fact | None:
        """The fact with this very id."""
        if not identifier.isascii():  # as no id is; and a word of broken bytes cannot be asked for
            return None
        found = self._bodies("SELECT body, crc FROM fact WHERE id = ?", [identifier])
        return next((encode.fact_of(value) for value in found), None)

    def position(self, identifier: str) -> int | None:
        """Where in the file the fact with this very id stands."""
        if not identifier.isascii():
            return None
        rows = self._rows("SELECT position FROM fact WHERE id = ?", [identifier])
        return next((position for (position,) in rows), None)

    def ask(self, query: str, values: Sequence[str | int | float] = ()) -> list[Any]:
        """Rows of tables that another package keeps in the index."""
        return self._rows(query, values)

    def ask_search(self, query: str, values: Sequence[str | int | float] = ()) -> list[Any]:
        """Rows of the tables that searching asks."""
        if self._search is None:
            self._search = self._searching(self)
        return _fetched(self._search, query, values)

    def sources(self, identifiers: Iterable[str] | None = None) -> dict[str, Source]:
        """Sources by id: all of them, or those named; in the order of the file."""
        if identifiers is None:
            rows = list(self._bodies("SELECT body, crc FROM source ORDER BY position"))
        else:
            rows = list(self._chosen("source", sorted(set(identifiers))))
        return {value["id"]: encode.source_of(value) for value in rows}

    def facts_citing(self, source: str) -> list[Fact]:
        """The facts with an observation that a source carries."""
        query = (
            "SELECT body, crc FROM fact WHERE position IN (SELECT fact FROM citing WHERE source = ?) "
            "ORDER BY position"
        )
        return [encode.fact_of(value) for value in self._bodies(query, [source])]

    def observed_years(self, kinds: Sequence[str], topic: str | None = None) -> list[int]:
        """The years for which facts of some kinds say something, in order."""
        query = f"SELECT DISTINCT year FROM observed WHERE {_of_kinds(kinds)} AND {_OF_TOPIC} ORDER BY year"
        return [year for (year,) in self._rows(query, [*kinds, topic, topic])]

    def count_observed(self, year: int, kinds: Sequence[str], topic: str | None = None) -> int:
        """How many facts of some kinds say something for a year."""
        query = f"SELECT count(*) FROM observed WHERE {_of_kinds(kinds)} AND {_OF_TOPIC} AND year = ?"
        return int(self._rows(query, [*kinds, topic, topic, year])[0][0])

    def facts_observed(
        self,
        first: int,
        last: int,
        kinds: Sequence[str],
        topic: str | None = None,
        *,
        headlines_only: bool = False,
    ) -> list[Fact]:
        """The facts of some kinds with only what was observed for the years from ``first`` to ``last``."""
        query = (
            "SELECT body, crc FROM fact WHERE position IN (SELECT fact FROM observed "
            f"WHERE {_of_kinds(kinds)} AND {_OF_TOPIC} AND year BETWEEN ? AND ? AND headline >= ?) "
            "ORDER BY position"
        )
        found = []
        for value in self._bodies(query, [*kinds, topic, topic, first, last, headlines_only]):
            # left out before they are made: a fact may have very many
            value["observations"] = [
                each for each in value["observations"] if first <= periods.year_of(each["time"]) <= last
            ]
            found.append(encode.fact_of(value))
        return found

    def disputed_facts(self, topic: str | None = None) -> list[Fact]:
        """The facts, of a topic or all, with observations that contradict each other."""
        query = (
            f"SELECT body, crc FROM fact WHERE position IN (SELECT fact FROM disputed) AND {_OF_TOPIC} "
            "ORDER BY position"
        )
        return [encode.fact_of(value) for value in self._bodies(query, [topic, topic])]

    def development(self, fact: str) -> list[dict[str, Any]] | None:
        """How a fact developed, as :mod:`cci_cli.development` writes it; None if there is nothing to tell."""
        found = self._bodies("SELECT body, crc FROM development WHERE fact = ?", [fact])
        return next(iter(found), None)

    def units(self) -> dict[str, Unit]:
        """The units that the fact base defines."""
        return {name: Unit(name, **words) for name, words in json.loads(self._meta("units")).items()}

    def summary(self) -> dict[str, Any]:
        """Numbers about the whole: observations, first and last year."""
        summary: dict[str, Any] = json.loads(self._meta("summary"))
        return summary

    def kept(self, key: str) -> Any:
        """What was put together under a key when the index was built."""
        return json.loads(self._meta(key))

    def positions(self, topic: str) -> list[int]:
        """Where in the file the facts of a topic stand."""
        rows = self._rows("SELECT position FROM fact WHERE topic = ? ORDER BY position", [topic])
        return [position for (position,) in self._whole(rows, topic)]

    def facts_at(self, positions: Iterable[int]) -> dict[int, Fact]:
        """The facts that stand at some places in the file, by place, in the order of the file."""
        found: dict[int, Fact] = {}
        wanted = sorted(set(positions))
        for start in range(0, len(wanted), _BATCH):
            marks = ",".join(map(str, wanted[start : start + _BATCH]))
            query = f"SELECT position, body, crc FROM fact WHERE position IN ({marks}) ORDER BY position"
            found |= {at: encode.fact_of(_decoded(body, crc)) for at, body, crc in self._rows(query)}
        if len(found) != len(wanted):
            raise DamagedIndex
        return found

    def _meta(self, key: str) -> str:
        for value, crc in self._rows("SELECT value, crc FROM meta WHERE key = ?", [key]):
            return _checked(value, crc)
        raise DamagedIndex

    def _chosen(self, table: str, identifiers: Sequence[str]) -> Iterator[Any]:
        found: list[tuple[int, Any]] = []
        for start in range(0, len(identifiers), _BATCH):
            batch = identifiers[start : start + _BATCH]
            marks = ",".join("?" * len(batch))
            rows = self._rows(f"SELECT position, body, crc FROM {table} WHERE id IN ({marks})", batch)
            found += [(position, _decoded(body, crc)) for position, body, crc in rows]
        return (value for _, value in sorted(found, key=lambda each: each[0]))

    def _bodies(self, query: str, values: Sequence[object] = ()) -> Iterator[Any]:
        return (_decoded(body, crc) for body, crc in self._rows(query, values))

    def _stream(self, query: str, values: Sequence[object] = ()) -> Iterator[Any]:
        try:
            yield from self._connection.execute(query, values)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise DamagedIndex from error

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        return _fetched(self._connection, query, values)


def _filled(index: Index) -> sqlite3.Connection:
    """What searching asks, kept nowhere."""
    from cci_cli.search.build import filled

    return filled(index.base())


def _fetched(connection: sqlite3.Connection, query: str, values: Sequence[object]) -> list[Any]:
    try:
        return connection.execute(query, values).fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise DamagedIndex from error


def _of_kinds(kinds: Sequence[str]) -> str:
    return f"kind IN ({','.join('?' * len(kinds))})"


def _checked(body: object, crc: int) -> str:
    if not isinstance(body, str) or checksum(body) != crc:
        raise DamagedIndex
    return body


def _decoded(body: object, crc: int) -> Any:
    return json.loads(_checked(body, crc), parse_float=_exact)


def _exact(digits: str) -> Number:
    """A number with a fraction, exact; the module that holds it is loaded only where there is one."""
    from decimal import Decimal

    return Decimal(digits)
