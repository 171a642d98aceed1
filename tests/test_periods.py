"""Times: the days they cover, their order, and when two of them are one."""

from __future__ import annotations

import calendar
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cci_cli.model import KINDS
from cci_cli.periods import Day, days_in_month, same_time, sort_key, span, whole_years, year_before, year_of

CASES = tomllib.loads(Path(__file__).with_name("cases").joinpath("periods.toml").read_text("utf-8"))
#: Each with the years before and after that :mod:`datetime` knows too.
dates = st.dates(date(2, 1, 1), date(9998, 12, 31))
points = st.builds(lambda day, length: day.isoformat()[:length], dates, st.sampled_from([4, 7, 10]))
kinds = st.sampled_from(KINDS)


@st.composite
def well_formed(draw: st.DrawFn) -> str:
    """A year, month or day, or an interval of two of them."""
    first: str = draw(points)
    last: str | None = draw(points | st.none())
    if last is None:
        return first
    first, last = sorted((first, last), key=lambda point: span(point).end)
    assume(span(first).start <= span(last).end)
    return f"{first}/{last}"


times = well_formed()


def day(text: str) -> Day:
    """The day of an ISO 8601 date."""
    return Day(*(int(part) for part in text.split("-")))


@pytest.mark.parametrize("case", CASES["spans"], ids=lambda case: case["time"])
def test_a_time_covers_days(case: dict[str, Any]) -> None:
    assert span(case["time"]) == (day(case["start"]), day(case["end"]))
    assert year_of(case["time"]) == day(case["end"]).year
    assert whole_years(case["time"]) is case["whole_years"]


@pytest.mark.parametrize("time", CASES["malformed"]["times"], ids=repr)
def test_a_malformed_time_is_refused(time: str) -> None:
    for function in (span, whole_years, year_of, sort_key):
        with pytest.raises(ValueError, match=r"(?s).*"):
            function(time)
    for kind in KINDS:
        with pytest.raises(ValueError, match=r"(?s).*"):
            same_time(kind, "2019", time)


@given(st.text(max_size=21) | st.text("0123456789-/", max_size=21))
def test_any_other_text_is_refused(text: str) -> None:
    try:
        start, end = span(text)
    except ValueError:
        return
    assert start <= end
    assert set(text) <= set("0123456789-/")


@given(dates)
def test_a_day_covers_itself(one: date) -> None:
    both = Day(one.year, one.month, one.day)
    assert span(one.isoformat()) == (both, both)


@given(dates)
def test_a_month_ends_where_the_calendar_says(one: date) -> None:
    length = calendar.monthrange(one.year, one.month)[1]
    assert days_in_month(one.year, one.month) == length
    assert span(one.isoformat()[:7]) == (Day(one.year, one.month, 1), Day(one.year, one.month, length))


@pytest.mark.parametrize(
    ("year", "length"),
    [(2019, 28), (2020, 29), (2024, 29), (2025, 28), (1900, 28), (2000, 29), (2100, 28), (2400, 29)],
)
def test_february(year: int, length: int) -> None:
    assert days_in_month(year, 2) == length


@given(times)
def test_a_time_starts_before_it_ends(time: str) -> None:
    start, end = span(time)
    assert start <= end
    assert year_of(time) == end.year


@given(points, points)
def test_an_interval_covers_both_its_ends(first: str, last: str) -> None:
    if span(last).end < span(first).start:
        with pytest.raises(ValueError, match=last):
            span(f"{first}/{last}")
    else:
        assert span(f"{first}/{last}") == (span(first).start, span(last).end)


@given(st.integers(1, 9999), st.integers(0, 50))
def test_whole_years(year: int, more: int) -> None:
    first, last = f"{year:04d}", f"{min(year + more, 9999):04d}"
    assert whole_years(first)
    assert whole_years(f"{first}/{last}")
    assert whole_years(f"{first}-01/{last}-12")
    assert not whole_years(f"{first}-02/{last}-12")
    assert not whole_years(f"{first}-01/{last}-11")
    assert not whole_years(f"{first}-01-02/{last}")


@pytest.mark.parametrize("case", CASES["years_before"], ids=lambda case: case["time"])
def test_the_year_before(case: dict[str, Any]) -> None:
    assert year_before(case["time"]) == case["gives"]


@given(times)
def test_the_year_before_is_the_same_time_a_year_earlier(time: str) -> None:
    now, before = span(time), span(year_before(time))
    for later, earlier in zip(now, before, strict=True):
        assert earlier.year == later.year - 1
        assert earlier.month == later.month
        assert earlier.day == min(later.day, days_in_month(*earlier[:2])) or (later.month, later.day) == (
            2,
            28,
        )
    assert len(year_before(time)) == len(time)
    assert whole_years(year_before(time)) is whole_years(time)


@given(times, times)
def test_times_are_ordered_by_their_end(one: str, other: str) -> None:
    first, second = span(one), span(other)
    assume(first.end < second.end)
    assert sort_key(one) < sort_key(other)


@given(times)
def test_of_times_with_one_end_the_longer_comes_first(time: str) -> None:
    start, end = span(time)
    assume(start < end)
    last_day = "-".join(f"{part:0{width}d}" for part, width in zip(end, (4, 2, 2), strict=True))
    assert sort_key(time) < sort_key(last_day)


def test_the_order_of_times() -> None:
    ordered = [
        "2018-12-31",
        "2019-01",
        "2019-10-31",
        "2019-01/2019-11",
        "2019-11",
        "2019-11-30",
        "2018/2019",
        "2019",
        "2019-12",
        "2019-12-31",
        "2020-01-01",
    ]
    for earlier, later in pairwise(ordered):
        assert sort_key(earlier) < sort_key(later)


@pytest.mark.parametrize("case", CASES["same_times"], ids=lambda case: f"{case['one']}, {case['other']}")
def test_one_time_or_two(case: dict[str, Any]) -> None:
    for kind in case["kinds"]:
        assert same_time(kind, case["one"], case["other"]) is case["same"]


@given(kinds, times, times)
def test_being_the_same_time_goes_both_ways(kind: str, one: str, other: str) -> None:
    assert same_time(kind, one, other) is same_time(kind, other, one)


@given(kinds, dates, st.integers(0, 1))
def test_a_month_and_its_days(kind: str, one: date, shift: int) -> None:
    month = f"{one.year + shift:04d}-{one.month:02d}"
    expected = shift == 0 and kind != "flow"
    assert same_time(kind, one.isoformat(), month) is expected
    assert same_time(kind, month, one.isoformat()) is expected


@given(kinds, times)
def test_a_time_is_the_same_as_itself(kind: str, time: str) -> None:
    assert same_time(kind, time, time)


@given(times, times)
def test_flows_are_compared_over_the_same_days_only(one: str, other: str) -> None:
    assert same_time("flow", one, other) is (span(one) == span(other))


@given(st.sampled_from(["stock", "level", "share"]), times, times)
def test_what_stands_at_the_same_end_is_the_same_time(kind: str, one: str, other: str) -> None:
    if span(one).end == span(other).end:
        assert same_time(kind, one, other)
    if span(one).end[:2] != span(other).end[:2]:
        assert not same_time(kind, one, other)
