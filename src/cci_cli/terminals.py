"""Links on terminals, and which terminals make them clickable.

A link is written with OSC 8 (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). A terminal
cannot be asked in passing whether it knows that, and an old one writes the address among the text, so only
those that name themselves and are known to know it get links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The beginning or the end of a link: in a beginning an id and an address.
LINK = re.compile(r"\x1b\]8;(?:id=(\w+))?;([!-~]*)\x1b\\")
#: By ``TERM_PROGRAM``, by the start of ``TERM``, and by a variable of their own.
_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "WarpTerminal", "mintty")
_TERMINALS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour", "wezterm")
_VARIABLES = ("WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "WEZTERM_PANE", "DOMTERM")
#: GNOME Terminal and its kin: 0.50.0 ended when it was shown a link.
_VTE_AFTER = 5000
_TMUX_FROM = (3, 4)


def knows_links(variables: Mapping[str, str]) -> bool:
    """Whether the terminal that these variables tell of makes links clickable.

    ``FORCE_HYPERLINK`` says so for one that does not name itself, such as most at the other end of an SSH
    connection; ``0`` wants no links anywhere.
    """
    if "FORCE_HYPERLINK" in variables:
        return variables["FORCE_HYPERLINK"] not in ("", "0")
    terminal, program = variables.get("TERM", ""), variables.get("TERM_PROGRAM", "")
    if program == "tmux":
        return _version(variables.get("TERM_PROGRAM_VERSION", "")) >= _TMUX_FROM
    # within a multiplexer the variables of the terminal around it say nothing
    if terminal.startswith(("dumb", "linux", "screen", "tmux")):
        return False
    if vte := variables.get("VTE_VERSION"):
        return vte.isdecimal() and int(vte) > _VTE_AFTER
    named = program in _PROGRAMS or terminal.startswith(_TERMINALS)
    return named or any(name in variables for name in _VARIABLES)


def _version(text: str) -> tuple[int, ...]:
    """A version such as ``3.5a`` as numbers that compare: (3, 5)."""
    return tuple(int(part) for part in re.findall("[0-9]+", text)[:2])


def numbered_links(text: str) -> str:
    """A text with its links numbered in their order, so that it is the same each time.

    The lines of one link have one number, by which a terminal knows that they belong together.
    """
    numbers: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        if not match[2]:
            return match[0]
        return f"\x1b]8;id={numbers.setdefault(match[1], len(numbers) + 1)};{match[2]}\x1b\\"

    return LINK.sub(numbered, text)


def without_links(text: str) -> str:
    """A text whose links are plain text."""
    return LINK.sub("", text)
