"""What the web does to the words of a source on their way into a copy, for the tests of finding them there.

A text is a list of pieces, one for each of its signs at first, so that nothing is put into the midst of what
another mangling made.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from opencc import OpenCC

if TYPE_CHECKING:
    from collections.abc import Callable

Pieces = list[str]

HAN = re.compile("[\u3400-\u9fff]")
NUMERALS = "零〇一二三四五六七八九十百千万亿两"
SYLLABLES = ("chóng", "xùn", "er", "lüè", "zhuāng", "men", "ā", "shì", "nǚ", "lián")
#: A number goes through every mangling in one piece: spaces within it would make it two.
IN_NUMBERS = re.compile(r"[0-9.,%:/—–~－～-]")
_TRADITIONAL = OpenCC("s2t")
_MARKS = {
    "“": "「『\"«", "”": "」』\"»", "（": "(", "）": ")", "(": "（", ")": "）", "、": ",，", "，": ",、",
    "—": "-–―", "-": "—–‐", "·": "•・", "：": ":", ",": "，", "。": ".｡", "《": "<〈", "》": ">〉", "+": "＋",
}  # fmt: skip


def full_width(pieces: Pieces, _draw: Callable) -> Pieces:
    return [chr(ord(each) + 0xFEE0) if len(each) == 1 and "!" <= each <= "~" else each for each in pieces]


def traditional(pieces: Pieces, _draw: Callable) -> Pieces:
    return [_TRADITIONAL.convert(each) if HAN.fullmatch(each) else each for each in pieces]


def pinyin(pieces: Pieces, draw: Callable) -> Pieces:
    made = []
    for each in pieces:
        syllable = draw(st.sampled_from(SYLLABLES))
        opening, closing = draw(st.sampled_from(["()", "（）"]))
        marked = HAN.fullmatch(each) and draw(st.booleans())
        made.append(f"{each}{opening}{syllable}{closing}" if marked else each)
    return made


def spaces(pieces: Pieces, draw: Callable) -> Pieces:
    return _between(pieces, draw, [" ", "\u3000", "\u00a0", "  ", "\t"])


def line_breaks(pieces: Pieces, draw: Callable) -> Pieces:
    return _between(pieces, draw, ["\n", "\r\n", "\n\n", "\n　　"])


def invisible_signs(pieces: Pieces, draw: Callable) -> Pieces:
    signs = st.sampled_from(["", "", "\u200b", "\ufeff", "\u200d", "\u00ad", "\u2060", "\ufe0f"])
    return [each + draw(signs) for each in pieces]


def other_marks(pieces: Pieces, draw: Callable) -> Pieces:
    """Quotation marks, dashes and brackets of other kinds; between digits a mark is part of a number."""
    made = []
    for at, each in enumerate(pieces):
        in_number = pieces[at - 1 : at][-1:] and pieces[at - 1][-1].isdigit() and each in ",.-—"
        others = _MARKS.get(each, "")
        made.append(draw(st.sampled_from(others)) if others and not in_number else each)
    return made


def lost_characters(pieces: Pieces, draw: Callable) -> Pieces:
    """One character is torn as mirrors do that put pinyin between its two bytes."""
    places = [at for at, each in enumerate(pieces) if HAN.fullmatch(each) and each not in NUMERALS]
    if len(pieces) < 4 or not places:
        return pieces
    at = draw(st.sampled_from(places))
    torn = draw(st.sampled_from(["?xùn)|", "?qǐng)?bào)", "?dù)~", "\ufffd", "?lián)@"]))
    return [*pieces[:at], torn, *pieces[at + 1 :]]


def tags(pieces: Pieces, draw: Callable) -> Pieces:
    """HTML: signs as entities, tags and comments between them."""
    between = st.sampled_from(
        [
            "",
            "",
            "",
            "<b>",
            "</span>",
            '<a href="/x?n=12" title="1 > 0">',
            "<!-- 99 -->",
            "<script>var n = 7;</script>",
            "<br/>",
        ]
    )
    made = []
    for at, each in enumerate(pieces):
        entity = len(each) == 1 and not each.isspace() and draw(st.integers(0, 3)) == 0
        put = draw(between)
        if put == "<br/>" and _splits_number(pieces, at + 1):
            put = "<wbr>"
        made.append((f"&#{ord(each)};" if entity else html.escape(each)) + put)
    return made


#: In the order in which they may follow one another.
MANGLINGS = {
    each.__name__: each
    for each in (
        lost_characters,
        other_marks,
        traditional,
        full_width,
        pinyin,
        invisible_signs,
        spaces,
        line_breaks,
    )
}


@st.composite
def mangled(draw: Callable, text: str, *, names: list[str] | None = None) -> tuple[str, str]:
    """A text after some manglings, and the kind of file to put it in: ``txt`` or ``html``."""
    chosen = draw(st.sets(st.sampled_from(sorted(MANGLINGS)))) if names is None else set(names)
    pieces = list(text)
    for name, mangling in MANGLINGS.items():
        if name in chosen:
            pieces = mangling(pieces, draw)
    if draw(st.booleans()) if names is None else "tags" in names:
        return "".join(tags(pieces, draw)), "html"
    return "".join(pieces), "txt"


def _between(pieces: Pieces, draw: Callable, what: list[str]) -> Pieces:
    made = []
    for at, each in enumerate(pieces):
        put = draw(st.sampled_from(["", "", *what]))
        made.append(each if _splits_number(pieces, at + 1) else each + put)
    return made


def _splits_number(pieces: Pieces, at: int) -> bool:
    """Whether what is put in before a piece would stand inside a number, or between two letters of a word."""
    if not 0 < at < len(pieces):
        return False
    before, after = (unicodedata.normalize("NFKC", each) for each in (pieces[at - 1], pieces[at]))
    before = before.rstrip("\u200b\ufeff\u200d\u00ad\u2060\ufe0f")[-1:]
    return bool(IN_NUMBERS.match(before) and IN_NUMBERS.match(after)) or (
        before.isdigit() and after[:1].isdigit()
    )
