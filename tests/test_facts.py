"""The built-in fact base: sound, in its one form, and of the extent that is claimed for it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
import tomli

import tidy_facts
from cci_cli import periods
from cci_cli.check import check
from cci_cli.compare.cells import year_speaks
from cci_cli.derive import crosses_break, derived
from cci_cli.factbase.load import load
from conftest import FACTS

if TYPE_CHECKING:
    from cci_cli.model import Fact, FactBase

TOPICS = ["overview", "finance", "logistics", "aviation", "ict", "people", "trade", "cooperation", "outlook"]


@pytest.fixture(scope="module")
def base() -> FactBase:
    return load(FACTS)


def texts_of(fact: Fact) -> list[tuple[str, str]]:
    given = [fact.label, fact.scope, fact.caveat, *(each.caveat for each in fact.breaks)]
    for observation in fact.observations:
        given += [observation.text, observation.reason, observation.caveat]
    return [tuple(text) for text in given if text]


def test_it_is_sound() -> None:
    assert check(FACTS).faults == []


def test_it_is_in_its_one_form() -> None:
    text = FACTS.read_text(encoding="utf-8")
    assert tidy_facts.tidied(tomli.loads(text, parse_float=Decimal)) == text


def test_it_is_toml_1_0() -> None:
    """Editors and Python's own reader know TOML 1.0 only."""
    text = FACTS.read_text(encoding="utf-8")
    assert tomllib.loads(text, parse_float=Decimal) == tomli.loads(text, parse_float=Decimal)


def test_topics(base: FactBase) -> None:
    assert sorted(topic.id for topic in base.topics) == sorted(TOPICS)
    for topic in TOPICS:
        headlines = [fact for fact in base.facts if fact.topic == topic and fact.headline]
        assert 6 <= len(headlines) <= 14, topic


def test_extent(base: FactBase) -> None:
    observations = sum(len(fact.observations) for fact in base.facts)
    assert len(base.facts) >= 250
    assert observations >= 750
    assert len(base.sources) >= 250
    years = {fact.id: {periods.year_of(each.time) for each in fact.observations} for fact in base.facts}
    assert sum(len(each) >= 5 for each in years.values()) >= 12
    speaks = Counter(year for each in years.values() for year in each)
    assert all(speaks[year] >= 15 for year in range(2016, 2026)), speaks


def test_texts_are_in_the_language_they_say(base: FactBase) -> None:
    for fact in base.facts:
        for english, chinese in texts_of(fact):
            assert not re.search(r"[—–“”‘’]", english), english
            assert re.search(r"[\u4e00-\u9fff]", chinese), chinese
            assert not re.search(r"[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]", chinese), chinese


def test_every_fact_speaks(base: FactBase) -> None:
    for fact in base.facts:
        assert any(each.rank != "deprecated" for each in fact.observations), fact.id


def test_the_founding_documents_are_cited_with_their_paragraphs(base: FactBase) -> None:
    paragraphs: dict[str, set[str]] = {"cci-bureau-2020": set(), "cqrb-5-years": set()}
    for fact in base.facts:
        for observation in fact.observations:
            for citation in observation.citations:
                if citation.source in paragraphs:
                    assert re.fullmatch(r"¶\d+|headline|subheading", citation.locator or ""), fact.id
                    paragraphs[citation.source].add(citation.locator or "")
    assert {f"¶{number}" for number in range(1, 26)} <= paragraphs["cci-bureau-2020"]
    assert {f"¶{number}" for number in range(1, 22)} <= paragraphs["cqrb-5-years"]


@pytest.mark.parametrize(
    ("fact", "time", "value"),
    [
        ("finance.cross-border-financing", "2020-09-30", 12_380_000_000),
        ("trade.chongqing-asean-trade", "2019", 108_670_000_000),
        ("logistics.corridor-rail-sea-trains", "2019", 2_243),
        ("overview.signed-projects-total", "2020-10-31", 230),
    ],
)
def test_figures_that_everybody_asks_for(base: FactBase, fact: str, time: str, value: int) -> None:
    [found] = [each for each in base.facts if each.id == fact]
    assert value in [each.value for each in found.observations if each.time == time]


@pytest.mark.parametrize(
    ("fact", "before", "after"),
    [
        ("logistics.ports", "2018-09-25", "2019-09-30"),  # trains of one route, the whole corridor
        ("logistics.countries", "2018-09-25", "2019-09-30"),
        ("logistics.smart-logistics-park-investment", "2016", "2019-06-18"),  # other investors
        ("overview.signed-projects-total", "2017-07-18", "2018-10-07"),  # projects called key
        ("overview.signed-value-total", "2017-07-18", "2018-10-07"),
        ("finance.deals-early-singapore-count", "2016-09-01", "2017-02-26"),  # sealed, agreed and completed
        ("finance.other-provinces-bonds", "2018-03-10", "2019-02-01"),  # abroad, in Singapore
        ("finance.provinces-covered", "2018-10", "2020-12-31"),  # western, central and western
        ("finance.equity-fund-scale", "2018-03-10", "2023-04-21"),  # cornerstone, total
        ("finance.innovation-cases", "2017-03-27", "2023-04-17"),  # published, formed
        ("aviation.jiangbei-international-routes-opened", "2015", "2017-08-29"),  # with cargo, not told
        ("aviation.jiangbei-international-routes-opened", "2017-08-29", "2021-03-28"),
        ("aviation.jiangbei-international-cargo-flights-per-week", "2021-10-31", "2025-12-25"),
    ],
)
def test_a_change_of_counting_is_a_break(base: FactBase, fact: str, before: str, after: str) -> None:
    [found] = [each for each in base.facts if each.id == fact]
    assert {before, after} <= {each.time for each in found.observations}
    assert crosses_break(found, before, after)


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("logistics.ports-chongqing", "logistics.ports"),
        ("logistics.countries-chongqing", "logistics.countries"),
        ("logistics.chongqing-goods-categories", "logistics.goods-categories"),
        ("logistics.road-trips-asean", "logistics.road-trips"),
        ("logistics.road-value-asean", "logistics.road-value"),
        ("logistics.road-routes-opened", "logistics.road-routes"),
        ("finance.completed-deals-chongqing-firms", "finance.completed-deals-singapore-count"),
        ("finance.financial-network-provinces", "finance.provinces-covered"),
        ("aviation.singapore-side-flights-per-week", "aviation.singapore-airlines-flights-per-week"),
    ],
)
def test_another_scope_is_another_fact(base: FactBase, narrow: str, wide: str) -> None:
    """What counts a part stands apart, and says of which fact it is not."""
    facts = {fact.id: fact for fact in base.facts}
    said = {(each.source, each.quote) for given in facts[narrow].observations for each in given.citations}
    assert said.isdisjoint(
        (each.source, each.quote)
        for given in facts[wide].observations
        for each in given.citations
        if given.time in {own.time for own in facts[narrow].observations}
    )
    caveat = facts[narrow].caveat
    assert caveat is not None
    assert wide in caveat.en
    assert facts[wide].label.zh in caveat.zh


def test_what_is_told_in_hindsight_does_not_speak_for_its_year(base: FactBase) -> None:
    [flights] = [each for each in base.facts if each.id == "aviation.flights-per-week"]
    cell = year_speaks(flights, 2016, base.sources)
    assert cell is not None
    assert cell.observation.time == "2016-08-09"


def test_addresses_say_nothing_of_the_way_to_them(base: FactBase) -> None:
    assert [each.url for each in base.sources.values() if "utm_" in (each.url or "")] == []


def test_contradictions_are_found(base: FactBase) -> None:
    facts = {fact.id: fact for fact in derived(base).facts}
    summits = facts["finance.summits-held"]
    assert sorted(each.value or 0 for each in summits.observations if each.conflicts_with) == [2, 3]
