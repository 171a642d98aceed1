"""Sources on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.links import web_address
from cci_cli.messages import say
from cci_cli.references import reference
from cci_cli.render.screens.pieces import QUIET, heading, indented, linked
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from cci_cli.sources import SourcesPage


def parts(page: SourcesPage, lang: str, width: int) -> list[RenderableType]:
    """The sources, each with its id."""
    parts: list[RenderableType] = [heading(say(lang, "sources"), str(len(page.sources)))]
    for source in page.sources.values():
        line = linked(reference(source, lang), web_address(source.url))
        parts += [Text(source.id, QUIET), indented(line)]
    return parts
