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

from cci_cli.messages import say
from cci_cli.render.screens.pieces import legend
from cci_cli.render.screens.signs import PLAIN
from cci_cli.render.screens.text import Text
from cci_cli.terminals import LINK, numbered_links, without_links

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import RenderableType

    from cci_cli.environment import Environment

#: Narrower than this, Rich would have to cut words of the headings.
_LEAST_WIDTH = 20
#: What Rich writes for a colour or a weight.
_STYLE = re.compile(r"\x1b\[[0-9;]*m")
#: The blanks that fill a line up to the width, of no use to somebody who copies it.
_TRAILING = re.compile(rf"(?: |{_STYLE.pattern}|{LINK.pattern})+\n")


def draw(
    parts: Callable[[int], Sequence[RenderableType]], environment: Environment, *, whole: bool = False
) -> None:
    """Write the parts that a page has at a width as a screen that fits the terminal's width.

    With ``whole``, lines that do not fold may be longer: the terminal folds them, and they are copied whole.
    """
    written = io.StringIO()
    console = Console(
        file=written,
        width=max(environment.width, _LEAST_WIDTH),
        force_terminal=environment.is_terminal or environment.has_colour,
        no_color=not environment.has_colour,
        # without one Rich writes no links either
        color_system="standard" if environment.has_colour or environment.has_links else None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
    console.print(Group(*parts(console.width)), crop=not whole)
    if (mark := say(environment.language, "mark-own")) in written.getvalue():
        console.print(Group(Text(), legend([(mark, say(environment.language, "own.legend"))])))
    text = written.getvalue()
    if not environment.has_colour:
        text = _STYLE.sub("", text)
    if not environment.is_unicode:
        text = text.translate(PLAIN)
    text = numbered_links(text) if environment.has_links else without_links(text)
    environment.show(_TRAILING.sub(lambda match: match[0].replace(" ", ""), text))
