"""Where a value stands between the ends of a panel; a terminal and a file answer alike.

Amounts are lengths from zero. Where the largest is a hundred times the smallest or more, lengths would
hide the small ones: such values are places on a logarithmic scale, on which a length means nothing, and
so are places in an order (ranks, ordinals) on a plain one.
"""

from __future__ import annotations

from decimal import Decimal
from math import ceil, log10
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.plot.order import all_points
from cci_cli.units import ORDERS

if TYPE_CHECKING:
    from cci_cli.plot.series import Point, Series

#: From so many times the smallest value on, a panel's scale is logarithmic: two decades.
DECADES_APART = 100


class Scale(NamedTuple):
    """The ends of a panel's axis.

    ``log`` says that equal steps are equal factors, ``places`` that values are drawn as places and not
    as lengths from zero.
    """

    low: float
    high: float
    log: bool = False
    places: bool = False

    def place(self, value: Decimal | float) -> float:
        """Where a value stands, from 0 at the low end to 1 at the high end; beyond them, at them."""
        low, high, at = self.low, self.high, float(value)
        if self.log:
            low, high, at = log10(low), log10(high), log10(max(at, self.low))
        if high == low:
            return 0.0
        return min(max((at - low) / (high - low), 0.0), 1.0)

    def decades(self) -> list[int]:
        """The powers of ten on a logarithmic scale, as exponents, both ends included."""
        return list(range(Decimal(str(self.low)).adjusted(), ceil(log10(self.high)) + 1))


def power_of_ten(exponent: int) -> float:
    """The number nearest to a power of ten; ``10.0 ** 23`` is not."""
    return float(f"1e{exponent}")


def ends(point: Point) -> tuple[Decimal, Decimal]:
    """The least and the most that a figure can mean, an end that is open without limit being its value."""
    low, high = point.within.low, point.within.high
    most = point.value if point.upper is None else point.upper
    return (
        low if low.is_finite() else Decimal(point.value),
        high if high.is_finite() else Decimal(most),
    )


def scale_of(series: Series) -> Scale:
    """The scale on which all figures of a series can be read."""
    points = list(all_points(series))
    least = min(Decimal(each.value) for each in points)
    most = max(Decimal(each.value if each.upper is None else each.upper) for each in points)
    low, high = min(ends(each)[0] for each in points), max(ends(each)[1] for each in points)
    if least > 0 and most >= DECADES_APART * least and series.unit not in ORDERS:
        return Scale(power_of_ten(least.adjusted()), float(high), log=True, places=True)
    if series.unit in ORDERS:
        return Scale(1.0, float(max(most, Decimal(2))), places=True)
    return Scale(float(min(Decimal(0), low)) if least < 0 else 0.0, float(max(Decimal(0), high)))
