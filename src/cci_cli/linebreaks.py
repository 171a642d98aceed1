"""Where a text in either language may be broken into lines.

English is broken at blanks. Chinese is broken between characters, but no number is torn apart or from the
character that counts it, no line begins with closing punctuation, and none ends with what opens a quotation
(the rules of Chinese typesetting: W3C, Requirements for Chinese Text Layout, section 3.1).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN, _OPENS, _CLOSES = "\u2e80-\uffee", "（“《「『〔【", "，。、；：？！）”》」』〕】…"
#: What stays together: blanks; a number with the character that counts it; words; Chinese characters; each
#: with the punctuation before and behind it.
_PIECES = re.compile(
    rf"\s+|[{_OPENS}]*(?:[^\s{_HAN}]*[0-9%][^\s{_HAN}{_CLOSES}]*[^\W\x00-\x7f]?|[^\s{_HAN}]+|[{_HAN}])"
    rf"[{_CLOSES},.;:?!)\]]*"
)
_WORDS = re.compile(r"\s+|\S+")
#: What stands between blanks and takes so many columns is a word, in Chinese too.
_SHORT = 16


def cells(text: str) -> int:
    """The columns that a text takes on a terminal."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def breaks(text: str, width: int) -> Iterator[int]:
    """The places in a text at which its lines begin, but for the first, so that none is wider than a width.

    A piece that is too wide by itself is broken anywhere. Blanks are left at the end of a line, and take no
    place there.
    """
    start = 0
    for first, end in _pieces(text):
        if first > start and cells(text[start:end].rstrip()) > width and not text[first:end].isspace():
            start = first
            yield start
        while cells(text[start:end].rstrip()) > width and end - start > 1:
            start = _cut(text, start, width)
            yield start


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The places at which what stays together begins and ends; short words between blanks are not broken."""
    for word in _WORDS.finditer(text):
        if cells(word[0]) <= _SHORT:
            yield word.span()
        else:
            yield from (piece.span() for piece in _PIECES.finditer(text, *word.span()))


def _cut(text: str, start: int, width: int) -> int:
    """The place before which so much of a text stands as a width holds, and at least one character."""
    end = start + 1
    while end < len(text) and cells(text[start : end + 1]) <= width:
        end += 1
    return end


def wrapped(text: str, width: int) -> Iterator[str]:
    """A text as lines no wider than a width."""
    places = [0, *breaks(text, width), len(text)]
    lines = (text[start:end].strip() for start, end in pairwise(places))
    return (line for line in lines if line)
