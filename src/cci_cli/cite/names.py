"""Names as reference styles need them: which part is the family name, and how the rest is shortened.

Chinese, Japanese and Korean characters stand as they are printed, family name first. Of a name in Latin
letters the last word is the family name, unless the source says which part is. Of a name in pinyin it is
the word of one syllable ("Zhao Yufei", "Yuting Chen"), since a given name has two or one and a family name
one, but for a few; where that would be a guess ("Zhan Chen"), the name stands as printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cci_cli.model import Author

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
#: The syllables of Hanyu Pinyin: an initial and what may follow it.
_SYLLABLE = (
    "(?:[bpm](?:a[io]?|ang?|ei|eng?|i|iao?|ie|ian|ing?|o|u)|f(?:a|ang?|ei|eng?|o|ou|u)"
    "|[dtnl](?:a[io]?|ang?|e|ei|eng?|i|ia|iao|ie|iu|ian|iang|ing?|ong|ou|u|uo|uan|un|ue|ve|v)"
    "|[gkh](?:a[io]?|ang?|e|ei|eng?|ong|ou|u|ua|uo|uai|ui|uan|un|uang)"
    "|[jqx](?:i|ia|iao|ie|iu|ian|in|iang|ing|iong|u|ue|uan|un)"
    "|(?:[zcs]h?|r)(?:a[io]?|ang?|e|ei|eng?|i|ong|ou|u|ua|uo|uai|ui|uan|un|uang)"
    "|y(?:a|ao|an|ang|e|i|in|ing|o|ong|ou|u|ue|uan|un)|w(?:a|ai|an|ang|ei|en|eng|o|u)"
    "|a[io]?|ang?|e|ei|en|er|ou?)"
)
_PINYIN_WORD = re.compile(rf"{_SYLLABLE}(?:['’-]?{_SYLLABLE})?", re.IGNORECASE)
_ONE_SYLLABLE = re.compile(_SYLLABLE, re.IGNORECASE)
#: Family names of two syllables.
_TWO_SYLLABLES = frozenset(
    "chunyu dongfang dugu duanmu gongsun guanqiu helian huangfu linghu murong nalan nangong ouyang puyang "
    "shangguan shentu sikong sima situ taishi tantai wanyan xiahou ximen xuanyuan yelu yuwen zhangsun "
    "zhongli zhuge zongzheng".split()
)
_PARTS = re.compile(r"[^\s-]+")


class Name(NamedTuple):
    """Somebody's or some body's name.

    ``family`` is None for an agency and for a person whose name stands as it is printed; ``given`` is
    then empty. ``family_first`` tells that the name is printed in that order.
    """

    text: str
    agency: bool = False
    family: str | None = None
    given: str = ""
    family_first: bool = False

    @property
    def is_pinyin(self) -> bool:
        """Whether this is a Chinese name in pinyin, family name and given name."""
        words = [self.family or "", *self.given.split()]
        return len(words) <= 3 and all(_PINYIN_WORD.fullmatch(word) for word in words)


def name_of(author: Author) -> Name:
    """An author's name in its parts."""
    text = author.name
    if author.literal or _EAST_ASIAN.search(text):
        return Name(text, agency=author.literal)
    if author.family:
        given = " ".join(re.sub(rf"(?<!\w){re.escape(author.family)}(?!\w)", " ", text, count=1).split())
        return Name(text, family=author.family, given=given, family_first=text.startswith(author.family))
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma and family and given:
        return Name(f"{given} {family}", family=family, given=given)
    words = text.split()
    if len(words) < 2:
        return Name(text)
    if all(_PINYIN_WORD.fullmatch(word) for word in words):
        return _in_pinyin(text, words)
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():  # van, de la
        start -= 1
    return Name(text, family=" ".join(words[start:]), given=" ".join(words[:start]))


def _in_pinyin(text: str, words: list[str]) -> Name:
    """A name in pinyin: of two words, only one of one syllable, that one is the family name."""
    short = [word for word in words if _ONE_SYLLABLE.fullmatch(word)]
    long = [word for word in words if word not in short]
    if len(short) != 1 or len(long) != 1 or long[0].casefold() in _TWO_SYLLABLES:
        return Name(text)
    return Name(text, family=short[0], given=long[0], family_first=words[0] == short[0])


def initials(given: str, *, point: str = ".", hyphen: str = "-") -> str:
    """Given names as initials: ``A. B.``, ``J.-L.``; without a point ``A B``, ``J-L``."""
    words = []
    for word in given.split():
        shortened = [part[0].upper() + point for part in _PARTS.findall(word)]
        words.append(hyphen.join(shortened))
    return " ".join(words)


def is_east_asian(text: str) -> bool:
    """Whether a text has Chinese, Japanese or Korean characters."""
    return bool(_EAST_ASIAN.search(text))
