"""Where a quote stands in a copy, whatever the copy was put through on its way."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.proof.normal import HAN, LOST, NUMERALS, clean, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.proof.copies import Copy

#: Of a quote's signs, at most one in so many may be lost in the copy.
_LOST_SHARE = 2
_LETTERS = re.compile(r"[^\W\d_]")
_HAN = re.compile(f"[{HAN}]")
#: 一 that ends a word and is no number of what follows.
_WORDS_WITH_ONE = ("统一", "唯一", "单一", "同一", "专一", "万一", "合一", "如一", "划一")


class Match(NamedTuple):
    """Where a quote stands: from ``start`` to before ``end`` of the copy's clean text."""

    start: int
    end: int


def matches(quote: str, copy: Copy) -> list[Match]:
    """Every place where a quote stands in a copy.

    Spaces, punctuation, width, script, case, markup and what mirrors put in make no difference. Numbers do:
    a quote is not found inside a longer number or word, and a lost character of the copy is taken for any
    but a numeral.
    """
    words = sought(quote)
    if not words:
        return []
    found = [*_whole(words, copy.key.text)]
    if LOST in copy.key.text:
        found = sorted({*found, *_torn(words, copy.key.text)})
    return [Match(*copy.key.span(start, end)) for start, end in found if _stands_alone(start, end, copy)]


@lru_cache(maxsize=8192)
def sought(quote: str) -> str:
    """What is searched for to find a quote: its letters, characters and numbers."""
    return key(clean(quote).text).text


def _whole(words: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _torn(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the quote stands if lost characters of the text are some of its own."""
    for run in re.finditer(f"{LOST}+", text):
        for before in range(min(len(words), run.start() + 1)):
            if text.endswith(words[:before], 0, run.start()) and LOST not in words[:before]:
                end = _rest(words, before, text, run.start(), len(words) // _LOST_SHARE)
                if end is not None:
                    yield run.start() - before, end


def _rest(words: str, done: int, text: str, at: int, may_be_lost: int) -> int | None:
    """Where the quote's rest ends in the text, from lost characters on; None if it does not stand there."""
    run_end = at
    while run_end < len(text) and text[run_end] == LOST:
        run_end += 1
    for lost in range(1, min(run_end - at, may_be_lost, len(words) - done) + 1):
        taken = words[done + lost - 1]
        if not _HAN.match(taken) or taken in NUMERALS:
            return None
        end, position = done + lost, run_end
        while end < len(words) and position < len(text) and words[end] == text[position]:
            end, position = end + 1, position + 1
        if end == len(words):
            return position
        if position < len(text) and text[position] == LOST:
            found = _rest(words, end, text, position, may_be_lost - lost)
            if found is not None:
                return found
    return None


def _stands_alone(start: int, end: int, copy: Copy) -> bool:
    """Whether what was found is not part of a longer number or word."""
    text = copy.key.text
    return not (
        _goes_on(text[max(0, start - 2) : start], text[start], copy, start)
        or _goes_on_after(text[end - 1], text[end : end + 2], copy, end)
    )


def _goes_on(before: str, first: str, copy: Copy, start: int) -> bool:
    if not before:
        return False
    if first.isdigit():
        return before[-1].isdigit() or (before[-1] == "." and before[0].isdigit())
    if first in NUMERALS and before[-1] in NUMERALS:
        return before not in _WORDS_WITH_ONE
    return _is_letter(first) and _is_letter(before[-1]) and _touch(copy, start)


def _goes_on_after(last: str, after: str, copy: Copy, end: int) -> bool:
    if not after:
        return False
    if last.isdigit():
        return after[0].isdigit() or (after[0] == "." and after[1:].isdigit())
    if last in NUMERALS and after[0] in NUMERALS:
        return True
    return _is_letter(last) and _is_letter(after[0]) and _touch(copy, end)


def _is_letter(sign: str) -> bool:
    return bool(_LETTERS.match(sign)) and not _HAN.match(sign)


def _touch(copy: Copy, at: int) -> bool:
    """Whether a sign of the key follows the one before it with nothing between them in what is read."""
    return copy.key.places[at] - copy.key.places[at - 1] <= 1
