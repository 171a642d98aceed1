"""Figures as intervals: how wide, when they meet, what growth says of the year before."""

from __future__ import annotations

import tomllib
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cci_cli.model import QUALIFIERS
from cci_cli.quantities import (
    INFINITY,
    Interval,
    before_growth,
    interval,
    plain_place,
    rounded,
    step_place,
)

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("intervals.toml").read_text("utf-8"), parse_float=Decimal
)

values = st.builds(
    lambda digits, power: Decimal(digits).scaleb(power), st.integers(-99_999, 99_999), st.integers(-3, 10)
)
qualifiers = st.sampled_from(QUALIFIERS)
figures = st.builds(interval, values, qualifiers)


def read(figure: dict[str, Any]) -> Interval:
    """The interval of a figure as the cases write it."""
    return interval(
        figure["value"],
        figure.get("qualifier", "exact"),
        upper=figure.get("upper"),
        place=figure.get("place"),
    )


def holds(within: Interval, value: Decimal | int) -> bool:
    """Whether a value is one of an interval's, by what the fields say."""
    above = within.low < value or (within.low == value and not within.low_open)
    return above and (value < within.high or (value == within.high and not within.high_open))


@pytest.mark.parametrize("case", CASES["widths"], ids=lambda case: str(list(case["figure"].values())))
def test_a_figure_is_as_wide_as_its_words(case: dict[str, Any]) -> None:
    expected = Interval(case["low"], case["high"], "low" in case["open"], "high" in case["open"])
    assert read(case["figure"]) == expected


@pytest.mark.parametrize("case", CASES["meetings"], ids=lambda case: case["why"])
def test_figures_meet_if_both_can_be_true(case: dict[str, Any]) -> None:
    one, other = read(case["one"]), read(case["other"])
    assert one.meets(other) is case["meet"]
    assert other.meets(one) is case["meet"]


@given(values, qualifiers)
def test_an_interval_holds_its_value(value: Decimal, qualifier: str) -> None:
    assert holds(interval(value, qualifier), value)


@given(values, values, qualifiers)
def test_an_interval_holds_the_range_it_was_given(one: Decimal, other: Decimal, qualifier: str) -> None:
    low, high = sorted((one, other))
    whole = interval(low, qualifier, upper=high)
    assert holds(whole, low) or qualifier == "at-most"
    assert holds(whole, high)
    assert holds(whole, (low + high) / 2) or qualifier == "at-most"


@given(values)
def test_a_hedge_widens_in_its_direction_only(value: Decimal) -> None:
    size, step = abs(value), Decimal(1).scaleb(step_place(value))
    assert interval(size, "over")[:2] == (size, size + step)
    assert interval(size, "nearly")[:2] == (size - step, size)
    assert interval(size, "about")[:2] == (size - step, size + step)
    assert interval(size, "at-least")[:2] == (size, INFINITY)
    assert interval(size, "at-most")[:2] == (-INFINITY, size)


@given(values, qualifiers)
def test_a_hedge_on_a_negative_figure_is_about_its_size(value: Decimal, qualifier: str) -> None:
    size = interval(abs(value), qualifier)
    assert interval(-abs(value), qualifier)[:2] == ((-size.high, -size.low) if value else size[:2])


@given(values, qualifiers, st.integers(-3, 10))
def test_the_written_place_widens_exact_figures_only(value: Decimal, qualifier: str, place: int) -> None:
    placed = interval(value, qualifier, place=place)
    if qualifier == "exact":
        assert placed.high - value == value - placed.low == Decimal("0.5").scaleb(place)
    else:
        assert placed == interval(value, qualifier)


@given(figures, figures)
def test_two_intervals_meet_or_one_is_below(one: Interval, other: Interval) -> None:
    assert one.meets(other) is other.meets(one)
    assert [one.meets(other), one.below(other), other.below(one)].count(True) == 1


@given(figures)
def test_every_interval_meets_itself(one: Interval) -> None:
    assert one.meets(one)
    assert not one.below(one)


@given(st.integers(-30, 30), qualifiers, st.integers(-30, 30), qualifiers)
def test_intervals_meet_if_they_share_a_value(one: int, hedge: str, other: int, other_hedge: str) -> None:
    first, second = interval(one, hedge), interval(other, other_hedge)
    quarters = (Decimal(number) / 4 for number in range(-200, 201))  # all ends are multiples of a half
    assert first.meets(second) is any(holds(first, each) and holds(second, each) for each in quarters)


@given(st.integers(-(10**15), 10**15), st.integers(-(10**15), 10**15))
def test_different_counts_do_not_meet(one: int, other: int) -> None:
    assert interval(one, place=0).meets(interval(other, place=0)) is (one == other)


@given(
    st.integers(1, 10**12 - 1),
    st.integers(0, 11),
    st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
    st.data(),
)
def test_a_rounded_figure_meets_the_full_one(
    value: int, place: int, rounding: str, data: st.DataObject
) -> None:
    full = interval(value, place=0)
    short = Decimal(value).quantize(Decimal(1).scaleb(place), rounding)
    assert interval(short, place=place).meets(full)
    shorter = Decimal(value).quantize(Decimal(1).scaleb(data.draw(st.integers(place, 11))), rounding)
    assert interval(shorter, place=step_place(shorter) if shorter else 11).meets(full)


@given(st.integers(1, 10**12 - 1), st.integers(0, 11))
def test_a_figure_that_was_cut_meets_the_full_one_if_hedged(value: int, place: int) -> None:
    cut = Decimal(value).quantize(Decimal(1).scaleb(place), ROUND_DOWN)
    assume(cut)
    full = interval(value, place=0)
    assert interval(cut, "over").meets(full)
    assert interval(cut, "about").meets(full)
    assert interval(cut, "at-least").meets(full)


@given(st.integers(1, 99_999).filter(lambda digits: digits % 10), st.integers(-6, 12), st.booleans())
def test_the_step_is_the_last_digit_that_is_not_zero(digits: int, power: int, negative: bool) -> None:
    value = Decimal(-digits if negative else digits).scaleb(power)
    assert step_place(value) == power
    assert step_place(value.quantize(Decimal(1).scaleb(power - 3))) == power


@pytest.mark.parametrize("zero", [0, Decimal(0), Decimal("0.00"), Decimal("0E+3")])
def test_the_step_of_zero_is_one(zero: Decimal | int) -> None:
    assert step_place(zero) == 0
    assert plain_place(zero) == 0


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (2300, 0),
        (999_000, 0),
        (1_000_000, 6),
        (-1_000_000, 6),
        (1_230_000, 4),
        (78_800_000_000, 8),
        (78_812_345_678, 0),
        (Decimal("43.2"), -1),
        (Decimal("43.20"), -1),
        (Decimal("-3.55"), -2),
    ],
)
def test_zeros_at_the_end_count_below_a_million(value: Decimal | int, place: int) -> None:
    assert plain_place(value) == place


@pytest.mark.parametrize("case", CASES["growths"], ids=lambda case: str(case["growth"]["value"]))
def test_growth_implies_the_year_before(case: dict[str, Any]) -> None:
    bounds = before_growth(read(case["now"]), read(case["growth"]))
    assert bounds is not None
    assert (bounds.low.to_integral_value(), bounds.high.to_integral_value()) == (case["low"], case["high"])
    value = case["now"]["value"] / (1 + Decimal(case["growth"]["value"]) / 100)
    assert rounded(value, bounds) == case["rounded"]


@pytest.mark.parametrize("case", CASES["nothing_before"], ids=lambda case: case["why"])
def test_nothing_follows_from_an_open_end_or_a_total_loss(case: dict[str, Any]) -> None:
    assert before_growth(read(case["now"]), read(case["growth"])) is None


@given(
    st.integers(1, 10**12),
    st.decimals(-99, 1000, places=2),
    st.sampled_from(["exact", "over", "nearly", "about"]),
)
def test_the_year_before_grown_is_this_year(before: int, growth: Decimal, qualifier: str) -> None:
    now = Decimal(before) * (100 + growth) / 100
    change = interval(growth, qualifier, place=-2)
    assume(change.low > -100)
    bounds = before_growth(interval(now, place=-3), change)
    assert bounds is not None
    assert bounds.low <= before <= bounds.high


@given(st.integers(0, 10**9), st.integers(1, 10**6), st.integers(-99, 1000), st.integers(1, 50))
def test_the_bounds_before_growth_are_reached(low: int, width: int, least: int, spread: int) -> None:
    now = Interval(Decimal(low), Decimal(low + width))
    growth = Interval(Decimal(least), Decimal(least + spread))
    bounds = before_growth(now, growth)
    assert bounds is not None
    error = Decimal("1e-9")
    assert abs(bounds.low * (100 + growth.high) / 100 - now.low) < error
    assert abs(bounds.high * (100 + growth.low) / 100 - now.high) < error


@pytest.mark.parametrize("case", CASES["roundings"], ids=lambda case: case["gives"])
def test_a_value_is_rounded_to_what_is_supported(case: dict[str, Any]) -> None:
    within = Interval(Decimal(case["low"]), Decimal(case["high"]))
    assert str(rounded(Decimal(case["value"]), within)) == case["gives"]


@given(st.decimals(-(10**12), 10**12, places=6), st.decimals("0.00001", 10**9, places=5))
def test_rounding_moves_a_value_by_half_the_width_at_most(value: Decimal, width: Decimal) -> None:
    result = rounded(value, Interval(value - width / 2, value + width / 2))
    assert abs(result - value) <= width / 2
    assert "E" not in str(result)
