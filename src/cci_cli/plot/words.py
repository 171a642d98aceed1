"""Words and numbers that only a picture needs: units without values, parts of a year, axis labels."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from cci_cli import periods, wording
from cci_cli.messages import say
from cci_cli.plot.order import all_points
from cci_cli.units import CURRENCIES, ORDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cci_cli.model import Number
    from cci_cli.plot.series import Point, Series

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
#: Decimals that a scale word may leave to the values of a panel.
_MOST_DECIMALS = 3


class Scale(NamedTuple):
    """A power of ten that all numbers of a panel are divided by, and its word (`` billion``, ``亿``)."""

    power: int
    word: str


def part_of_year(time: str, year: int, lang: str) -> str:
    """A time as a part of a year, as short as it is clear: ``Jan to Oct``, ``30 Sep``, ``1至10月``.

    Years other than ``year`` are named; so are whole years.
    """
    first, _, last = time.partition("/")
    if not last:
        return _point(first, year, lang)
    if lang == "zh" and len(first) == len(last) == 7 and first[:4] == last[:4] == f"{year:04d}":
        return f"{int(first[5:])}至{int(last[5:])}月"
    return (" to " if lang == "en" else "至").join(_point(each, year, lang) for each in (first, last))


def _point(point: str, year: int, lang: str) -> str:
    start = periods.span(point).start
    pieces = point.split("-")
    other = int(pieces[0]) != year
    if lang == "zh":
        words = [f"{start.year}年" if other or len(pieces) == 1 else ""]
        words += [f"{int(each)}{name}" for each, name in zip(pieces[1:], "月日", strict=False)]
        return "".join(words)
    words = [str(start.day)] if len(pieces) == 3 else []
    words += [_MONTHS[start.month - 1]] if len(pieces) > 1 else []
    return " ".join([*words, *([str(start.year)] if other or len(pieces) == 1 else [])])


def common_scale(values: Iterable[Number], lang: str) -> Scale:
    """The largest scale word that leaves every value few decimals, so that one axis fits all."""
    exact = [Decimal(value) for value in values]
    most = max((abs(value) for value in exact), default=Decimal(0))
    for power, word in wording.SCALES[lang]:
        fits = all(_decimals(each, power) <= _MOST_DECIMALS for each in exact)
        if fits and most >= Decimal(1).scaleb(power):
            return Scale(power, word)
    return Scale(0, "")


def _decimals(value: Decimal, power: int) -> int:
    exponent = value.scaleb(-power).normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def number(value: Number, scale: Scale, lang: str) -> str:
    """A value as a panel writes it, in the panel's scale."""
    return wording.plain(Decimal(value).scaleb(-scale.power), lang)


def powers(value: Decimal) -> str:
    """A number as a few digits times a power of ten: ``10^12``, ``2.5×10^12``."""
    power = value.adjusted()
    digits = value.scaleb(-power).normalize()
    return f"10^{power}" if digits == 1 else f"{digits:f}×10^{power}"


def short_value(point: Point, series: Series, scale: Scale, lang: str) -> str:
    """A figure with its hedge and without its unit, which a panel names once."""
    if series.unit in ORDERS:
        return point.written
    ends = [number(each, scale, lang) for each in (point.value, point.upper) if each is not None]
    return wording.HEDGES[lang].get(point.qualifier, "") + (" to " if lang == "en" else "至").join(ends)


def scaled_unit(unit: str | None, name: str, scale: Scale, lang: str) -> str:
    """A panel's unit with its scale: ``US$ billion``, ``million TEU``, ``亿美元``, ``万标箱``."""
    if lang == "zh":
        return scale.word + name
    word = scale.word.strip()
    return " ".join(each for each in ((name, word) if unit in CURRENCIES else (word, name)) if each)


def years(asked: Sequence[int], lang: str) -> str:
    """Years in order: those in a row by the first and the last of them, else each."""
    if len(asked) > 1 and asked[-1] - asked[0] == len(asked) - 1:
        return say(lang, "plot.years", first=asked[0], last=asked[-1])
    return (", " if lang == "en" else "、").join(str(year) for year in asked)


def notes(series: Series, lang: str) -> list[str]:
    """What is noted of the figures of a series, each note once, after the years or figures that it is on."""
    noted: dict[str, dict[str, None]] = {}
    for each in all_points(series):
        if each.note:
            name = f"{each.year} {each.when}".rstrip()
            noted.setdefault(each.note, {})[f"{name} {each.written}" if each.rival else name] = None
    comma = say(lang, "compare.comma")
    return [say(lang, "compare.note-on", on=comma.join(on), caveat=note) for note, on in noted.items()]
