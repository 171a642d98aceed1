"""Traditional characters and pinyin, worked out when an index is built: a query needs neither library.

Without OpenCC or pypinyin an index is built without what they know: simplified Chinese and English are found
all the same.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The longest phrase that is looked for when a character with several readings is read.
_LONGEST_PHRASE = 5

#: Vowels, and the consonants that are syllables, with the marks of tones: without them.
_TONELESS = str.maketrans(
    "āáǎàēéěèêếềōóǒòīíǐìūúǔùüǖǘǚǜńňǹḿ", "aaaaeeeeeeeooooiiiiuuuuuuuuunnnm", "\u0300\u0301\u0304\u030c"
)


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


@lru_cache(maxsize=1)
def sounds() -> Sounds:
    """How characters are read; loaded once."""
    return Sounds()


@lru_cache(maxsize=1)
def common_readings() -> list[tuple[str, str]]:
    """The common characters with their readings, parted by blanks."""
    known = sounds()
    return [(char, " ".join(read)) for char in common_characters() if (read := known.readings(char))]


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
            at = len(found)
            readings = self.readings(run[at])
            if not readings:
                return []
            # a phrase matters only where one of its characters has several readings
            phrase = self._phrase(run[at : at + _LONGEST_PHRASE])
            found += [toneless(each[0]) for each in self._phrases[phrase]] if phrase else readings[:1]
        return found

    def _phrase(self, rest: str) -> str:
        """The longest phrase that some characters begin with, if it tells how one of them is read."""
        if all(len(self.readings(char)) < 2 for char in rest):
            return ""
        starts = (rest[:length] for length in range(len(rest), 1, -1))
        return next((each for each in starts if each in self._phrases), "")


def toneless(syllable: str) -> str:
    """A syllable without tones, ü as u: ``aloud`` reads both alike."""
    return syllable.translate(_TONELESS)
