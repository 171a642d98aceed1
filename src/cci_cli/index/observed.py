"""Tables of an index that say where to look: which facts say something for a year, which are in dispute.

Without them a question about one year would have to read the whole fact base. A third keeps how each fact
developed, which takes the rules of comparison to find out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import encode, periods
from cci_cli.derive import TEXTS, years_of
from cci_cli.development import development, development_json
from cci_cli.index.kept import checksum

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sqlite3 import Connection

    from cci_cli.model import FactBase

_TABLES = """
CREATE TABLE observed (
    year INTEGER, kind TEXT, fact INTEGER, topic TEXT, headline INTEGER, PRIMARY KEY (year, kind, fact)
) WITHOUT ROWID;
CREATE TABLE disputed (fact INTEGER PRIMARY KEY);
CREATE TABLE development (fact TEXT PRIMARY KEY, body TEXT NOT NULL, crc INTEGER NOT NULL);
"""


def add_observed(connection: Connection, base: FactBase) -> None:
    """Put these tables into an index that is being built; facts are known by their position in the file."""
    connection.executescript(_TABLES)
    with connection:
        connection.executemany("INSERT INTO observed VALUES (?, ?, ?, ?, ?)", _observed(base))
        connection.executemany("INSERT INTO disputed VALUES (?)", _disputed(base))
        connection.executemany("INSERT INTO development VALUES (?, ?, ?)", _developments(base))


def _observed(base: FactBase) -> Iterator[tuple[int, str, int, str, bool]]:
    for position, fact in enumerate(base.facts):
        ended = {periods.year_of(each.time) for each in fact.observations}
        for year in ended if fact.kind in TEXTS else years_of(fact):
            yield year, fact.kind, position, fact.topic, fact.headline


def _disputed(base: FactBase) -> Iterator[tuple[int]]:
    for position, fact in enumerate(base.facts):
        if any(each.conflicts_with for each in fact.observations):
            yield (position,)


def _developments(base: FactBase) -> Iterator[tuple[str, str, int]]:
    for fact in base.facts:
        if found := development(fact, base.sources):
            body = encode.json_line(development_json(found, fact))
            yield fact.id, body, checksum(body)
