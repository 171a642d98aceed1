"""The figures of a text: numbers in digits, in Chinese numerals or in English words, each with its unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.numerals import readings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal


class Figure(NamedTuple):
    """A number from ``start`` to before ``end`` of a text; its unit, if it has one, reaches to ``unit_end``.

    ``values`` is what the words can be read to say, ``unit`` the word behind them, ``noun`` what is counted:
    the two signs behind a Chinese unit. ``is_bare`` marks a numeral that counts nothing, as in 一带一路.
    """

    start: int
    end: int
    unit_end: int
    values: frozenset[Decimal]
    unit: str
    noun: str
    is_bare: bool = False


NUMERAL = "[零〇一二三四五六七八九十百千万亿两]"
#: Chinese units and measure words: behind a Chinese numeral they tell a number from a part of a word.
_MEASURES = (
    "人民币|美元|新元|新加坡元|新币|欧元|港元|港币|英镑|日元|韩元|泰铢|卢比|元|人次|架次|车次|班次|批次|标箱|标准箱|箱|"
    "平方公里|平方千米|平方米|立方米|公里|千米|海里|公顷|厘米|毫米|米|亩|公斤|千克|克|吨|斤|度|千瓦时|千瓦|兆瓦|"
    "小时|分钟|毫秒|秒|天|日|周|星期|季度|个|项|家|条|次|届|种|类|份|名|位|所|座|架|辆|列|班|趟|车|艘|台|套|件|批|"
    "只|支|笔|宗|单|期|组|队|户|间|层|栋|幢|票|篇|场|门|年|月|倍|成|点|级|大|岁|部|款|对|轮|起|例|颗|块|片|头|枚|"
    "国家|地区|省区市|省区|省份|区县|园区|方面|张|道|处|城|人|国|省|市|区|县|镇|村|港|站|口岸|城市|字|句|页|本|册|"
    "卷|回|遍|番|股|堂|节|幅|具|盏|棵|株|盆|桶"
)
#: Longer ones first, that 国家 is not read as 国.
MEASURE = "|".join(sorted(_MEASURES.split("|"), key=lambda unit: -len(unit)))
#: 两国, 两地, 两市: "both", which counts nothing.
_BOTH = "[国省市区县港城]"
_NUMBER = r"(?:[0-9]{1,3}(?:[, ][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_DASH = r"\s{0,2}(?:[-‐‑‒–—―−~〜]{1,2}|至|到|to|/)\s{0,2}"
_SCALE = r"(?:\s?[余多]?\s?个?[十百千万亿]+(?:[0-9]+(?:\.[0-9]+)?[百千万亿]?)?[余多]?|[余多几](?=[^\s,.]))"
_ENGLISH_SCALE = r"(?:\s?-?(?:hundred|thousand|million|billion|trillion|mln|bln|trn|mn|bn|tn)\b|[kmb]n?\b)"
_DIGITS = rf"{_NUMBER}(?:{_DASH}{_NUMBER})?(?:{_SCALE}|{_ENGLISH_SCALE})*成?"
_HAN = (
    rf"(?:百分之{NUMERAL}+(?:点{NUMERAL}+)?|{NUMERAL}{{1,9}}分之{NUMERAL}{{1,9}}"
    rf"|[第数几]?{NUMERAL}+(?:点{NUMERAL}+(?=个?百分|[万亿倍]))?[余多几]?[百千万亿]*)"
)
_WORD = (
    "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|"
    "trillion|dozen|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|twice|thrice|doubled|"
    "tripled|quadrupled|one|first)"
)
_WORDS = rf"\b{_WORD}(?:(?:\s|-|\sand\s){_WORD})*(?:fold)?\b"
_FIGURE = re.compile(rf"(?P<digits>{_DIGITS})|(?P<han>{_HAN})|(?P<words>{_WORDS})", re.IGNORECASE)
_NO_UNITS = "and|or|to|of|in|by|from|for|at|on|with|the|than|was|were|is|are|as|but|that|which|more|out"
_LATIN_UNIT = rf"(?!(?:{_NO_UNITS})\b)[a-z](?:[a-z%/.-]{{0,20}}[a-z])?"
_UNIT_BEHIND = re.compile(
    rf"\s?(?:个百分点|个?(?:{MEASURE})|[%‰°]|{_LATIN_UNIT})",
    re.IGNORECASE,
)
_HAN_UNIT = re.compile(rf"\s?(?:个百分点|个?(?:{MEASURE}))|(?<=成)|(?<=分之.)")
_NOUN = re.compile(r"[^\W\d_]{2}")
#: What is longer is junk, and no number to be read.
_LONGEST = 60
#: English words that are numbers only as part of one: "one of them", "first", "million-dollar".
_NO_NUMBERS = ("one", "first")


def figures(text: str) -> Iterator[Figure]:
    """Every figure of a text in its clean form, from its start on.

    >>> [text[each.start : each.unit_end] for text in ["签约68个项目，超九成"] for each in figures(text)]
    ['68个', '九成']
    """
    for match in _FIGURE.finditer(text):
        yield _figure(text, match)


def _figure(text: str, match: re.Match[str]) -> Figure:
    start, end = match.span()
    if match["han"]:
        behind = _HAN_UNIT.match(text, end) or re.compile("").match(text, end)
        unit = behind[0].strip() if behind else ""
        counts = bool(unit) or match[0].endswith("成") or "分之" in match[0] or text.startswith("成", end)
        bare = not counts or _is_indefinite(match[0], unit, text[max(0, start - 1) : start])
    else:
        behind = _UNIT_BEHIND.match(text, end)
        unit = behind[0].strip() if behind else ""
        bare = match[0].lower() in _NO_NUMBERS
    unit_end = behind.end() if behind and unit else end
    noun = _NOUN.match(text, unit_end)
    written = match[0] if end - start <= _LONGEST else ""
    values = frozenset(reading.value for reading in readings(written))
    return Figure(start, end, unit_end, values, unit.lower(), noun[0] if noun else "", bare)


def _is_indefinite(numeral: str, unit: str, before: str) -> bool:
    """一个 is "a", and 两国 is "both countries", unless something makes a number of it: 每周一班, 仅一家."""
    if numeral == "两":
        return bool(re.match(_BOTH, unit))
    return numeral == "一" and unit not in ("倍", "成") and before not in ("每", "周", "仅", "只", "共", "达")
