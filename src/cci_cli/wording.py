"""Values, hedges and times written as a person writes them, in English and Chinese.

``over US$32.2 billion`` and ``超322亿美元``; ``4th`` and ``第4``; ``70 to 80 ms`` and ``70至80毫秒``. A
number keeps every digit that it has: scale words are used only where they lose none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from cci_cli.messages import say
from cci_cli.units import CURRENCIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cci_cli.model import Fact, Number, Observation, Unit

#: How each qualifier is said before a value.
HEDGES = {
    "en": {
        "over": "over ",
        "about": "about ",
        "nearly": "nearly ",
        "at-least": "at least ",
        "at-most": "at most ",
    },
    "zh": {"over": "超", "about": "约", "nearly": "近", "at-least": "至少", "at-most": "不超过"},
}
#: The scale words of each language with their powers of ten, the largest first.
SCALES = {
    "en": ((12, " trillion"), (9, " billion"), (6, " million")),
    "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
}
_SCALE_WORD = re.compile(r"[-\d.,]")
#: Decimals that a scale word may leave; with more, a count is written in full.
_MOST_DECIMALS = {"en": 3, "zh": 4}


def figure(observation: Observation, unit: str | None, units: Mapping[str, Unit], lang: str) -> str:
    """An observation's value with its hedge and unit; empty if it has none.

    A built-in figure whose unit the user has named anew says so: its source said another word.
    """
    if observation.value is None:
        return ""
    hedge = HEDGES[lang].get(observation.qualifier, "")
    written = hedge + amount(observation.value, unit, units, lang, upper=observation.upper)
    known = units.get(unit or "")
    anew = known is not None and known.own and not observation.own and unit not in CURRENCIES
    return f"{written} {say(lang, 'mark-own-unit')}" if anew else written


def amount(
    value: Number, unit: str | None, units: Mapping[str, Unit], lang: str, *, upper: Number | None = None
) -> str:
    """A value, or a range, with its unit."""
    ends = [value] if upper is None else [value, upper]
    if unit in ("ordinal", "rank"):
        return _between([_ordinal(int(end), lang) for end in ends], lang)
    money = unit in CURRENCIES
    numbers = [scaled(end, lang, money=money) for end in ends]
    if len({_SCALE_WORD.sub("", number) for number in numbers}) > 1:
        # "9000至1.2万" could be read as 90 million to 12,000
        numbers = [plain(Decimal(end), lang) for end in ends]
    if unit == "%":  # 70%至80%, for 70至80% could be read as 70 to 80 percent or as a plain 70
        return _between([f"{number}%" for number in numbers], lang)
    number = _between(numbers, lang)
    if unit in CURRENCIES:
        before, after = CURRENCIES[unit]
        sign = "-" if value < 0 else ""
        return sign + before + number.lstrip("-") if lang == "en" else number + after
    return with_unit(number, unit, units, lang, singular=abs(value) == 1 and upper is None)


def with_unit(
    number: str, unit: str | None, units: Mapping[str, Unit], lang: str, *, singular: bool = False
) -> str:
    """A number that is written out, with a unit that is no money."""
    known = units.get(unit or "")
    if lang == "zh":
        return number + (known.zh if known else f" {unit}" if unit else "")
    name = (known.en if singular else known.plural) if known else unit or ""
    return f"{number} {name}" if name else number


def bare(observation: Observation, unit: str | None, lang: str) -> str:
    """An observation's value with its hedge, without its unit; a place in an order is written as one."""
    assert observation.value is not None
    hedge = HEDGES[lang].get(observation.qualifier, "")
    if unit in ("ordinal", "rank", "%"):
        return hedge + amount(observation.value, unit, {}, lang, upper=observation.upper)
    ends = [observation.value] if observation.upper is None else [observation.value, observation.upper]
    return hedge + _between([scaled(end, lang, money=unit in CURRENCIES) for end in ends], lang)


def unit_name(unit: str | None, units: Mapping[str, Unit], lang: str) -> str:
    """A unit on its own: what it is called for several, of money the sign; empty where figures show it."""
    if unit in (None, "ordinal", "rank", "%"):
        return ""
    if unit in CURRENCIES:
        before, after = CURRENCIES[unit]
        return before.strip() if lang == "en" else after
    known = units.get(unit)
    return (known.plural if lang == "en" else known.zh) if known else unit


def _between(ends: list[str], lang: str) -> str:
    return (" to " if lang == "en" else "至").join(ends)


def _ordinal(value: int, lang: str) -> str:
    if lang == "zh":
        return f"第{value}"
    tens, ones = divmod(value % 100, 10)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(ones, "th") if tens != 1 else "th"
    return f"{value}{ending}"


def scaled(value: Number, lang: str, *, money: bool = False) -> str:
    """A number with the largest scale word that loses no digit; a count leaves few decimals."""
    exact = Decimal(value)
    for power, word in SCALES[lang]:
        part = exact.scaleb(-power).normalize()
        if abs(part) >= 1 and ((money and power >= 6) or _few_decimals(part, power, lang)):
            return plain(part, lang) + word
    return plain(exact, lang)


def _few_decimals(part: Decimal, power: int, lang: str) -> bool:
    exponent = part.as_tuple().exponent
    assert isinstance(exponent, int)
    # 1.238万 is not how 12,380 is written in Chinese; 123.8万 is, for 1,238,000
    most = 2 if lang == "zh" and power == 4 and abs(part) < 100 else _MOST_DECIMALS[lang]
    return -exponent <= most


def plain(value: Decimal, lang: str) -> str:
    """A number in digits alone, English ones in groups of three."""
    return f"{value.normalize():,f}" if lang == "en" else f"{value.normalize():f}"


def percent(growth: Number, qualifier: str, lang: str) -> str:
    """A year-on-year change: ``+43.2%``, ``about +200%``, ``约+200%``."""
    hedge = HEDGES[lang].get(qualifier, "")
    return f"{hedge}{Decimal(growth).normalize() + 0:+,f}%"


def statement(fact: Fact, observation: Observation, units: Mapping[str, Unit], lang: str) -> str:
    """What an observation says: its figure, its text, or both."""
    written = figure(observation, fact.unit, units, lang)
    text = getattr(observation.text, lang) if observation.text else ""
    if written and text:
        return f"{written}; {text}" if lang == "en" else f"{written}；{text}"
    return written or text
