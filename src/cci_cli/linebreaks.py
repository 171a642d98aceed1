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

_OPENS = frozenset("（“《「『〔【")
_CLOSES = frozenset("，。、；：？！）”》」』〕】…,.;:?!)]")
_COUNTED = frozenset("0123456789%")
_FIRST_HAN = "\u2e80"
_WORDS = re.compile(r"\s+|\S+")
#: What stands between blanks and takes so many columns is a word, in Chinese too.
_SHORT = 16


def is_chinese(text: str) -> bool:
    """Whether a text holds a Chinese character or Chinese punctuation."""
    return max(text, default="") >= _FIRST_HAN


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
        start, end = word.span()
        if cells(word[0]) > _SHORT and is_chinese(word[0]):
            for place in range(start + 1, end):
                if _may_part(text[place - 1], text[place]):
                    yield start, place
                    start = place
        yield start, end


def _may_part(before: str, behind: str) -> bool:
    """Whether a line may end between two signs that no blank parts."""
    if behind in _CLOSES or before in _OPENS:
        return False
    if behind >= _FIRST_HAN:
        return before not in _COUNTED
    return before >= _FIRST_HAN


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
