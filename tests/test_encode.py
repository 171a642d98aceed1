"""Facts go through JSON and come back as they were: what the index keeps is what the file says."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from index_helpers import FACTS

from cci_cli import encode, model
from cci_cli.factbase.load import load
from cci_cli.index import open_index

if TYPE_CHECKING:
    from pathlib import Path

MOST = 10**15 - 1

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
texts = st.builds(model.Text, words, words)
citations = st.builds(model.Citation, words, words, locator=st.none() | words, exception=st.none() | texts)
whole = st.integers(-MOST, MOST)
fine = st.builds(lambda digits, place: Decimal(digits).scaleb(place), whole, st.integers(-40, 20))
numbers = st.one_of(whole, fine)
times = st.sampled_from(["2019", "2019-11", "2019-11-07", "2020-01/2020-10"])
observations = st.builds(
    model.Observation,
    id=words,
    time=times,
    value=st.none() | numbers,
    upper=st.none() | numbers,
    qualifier=st.sampled_from(model.QUALIFIERS),
    growth=st.none() | numbers,
    growth_qualifier=st.sampled_from(model.QUALIFIERS),
    text=st.none() | texts,
    status=st.sampled_from(model.STATUSES),
    rank=st.sampled_from(model.RANKS),
    reason=st.none() | texts,
    caveat=st.none() | texts,
    formula=st.none() | words,
    partial=st.booleans(),
    weak=st.booleans(),
    conflicts_with=st.lists(words, max_size=2).map(tuple),
    citations=st.lists(citations, max_size=2).map(tuple),
)
facts = st.builds(
    model.Fact,
    id=words,
    topic=words,
    label=texts,
    kind=st.sampled_from(model.KINDS),
    unit=st.none() | words,
    scope=st.none() | texts,
    caveat=st.none() | texts,
    aliases=st.lists(words, max_size=2).map(tuple),
    headline=st.booleans(),
    breaks=st.lists(st.builds(model.Break, times, texts), max_size=2).map(tuple),
    observations=st.lists(observations, max_size=3).map(tuple),
)
authors = st.builds(model.Author, words, st.booleans(), st.none()) | st.builds(
    model.Author, words, st.just(False), words
)
sources = st.builds(
    model.Source,
    id=words,
    type=words,
    standing=st.sampled_from(model.STANDINGS),
    title=st.none() | words,
    author=st.lists(authors, max_size=3).map(tuple),
    container_title=st.none() | words,
    publisher=st.none() | words,
    original_publisher=st.none() | words,
    issued=st.none() | times,
    url=st.none() | words,
    language=st.none() | words,
    note=st.none() | texts,
)
topics = st.builds(model.Topic, words, texts, st.lists(words, max_size=3).map(tuple))


def through_json(value: Any, *, ascii_only: bool = False) -> Any:
    return json.loads(json.dumps(value, ensure_ascii=ascii_only, allow_nan=False), parse_float=Decimal)


@given(facts, st.booleans())
def test_a_fact_comes_back_as_it_was(fact: model.Fact, ascii_only: bool) -> None:
    assert encode.fact_of(through_json(encode.fact_json(fact), ascii_only=ascii_only)) == fact


@given(sources)
def test_a_source_comes_back_as_it_was(source: model.Source) -> None:
    assert encode.source_of(through_json(encode.source_json(source))) == source


@given(topics)
def test_a_topic_comes_back_as_it_was(topic: model.Topic) -> None:
    assert encode.topic_of(through_json(encode.topic_json(topic))) == topic


@given(whole, st.integers(-290, 290))
def test_fifteen_digits_survive_at_any_size(digits: int, place: int) -> None:
    value = Decimal(digits).scaleb(place)
    observation = model.Observation("", "2019", value)
    assert encode.observation_of(through_json(encode.observation_json(observation))).value == value


@pytest.mark.parametrize("digits", ["43.2", "0.1", "999999999999999", "0.999999999999999", "-3.5", "1297"])
def test_a_number_is_written_as_the_file_writes_it(digits: str) -> None:
    value = encode.observation_json(model.Observation("", "2019", Decimal(digits)))["value"]
    assert Decimal(json.dumps(value)) == Decimal(digits)
    assert json.dumps(value) == digits or digits == f"{value:.0f}"


def test_numbers_are_numbers_and_what_is_absent_is_null() -> None:
    observation = encode.observation_json(model.Observation("", "2019", Decimal("43.2"), growth=7))
    assert (observation["value"], observation["growth"]) == (43.2, 7)
    assert [type(observation[name]) for name in ("value", "growth")] == [float, int]
    assert observation["upper"] is observation["text"] is observation["formula"] is None


def test_an_author_is_a_name_or_a_literal() -> None:
    authors = (model.Author("申晓佳"), model.Author("CCI Bureau", literal=True))
    source = encode.source_json(model.Source("s", "report", author=authors))
    assert source["author"] == ["申晓佳", {"literal": "CCI Bureau"}]


def test_the_index_holds_what_the_file_says(tmp_path: Path) -> None:
    path = tmp_path / "facts.toml"
    path.write_text(FACTS, encoding="utf-8")
    base, index = load(path), open_index(path, None)
    assert tuple(index.topics()) == base.topics
    assert list(index.sources().items()) == list(base.sources.items())
    assert index.units() == base.units
    kept = {fact.id: [each.value for each in fact.observations] for fact in index.facts()}
    assert kept == {fact.id: [each.value for each in fact.observations] for fact in base.facts}
