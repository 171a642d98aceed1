"""What follows from a fact base: order, ids, partial, weak, conflicts, implied values.

``cases/derive`` holds fact bases of one fact each. A comment at a file's head tells one observation, in
the order in which they come out::

    # expect: 2018#2 75890000000 implied conflicts=2018

That is the id; the value, ``low..upper`` for a range, ``-`` for a text; and what is marked.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cci_cli.derive import crosses_break, derived, derived_fact, interval, rests_on_weak
from cci_cli.factbase.load import load
from cci_cli.model import Break, Citation, Fact, Observation, Source, Text
from cci_cli.quantities import Interval

CASES = sorted((Path(__file__).parent / "cases" / "derive").glob("*.toml"))
SOURCES = {
    "daily": Source("daily", "article-newspaper"),
    "blog": Source("blog", "post-weblog", "weak"),
    "forum": Source("forum", "post", "weak"),
}
BOTH = Text("x", "甲")


def told(observation: Observation) -> str:
    value = "-" if observation.value is None else str(observation.value)
    if observation.upper is not None:
        value += f"..{observation.upper}"
    marks = {
        "implied": observation.status == "implied",
        "partial": observation.partial,
        "weak": observation.weak,
        "deprecated": observation.rank == "deprecated",
        "conflicts=" + ",".join(observation.conflicts_with): bool(observation.conflicts_with),
    }
    return " ".join([observation.id, value, *(mark for mark, holds in marks.items() if holds)])


def fact_of(kind: str, *observations: Observation, breaks: tuple[str, ...] = ()) -> Fact:
    return derived_fact(
        Fact(
            "trade.fact", "trade", BOTH, kind, "USD", BOTH, observations=observations,
            breaks=tuple(Break(time, BOTH) for time in breaks),
        ),
        SOURCES,
    )  # fmt: skip


def claim(time: str, value: int | Decimal, **more: Any) -> Observation:
    return Observation("", time, value, citations=(Citation("daily", f"{value:,}"),))._replace(**more)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_cases(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    expected = [line.removeprefix("# expect: ") for line in lines if line.startswith("# expect: ")]
    [fact] = derived(load(path)).facts
    assert [told(observation) for observation in fact.observations] == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_nothing_reported_is_changed(path: Path) -> None:
    base = load(path)
    [before], [after] = base.facts, derived(base).facts
    unmarked = [
        each._replace(id="", partial=False, weak=False, conflicts_with=())
        for each in after.observations
        if each.status == "reported"
    ]
    assert sorted(unmarked, key=repr) == sorted(before.observations, key=repr)
    assert after._replace(observations=()) == before._replace(observations=())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_conflicts_are_mutual_and_ids_unique(path: Path) -> None:
    [fact] = derived(load(path)).facts
    known = {each.id: each for each in fact.observations}
    assert len(known) == len(fact.observations)
    for each in fact.observations:
        for rival in each.conflicts_with:
            assert each.id in known[rival].conflicts_with
            assert rival != each.id


def test_everything_else_of_a_fact_base_stays() -> None:
    base = load(CASES[0])
    after = derived(base)
    assert (after.topics, after.sources, after.units) == (base.topics, base.sources, base.units)


# Implied values


def test_a_growth_implies_the_year_before_with_its_formula() -> None:
    [implied, reported] = fact_of("flow", claim("2019", 108_670_000_000, growth=Decimal("43.2"))).observations
    assert implied == Observation(
        id="2018",
        time="2018",
        value=Decimal(75_890_000_000),
        qualifier="about",
        status="implied",
        formula="108,670,000,000 / (1 + 43.2%)",
        citations=reported.citations,
    )
    assert reported.formula is None


def test_a_fall_implies_more_the_year_before() -> None:
    [implied, _] = fact_of("flow", claim("2019", 150, growth=Decimal("-25.5"))).observations
    assert implied.formula == "150 / (1 - 25.5%)"
    assert implied.value
    assert implied.value > 150


@pytest.mark.parametrize(
    ("value", "growth", "before"),
    [(120, 20, "100"), (1086, Decimal("43.2"), "758"), (15, Decimal("0.5"), "15"), (7, 200, "2")],
)
def test_implied_values_have_no_more_digits_than_are_known(
    value: int, growth: int | Decimal, before: str
) -> None:
    [implied, _] = fact_of("flow", claim("2019", value, growth=growth)).observations
    assert str(implied.value) == before


@given(st.integers(1, 10**12), st.integers(-95, 500), st.sampled_from(["exact", "over", "about", "nearly"]))
@settings(deadline=None)
def test_the_implied_value_gives_back_the_reported_one(value: int, growth: int, qualifier: str) -> None:
    """The value that is implied, were it reported in full, would confirm the growth."""
    observation = claim("2019", value, growth=growth, qualifier=qualifier)
    first = fact_of("flow", observation).observations[0]
    if first.status == "implied":
        exact = Decimal(value) / (1 + Decimal(growth) / 100)
        assert first.value is not None
        assert abs(first.value - exact) <= exact
        again = fact_of("flow", observation, claim("2018", round(exact, 3)))
        assert all(each.status == "reported" for each in again.observations)
        assert not any(each.conflicts_with for each in again.observations)


def test_a_hedged_growth_is_held_against_a_reported_value_with_its_hedge() -> None:
    grown = claim("2019", 120, growth=20, growth_qualifier="over")
    assert len(fact_of("flow", grown, claim("2018", 95)).observations) == 2
    contradicted = fact_of("flow", grown, claim("2018", 110)).observations
    assert [each.id for each in contradicted if each.conflicts_with] == ["2018", "2018#2"]


# Conflicts


@given(st.permutations([claim("2019", 1), claim("2019-12", 2), claim("2019-12-31", 3), claim("2018", 9)]))
def test_the_order_of_the_file_changes_no_conflict(observations: list[Observation]) -> None:
    fact = fact_of("stock", *observations)
    assert [(each.id, each.conflicts_with) for each in fact.observations] == [
        ("2018", ()),
        ("2019", ("2019-12", "2019-12-31")),
        ("2019-12", ("2019", "2019-12-31")),
        ("2019-12-31", ("2019", "2019-12")),
    ]


def test_conflicts_name_observations_in_their_order() -> None:
    fact = fact_of("stock", *(claim("2019", number) for number in range(12)))
    names = [each.id for each in fact.observations]
    assert names == ["2019", *(f"2019#{number}" for number in range(2, 13))]
    for each in fact.observations:
        assert list(each.conflicts_with) == [name for name in names if name != each.id]


# The plain functions


def test_the_interval_of_an_observation_is_as_fine_as_its_finest_quote() -> None:
    coarse, fine = Citation("daily", "78.8 billion"), Citation("daily", "78,800 million")
    value = 78_800_000_000
    assert interval(Observation("", "2019", value, citations=(coarse,))) == Interval(
        Decimal(78_750_000_000), Decimal(78_850_000_000), high_open=True
    )
    assert interval(Observation("", "2019", value, citations=(coarse, fine))) == Interval(
        Decimal(78_799_500_000), Decimal(78_800_500_000), high_open=True
    )
    assert interval(Observation("", "2019")) is None


def test_a_quote_without_the_number_does_not_narrow_it() -> None:
    quotes = (Citation("daily", "tripled", exception=BOTH), Citation("daily", "3 million"))
    narrow = interval(Observation("", "2019", 3_000_000, citations=quotes))
    assert narrow == Interval(Decimal(2_500_000), Decimal(3_500_000), high_open=True)


@pytest.mark.parametrize(
    ("sources", "weak"),
    [
        ((), False),
        (("blog",), True),
        (("blog", "forum"), True),
        (("blog", "daily"), False),
        (("daily",), False),
    ],
)
def test_weak_is_what_rests_on_weak_sources_alone(sources: tuple[str, ...], *, weak: bool) -> None:
    observation = Observation("", "2019", 1, citations=tuple(Citation(name, "1") for name in sources))
    assert rests_on_weak(observation, SOURCES) is weak


@pytest.mark.parametrize(
    ("one", "other", "crosses"),
    [
        ("2018", "2019", True),
        ("2019", "2018", True),
        ("2018-12-31", "2019-01-01", True),
        ("2019", "2020", False),
        ("2017", "2018", False),
        ("2019-01", "2019-12", False),
        ("2018", "2018", False),
    ],
)
def test_a_break_lies_between_two_times(one: str, other: str, *, crosses: bool) -> None:
    fact = Fact("a.b", "a", BOTH, "stock", breaks=(Break("2019-01-01", BOTH),))
    assert crosses_break(fact, one, other) is crosses
    assert crosses_break(fact._replace(breaks=()), one, other) is False


def test_nothing_is_implied_before_the_first_year() -> None:
    [first] = fact_of("flow", claim("0001", 120, growth=20)).observations
    assert told(first) == "0001 120"
