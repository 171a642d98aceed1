"""Build an index from a fact base, in memory."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import TYPE_CHECKING, Any

from cci_cli import encode, periods
from cci_cli.completion.build import add_grammar, add_words
from cci_cli.derive import derived
from cci_cli.index import speaking
from cci_cli.index.kept import APPLICATION_ID, FORM, checksum
from cci_cli.index.observed import add_observed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cci_cli.model import FactBase

_TABLES = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {FORM};
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE TABLE topic (id TEXT PRIMARY KEY, position INTEGER, body TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE TABLE fact (
    position INTEGER PRIMARY KEY, id TEXT UNIQUE, topic TEXT, headline INTEGER,
    en TEXT, zh TEXT, aliases TEXT,
    body TEXT NOT NULL, crc INTEGER NOT NULL
);
CREATE INDEX fact_of_topic ON fact (topic);
CREATE TABLE source (position INTEGER, id TEXT PRIMARY KEY, body TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE TABLE citing (source TEXT, fact INTEGER, PRIMARY KEY (source, fact)) WITHOUT ROWID;
CREATE TABLE grammar (command TEXT PRIMARY KEY, body TEXT NOT NULL, crc INTEGER NOT NULL) WITHOUT ROWID;
"""

#: How much of the whole is done when all that follows from the facts was worked out.
_DERIVED = 0.5


def build(
    written: FactBase,
    stamp: str = "",
    digest: str = "",
    grammar: Iterable[tuple[str, str, str]] = (),
    watch: Callable[[float], None] = lambda _: None,
) -> sqlite3.Connection:
    """An index in memory of a fact base as it was written.

    ``stamp`` and ``digest`` say which state of which file it came from; ``grammar`` describes what can be
    typed: of each command, in each language, a JSON text. ``watch`` is told how much is done, from 0 to 1.
    """
    base = derived(written)
    watch(_DERIVED)
    connection = sqlite3.connect(":memory:")
    connection.executescript(_TABLES)
    with connection:
        connection.executemany("INSERT INTO meta VALUES (?, ?, ?)", _meta(base, stamp, digest))
        connection.executemany("INSERT INTO topic VALUES (?, ?, ?, ?)", _topics(base))
        connection.executemany("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _facts(base))
        connection.executemany("INSERT INTO source VALUES (?, ?, ?, ?)", _sources(base))
        connection.executemany("INSERT INTO citing VALUES (?, ?)", _citing(base))
        described = list(grammar)
        rows = ((name, body, checksum(body)) for name, lang, body in described if not lang)
        connection.executemany("INSERT INTO grammar VALUES (?, ?, ?)", rows)
    add_observed(connection, base)
    add_words(connection, base)
    add_grammar(connection, described)
    watch(1.0)
    return connection


def _body(value: Any) -> tuple[str, int]:
    text = encode.json_line(value)
    return text, checksum(text)


def _meta(base: FactBase, stamp: str, digest: str) -> Iterator[tuple[str, str, int]]:
    observations = [each for fact in base.facts for each in fact.observations]
    years = [periods.year_of(each.time) for each in observations]
    values = {
        "counts": Counter(fact.topic for fact in base.facts),
        "units": {unit.id: encode.unit_json(unit) for unit in base.units.values()},
        "summary": {
            "observations": sum(each.status == "reported" for each in observations),
            "sources": len(base.sources),
            "first_year": min(years, default=None),
            "last_year": max(years, default=None),
        },
    }
    yield "stamp", stamp, checksum(stamp)
    yield "digest", digest, checksum(digest)
    for key, value in (*values.items(), *speaking.entries(base)):
        yield key, *_body(value)


def _topics(base: FactBase) -> Iterator[tuple[str, int, str, int]]:
    for position, topic in enumerate(base.topics):
        yield topic.id, position, *_body(encode.topic_json(topic))


def _facts(base: FactBase) -> Iterator[tuple[object, ...]]:
    for position, fact in enumerate(base.facts):
        names = (*fact.label, "\n".join(fact.aliases))
        yield position, fact.id, fact.topic, fact.headline, *names, *_body(encode.fact_json(fact))


def _sources(base: FactBase) -> Iterator[tuple[int, str, str, int]]:
    for position, source in enumerate(base.sources.values()):
        yield position, source.id, *_body(encode.source_json(source))


def _citing(base: FactBase) -> set[tuple[str, int]]:
    return {
        (citation.source, position)
        for position, fact in enumerate(base.facts)
        for observation in fact.observations
        for citation in observation.citations
    }
