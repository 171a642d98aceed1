r"""Text from a fact base or a command line is data: nothing in it may act on a terminal.

Control characters (terminal escapes among them), bidirectional overrides and invisible format
characters are replaced by what they are, in plain ASCII: ``\x1b``, ``\u202e``.
"""

from __future__ import annotations

import re

_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f"
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\u034f\u115f\u1160\u3164\uffa0\ufdd0-\ufdef\ufffe\uffff"
    "\u206a-\u206f\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)

#: A message shows so many signs of a text that somebody wrote.
MOST_TOLD = 300


def _name(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def visible(text: str) -> str:
    """The text on one line, with everything that could act on a terminal made visible.

    Line breaks and tabs become spaces; a text without any of these comes back unchanged.
    """
    if not _HARMFUL.search(text):
        return text
    return _HARMFUL.sub(_name, re.sub(r"\s*[\t\r\n]+\s*", " ", text))


def shortened(text: str) -> str:
    """A text for a message: visible, and if it is very long its beginning, and how many signs there are."""
    if len(text) <= MOST_TOLD:
        return visible(text)
    return f"{visible(text[:MOST_TOLD])}... ({len(text)})"
