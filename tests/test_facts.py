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
from cci_cli.derive import derived
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


def test_contradictions_are_found(base: FactBase) -> None:
    facts = {fact.id: fact for fact in derived(base).facts}
    summits = facts["finance.summits-held"]
    assert sorted(each.value or 0 for each in summits.observations if each.conflicts_with) == [2, 3]
