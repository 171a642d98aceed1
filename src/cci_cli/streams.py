"""What a stream does with characters that its encoding lacks: it writes the nearest, and never fails."""

from __future__ import annotations

import codecs

#: The name of the error handler.
NEAREST = "cci.nearest"
#: Signs of the screens that ASCII, GBK or cp1252 lack, and what says the same.
_PLAIN = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...", "≈": "~", "≤": "<=",
    "≥": ">=", "×": "x", "·": ".", "•": "*", "¶": "par. ", "°": " degrees ", "±": "+/-", "→": "->", "│": "|",
    "─": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "¥": "RMB", "：": ":", "，": ",", "；": ";",
    "（": "(", "）": ")",
}  # fmt: skip


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """An error handler of :mod:`codecs`: what stands for the characters, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(char, "?") for char in error.object[error.start : error.end]), error.end


codecs.register_error(NEAREST, _nearest)
