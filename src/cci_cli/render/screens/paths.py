"""The files that are read, on a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cci_cli.messages import say
from cci_cli.render.pages.paths import KINDS, origin, state
from cci_cli.render.reports import fault_line, shown_path
from cci_cli.render.screens.pieces import ALARM, QUIET, STRONG, grid, heading
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from cci_cli.paths import PathsPage, Place


def parts(page: PathsPage, lang: str, width: int) -> list[RenderableType]:
    """The places in the order in which they are read, each with where it comes from and what became of it."""
    table = grid("left", "left")
    for place in page.places:
        table.add_row(Text(say(lang, KINDS[place.kind]), STRONG), _told(place, lang))
    return [heading(say(lang, "paths.title")), Text(), table]


def _told(place: Place, lang: str) -> Text:
    path = Path(place.path) if place.path else None
    text = Text(shown_path(path) if path else say(lang, "paths.no-place"))
    for line in filter(None, (origin(place, lang), "" if place.faults else state(place, lang))):
        text.append(f"\n{line}", QUIET)
    if place.faults:
        text.append(f"\n{state(place, lang)}", ALARM)
    if path:
        text.append("".join(f"\n{fault_line(path, fault, lang)}" for fault in place.faults))
    return text
