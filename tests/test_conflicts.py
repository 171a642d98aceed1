"""Where the sources contradict each other."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cci_cli.conflicts import disagreements
from cci_cli.derive import derived_fact
from cci_cli.messages import say
from cci_cli.model import Citation, Fact, Observation, Source, Text
from cci_cli.wording import figure
from conftest import FACTS, ROOT

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from conftest import Program

STORY = str(ROOT / "tests" / "story.toml")
SCREENS = [(), ("--topic", "rail"), ("--year", "2018"), ("--year", "2019", "--topic", "rail")]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("words", SCREENS, ids=" ".join)
def test_screen(
    cci: Program, snapshot: SnapshotAssertion, words: tuple[str, ...], width: int, lang: str
) -> None:
    result = cci("--facts", STORY, "--lang", lang, "conflicts", *words, terminal=True, width=width)
    assert (result.status, result.err) == (0, "")
    assert max(cell_len(line) for line in result.out.splitlines()) <= width
    assert result.out == snapshot


@pytest.mark.parametrize("format_", ["tsv", "csv", "markdown", "json"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_output(cci: Program, snapshot: SnapshotAssertion, format_: str, lang: str) -> None:
    assert cci("--facts", STORY, "--lang", lang, "conflicts", "--format", format_).out == snapshot


def test_every_disagreement_that_a_check_finds_is_listed(cci: Program) -> None:
    """By fact, each side once, and none that nobody contradicts."""
    report = json.loads(cci("check", str(FACTS), "--json").out)["conflicts"]
    page = json.loads(cci("conflicts", "--json").out)
    found: dict[str, list[str]] = {}
    for each in page["conflicts"]:
        found.setdefault(each["fact"], []).extend(side["id"] for side in each["observations"])
    assert found == {each["fact"]: [side["id"] for side in each["observations"]] for each in report}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_each_side_is_shown_with_its_words_its_source_and_all_that_is_known(cci: Program, lang: str) -> None:
    from cci_cli.derive import derived
    from cci_cli.factbase.load import load

    base = derived(load(FACTS))
    page = cci("conflicts", "--lang", lang, terminal=True, width=2000).out
    for fact in base.facts:
        sides = [each for each in fact.observations if each.conflicts_with]
        if not sides:
            continue
        [part] = [
            each for each in page.split("\n\n") if each.startswith(getattr(fact.label, lang) + "  " + fact.id)
        ]
        assert not fact.caveat or getattr(fact.caveat, lang) in part
        for side in sides:
            assert f"{side.time}  {figure(side, fact.unit, base.units, lang)}" in page
            for text in (side.caveat, side.reason, side.text):
                assert text is None or getattr(text, lang) in page
            for citation in side.citations:
                standing = say(lang, base.sources[citation.source].standing)
                assert f"] {standing}  {'“' if lang == 'zh' else chr(34)}{citation.quote}" in page


def test_topics_and_years_divide_the_whole(cci: Program) -> None:
    def named(*words: str) -> list[tuple[str, str]]:
        page = json.loads(cci("conflicts", *words, "--json").out or '{"conflicts": []}')
        return [(each["fact"], side["id"]) for each in page["conflicts"] for side in each["observations"]]

    topics = [line.split("\t")[0] for line in cci().out.splitlines()]
    assert [one for topic in topics for one in named("--topic", topic)] == named()
    years = [str(year) for year in range(2004, 2027)]
    assert sorted(one for year in years for one in named("--year", year)) == sorted(named())


AGREED = """
[sources.a]
type = "document"
[rail]
label = { en = "Rail", zh = "铁路" }
[rail.money]
label = { en = "Money", zh = "资金" }
kind = "level"
unit = "USD"
scope = { en = "all", zh = "全部" }
[[rail.money.observations]]
time = "2019"
value = 5
citations = [{ source = "a", quote = "5 dollars" }]
"""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "The sources do not contradict each other anywhere.\n"),
        (("--topic", "rail"), "In the topic 'rail' the sources do not contradict each other.\n"),
        (("--year", "2019"), "The sources do not contradict each other anywhere.\n"),
        (("--lang", "zh"), "来源之间没有矛盾。\n"),
    ],
    ids=" ".join,
)
def test_nothing_in_dispute_is_said_in_a_sentence(cci: Program, tmp_path: Any, words: Any, said: str) -> None:
    base = tmp_path / "base.toml"
    base.write_text(AGREED.replace('"document"', '"document"\nstanding = "press"'), encoding="utf-8")
    result = cci("--facts", str(base), "conflicts", *words)
    assert (result.status, result.out, result.err) == (1, "", said)


def test_a_year_without_any_names_those_that_have_some(cci: Program) -> None:
    result = cci("--facts", STORY, "conflicts", "--year", "2021")
    assert (result.status, result.out) == (1, "")
    assert result.err == (
        "For 2021 the sources do not contradict each other.\nYears with contradictions: 2018 2019.\n"
    )


values = st.lists(st.integers(1, 12), min_size=1, max_size=8)
times = st.sampled_from(["2019", "2019-12", "2019-12-31", "2020"])


@given(st.lists(st.tuples(times, st.integers(1, 6)), min_size=1, max_size=9))
def test_disagreements_hold_each_side_once_and_with_all_that_it_contradicts(
    sides: list[tuple[str, int]],
) -> None:
    observations = tuple(
        Observation("", time, value, citations=(Citation("a", f"{value} trains"),)) for time, value in sides
    )
    fact = Fact("rail.trains", "rail", Text("Trains", "列车"), "stock", "train", observations=observations)
    whole = derived_fact(fact, {"a": Source("a", "document")})
    found = list(disagreements(whole))
    told = [side.id for each in found for side in each.sides]
    assert sorted(told) == sorted(each.id for each in whole.observations if each.conflicts_with)
    for each in found:
        ids = {side.id for side in each.sides}
        assert len(ids) > 1
        assert all(set(side.conflicts_with) <= ids for side in each.sides)
        assert {each.year} == {int(side.time[:4]) for side in each.sides}


def test_csv_has_a_record_a_side(cci: Program) -> None:
    out = cci("--facts", STORY, "conflicts", "--year", "2018", "--format", "csv").out
    records = list(csv.DictReader(io.StringIO(out)))
    assert [(each["observation"], each["conflicts_with"]) for each in records] == [
        ("2018", "2018#2 2018#3"),
        ("2018#2", "2018 2018#3"),
        ("2018#3", "2018 2018#2"),
    ]


def test_the_words_of_a_quote_without_the_number_are_excused(cci: Program, tmp_path: Any) -> None:
    base = tmp_path / "base.toml"
    other = """
[[rail.money.observations]]
time = "2019"
value = 7
citations = [{ source = "a", quote = "a little more", exception = { en = "Told by hand.", zh = "口述。" } }]
"""
    base.write_text(AGREED.replace('"document"', '"document"\nstanding = "press"') + other, encoding="utf-8")
    page = cci("--facts", str(base), "conflicts", terminal=True, width=120).out
    assert 'press  "a little more" (the quote does not hold the number: Told by hand.)' in page
