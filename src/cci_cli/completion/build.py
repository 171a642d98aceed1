"""What Tab offers, put into the index when that is built: a fact base's words, what each command takes."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from cci_cli import periods
from cci_cli.cli import PROGRAM, TOPIC
from cci_cli.cli.grammar import Parameter
from cci_cli.messages import counted
from cci_cli.places import LANGUAGES
from cci_cli.references import marked_own, reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from sqlite3 import Connection

    from cci_cli.model import Fact, FactBase, Topic

    Row = tuple[str, str, int, str, str]

_TABLES = """
CREATE TABLE offer (
    kind TEXT, word TEXT, position INTEGER, en TEXT, zh TEXT, PRIMARY KEY (kind, word)
) WITHOUT ROWID;
CREATE TABLE slot (
    command TEXT, lang TEXT, position INTEGER, name TEXT, options TEXT, type TEXT, many INTEGER, among TEXT,
    metavar TEXT, help TEXT, PRIMARY KEY (command, lang, position)
) WITHOUT ROWID;
"""
#: What can be typed without quoting in every shell.
_TYPED = re.compile(r"\w[\w.-]*")


def add_words(connection: Connection, base: FactBase) -> None:
    """Put into an index each word of a kind, its place in the order of the file, and what it means."""
    connection.executescript(_TABLES)
    with connection:
        rows = (row for row in _words(base) if _TYPED.fullmatch(row[1]))
        connection.executemany("INSERT OR IGNORE INTO offer VALUES (?, ?, ?, ?, ?)", rows)


def add_grammar(connection: Connection, grammar: Iterable[tuple[str, str, str]]) -> None:
    """Put into an index the commands and what each takes, from :func:`cci_cli.cli.grammar.grammar`."""
    described = [(name, lang, *json.loads(body)) for name, lang, body in grammar if lang]
    said = {(name, lang): help_ for name, lang, help_, _ in described}
    commands = [name for name, lang, *_ in described if lang == "en" and name not in (PROGRAM, TOPIC)]
    with connection:
        connection.executemany(
            "INSERT INTO offer VALUES ('command', ?, ?, ?, ?)",
            [(name, at, said[name, "en"], said[name, "zh"]) for at, name in enumerate(commands)],
        )
        connection.executemany(
            "INSERT INTO slot VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (name, lang, at, *_slot(*parameter))
                for name, lang, _, parameters in described
                for at, parameter in enumerate(parameters)
            ],
        )


def _slot(*parameter: Any) -> tuple[str, str, str, bool, str, str, str]:
    """Of a :class:`Parameter`, what Tab asks for; lists as words with blanks between them."""
    of = Parameter(*parameter)
    return of.name, " ".join(of.options), of.type, of.many, " ".join(of.among), of.metavar, of.help


def _words(base: FactBase) -> Iterator[Row]:
    for at, topic in enumerate(base.topics):
        yield "topic", topic.id, at, *_marked(topic)
        for name in (*topic.label, *topic.aliases):
            yield "name", name, at, *_marked(topic)
    for at, fact in enumerate(base.facts):
        yield "fact", fact.id, at, *_marked(fact)
    for at, source in enumerate(base.sources.values()):
        yield "source", source.id, at, reference(source, "en"), reference(source, "zh")
    yield from _years(base)


def _marked(of: Topic | Fact) -> tuple[str, str]:
    """The label in both languages, marked if it is the user's own."""
    return marked_own(of.label.en, of.own, "en"), marked_own(of.label.zh, of.own, "zh")


def _years(base: FactBase) -> Iterator[Row]:
    times = (each.time for fact in base.facts for each in fact.observations if each.status == "reported")
    for year, count in sorted(Counter(map(periods.year_of, times)).items()):
        en, zh = (counted(lang, count, "observation") for lang in LANGUAGES)
        yield "year", f"{year:04d}", year, en, zh
