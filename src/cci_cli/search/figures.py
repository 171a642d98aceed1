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
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
_FIGURE = (
    rf"(?P<before>us\s?\$|s\s?\$|hk\$|[$¥￥€£]|\b(?:usd|sgd|cny|rmb|hkd|eur)\s?)?\s?(?<![a-z0-9.])"
    rf"(?P<number>{_NUMBER}{_SCALE}(?:(?<=[亿万千百])[0-9]+(?:\.[0-9]+)?[亿万千百]?)*)"
    r"(?P<ordinal>(?:st|nd|rd|th)(?![a-z]))?(?P<plus>\+|多|余)?\s?"
    r"(?P<after>美元|美金|元人民币|人民币|新加坡元|新元|新币|坡币|港元|欧元|元|%|个?百分点|percent(?:age)?|pct|"
    r"us dollars?|singapore dollars?|dollars?|usd|sgd|cny|rmb|yuan|renminbi|"
    r"gbps|gbit/s|gb/s|g(?![a-z])|teus?(?![a-z])|标准?箱)?"
)
_UNITS = {
    "us$": "USD", "usd": "USD", "美元": "USD", "美金": "USD", "us dollar": "USD", "us dollars": "USD",
    "$": "$", "dollar": "$", "dollars": "$",
    "s$": "SGD", "sgd": "SGD", "新元": "SGD", "新币": "SGD", "坡币": "SGD", "新加坡元": "SGD",
    "singapore dollar": "SGD", "singapore dollars": "SGD", "hk$": "HKD", "hkd": "HKD", "港元": "HKD",
    "eur": "EUR", "€": "EUR", "欧元": "EUR", "£": "GBP",
    "元": "CNY", "元人民币": "CNY", "人民币": "CNY", "yuan": "CNY", "rmb": "CNY", "cny": "CNY", "¥": "CNY",
    "￥": "CNY", "renminbi": "CNY",
    "%": "%", "percent": "%", "percentage": "%", "pct": "%", "百分点": "percentage-point",
    "个百分点": "percentage-point",
    "gbps": "Gbit/s", "gbit/s": "Gbit/s", "gb/s": "Gbit/s", "g": "Gbit/s",
    "teu": "TEU", "teus": "TEU", "标箱": "TEU", "标准箱": "TEU",
}  # fmt: skip
_YEAR = r"(?:19|20)[0-9][0-9]"
#: A month, written after its year.
_MONTH = r"\s?(?:年\s?|[-/.])(1[0-2]|0?[1-9])(?:\s?月|(?![0-9.]))"
#: What hedges a figure, before it.
_HEDGES = (
    (r"(?:over|more than|above|exceed\w*|超过?|逾|突破)\s*$", "over"),
    (r"(?:about|around|approximately|some|roughly|nearly|almost|~|约|大约|近|接近)\s*$", "about"),
)
#: The name of a month before its year, with a day beside it or not.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = rf"\b({'|'.join(_MONTHS)})[a-z]*\.?,?\s*$"
#: What a number is the day or the month of.
_DATE = rf"\s*(?:月|日|号|(?:{'|'.join(_MONTHS)})[a-z]*\b)"
_ORDINAL = r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b|第"
#: Number words, which stay words as well.
_SPOKEN = (
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|"
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundred|dozen|half)\b"
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
        number, end = match["number"], match.end()
        if re.fullmatch(_YEAR, number) and not any(
            match[name] for name in ("before", "after", "plus", "ordinal")
        ):
            years.append(int(number))
            month, length, named = _month(rest[-1], text[match.end("number") :])
            rest[-1] = rest[-1][: len(rest[-1]) - named]
            end = match.end("number") + length
            months += [f"{number}-{month:02d}"] if month else []
            # a number of four digits may be a count as well
            asked += [] if length or named else _asked(text, match, spoken=True)
        elif not re.match(_DATE, text[end:]):
            asked += _asked(text, match)
        rest.append(" ")
    words = "".join([*rest, text[end:]])
    return words, [*asked, *_spoken(words)], Times(tuple(dict.fromkeys(years)), tuple(months))


def _month(before: str, after: str) -> tuple[int, int, int]:
    """The month beside a year (0: none), and how many characters after the year and before it say so."""
    if match := re.match(_MONTH, after):
        return int(match[1]), match.end(), 0
    if named := re.search(_MONTH_NAME, before):
        return _MONTHS.index(named[1]) + 1, 0, len(named[0])
    return 0, after.index("年") + 1 if after.lstrip().startswith("年") else 0, 0


def _asked(text: str, match: re.Match[str], *, spoken: bool = False) -> list[Asked]:
    from cci_cli.numerals import readings

    number = match["number"]
    reading = max(readings(number), key=lambda each: each.value, default=None)
    if reading is None:
        return []
    hedge = "over" if match["plus"] or re.search("[余多]", number) else "exact"
    before = text[: match.start()]
    hedge = next((name for pattern, name in _HEDGES if re.search(pattern, before)), hedge)
    asked = _of(match[0].strip(), reading.value, reading.place, _unit(match, before), hedge)
    return [asked._replace(spoken=spoken)]


def _unit(match: re.Match[str], before: str) -> str | None:
    """The unit that is written beside a figure."""
    if match["ordinal"] or before.endswith("第"):
        return "ordinal"
    if "成" in match["number"]:
        return "%"
    return _UNITS.get(match["after"] or "") or _UNITS.get((match["before"] or "").replace(" ", ""))


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

    unit = "ordinal" if re.search(_ORDINAL, words) else None
    read = {each.value: each for each in readings(re.sub("[0-9]", " ", words)) if each.value > 1 or unit}
    return [
        _of(str(each.value), each.value, each.place, unit, "exact")._replace(spoken=True)
        for each in read.values()
    ]
