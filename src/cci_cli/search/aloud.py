"""Chinese typed by its sound: pinyin in full, with or without spaces and tones, or its first letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cci_cli.index import Index

#: What can be pinyin at all: syllables, one after the other.
_SYLLABLES = (
    "(?:(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?(?:[iu]?ang|[iu]?eng|ing|i?ong|[iu]an|[aeiu]n|iao|uai|[aeu]i|[aio]u|ao|i[ae]|"
    "u[aeo]|ve|er|[aeiouv]))+"
)
#: So many names that begin alike are read.
_MOST_READ = 300
#: So many of the characters that a sound may stand for are kept.
_MOST_MEANT = 4
_LEAST_LETTERS, _MOST_LETTERS = 4, 48


def may_be_pinyin(letters: str) -> bool:
    """Whether letters can be read as syllables of Chinese."""
    return _LEAST_LETTERS <= len(letters) <= _MOST_LETTERS and bool(re.fullmatch(_SYLLABLES, letters))


def _after(letters: str) -> str:
    """What comes after everything that begins with some letters."""
    return letters[:-1] + chr(ord(letters[-1]) + 1)


def meant_by(index: Index, letters: str) -> list[str]:
    """The Chinese words, in names, that sound as these letters, the commonest first."""
    rows = index.ask_search(
        "SELECT word, lengths, weight FROM sound WHERE letters >= ? AND letters < ? LIMIT ?",
        [letters, _after(letters), _MOST_READ],
    )
    weights: dict[str, int] = {}
    for word, lengths, weight in rows:
        if count := _syllables_in(len(letters), lengths):
            weights[word[:count]] = weights.get(word[:count], 0) + weight
    return sorted(weights, key=lambda each: -weights[each])[:_MOST_MEANT]


def _syllables_in(size: int, lengths: str) -> int:
    """How many whole syllables so many letters are; 0 if they end within one."""
    for count, length in enumerate(lengths, start=1):
        size -= int(length)
        if size <= 0:
            return count if size == 0 else 0
    return 0


def typed(letters: str) -> str:
    """Letters as sounds are kept: ü, for which most type v, as u."""
    return letters.replace("lv", "lu").replace("nv", "nu")


def read_aloud(index: Index, letters: str) -> list[list[str]]:
    """The words that letters without spaces stand for, one after the other, each with what it may be.

    Empty if a part of them sounds like nothing that any name says.
    """
    if whole := meant_by(index, letters):
        return [whole]
    for size in range(len(letters) - _LEAST_LETTERS + 1, _LEAST_LETTERS - 1, -1):
        start, rest = letters[:size], letters[size:]
        if may_be_pinyin(start) and may_be_pinyin(rest) and (found := meant_by(index, start)):
            after = read_aloud(index, rest)
            if after:
                return [found, *after]
    return []


def begun_with(index: Index, letters: str) -> list[str]:
    """The Chinese words, in names, whose syllables begin with these letters: 跨境融资 for ``kjrz``."""
    rows = index.ask_search(
        "SELECT word, weight FROM initial WHERE letters >= ? AND letters < ? LIMIT ?",
        [letters, _after(letters), _MOST_READ],
    )
    weights: dict[str, int] = {}
    for word, weight in rows:
        weights[word[: len(letters)]] = weights.get(word[: len(letters)], 0) + weight
    return sorted(weights, key=lambda each: -weights[each])[:_MOST_MEANT]


def sounds_of(index: Index, chars: Iterable[str]) -> dict[str, list[str]]:
    """The readings of characters."""
    asked = list(dict.fromkeys(chars))
    marks = ",".join("?" * len(asked))
    rows = index.ask_search(f"SELECT char, sound FROM reading WHERE char IN ({marks})", asked)
    return {char: sound.split() for char, sound in rows}


def homophones(index: Index, run: str, sounds: dict[str, list[str]]) -> list[str]:
    """The words, in names, that sound as a run of characters does: 联运 for 连运."""
    spoken = [""]
    for char in run:
        spoken = [start + sound for start in spoken for sound in sounds.get(char, [])][:_MOST_MEANT]
    return [
        word
        for letters in spoken
        for word in meant_by(index, letters)
        if len(word) == len(run) and word != run
    ]
