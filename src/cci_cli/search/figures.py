"""Figures in a query, in any notation: 322亿美元, $32.2bn, 43.2%, 1,252."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cci_cli.search.asked import Asked, Times

if TYPE_CHECKING:
    from cci_cli.quantities import Interval

_SCALE = (
    r"(?:[\s-]*(?:thousand|million|billion|trillion|hundred|mln|bln|trn)(?![a-z])|\s?(?:mn|bn|tn|[kmb])(?![a-z])"
    r"|[余多]?\s?个?(?:万亿|千亿|百亿|十亿|千万|百万|[亿万千百兆])(?!分)|成(?!都))?"
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_FIGURE = (
    rf"(?P<before>us\s?\$|s\s?\$|hk\$|[$¥￥€£]|\b(?:usd|sgd|cny|rmb|hkd|eur)\s?)?\s?(?<![a-z\d.])"
    rf"(?P<number>{_NUMBER}{_SCALE}(?:\d+(?:\.\d+)?[亿万千百])*)(?P<plus>\+|多|余)?\s?"
    r"(?P<after>美元|美金|元人民币|人民币|新加坡元|新元|新币|坡币|港元|欧元|元|%|个?百分点|percent(?:age)?|pct|us dollars?|"
    r"singapore dollars?|dollars?|usd|sgd|cny|rmb|yuan|renminbi|gbps|gbit/s|gb/s|g(?![a-z])|teus?(?![a-z])|标准?箱)?"
)
_UNITS = {
    "us$": "USD", "usd": "USD", "美元": "USD", "美金": "USD", "us dollar": "USD", "us dollars": "USD",
    "$": "$", "dollar": "$", "dollars": "$",
    "s$": "SGD", "sgd": "SGD", "新元": "SGD", "新币": "SGD", "坡币": "SGD", "新加坡元": "SGD",
    "singapore dollar": "SGD", "singapore dollars": "SGD", "hk$": "HKD", "hkd": "HKD", "港元": "HKD",
    "eur": "EUR", "€": "EUR", "欧元": "EUR", "£": "GBP",
    "元": "CNY", "元人民币": "CNY", "人民币": "CNY", "yuan": "CNY", "rmb": "CNY", "cny": "CNY", "¥": "CNY",
    "￥": "CNY", "renminbi": "CNY",
    "%": "%", "percent": "%", "percentage": "%", "pct": "%", "百分点": "percentage-point", "个百分点": "percentage-point",
    "gbps": "Gbit/s", "gbit/s": "Gbit/s", "gb/s": "Gbit/s", "g": "Gbit/s",
    "teu": "TEU", "teus": "TEU", "标箱": "TEU", "标准箱": "TEU",
}  # fmt: skip
_YEAR = r"(?:19|20)\d\d"
#: A month, written after its year.
_MONTH = r"\s?(?:年\s?|[-/.])(1[0-2]|0?[1-9])(?:\s?月|(?![\d.]))"
#: What hedges a figure, before it.
_HEDGES = (
    (r"(?:over|more than|above|exceed\w*|超过?|逾|突破)\s*$", "over"),
    (r"(?:about|around|approximately|some|roughly|nearly|almost|~|约|大约|近|接近)\s*$", "about"),
)
#: Number words, which stay words as well.
_SPOKEN = (
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|"
    r"second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundred|dozen|half)\b"
    r"|第[一二三四五六七八九十]|[一二两三四五六七八九十百千](?=[个届次列家条项份架趟亿万成])|[二三四五六七八九十百千万亿两]{2}"
)


def read(text: str) -> tuple[str, list[Asked], Times]:
    """A plain text without its figures and years, the figures, and the years."""
    asked: list[Asked] = []
    years: list[int] = []
    months: list[str] = []
    rest, end = [], 0
    for match in re.finditer(_FIGURE, text):
        if match.start() < end:
            continue
        rest.append(text[end : match.start()])
        end = match.end()
        number = match["number"]
        if re.fullmatch(_YEAR, number) and not (match["before"] or match["after"] or match["plus"]):
            years.append(int(number))
            after = text[match.end("number") :]
            if month := re.match(_MONTH, after):
                months.append(f"{number}-{int(month[1]):02d}")
                end = match.end("number") + month.end()
            elif after.lstrip().startswith("年"):
                end = match.end("number") + after.index("年") + 1
            else:
                asked.append(_asked(text, match)._replace(spoken=True))
        else:
            asked.append(_asked(text, match))
        rest.append(" ")
    rest.append(text[end:])
    words = "".join(rest)
    return words, [*asked, *_spoken(words)], Times(tuple(dict.fromkeys(years)), tuple(months))


def _asked(text: str, match: re.Match[str]) -> Asked:
    from cci_cli.numerals import readings

    number = match["number"]
    reading = max(readings(number), key=lambda each: each.value)
    hedge = "over" if match["plus"] or re.search("[余多]", number) else "exact"
    before = text[: match.start()]
    hedge = next((name for pattern, name in _HEDGES if re.search(pattern, before)), hedge)
    unit = _UNITS.get((match["after"] or match["before"] or "").replace(" $", "$").strip())
    if match["before"] and match["before"].strip() != "$" and not match["after"]:
        unit = _UNITS.get(match["before"].replace(" ", ""))
    if "成" in number:
        unit = "%"
    return _of(match[0].strip(), reading.value, reading.place, unit, hedge)


def _of(typed: str, value: object, place: int, unit: str | None, hedge: str) -> Asked:
    from decimal import Decimal

    from cci_cli.quantities import interval

    exact = Decimal(str(value))
    meant: Interval = interval(exact, hedge, place=place)
    return Asked(typed, float(exact), float(meant.low), float(meant.high), unit)


def _spoken(words: str) -> list[Asked]:
    """Figures in words: they may be meant as figures, and stay words."""
    if not re.search(_SPOKEN, words):
        return []
    from cci_cli.numerals import readings

    read = {each.value: each for each in readings(re.sub(r"\d", " ", words)) if each.value > 1}
    return [
        _of(str(each.value), each.value, each.place, None, "exact")._replace(spoken=True)
        for each in read.values()
    ]
