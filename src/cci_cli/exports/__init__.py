"""The fact base, or a part of it, in one piece: for other programs, and for reading.

A format is a module of this package, loaded when it is asked for. One that is text has ``pieces(selection,
manner)``, which gives the text piece by piece as it is made; one that is not has ``write(selection, path,
manner)``, which makes the file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cci_cli.exports.selection import Selection

#: What can be exported, with the module of each; the first without being asked for.
MODULES = {
    "json": "json_document",
    "jsonl": "json_lines",
    "csv": "csv_rows",
    "markdown": "markdown_book",
    "html": "html",
    "sqlite": "sqlite",
    "datapackage": "datapackage",
}
FORMATS = tuple(MODULES)
#: Of a file whose name ends like this, the format.
ENDINGS = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".zip": "datapackage",
}


class Manner(NamedTuple):
    """How an export is written.

    ``lang`` is the language of headings, where there are any. ``indented`` is for a person's eyes, ``bom``
    for programs that know UTF-8 only by a mark at its beginning. ``own`` is the name of a reader's own fact
    base.
    """

    lang: str = "en"
    indented: bool = False
    bom: bool = False
    own: str | None = None


def pieces(format_: str, selection: Selection, manner: Manner) -> Iterator[str]:
    """An export as text, piece by piece as it is made."""
    made: Callable[[Selection, Manner], Iterator[str]] = _module(format_).pieces
    return made(selection, manner)


def write(format_: str, selection: Selection, path: Path, manner: Manner) -> None:
    """An export as a file that is not text. Raises OSError where it cannot be written."""
    _module(format_).write(selection, path, manner)


def is_text(format_: str) -> bool:
    """Whether a format is text, which any place takes piece by piece."""
    return hasattr(_module(format_), "pieces")


def _module(format_: str) -> Any:
    return import_module(f"{__name__}.{MODULES[format_]}")
