"""The words of a fact base that Tab offers, put into its index when that is built."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cci_cli import periods
from cci_cli.messages import counted
from cci_cli.references import reference

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sqlite3 import Connection

    from cci_cli.model import FactBase

    Row = tuple[str, str, int, str, str]

_TABLES = """
CREATE TABLE word (
    kind TEXT, word TEXT, position INTEGER, en TEXT, zh TEXT, PRIMARY KEY (kind, word)
) WITHOUT ROWID;
"""
#: What can be typed without quoting in every shell.
_TYPED = re.compile(r"\w[\w.-]*")


def add_words(connection: Connection, base: FactBase) -> None:
    """Put into an index each word of a kind, its place in the order of the file, and what it means."""
    connection.executescript(_TABLES)
    with connection:
        rows = (row for row in _words(base) if _TYPED.fullmatch(row[1]))
        connection.executemany("INSERT OR IGNORE INTO word VALUES (?, ?, ?, ?, ?)", rows)


def _words(base: FactBase) -> Iterator[Row]:
    for at, topic in enumerate(base.topics):
        yield "topic", topic.id, at, *topic.label
        for name in (*topic.label, *topic.aliases):
            yield "name", name, at, *topic.label
    for at, fact in enumerate(base.facts):
        yield "fact", fact.id, at, *fact.label
    for at, source in enumerate(base.sources.values()):
        yield "source", source.id, at, reference(source, "en"), reference(source, "zh")
    yield from _years(base)


def _years(base: FactBase) -> Iterator[Row]:
    times = (each.time for fact in base.facts for each in fact.observations if each.status == "reported")
    for year, count in sorted(Counter(map(periods.year_of, times)).items()):
        said = (counted(lang, count, "observation") for lang in ("en", "zh"))
        yield "year", f"{year:04d}", year, *said
