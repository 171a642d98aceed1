"""Every figure is an interval, as wide as the words that report it allow.

``exact`` is half a unit of the last written digit either way: 78.8 billion is [78.75, 78.85) billion.
The upper end is open, or else "two summits" and "three summits" would meet at two and a half.
Hedges move by one step, the place of the last digit that is not zero: ``over 2,300`` is [2300, 2400),
``nearly`` one step down, ``about`` one step either way, since reports cut as often as they round.
``at-least`` and ``at-most`` are open to one side.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cci_cli.model import Number

INFINITY = Decimal("Infinity")


class Interval(NamedTuple):
    """The values that a figure can mean: from ``low`` to ``high``.

    ``low_open`` and ``high_open`` say that the end itself is not one of them.
    """

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both intervals."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Interval) -> bool:
        """Whether every value of this interval is smaller than every value of the other."""
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low


def step_place(value: Number) -> int:
    """The power of ten of the last digit that is not zero: 2300 gives 2, 43.2 gives -1, 0 gives 0."""
    exponent = Decimal(value).normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent if value else 0


def plain_place(value: Number) -> int:
    """The place of the last written digit where no quote shows how a value was written.

    Values from a million up are written with a scale word (million, 万), so that their zeros at
    the end were not counted; smaller ones are written in full.
    """
    step = step_place(value)
    return step if Decimal(value).copy_abs() >= 1_000_000 else min(step, 0)


def interval(
    value: Number, qualifier: str = "exact", *, upper: Number | None = None, place: int | None = None
) -> Interval:
    """The interval of a value with its hedge.

    ``upper`` is the upper end of a range that the source gave. ``place`` is the power of ten of the
    last written digit, from :func:`cci_cli.numerals.written_place`; without it, from
    :func:`plain_place`. A hedge on a negative value is about its size: "fell by over 25 percent".
    """
    if value < 0 and (upper is None or upper < 0):
        size = _interval(Decimal(-value if upper is None else -upper), Decimal(-value), qualifier, place)
        return Interval(-size.high, -size.low, size.high_open, size.low_open)
    return _interval(Decimal(value), Decimal(value if upper is None else upper), qualifier, place)


def _interval(low: Decimal, high: Decimal, qualifier: str, place: int | None) -> Interval:
    step_down, step_up = Decimal(1).scaleb(step_place(low)), Decimal(1).scaleb(step_place(high))
    half = Decimal("0.5").scaleb(plain_place(low) if place is None else place)
    match qualifier:
        case "over":
            return Interval(low, high + step_up, high_open=True)
        case "nearly":
            return Interval(low - step_down, high, low_open=True)
        case "about":
            return Interval(low - step_down, high + step_up)
        case "at-least":
            return Interval(low, INFINITY)
        case "at-most":
            return Interval(-INFINITY, high)
        case _:
            return Interval(low - half, high + half, high_open=True)


def before_growth(now: Interval, growth: Interval) -> Interval | None:
    """What a year-on-year growth in percent says of the year before: ``now / (1 + growth / 100)``.

    None where the growth may reach -100 %, the figure may be negative, or either interval has no end,
    since nothing follows then.
    """
    hundred = Decimal(100)
    least, most = hundred + growth.low, hundred + growth.high
    bounds = (now.low, now.high, least, most)
    if least <= 0 or now.low < 0 or not all(bound.is_finite() for bound in bounds):
        return None
    return Interval(now.low * hundred / most, now.high * hundred / least)


def rounded(value: Decimal, within: Interval) -> Decimal:
    """A value rounded to the digits that an interval supports: one more than is certain."""
    width = within.high - within.low
    place = min(width.adjusted(), value.adjusted()) if width else value.adjusted() - 3
    result = value.quantize(Decimal(1).scaleb(place))
    return result if result % 1 else Decimal(int(result))
