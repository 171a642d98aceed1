"""The change between two figures of one fact: difference, percent, growth a year, each as an interval.

Every figure is an interval (``quantities``), so every change is one: it holds each change that exact figures
within the two intervals could give. The arithmetic is that of R. E. Moore, "Interval Analysis"
(1966): the ends of a difference are those of the crossed ends, of a quotient of positive intervals
likewise; each end is rounded away from the middle.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from typing import TYPE_CHECKING, NamedTuple

from cci_cli import derive, periods
from cci_cli.quantities import INFINITY, Interval
from cci_cli.units import POINTS, is_count

if TYPE_CHECKING:
    from cci_cli.model import Fact, Observation

#: Digits that a computed number is given with; a source's own have three or four.
_DIGITS = 6
#: Enough for a base of fifteen digits and a root of it.
_WORKING = 34
_DOWN, _UP = Context(_WORKING, ROUND_FLOOR), Context(_WORKING, ROUND_CEILING)
_NEAREST = Context(_WORKING, ROUND_HALF_EVEN)
_HUNDRED, _ONE = Decimal(100), Decimal(1)
_DAYS_A_YEAR = Decimal("365.25")


class Range(NamedTuple):
    """A computed number: ``value`` from the figures as written, ``low`` to ``high`` all that they can mean.

    An end may be infinite.
    """

    value: Decimal
    low: Decimal
    high: Decimal

    @property
    def exact(self) -> bool:
        """Whether it can be one number only."""
        return self.low == self.high


class Change(NamedTuple):
    """The change of one fact from the year ``first`` to the year ``last``.

    ``difference`` is in the fact's unit, or (``points``) in percentage points. ``percent`` is absent where
    the base may be zero or less, and for shares. ``annual`` is the compound annual growth rate in percent,
    over ``elapsed`` years, where these are two years or more apart. ``hedged`` says that one of the figures
    is hedged, a range, or implied; ``grown`` that the percent is the growth that the source itself reported,
    from which the first figure was computed. ``otherwise`` are the changes that other figures would give,
    which contradict one of the two and whose sources are as good.
    """

    first: int
    last: int
    before: Observation
    after: Observation
    difference: Range
    percent: Range | None = None
    annual: Range | None = None
    elapsed: Decimal = _ONE
    points: bool = False
    hedged: bool = False
    grown: bool = False
    otherwise: tuple[Otherwise, ...] = ()


class Otherwise(NamedTuple):
    """A figure that contradicts one of a change, and the change that it would give."""

    observation: Observation
    change: Change


class _Figure(NamedTuple):
    """The values that a figure can mean, and the one that is written."""

    within: Interval
    written: Decimal


def change(fact: Fact, before: Observation, after: Observation) -> Change | None:
    """The change from one observation of a fact to a later one; both have values.

    None where nothing follows because both ends of the difference are open. Whether the two may be
    compared at all is not asked here: see :mod:`cci_cli.compare.rows`.
    """
    old, new = _figure(fact, before), _figure(fact, after)
    difference = _difference(old, new)
    if difference.low == -INFINITY and difference.high == INFINITY:
        return None
    first, last = periods.year_of(before.time), periods.year_of(after.time)
    points = fact.unit in POINTS
    hedged = _hedged(before) or _hedged(after)
    found = Change(first, last, before, after, difference, points=points, hedged=hedged)
    if before.status == "implied" and derive.origin(fact, before) is after:
        found = _as_reported(found, new)
    elif not points and old.within.low > 0:
        found = found._replace(percent=_percent(old, new))
    if found.percent and last - first > 1 and old.within.low > 0 and new.within.low >= 0:
        elapsed = elapsed_years(fact.kind, before.time, after.time)
        found = found._replace(annual=_annual(old, new, elapsed), elapsed=elapsed)
    return found


def _figure(fact: Fact, observation: Observation) -> _Figure:
    within, written = meant(fact, observation), point(observation)
    if not within.low <= written <= within.high:  # an implied value of a count, rounded to a whole number
        written = (within.low + within.high) / 2
    return _Figure(within, written)


def meant(fact: Fact, observation: Observation) -> Interval:
    """The values that an observation can mean: its interval, and of an exact count the whole number in it.

    ``[229.5, 230.5)`` makes a figure that was rounded agree with one that was not; of projects there are 230.
    """
    found = derive.meaning(fact, observation)
    assert found
    if is_count(fact.unit) and observation.qualifier == "exact" and observation.status == "reported":
        low, high = point(observation, "low"), point(observation, "high")
        if low % 1 == high % 1 == 0 and found.high - high == Decimal("0.5"):
            return Interval(low, high)
    return found


def point(observation: Observation, where: str = "middle") -> Decimal:
    """The value as it is written; of a range its ``low`` or ``high`` end, or the ``middle``."""
    assert observation.value is not None
    low = Decimal(observation.value)
    high = low if observation.upper is None else Decimal(observation.upper)
    return {"low": low, "high": high, "middle": (low + high) / 2}[where]


def _hedged(observation: Observation) -> bool:
    return (
        observation.qualifier != "exact" or observation.status == "implied" or observation.upper is not None
    )


def _difference(old: _Figure, new: _Figure) -> Range:
    return _around(
        _NEAREST.subtract(new.written, old.written),
        _DOWN.subtract(new.within.low, old.within.high),
        _UP.subtract(new.within.high, old.within.low),
    )


def _percent(old: _Figure, new: _Figure) -> Range:
    value, low, high = _ratios(old, new)
    return _around(_growth(value, _NEAREST), _growth(low, _DOWN), _growth(high, _UP))


def _growth(ratio: Decimal, rounding: Context) -> Decimal:
    """A ratio as a change in percent."""
    return rounding.multiply(rounding.subtract(ratio, _ONE), _HUNDRED)


def _ratios(old: _Figure, new: _Figure) -> tuple[Decimal, Decimal, Decimal]:
    """The new figure over the old one, which is positive: as written, and the ends of what it can be."""
    low, high = new.within.low, new.within.high
    least = old.within.high if low >= 0 else old.within.low
    most = old.within.low if high >= 0 else old.within.high
    return _NEAREST.divide(new.written, old.written), _DOWN.divide(low, least), _UP.divide(high, most)


def _annual(old: _Figure, new: _Figure, elapsed: Decimal) -> Range:
    """The compound annual growth rate, in percent: ``(new / old) ** (1 / years) - 1``."""
    value, low, high = (
        _growth(_root(ratio, elapsed, rounding), rounding)
        for ratio, rounding in zip(_ratios(old, new), (_NEAREST, _DOWN, _UP), strict=True)
    )
    return _around(value, low, high)


def _root(ratio: Decimal, years: Decimal, rounding: Context) -> Decimal:
    """``ratio ** (1 / years)``, not above (or below) the true root where the context rounds down (or up)."""
    if ratio == 0 or not ratio.is_finite():
        return ratio
    # a power is correct to its last digit only, and its exponent is rounded too: four digits are given up
    root = _NEAREST.power(ratio, _NEAREST.divide(_ONE, years))
    slack = Decimal(1).scaleb(root.adjusted() - _WORKING + 5)
    if rounding is _DOWN:
        return root - slack
    return root + slack if rounding is _UP else root


def _as_reported(found: Change, new: _Figure) -> Change:
    """A change from the value that a growth implies to the one that it was reported of: the growth itself.

    The two figures are not independent, so that crossed ends would make the change wider than the words.
    The difference is ``new * growth / (100 + growth)``, which rises with the growth.
    """
    growth = derive.growth_interval(found.after)
    assert growth is not None
    assert found.after.growth is not None

    def grown(figure: Decimal, rate: Decimal, rounding: Context) -> Decimal:
        return rounding.multiply(figure, rounding.divide(rate, _HUNDRED + rate))

    rate = Decimal(found.after.growth)
    value = grown(new.written, rate, _NEAREST)
    low = min(grown(end, growth.low, _DOWN) for end in new.within[:2])
    high = max(grown(end, growth.high, _UP) for end in new.within[:2])
    return found._replace(
        difference=_around(value, low, high), percent=_around(rate, growth.low, growth.high), grown=True
    )


def _around(value: Decimal, low: Decimal, high: Decimal) -> Range:
    """A computed number with few digits; its ends are rounded outwards, and the value lies between them."""
    if low == high == value:
        return Range(value, value, value)
    shown = _few_digits(value, ROUND_HALF_EVEN)
    low, high = _few_digits(low, ROUND_FLOOR), _few_digits(high, ROUND_CEILING)
    return Range(shown, min(low, shown), max(high, shown))


def _few_digits(value: Decimal, rounding: str) -> Decimal:
    if not value.is_finite():
        return value
    if value == 0:
        return Decimal(0)
    place = value.adjusted() - _DIGITS + 1
    return value.quantize(Decimal(1).scaleb(min(place, 0)), rounding, _NEAREST)


def elapsed_years(kind: str, one: str, other: str) -> Decimal:
    """The years from the end of one time to that of a later one: a whole number from day to same day.

    Else, and never for flows, it is the number of days over 365.25, to two decimals.
    """
    first, second = periods.span(one).end, periods.span(other).end
    apart = second.year - first.year
    if kind == "flow" or _same_day(first, second):
        return Decimal(apart)
    from datetime import date

    days = date(*second).toordinal() - date(*first).toordinal()
    return (Decimal(days) / _DAYS_A_YEAR).quantize(Decimal("0.01"))


def _same_day(one: periods.Day, other: periods.Day) -> bool:
    return one[1:] == other[1:] or all(
        day.month == 2 and day.day == periods.days_in_month(day.year, 2) for day in (one, other)
    )
