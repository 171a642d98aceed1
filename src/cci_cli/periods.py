"""Times as the fact base writes them: ISO 8601 years, months, days and intervals.

A time is a string: ``2019``, ``2019-11``, ``2019-11-07`` or ``start/end`` of two of these. Its
meaning is a span of days, both ends included.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A day of the Gregorian calendar; days compare in order of time."""

    year: int
    month: int
    day: int


class Span(NamedTuple):
    """From ``start`` to ``end``, both days included."""

    start: Day
    end: Day


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month - 1]


def _point(text: str) -> Span:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if year == 0:  # there is none, and none before the year 1
        raise ValueError(text)
    if not month:
        if match[2]:
            raise ValueError(text)
        return Span(Day(year, 1, 1), Day(year, 12, 31))
    if month > 12 or (match[3] and not 1 <= day <= days_in_month(year, month)):
        raise ValueError(text)
    if not day:
        return Span(Day(year, month, 1), Day(year, month, days_in_month(year, month)))
    return Span(Day(year, month, day), Day(year, month, day))


@lru_cache(maxsize=4096)  # a fact base says the same years again and again
def span(time: str) -> Span:
    """The days that a time covers.

    Raises ValueError if ``time`` is not well formed, names a day that does not exist, or ends
    before it starts.
    """
    first, slash, last = time.partition("/")
    start = _point(first)
    if not slash:
        return start
    end = _point(last)
    if end.end < start.start:
        raise ValueError(time)
    return Span(start.start, end.end)


def whole_years(time: str) -> bool:
    """Whether a time covers calendar years from their first day to their last."""
    start, end = span(time)
    return start[1:] == (1, 1) and end[1:] == (12, 31)


def year_of(time: str) -> int:
    """The year in which a time ends: the year it is reported for."""
    return span(time).end.year


def _point_before(point: str) -> str:
    year, dash, rest = point.partition("-")
    earlier = f"{int(year) - 1:04d}"
    if earlier == "0000":
        raise ValueError(point)
    if rest == "02-29":
        rest = "02-28"
    return earlier + dash + rest


def year_before(time: str) -> str:
    """The same time one year earlier (29 February becomes 28 February).

    Raises ValueError for the year 1, before which there is none.
    """
    first, slash, last = time.partition("/")
    if not slash:
        return _point_before(first)
    before = _point_before(last)
    # a period that ends with February ends with it the year before too
    if first != last and last.endswith("-02-28") and span(last[:7]).end.day == 28:
        before = f"{before[:7]}-{span(before[:7]).end.day}"
    return f"{_point_before(first)}/{before}"


def sort_key(time: str) -> tuple[Day, Day]:
    """A key that orders times by their end; of two with one end the longer span comes first."""
    start, end = span(time)
    return end, start


def same_time(kind: str, one: str, other: str) -> bool:
    """Whether two observations of one fact speak of one time, so that they can contradict.

    Flows must cover the same days. A stock, level or share of a year or a month is one at its end
    (a year-end stock is the stock of 31 December), and a month also meets every day within it, as
    does an event's month the event's day.
    """
    first, second = span(one), span(other)
    if first == second:
        return True
    if kind == "flow":
        return False
    if kind != "event" and first.end == second.end:
        return True
    return _month_holds(first, second) or _month_holds(second, first)


def _month_holds(month: Span, other: Span) -> bool:
    if month.start[:2] != month.end[:2]:
        return False
    return month.start <= other.start and other.end <= month.end
