"""The fact base as an SQLite database: its tables, views of what is asked most, and a search.

Numbers are of the affinity ``NUMERIC``: a whole number is kept as an integer, any other as a floating-point
number, which carries the fifteen digits that a value can have (43.2 comes back as 43.2). The same fact base
gives the same file, byte for byte, with the same SQLite.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from cci_cli import encode
from cci_cli.exports import rows
from cci_cli.exports.about import about
from cci_cli.exports.tables import TABLES, of_fact
from cci_cli.exports.views import INDEXES, SEARCH, VIEWS
from cci_cli.exports.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cci_cli.exports import Manner
    from cci_cli.exports.selection import Selection
    from cci_cli.exports.tables import Column, Table

#: Marks a file as such a database (SQLite's ``application_id``): "ccid" as a number.
APPLICATION_ID = 0x63636964
#: The form of the tables (SQLite's ``user_version``).
FORM = 1
#: The types of Table Schema as SQLite's affinities, and what a boolean, a date or an array is in them.
_AFFINITIES = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "NUMERIC",
    "boolean": "INTEGER",
    "date": "TEXT",
    "array": "TEXT",
}
_META = """
CREATE TABLE metadata (
    key TEXT PRIMARY KEY, -- what is told
    value TEXT NOT NULL
) WITHOUT ROWID;
"""


def write(selection: Selection, path: Path, manner: Manner) -> None:
    """Write the database. Raises OSError where it cannot be written, DamagedIndex."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.executescript("".join((_SETTINGS, *_definitions(), _META, SEARCH)))
            connection.execute("BEGIN")
            _fill(connection, selection, manner)
            connection.execute("COMMIT")
            connection.executescript("".join((INDEXES, *VIEWS, "VACUUM;")))
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


#: The file is whole or it is thrown away: nothing needs to be taken back.
_SETTINGS = f"""
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA foreign_keys = OFF;
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {FORM};
"""


def _fill(connection: sqlite3.Connection, selection: Selection, manner: Manner) -> None:
    connection.executemany("INSERT INTO metadata VALUES (?, ?)", _metadata(selection, manner))
    inserts = {table.name: _insert(table) for table in TABLES}
    for table in TABLES:
        if table.of_all:
            connection.executemany(inserts[table.name], table.of_all(selection))
    for told in rows.told(selection):
        for table, given in of_fact(told):
            connection.executemany(inserts[table.name], given)
        connection.execute(
            "INSERT INTO search (rowid, names, others) VALUES (?, ?, ?)",
            (told.position, *words(told.fact)),
        )
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def _insert(table: Table) -> str:
    return f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})"


def _definitions() -> Iterator[str]:
    """The tables, with what each column holds as a comment beside it, which SQLite keeps."""
    return (_definition(table) for table in TABLES)


def _definition(table: Table) -> str:
    lines = [(_column(each, table), each.about) for each in table.columns]
    if len(table.key) > 1:
        lines.append((f"PRIMARY KEY ({', '.join(table.key)})", ""))
    for reference in table.references:
        if len(reference.columns) > 1:
            ours, theirs = ", ".join(reference.columns), ", ".join(reference.named)
            lines.append((f"FOREIGN KEY ({ours}) REFERENCES {reference.table} ({theirs})", ""))
    last = len(lines) - 1
    body = "\n".join(
        f"    {line}{',' if number < last else ''}{f' -- {about}' if about else ''}"
        for number, (line, about) in enumerate(lines)
    )
    return f"CREATE TABLE {table.name} ( -- {table.about}\n{body}\n);\n"


def _column(column: Column, table: Table) -> str:
    parts = [column.name, _AFFINITIES[column.type]]
    if table.key == (column.name,):
        parts.append("PRIMARY KEY")
    if column.required:
        parts.append("NOT NULL")
    if column.type == "boolean":
        parts.append(f"CHECK ({column.name} IN (0, 1))")
    if column.among:
        words = ", ".join(f"'{word}'" for word in column.among)
        parts.append(f"CHECK ({column.name} IN ({words}))")
    parts += [
        f"REFERENCES {each.table} ({each.named[0]})"
        for each in table.references
        if each.columns == (column.name,)
    ]
    return " ".join(parts)


def _metadata(selection: Selection, manner: Manner) -> Iterator[tuple[str, str]]:
    told = about(selection, manner)
    yield "title", told.title
    yield "schema", encode.SCHEMA
    yield "version", told.version
    if told.newest:
        yield "newest_source", told.newest
    if told.licence:
        yield "licence", " ".join((told.licence[1], told.licence[2]))
    if told.rights:
        yield "rights", told.rights
    if selection.chosen:
        yield "topics", " ".join(selection.chosen)
    if selection.year is not None:
        yield "year", f"{selection.year:04d}"
