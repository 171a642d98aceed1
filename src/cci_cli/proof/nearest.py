"""The passage of a copy that comes nearest to words that do not stand in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.proof.quotes import sought

if TYPE_CHECKING:
    from cci_cli.proof.copies import Copy

#: Passages that are looked at closely.
_MOST_WINDOWS = 3
#: How often one pair of signs is counted in a text; a common one tells little.
_MOST_HITS = 20_000
#: Less alike than this, a passage is not worth showing.
_LEAST_LIKENESS = 0.4
_DIGITS = frozenset("0123456789")
_OF_NUMBERS = _DIGITS | set(".,")


class Passage(NamedTuple):
    """A passage of a copy's clean text, and how like it is to what was sought: 1 is the same."""

    start: int
    end: int
    likeness: float


def nearest(quote: str, copy: Copy) -> Passage | None:
    """The passage most like a quote; None if there is nothing like it.

    Windows that share most pairs of signs with the quote are compared with it sign by sign.
    """
    words, text = sought(quote), copy.key.text
    found = [_closest(words, text, start) for start in _windows(words, text)]
    best = max(found, key=lambda passage: passage.likeness, default=None)
    if best is None or best.likeness < _LEAST_LIKENESS:
        return None
    start, end = _whole_numbers(copy.clean.text, *copy.key.span(best.start, best.end))
    return Passage(start, end, round(best.likeness, 3))


def _whole_numbers(text: str, start: int, end: int) -> tuple[int, int]:
    """A passage with all of the numbers that it begins and ends in: 1230 is not shown as 230."""
    if text[start : start + 1] in _DIGITS:
        while start and text[start - 1] in _OF_NUMBERS:
            start -= 1
    if text[end - 1 : end] in _DIGITS:
        while end < len(text) and text[end] in _OF_NUMBERS:
            end += 1
    return start, end


def _windows(words: str, text: str) -> list[int]:
    """Where windows of twice the quote's length begin that hold most of its pairs of signs."""
    width = max(len(words), 2)
    hits: Counter[int] = Counter()
    for pair in {words[at : at + 2] for at in range(len(words) - 1)}:
        at, blocks = text.find(pair), set()
        for _ in range(_MOST_HITS):
            if at < 0:
                break
            blocks.add(at // width)
            at = text.find(pair, at + 1)
        hits.update(blocks)
    # a passage may lie across two of the blocks that were counted
    both = Counter({block: count + hits.get(block + 1, 0) for block, count in hits.items()})
    return [block * width for block, _ in both.most_common(_MOST_WINDOWS)]


def _closest(words: str, text: str, start: int) -> Passage:
    from difflib import SequenceMatcher

    window = text[max(0, start - len(words) // 2) : start + 3 * len(words)]
    offset = max(0, start - len(words) // 2)
    pairs = SequenceMatcher(None, words, window, autojunk=False).get_matching_blocks()[:-1]
    # the run of matching pieces that fits best into about the quote's length
    best = Passage(offset, offset, 0.0)
    for first in range(len(pairs)):
        for last in range(first, len(pairs)):
            begin, end = pairs[first].b, pairs[last].b + pairs[last].size
            same = sum(pair.size for pair in pairs[first : last + 1])
            likeness = 2 * same / (len(words) + end - begin)
            if likeness > best.likeness:
                best = Passage(offset + begin, offset + end, likeness)
    return best
