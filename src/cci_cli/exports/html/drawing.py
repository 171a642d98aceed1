"""The development of a fact as a small drawing: a figure a year, with hedges, breaks and contradictions.

What is drawn, and where, is what a chart of :mod:`cci_cli.plot` says of the same fact.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from cci_cli.compare import Comparison
from cci_cli.compare.rows import row
from cci_cli.derive import TEXTS, years_of
from cci_cli.exports.html import signs
from cci_cli.exports.html.markup import Html, element, joined
from cci_cli.exports.html.signs import number
from cci_cli.plot.looks import kind
from cci_cli.plot.order import drawn_breaks
from cci_cli.plot.scale import ends, power_of_ten, scale_of
from cci_cli.plot.series import Drawer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.exports.html.contents import Contents
    from cci_cli.model import Fact, Number
    from cci_cli.plot.series import Point, Series

#: Lengths in CSS pixels: the widest drawing, the most that a year takes, the room for figures, above them for
#: the signs of hedges, beneath them for years, and at the sides.
_WIDTH, _MOST_SLOT, _HEIGHT, _TOP, _FOOT, _SIDE = 340.0, 44.0, 64.0, 14.0, 18.0, 16.0
#: A bar takes so much of its year; a year that is named needs so much room.
_BAR, _NAMED = 0.62, 40.0
#: A contradicting figure stands so far to the right of its year, in years.
_ASIDE = 0.3


def series_of(fact: Fact, known: Contents) -> Series | None:
    """The figures of a fact over the years; None if fewer than two years have one, or they are no series."""
    years = sorted(years_of(fact))
    if fact.kind in TEXTS or len(years) < 2:
        return None
    page = Comparison(years, [row(fact, years, known.sources)], dict(known.sources), dict(known.units), {})
    drawn = Drawer(known.sources, known.units, "en").chart("", page).series
    return drawn[0] if drawn and len(drawn[0].points) > 1 else None


def drawing(series: Series, named_by: str) -> Html:
    """A series as an image; ``named_by`` is the id of the element that says in words what it shows."""
    return _Panel(series).drawn(named_by)


class _Panel:
    """One series, and where its years and values stand."""

    def __init__(self, series: Series) -> None:
        self._series, self._scale = series, scale_of(series)
        self._first, self._last = series.points[0].year, series.points[-1].year
        years = self._last - self._first + 1
        self._slot = min(_MOST_SLOT, (_WIDTH - 2 * _SIDE) / years)
        self._width = 2 * _SIDE + self._slot * years

    def drawn(self, named_by: str) -> Html:
        width, height = number(self._width), number(_TOP + _HEIGHT + _FOOT)
        return element(
            "svg",
            *self._ground(),
            *(each for point in self._series.points for each in self._point(point)),
            *self._breaks(),
            role="img",
            aria_labelledby=named_by,
            viewBox=f"0 0 {width} {height}",
            width=width,
            height=height,
        )

    def _x(self, year: float) -> float:
        return _SIDE + (year - self._first + 0.5) * self._slot

    def _y(self, value: Number | float) -> float:
        place = self._scale.place(value)
        # of places in an order the first is on top
        return _TOP + _HEIGHT * (place if self._series.unit == "rank" else 1 - place)

    def _ground(self) -> Iterator[Html]:
        """The line from which bars rise, the steps of a logarithmic scale, years where there is room."""
        right = self._width - _SIDE
        yield signs.level("base", _SIDE, right, _TOP + _HEIGHT if self._scale.places else self._y(0))
        for exponent in self._decades():
            yield signs.level("step", _SIDE, right, self._y(power_of_ten(exponent)))
        every = max(1, ceil(_NAMED / self._slot))
        for year in sorted({self._last, *range(self._first, self._last - every + 1, every)}):
            yield signs.year(year, self._x(year), _TOP + _HEIGHT + _FOOT - 4)

    def _decades(self) -> list[int]:
        """The powers of ten on a logarithmic scale, as exponents; none on another."""
        found = self._scale.decades() if self._scale.log else []
        return [each for each in found if power_of_ten(each) <= self._scale.high]

    def _point(self, point: Point) -> Iterator[Html]:
        x, upper = self._x(point.year), point.value if point.upper is None else point.upper
        if self._scale.places:
            yield signs.place(kind(point), x, self._y(point.value))
        else:
            width = self._slot * _BAR
            yield signs.bar(kind(point), x, width, self._y(0), self._y(point.value))
            if point.upper is not None:
                yield signs.bar("allowed", x, width, self._y(point.value), self._y(upper))
        yield from self._hedge(point, x)
        for rival in point.rivals:
            yield signs.rival(x + min(_ASIDE * self._slot, 7), self._y(rival.value))

    def _hedge(self, point: Point, x: float) -> Iterator[Html]:
        """How far the words of a hedged figure allow it to be, and the sign of its hedge above that."""
        if point.qualifier == "exact":
            return
        low, high = (self._y(end) for end in ends(point))
        yield signs.reach(x, low, high)
        marker = 4 if self._scale.places else 0
        yield signs.hedge(point.qualifier, x, min(low, high, self._y(point.value) - marker))

    def _breaks(self) -> Iterator[Html]:
        for _, place in drawn_breaks(self._series):
            if self._first - 0.5 <= place <= self._last + 0.5:
                yield signs.parting(self._x(place), 2, _TOP + _HEIGHT + 4)


def legend() -> Iterator[tuple[Html, str]]:
    """The signs that drawings are made of, each with the key of the message that says what it means."""
    for key in ("reported", "implied", "partial"):
        yield _sample(signs.bar(key, 9, 10, 16, 5)), f"plot.{key}"
    for qualifier in ("over", "nearly", "about"):
        hedged = joined([signs.bar("reported", 9, 10, 16, 11), signs.hedge(qualifier, 9, 11)])
        yield _sample(hedged), f"plot.{qualifier}"
    yield _sample(signs.rival(9, 9)), "plot.conflict-legend"
    yield _sample(signs.parting(9, 1, 17)), "plot.break-legend"


def _sample(sign: Html) -> Html:
    return element("svg", sign, aria_hidden="true", viewBox="0 0 18 18", width="18", height="18")
