"""What stands where along the years: figures, breaks between them, and years without a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import periods

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cci_cli.plot.series import Break, Point, Series


class Gap(NamedTuple):
    """Years in a row for which no figure speaks, both ends included."""

    first: int
    last: int


def all_points(series: Series) -> Iterator[Point]:
    """Every figure of a series, each followed by those that contradict it."""
    for point in series.points:
        yield point
        yield from point.rivals


def drawn_breaks(series: Series) -> list[tuple[Break, float]]:
    """The breaks of a series, each with the place where it parts the figures that it parts.

    A place is a year with its fraction, the year's figure standing at the whole number: a stock counted
    before the break stands left of it, one counted after right of it, however late in the year.
    """
    return [(each, _place(series, periods.span(each.time).start)) for each in series.breaks]


def _place(series: Series, day: tuple[int, int, int]) -> float:
    year, month, date = day
    place = year - 0.5 + (month - 1) / 12 + (date - 1) / 372
    for point in series.points:
        if point.year == year:
            start, end = periods.span(point.time)
            if end < day:
                return year + 0.5
            if series.kind != "flow" or start >= day:
                return year - 0.5
    return place


def in_order(series: Series, years: Sequence[int]) -> Iterator[Point | Break | Gap]:
    """Everything that a panel shows, in order of time; years that were not asked for are not missed."""
    breaks = drawn_breaks(series)
    spoken = {year: [each for each in all_points(series) if each.year == year] for year in years}
    gap: Gap | None = None
    since = float("-inf")
    for year in years:
        passed = [each for each, place in breaks if since <= place < year]
        since = year
        if gap and (passed or spoken[year] or year > gap.last + 1):
            yield gap
            gap = None
        yield from passed
        yield from spoken[year]
        if not spoken[year]:
            gap = Gap(gap.first if gap else year, year)
    if gap:
        yield gap
    yield from (each for each, place in breaks if place >= since)
