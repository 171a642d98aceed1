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

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import RenderableType

    from cci_cli.environment import Environment

#: Narrower than this, Rich would have to cut words of the headings.
_LEAST_WIDTH = 20
#: What Rich writes for a colour or a weight, and for the beginning or the end of a link.
_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_LINK = re.compile(r"\x1b\]8;(?:id=(\w+))?;([!-~]*)\x1b\\")
#: The blanks that fill a line up to the width, of no use to somebody who copies it.
_TRAILING = re.compile(rf"(?: |{_STYLE.pattern}|\x1b\]8;[!-~]*\x1b\\)+\n")


def draw(parts: Callable[[int], Sequence[RenderableType]], environment: Environment) -> None:
    """Write the parts that a page has at a width as a screen that fits the terminal's width."""
    written = io.StringIO()
    console = Console(
        file=written,
        width=max(environment.width, _LEAST_WIDTH),
        force_terminal=environment.is_terminal,
        no_color=not environment.has_colour,
        # without one Rich writes no links either
        color_system="standard" if environment.has_colour or environment.has_links else None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
    console.print(Group(*parts(console.width)))
    text = written.getvalue()
    if not environment.has_colour:
        text = _STYLE.sub("", text)
    text = _with_links(text, wanted=environment.has_links)
    environment.stdout.write(_TRAILING.sub(lambda match: match[0].replace(" ", ""), text))


def _with_links(text: str, *, wanted: bool) -> str:
    """A text with its links numbered, so that it is the same each time; or without them.

    The lines of one link have one number, by which a terminal knows that they belong together.
    """
    numbers: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        if not match[2]:
            return match[0]
        return f"\x1b]8;id={numbers.setdefault(match[1], len(numbers) + 1)};{match[2]}\x1b\\"

    return _LINK.sub(numbered if wanted else "", text)
