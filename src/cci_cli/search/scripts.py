"""Traditional characters and pinyin, worked out when an index is built: a query needs neither library.

Without OpenCC or pypinyin an index is built without what they know: simplified Chinese and English are found
all the same.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: The longest phrase that is looked for when a character with several readings is read.
_LONGEST_PHRASE = 5


def _encodable(codec: str, first: Iterable[int], second: Iterable[int]) -> str:
    """The characters of a two-byte character set."""
    trails = list(second)
    return bytes(chain.from_iterable((lead, trail) for lead in first for trail in trails)).decode(
        codec, "ignore"
    )


@lru_cache(maxsize=1)
def common_characters() -> str:
    """The 6,763 characters of GB 2312, which are nearly all that are typed in simplified Chinese."""
    return _encodable("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))


@lru_cache(maxsize=1)
def variants() -> dict[str, str]:
    """The simplified form of each traditional character of Big5's frequent ones that has another."""
    try:
        from opencc import OpenCC

        frequent = _encodable("big5", range(0xA4, 0xC7), chain(range(0x40, 0x7F), range(0xA1, 0xFF)))
        known = set(common_characters())
        asked = [char for char in frequent if char not in known and "一" <= char <= "鿿"]
        plain = OpenCC("t2s").convert("\n".join(asked)).split("\n")
    except Exception:
        return {}
    return {
        char: simple for char, simple in zip(asked, plain, strict=True) if simple != char and len(simple) == 1
    }


class Sounds:
    """How characters are read: pinyin without tones."""

    def __init__(self) -> None:
        try:
            from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
        except Exception:
            PHRASES_DICT, PINYIN_DICT = {}, {}  # noqa: N806
        self._phrases, self._readings = PHRASES_DICT, PINYIN_DICT
        self._known: dict[str, list[str]] = {}

    def readings(self, char: str) -> list[str]:
        """The readings of a character, the commonest first; none for one that is not known."""
        if char not in self._known:
            written = self._readings.get(ord(char), "").split(",")
            self._known[char] = list(dict.fromkeys(toneless(each) for each in written if each))
        return self._known[char]

    def syllables(self, run: str) -> list[str]:
        """The syllables of a run of characters, by the phrases it holds; empty if one cannot be read."""
        found: list[str] = []
        while len(found) < len(run):
            rest = run[len(found) :]
            phrase = next((each for each in self._starts(rest) if each in self._phrases), None)
            if phrase:
                found += [toneless(each[0]) for each in self._phrases[phrase]]
            elif readings := self.readings(rest[0]):
                found.append(readings[0])
            else:
                return []
        return found if len(found) == len(run) else []

    def _starts(self, rest: str) -> Iterator[str]:
        return (rest[:length] for length in range(min(_LONGEST_PHRASE, len(rest)), 1, -1))


@lru_cache(maxsize=4096)
def toneless(syllable: str) -> str:
    """A syllable without tones, ü as u: ``aloud`` reads both alike."""
    bare = unicodedata.normalize("NFD", syllable)
    return "".join(char for char in bare if char.isascii() and char.isalpha())
