"""Pages on a terminal: the only modules that know colour, and the only ones that load Rich.

Colour enhances and never carries meaning. Text from the fact base goes in as ``Text``, never as
markup; every column folds, so that nothing is lost at any width; no box is drawn, since the signs
boxes are drawn with are two cells wide in many Chinese terminals.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from rich.console import Console, Group

from cci_cli.lookup import FactPage, Overview, SourcesPage, TopicPage
from cci_cli.render.screens.fact import FactScreen
from cci_cli.render.screens.overview import overview_parts
from cci_cli.render.screens.sources import sources_parts
from cci_cli.render.screens.topic import TopicScreen

if TYPE_CHECKING:
    from cci_cli.environment import Environment
    from cci_cli.render import Page

#: Narrower than this, Rich would have to cut words of the headings.
_LEAST_WIDTH = 20
#: The blanks that fill a line up to the width, of no use to somebody who copies it.
_TRAILING = re.compile(r" +((?:\x1b\[[0-9;]*m)*)\n")


def draw(page: Page, environment: Environment, lang: str) -> None:
    """Write a page as a screen that fits the terminal's width."""
    written = io.StringIO()
    console = Console(
        file=written,
        width=max(environment.width, _LEAST_WIDTH),
        force_terminal=environment.is_terminal,
        no_color=not environment.has_colour,
        color_system="standard" if environment.has_colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
    match page:
        case TopicPage():
            parts = TopicScreen(page, lang, console.width).parts()
        case FactPage():
            parts = FactScreen(page, lang).parts()
        case SourcesPage():
            parts = sources_parts(page, lang)
        case Overview():
            parts = overview_parts(page, lang)
    console.print(Group(*parts))
    environment.stdout.write(_TRAILING.sub(r"\1\n", written.getvalue()))
