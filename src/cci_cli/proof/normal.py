"""One form for all the ways in which a text is served, so that the same words are found to be the same.

A text goes through two forms, each traced to where it came from:

:func:`clean` is still to be read. Invisible signs and the pinyin that mirrors put after characters
(重(chóng)慶) are gone; full-width signs are plain, traditional characters simplified. A character that a
broken mirror lost (``?xùn)|``: the bytes of 東 torn apart by the pinyin put into them), or that a decoder
could not read, stands as :data:`LOST`.

:func:`key` is to be searched in. Spaces, line breaks, punctuation and case are gone too, except where a
digit would meet another: what parts two numbers stays, and only a mark between thousands falls. So no
two numbers become one, and none another.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from cci_cli.proof.traced import Traced, substituted, through, translated

#: A character that a copy lost.
LOST = "\ufffd"
#: Characters that are numerals: like digits they are never lost sight of.
NUMERALS = "零〇一二三四五六七八九十百千万亿两"
HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef"
)
_VOWEL = "[aeiouvüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜêńňǹḿ][\u0300-\u030c\u0308]*"
#: One syllable of pinyin, with its tone or without: chóng, xùn, er, lüè.
_SYLLABLE = rf"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:{_VOWEL}){{1,3}}(?:ng?|r)?"
_SPACE = r"[^\S\n]*"
#: What is left of a character whose two bytes were parted: its first byte and the bracket became "?", and its
#: second byte either a sign of ASCII's upper half or, with the next bracket, "?" once more.
_TORN = re.compile(rf"\?+{_SYLLABLE}\)(?:\?+{_SYLLABLE}\)|[@-~](?![A-Za-z]))?")
_PINYIN = re.compile(
    rf"(?<=[{HAN}]){_SPACE}[(（]{_SPACE}{_SYLLABLE}(?:[\s'’·,，、]*{_SYLLABLE}){{0,3}}{_SPACE}[)）]"
)
_ROUND_ZERO = re.compile(f"(?<=[{NUMERALS}○◯])[○◯]|[○◯](?=[{NUMERALS}])")
#: Variants of characters that conversion to simplified ones leaves alone.
_VARIANTS = str.maketrans("陜著舖註麽甯牠祂佔倂幷", "陕着铺注么宁它他占并并")
#: Categories of Unicode that do not count when words are compared, and the signs in them that do.
_IDLE = {
    "Pc",
    "Pd",
    "Pe",
    "Pf",
    "Pi",
    "Po",
    "Ps",
    "Sk",
    "So",
    "Zl",
    "Zp",
    "Zs",
    "Cc",
    "Cn",
    "Co",
    "Cs",
    "Mn",
    "Me",
}
_COUNTS = frozenset("%‰‱&@" + LOST)
_DASHES = frozenset("-‐‑‒–—―−－~～〜∼⁓﹣")


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def _simplified(sign: str) -> str:
    """A character as it is written in simplified Chinese; a numeral comes only of a numeral."""
    made = str(_converter().convert(sign)).translate(_VARIANTS)
    return sign if made in NUMERALS and sign not in "萬億兩" else made


class _Clean(dict[str, str]):
    """What becomes of a sign in the clean form."""

    def __missing__(self, sign: str) -> str:
        self[sign] = made = self._made(sign)
        return made

    @staticmethod
    def _made(sign: str) -> str:
        if sign in "\n\t":
            return sign
        category = unicodedata.category(sign)
        if category in ("Zs", "Cc", "Zl", "Zp"):
            return " "
        if category == "Nd":
            return str(unicodedata.decimal(sign))
        if category == "No":
            # ① and ² are marks on a text, not its numbers; ½ is a number
            return sign if unicodedata.decomposition(sign).startswith("<fraction>") else ""
        plain = unicodedata.normalize("NFKC", sign)
        return "".join(_simplified(each) if each > "\u2fff" else each for each in plain)


class _Key(dict[str, str]):
    """What becomes of a sign of the clean form in the form to be searched in.

    What is idle is marked by what parts two digits: a dash, a space, or the sign itself.
    """

    def __missing__(self, sign: str) -> str:
        self[sign] = made = self._made(sign)
        return made

    @staticmethod
    def _made(sign: str) -> str:
        if sign in _DASHES:
            return "-"
        if sign in "、,;；，":
            return ","
        if sign.isspace():
            return " " if sign == " " else "\n"
        category = unicodedata.category(sign)
        if category in ("Mn", "Me", "No"):  # an accent; ½, which is no 1 and 2
            return sign if category == "No" else ""
        if sign in _COUNTS or (category not in _IDLE and sign != "|"):
            plain = unicodedata.normalize("NFKD", sign)
            return "".join(each for each in plain if not unicodedata.combining(each)).casefold()
        return sign if sign.isascii() and sign in ".:/" else "\v"


_CLEAN, _KEY = _Clean(), _Key()
_MARKS = re.compile("[-,. \n:/\v]+")
_GROUP_BEFORE = re.compile(r"(?:^|[^0-9.])[0-9]{1,3}(?:[, ][0-9]{3})*$")
_GROUP_AFTER = re.compile(r"[0-9]{3}(?![0-9])")
_LONGEST_NUMBER = 40


def clean(text: str) -> Traced:
    """The text as it is to be read: without what mirrors and typesetting put into it."""
    bare = substituted(text, re.compile(f"[{_INVISIBLE}]"), "")
    for pattern, made in ((_TORN, LOST), (_PINYIN, ""), (_ROUND_ZERO, "〇")):
        bare = through(substituted(bare.text, pattern, made), bare)
    return through(translated(bare.text, _CLEAN), bare)


def key(cleaned: str) -> Traced:
    """A clean text as it is to be searched in: its letters, characters and numbers alone."""
    folded = translated(cleaned, _KEY)
    return through(substituted(folded.text, _MARKS, _parting), folded)


def _parting(match: re.Match[str]) -> str:
    """What stays of marks and spaces: nothing, except between two digits what parts the numbers."""
    text, start, end = match.string, match.start(), match.end()
    if not (_is_digit(text[start - 1 : start]) and _is_digit(text[end : end + 1])):
        return ""
    marks = match[0]
    if marks in (",", " ") and _parts_thousands(text, start, end):
        return ""
    told = (marks.replace("\n", " ").strip(" ") or " ")[0]
    return told if told != "." or marks == "." else "\v"


def _parts_thousands(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _LONGEST_NUMBER) : start]
    return bool(_GROUP_BEFORE.search(before) and _GROUP_AFTER.match(text, end))


def _is_digit(sign: str) -> bool:
    return "0" <= sign <= "9"
