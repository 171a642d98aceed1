"""A change computed from figures holds every change that exact figures within them could give."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cci_cli import derive
from cci_cli.compare.change import Change, Range, change, elapsed_years, meant
from cci_cli.model import QUALIFIERS, Citation, Fact, Observation, Source, Text

if TYPE_CHECKING:
    from cci_cli.quantities import Interval

BOTH = Text("x", "甲")
SOURCES = {"daily": Source("daily", "article-newspaper")}
UNITS = ["project", "USD", "t", "%", "flight/week"]
values = st.one_of(
    st.integers(-50, 3000),
    st.integers(0, 10**12),
    st.decimals("-99", "9999", places=2, allow_nan=False, allow_infinity=False),
)
hedges = st.sampled_from(QUALIFIERS)
#: Where in an interval an exact figure lies, from its lower to its upper end.
places = st.fractions(0, 1)


def figure(
    time: str, value: int | Decimal, qualifier: str = "exact", upper: int | Decimal | None = None
) -> Observation:
    quoted = f"{value:,}" if upper is None else f"{value:,}-{upper:,}"
    return Observation(time, time, value, upper, qualifier, citations=(Citation("daily", quoted),))


def fact_of(kind: str, unit: str, *figures: Observation) -> Fact:
    return derive.derived_fact(Fact("a.b", "a", BOTH, kind, unit, BOTH, observations=figures), SOURCES)


def within(interval: Interval, place: Fraction) -> Fraction:
    """An exact figure of an interval; an end that is open is as good as reached."""
    low = max(interval.low, Decimal(-(10**13)))
    high = min(interval.high, Decimal(10**13))
    return Fraction(low) + (Fraction(high) - Fraction(low)) * place


def holds(found: Range, value: Fraction) -> bool:
    above = not found.low.is_finite() or Fraction(found.low) <= value
    return above and (not found.high.is_finite() or value <= Fraction(found.high))


def root(value: Fraction, years: Decimal) -> Fraction:
    """A root to fifty digits, far more than a change is given with."""
    with localcontext(prec=60):
        return Fraction((Decimal(value.numerator) / Decimal(value.denominator)) ** (1 / years))


def assert_holds(found: Change, old: Fraction, new: Fraction) -> None:
    assert holds(found.difference, new - old)
    if found.percent:
        assert holds(found.percent, (new / old - 1) * 100)
    if found.annual:
        assert holds(found.annual, (root(new / old, found.elapsed) - 1) * 100)


@given(
    st.sampled_from(["stock", "flow", "level"]), st.sampled_from(UNITS),
    values, hedges, places, values, hedges, places, st.integers(1, 12),
)  # fmt: skip
def test_a_change_holds_every_change_within_the_hedges(
    kind: str, unit: str, old: int, before: str, one: Fraction, new: int, after: str, other: Fraction,
    years: int,
) -> None:  # fmt: skip
    first, last = figure("2010", old, before), figure(str(2010 + years), new, after)
    fact = fact_of(kind, unit, first, last)
    found = change(fact, *fact.observations)
    if found:
        was, now = (within(derive.interval(each), place) for each, place in ((first, one), (last, other)))  # type: ignore[arg-type]
        if all(meant(fact, each) == derive.interval(each) for each in (first, last)):
            assert_holds(found, was, now)
        # of things that are counted only whole numbers are meant
        whole = [
            Fraction(meant(fact, each).low) for each in (first, last) if meant(fact, each).low.is_finite()
        ]
        if len(whole) == 2:
            assert_holds(found, *whole)
        assert found.hedged == (before != "exact" or after != "exact")


@given(st.integers(1, 900), st.integers(0, 90), st.integers(1, 900), st.integers(0, 90), places, places)
def test_a_change_of_ranges_holds_every_change_between_their_ends(
    old: int, wide: int, new: int, wider: int, one: Fraction, other: Fraction
) -> None:
    first, last = figure("2018", old, upper=old + wide), figure("2020", new, upper=new + wider)
    fact = fact_of("level", "ms", first, last)
    found = change(fact, *fact.observations)
    assert found
    assert_holds(found, within(meant(fact, first), one), within(meant(fact, last), other))


@given(
    st.integers(1, 10**9), hedges.filter(lambda each: not each.startswith("at-")), places,
    st.decimals(-80, 400, places=1), hedges.filter(lambda each: not each.startswith("at-")), places,
)  # fmt: skip
def test_a_change_from_an_implied_value_holds_every_growth_that_is_meant(
    now: int, qualifier: str, one: Fraction, growth: Decimal, hedge: str, other: Fraction
) -> None:
    """The figure and the growth are what the source gave: the year before follows from both."""
    reported = figure("2020", now, qualifier)._replace(growth=growth, growth_qualifier=hedge)
    fact = fact_of("flow", "USD", reported)
    assume(len(fact.observations) == 2)
    found = change(fact, *fact.observations)
    assert found
    assert found.grown
    rates = derive.growth_interval(reported)
    assert rates
    rate = within(rates, other)
    current = within(meant(fact, fact.observations[1]), one)
    before = current / (1 + rate / 100)
    assert holds(found.difference, current - before)
    assert found.percent
    assert holds(found.percent, rate)
    # the value itself is an interval with ends of 28 digits
    meaning = derive.meaning(fact, fact.observations[0])
    assert meaning
    assert Fraction(meaning.low) - before < Fraction(1, 10**12)
    assert before - Fraction(meaning.high) < Fraction(1, 10**12)


@given(values, hedges, values, hedges)
def test_the_number_shown_lies_between_the_ends(old: int, before: str, new: int, after: str) -> None:
    fact = fact_of("stock", "USD", figure("2015", old, before), figure("2019", new, after))
    found = change(fact, *fact.observations)
    for each in (found.difference, found.percent, found.annual) if found else ():
        assert each is None or each.low <= each.value <= each.high


@pytest.mark.parametrize(
    ("kind", "one", "other", "years"),
    [
        ("flow", "2018", "2020", "2"),
        ("flow", "2018-01/2018-03", "2020-01/2020-03", "2"),
        ("stock", "2018", "2020-12-31", "2"),
        ("stock", "2018-06-30", "2020-06", "2"),
        ("stock", "2016-02-29", "2019-02", "3"),
        ("level", "2018-12-31", "2020-06-30", "1.5"),
        ("stock", "2020-10-31", "2025-11-10", "5.03"),
    ],
)
def test_the_years_between_two_times(kind: str, one: str, other: str, years: str) -> None:
    assert elapsed_years(kind, one, other) == Decimal(years)


def test_a_count_is_a_whole_number() -> None:
    """Of [7.5, 8.5) projects there are 8, so that two more are a quarter; of days there are about 8."""
    eight, ten = figure("2019", 8), figure("2020", 10)
    counted = change(fact_of("stock", "project", eight, ten), eight, ten)
    assert counted
    assert counted.percent == Range(Decimal(25), Decimal(25), Decimal(25))
    measured = change(fact_of("level", "d", eight, ten), eight, ten)
    assert measured
    assert measured.percent == Range(Decimal(25), Decimal("11.7647"), Decimal(40))
