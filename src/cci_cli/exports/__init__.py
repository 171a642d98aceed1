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
}
FORMATS = tuple(MODULES)


class Manner(NamedTuple):
    """How an export is written.

    ``lang`` is the language of headings, where there are any. ``indented`` is for a person's eyes.
    """

    lang: str = "en"
    indented: bool = False


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
