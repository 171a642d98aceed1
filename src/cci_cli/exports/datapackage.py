"""The fact base as a data package: https://datapackage.org, version 2.0.

A ZIP file with a CSV file a table, and their descriptor, ``datapackage.json``, behind them. The same fact
base gives the same file, byte for byte: its members carry no time of their own.
"""

from __future__ import annotations

import re
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cci_cli.exports.about import about
from cci_cli.exports.json_writing import Document
from cci_cli.exports.tables import TABLES, batches
from cci_cli.messages import say
from cci_cli.references import reference
from cci_cli.render.delimited import csv_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from cci_cli.exports import Manner
    from cci_cli.exports.rows import Row
    from cci_cli.exports.selection import Selection
    from cci_cli.exports.tables import Column, Table
    from cci_cli.model import Source

_PROFILES = "https://datapackage.org/profiles/2.0/"
#: The addresses that a descriptor may name a source by.
_ADDRESS = re.compile(r"https?://[^\s]+")
#: So many characters of a table are taken into the package at a time.
_BLOCK = 1 << 14
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: What makes the members of the file readable to everybody, as ZIP keeps it.
_READABLE = 0o644 << 16


class Written(NamedTuple):
    """A member of the package: how many bytes it has, and their SHA-256."""

    length: int
    sha256: str


def write(selection: Selection, path: Path, manner: Manner) -> None:
    """Write the package. Raises OSError where it cannot be written, DamagedIndex."""
    with ExitStack() as files, ZipFile(path, "w", ZIP_DEFLATED) as package:
        # a ZIP file takes one member after the other; the facts are read but once
        waiting = {table.name: files.enter_context(_file(path.parent)) for table in TABLES}
        for table in TABLES:
            waiting[table.name].writelines(csv_lines([[column.name for column in table.columns]]))
        for table, rows in batches(selection):
            waiting[table.name].writelines(csv_lines(map(_cells, rows)))
        made = [_add(package, f"{name}.csv", _again(file)) for name, file in waiting.items()]
        _add(package, "datapackage.json", descriptor(selection, manner, made))


def _file(folder: Path) -> TextIO:
    """A file without a name, which is gone when it is closed."""
    return TemporaryFile("w+", encoding="utf-8", newline="", dir=folder)


def _again(file: TextIO) -> Iterator[str]:
    """What was written into a file."""
    file.seek(0)
    return iter(lambda: file.read(_BLOCK), "")


def _add(package: ZipFile, name: str, pieces: Iterable[str]) -> Written:
    """A member of the package, made of pieces of text as they come."""
    from hashlib import sha256

    member = ZipInfo(name)
    member.compress_type, member.external_attr = ZIP_DEFLATED, _READABLE
    length, digest = 0, sha256()
    with package.open(member, "w", force_zip64=True) as file:
        for piece in pieces:
            content = piece.encode()
            file.write(content)
            length += len(content)
            digest.update(content)
    return Written(length, digest.hexdigest())


def _cells(row: Row) -> list[object]:
    return [str(cell).lower() if isinstance(cell, bool) else cell for cell in row]


def descriptor(selection: Selection, manner: Manner, made: Iterable[Written]) -> Iterator[str]:
    """The descriptor of the package, piece by piece."""
    told, document = about(selection, manner), Document(indented=True)
    parts: dict[str, Any] = {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": "cci-fact-base" if manner.own is None else "fact-base",
        "title": told.title,
        "description": " ".join(filter(None, (say(manner.lang, "export.package"), told.rights))),
    }
    if manner.own is None:
        parts["version"] = told.version
    if told.newest and _WHOLE_DAY.fullmatch(told.newest):
        parts["created"] = f"{told.newest}T00:00:00Z"
    if told.licence:
        name, title, address = told.licence
        parts["licenses"] = [{"name": name, "title": title, "path": address}]
        parts["contributors"] = [{"title": "The cci contributors", "roles": ["creator"]}]
    for name, value in parts.items():
        yield from document.value(name, value)
    yield from document.items("resources", map(_resource, TABLES, made))
    if next(selection.sources(), None):  # a descriptor may not name none
        yield from document.items("sources", (_source(each, manner.lang) for each in selection.sources()))
    yield document.end()


def _source(source: Source, lang: str) -> dict[str, str]:
    path = {"path": source.url} if source.url and _ADDRESS.fullmatch(source.url) else {}
    return {"title": reference(source, lang), **path}


def _resource(table: Table, made: Written) -> dict[str, Any]:
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "type": "table",
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": made.length,
        "hash": f"sha256:{made.sha256}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    keys = [
        {"fields": list(each.columns), "reference": {"resource": each.table, "fields": list(each.named)}}
        for each in table.references
    ]
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.among:
        constraints["enum"] = list(column.among)
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.about}
    return field | ({"constraints": constraints} if constraints else {})
