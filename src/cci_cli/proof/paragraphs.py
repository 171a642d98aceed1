"""The lines and paragraphs of a text.

A **block** is a run of text that stands by itself: a line of a plain text, or, where the lines of a file are
broken at a width, what stands between two empty lines; of a page an element such as ``<p>`` or ``<h2>``, or
what ``<br>`` parts. A **paragraph** is a block that ends as a sentence does. Headlines, section heads,
by-lines and breadcrumbs do not, and are not counted, as in the locators of the fact base: ``¶9`` is the ninth
paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Block(NamedTuple):
    """A block's span in the text, and its number among the paragraphs; None if it is no paragraph."""

    start: int
    end: int
    number: int | None


#: How a sentence ends, behind it what may be closed. A colon ends one that has gone on for a while.
_ENDS = re.compile(r"""(?:[。！？；…!?;]|[^\W\d_]\.|[0-9)%]\.)[\s"'”’」』）)\]】*_]*$|[^:：]{12,}[:：]\s*$""")
#: A line so short that no width broke it.
_SHORT = 20
_TAIL = 60


def blocks(text: str, *, may_be_wrapped: bool) -> list[Block]:
    """The blocks of a text in its clean form, those numbered that are paragraphs.

    ``may_be_wrapped`` tells a text of lines from a page, of which each line is a block already.
    """
    found: list[Block] = []
    number = 0
    for start, end in _runs(text, wrapped=may_be_wrapped and _is_wrapped(text)):
        is_paragraph = bool(_ENDS.search(text[max(start, end - _TAIL) : end].rstrip()))
        number += is_paragraph
        found.append(Block(start, end, number if is_paragraph else None))
    return found


def _runs(text: str, *, wrapped: bool) -> Iterator[tuple[int, int]]:
    """The spans of the lines that hold something; of a wrapped text joined up to an empty or indented one."""
    start = end = at = 0
    for line in text.split("\n"):
        goes_on = wrapped and end > start and line.strip() and not line.startswith("  ")
        if end > start and not goes_on:
            yield start, end
            start = end = at
        if line.strip():
            start, end = (start if goes_on else at), at + len(line)
        at += len(line) + 1
    if end > start:
        yield start, end


def block_at(among: list[Block], place: int) -> Block | None:
    """The block that a place of the text is in; None before the first."""
    position = bisect_right(among, place, key=lambda block: block.start) - 1
    return among[position] if position >= 0 else None


def _is_wrapped(text: str) -> bool:
    """Whether the lines of a text are broken at a width: most that another follows break off a sentence."""
    broken = ended = 0
    lines = text.split("\n")
    for line, following in pairwise(lines):
        if len(line.strip()) >= _SHORT and following.strip() and not following.startswith(" "):
            if _ENDS.search(line.rstrip()[-_TAIL:]):
                ended += 1
            else:
                broken += 1
    return broken > ended
