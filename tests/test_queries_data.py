"""The collection of queries that the search is judged by: well formed, and answered by the facts it names."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from cci_cli import derive, numerals, quantities
from cci_cli.derive import derived
from cci_cli.factbase.load import load
from conftest import FACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.model import Fact
    from cci_cli.numerals import Reading
    from cci_cli.quantities import Interval

KINDS = "english simplified traditional pinyin initials typing-error figure question".split()
YEARS = range(2010, 2031)


class Query(NamedTuple):
    query: str
    kind: str
    facts: list[str]


def collection() -> list[Query]:
    text = Path(__file__).with_name("data").joinpath("queries.toml").read_text("utf-8")
    return [Query(**each) for each in tomllib.loads(text)["queries"]]


QUERIES = collection()
FIGURES = [each for each in QUERIES if each.kind == "figure"]


@pytest.fixture(scope="module")
def facts() -> dict[str, Fact]:
    return {fact.id: fact for fact in derived(load(FACTS)).facts}


def test_there_are_enough_of_each_kind() -> None:
    kinds = Counter(each.kind for each in QUERIES)
    assert sorted(kinds) == sorted(KINDS)
    assert len(QUERIES) >= 200
    assert min(kinds.values()) >= 25, kinds


def test_no_query_stands_twice() -> None:
    same = Counter(unicodedata.normalize("NFKC", each.query).casefold().strip() for each in QUERIES)
    assert [query for query, times in same.items() if times > 1] == []


def test_facts_exist(facts: dict[str, Fact]) -> None:
    for each in QUERIES:
        assert each.query.strip(), each
        assert each.facts, each
        assert len(set(each.facts)) == len(each.facts), each
        assert [fact for fact in each.facts if fact not in facts] == [], each.query


def test_many_facts_are_asked_for() -> None:
    assert len({fact for each in QUERIES for fact in each.facts}) >= 200


@pytest.mark.parametrize("query", FIGURES, ids=lambda each: each.query)
def test_the_figure_asked_for_is_that_facts_own(query: Query, facts: dict[str, Fact]) -> None:
    """Every figure of the query, years aside, is within some named fact; every named fact holds one."""
    named = [facts[fact] for fact in query.facts]
    readings = numerals.readings(query.query)
    for reading in readings:
        assert reading.value in YEARS or any(holds(fact, reading) for fact in named), reading
    for fact in named:
        assert any(holds(fact, reading) for reading in readings if reading.value not in YEARS), fact.id


def holds(fact: Fact, reading: Reading) -> bool:
    asked = quantities.interval(reading.value, place=reading.place)
    return any(asked.meets(each) for each in intervals(fact))


def intervals(fact: Fact) -> Iterator[Interval]:
    """What a fact's reported values and growths can mean."""
    for observation in fact.observations:
        if observation.status != "reported":
            continue
        within = derive.interval(observation)
        if within is not None:
            yield within
        if observation.growth is not None:
            yield quantities.interval(observation.growth, observation.growth_qualifier)
