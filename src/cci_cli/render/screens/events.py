"""What happened, in lines of time, sources and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.console import Group

from cci_cli.render.screens.pieces import QUIET, STRONG, grid, indented
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType
    from rich.table import Table

#: Below this width, times and marks would take the room that the texts of events need.
_LEAST_EVENTS = 74


class Told(NamedTuple):
    """One line: when, the marks of its sources, and what is told. Without a time, a heading."""

    time: str
    cited: str
    text: Text


def told_heading(text: str) -> Told:
    """A heading between lines."""
    return Told("", "", Text(text, STRONG))


def events(lines: Sequence[Told], width: int) -> Table | Group:
    """A table, the text last, since it may hold signs of uncertain width; lines where it is narrow."""
    return _lines(lines) if width < _LEAST_EVENTS else _table(lines)


def _lines(lines: Sequence[Told]) -> Group:
    parts: list[RenderableType] = []
    for line in lines:
        if line.time:
            parts += [Text(f"{line.time}  {line.cited}", QUIET), indented(line.text)]
        else:
            parts += [*([Text()] if parts else []), line.text]
    return Group(*parts)


def _table(lines: Sequence[Told]) -> Table:
    table = grid("left", "left", "left")
    for line in lines:
        if line.time:
            table.add_row(Text(line.time.replace("/", "/\n")), Text(line.cited, QUIET), line.text)
        else:
            if table.rows:
                table.add_row()
            table.add_row(line.text)
    return table
