"""What happened, in order."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cci_cli import periods
from cci_cli.compare.cells import year_speaks
from cci_cli.derive import derived
from cci_cli.factbase.load import load
from cci_cli.index import open_index
from cci_cli.model import Fact, Observation, Text
from cci_cli.timeline import Entry, in_order, timeline_page
from conftest import FACTS, ROOT

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from conftest import Program

STORY = str(ROOT / "tests" / "story.toml")
SCREENS = [
    (),
    ("--all",),
    ("2019",),
    ("2019", "--all"),
    ("2018..2019", "--topic", "rail"),
    ("--topic", "aims"),
    ("2020",),
]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("words", SCREENS, ids=" ".join)
def test_screen(
    cci: Program, snapshot: SnapshotAssertion, words: tuple[str, ...], width: int, lang: str
) -> None:
    result = cci("--facts", STORY, "--lang", lang, "timeline", *words, terminal=True, width=width)
    assert (result.status, result.err) == (0, "")
    assert max(cell_len(line) for line in result.out.splitlines()) <= width
    assert result.out == snapshot


@pytest.mark.parametrize("format_", ["tsv", "csv", "markdown", "json"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_output(cci: Program, snapshot: SnapshotAssertion, format_: str, lang: str) -> None:
    assert cci("--facts", STORY, "--lang", lang, "timeline", "2019", "--format", format_).out == snapshot


#: Times as they are to be read, from top to bottom.
IN_ORDER = [
    "2018-12-31",
    "2018",
    "2019-01-01",
    "2019-11-06",
    "2019-11-07",
    "2019-11-07/2019-11-09",
    "2019-11-08/2019-11-30",
    "2019-11",
    "2015-11/2019-11",
    "2019-12-31",
    "2019-12",
    "2019",
    "2018/2019",
    "2020-01",
]


@given(st.permutations(IN_ORDER))
def test_times_of_different_precision_are_in_order(times: list[str]) -> None:
    assert [each.observation.time for each in in_order(entries(times))] == IN_ORDER


days = st.dates().map(lambda day: day.isoformat())
times = st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))


@given(st.lists(times))
def test_nothing_stands_before_what_had_ended_earlier(times: list[str]) -> None:
    ordered = in_order(entries(times))
    assert sorted(each.observation.time for each in ordered) == sorted(times)
    ends = [periods.span(each.observation.time).end for each in ordered]
    assert ends == sorted(ends)


def test_what_is_of_one_time_keeps_the_order_of_the_file() -> None:
    told = entries(["2019", "2019", "2019"])
    assert in_order(told) == told


def entries(times: list[str]) -> list[Entry]:
    fact = Fact("rail.first", "rail", Text("First", "首"), "event")
    return [Entry(fact, Observation(str(number), time)) for number, time in enumerate(times)]


def document(cci: Program, *words: str) -> Any:
    result = cci("timeline", *words, "--json")
    assert (result.status, result.err) == (0, "")
    return json.loads(result.out)


def named(found: list[Any]) -> list[tuple[str, str]]:
    return [(each["fact"], each["observation"]["id"]) for each in found]


def test_every_event_and_statement_of_the_record_is_in_the_timeline_once(cci: Program) -> None:
    told = {
        (fact.id, each.id)
        for fact in derived(load(FACTS)).facts
        if fact.kind in ("event", "statement")
        for each in fact.observations
    }
    found = named(document(cci)["entries"])
    assert len(found) == len(told)
    assert set(found) == told


def test_the_years_together_are_the_whole(cci: Program) -> None:
    whole = document(cci)
    years = sorted({periods.year_of(each["observation"]["time"]) for each in whole["entries"]})
    assert whole["figures"] is None
    assert [one for year in years for one in named(document(cci, str(year))["entries"])] == named(
        whole["entries"]
    )
    assert named(document(cci, f"{years[0]}..{years[-1]}")["entries"]) == named(whole["entries"])


@pytest.mark.parametrize("year", [2015, 2019, 2020, 2024])
def test_a_year_has_the_figures_that_speak_for_it(cci: Program, year: int) -> None:
    base = derived(load(FACTS))
    counted = [fact for fact in base.facts if fact.kind not in ("event", "statement")]
    cells = [(fact, year_speaks(fact, year, base.sources)) for fact in counted]
    expected = [(fact.id, cell.observation.id) for fact, cell in cells if cell]
    assert named(document(cci, str(year))["figures"]) == expected
    assert named(document(cci, "--year", str(year))["figures"]) == expected


def test_every_source_that_is_named_is_given(cci: Program) -> None:
    page = document(cci, "2020")
    shown = [each["observation"] for each in [*page["entries"], *page["figures"]]]
    cited = {citation["source"] for each in shown for citation in each["citations"]}
    assert cited <= set(page["sources"])


def test_on_a_terminal_the_most_important_comes_first_and_the_rest_is_counted(cci: Program) -> None:
    brief = cci("timeline", "2020", terminal=True, width=1000).out
    whole = cci("timeline", "2020", "--all", terminal=True, width=1000).out
    page = document(cci, "2020")
    statements = sum(each["kind"] == "statement" for each in page["entries"])
    headlines = sum(fact.headline for fact in load(FACTS).facts if fact.id in dict(named(page["figures"])))
    left = len(page["figures"]) - headlines
    assert f"Also {statements} statements and {left} figures: cci timeline 2020 --all" in brief
    assert "Also" not in whole
    for each in page["entries"]:
        text = each["observation"]["text"]
        told = text["en"] if text else each["label"]["en"]
        assert told in whole
        assert (told in brief) or each["kind"] == "statement"


def test_a_base_without_headlines_or_events_shows_what_it_has(cci: Program) -> None:
    page = cci("--facts", STORY, "timeline", "2019", "--topic", "aims", terminal=True).out
    assert "By 2025 the city is to be a hub." in page
    assert "Also" not in page


@pytest.mark.parametrize(
    ("word", "asked"),
    [
        ("2019", (2019, 2019)),
        ("2018..2019", (2018, 2019)),
        ("2019..2018", (2018, 2019)),
        ("2018-2019", (2018, 2019)),
        ("2019年", (2019, 2019)),
        ("２０１９", (2019, 2019)),
    ],
)
def test_years_as_people_write_them(cci: Program, word: str, asked: tuple[int, int]) -> None:
    page = document(cci, word)
    assert (page["first_year"], page["last_year"]) == asked


@pytest.mark.parametrize(
    "word", ["19", "abcd", "2019,2020", "2019..", "..", "20190", "0000", "2019\x1b[31m", ""]
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_is_no_year_is_refused_with_what_to_write(cci: Program, word: str, lang: str) -> None:
    result = cci("--lang", lang, "timeline", word)
    assert (result.status, result.out) == (2, "")
    assert "2018..2025" in result.err
    assert "\x1b" not in result.err


def test_years_are_given_once(cci: Program) -> None:
    result = cci("timeline", "2019", "--year", "2020")
    assert (result.status, result.out) == (2, "")
    assert "given twice" in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("1999",),
            "Nothing was observed for 1999.\nYears with observations: 2017 2018 2019 2020 2021 2023 2024.\n",
        ),
        (
            ("2021..2024",),
            "There are no events or statements for 2021..2024.\n"
            "Years with events or statements: 2017 2019.\n",
        ),
        (("2017", "--topic", "aims"), "Nothing was observed for 2017.\nYears with observations: 2019.\n"),
        (("--topic", "nowhere"), "There is no topic or command 'nowhere'.\nSee the topics: cci\n"),
    ],
    ids=" ".join,
)
def test_nothing_found(cci: Program, words: Any, said: str) -> None:
    result = cci("--facts", STORY, "timeline", *words, terminal=True)
    assert (result.status, result.out, result.err) == (1, "", said)


@pytest.mark.parametrize("words", [(), ("--topic", "rail")])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_base_without_events(cci: Program, tmp_path: Any, words: Any, lang: str) -> None:
    base = tmp_path / "base.toml"
    base.write_text(NO_EVENTS, encoding="utf-8")
    result = cci("--facts", str(base), "--lang", lang, "timeline", *words)
    assert (result.status, result.out) == (1, "")
    assert result.err.count("\n") == 1
    assert cci("--facts", str(base), "timeline", "2019", *words).out.startswith("2019\tlevel")


NO_EVENTS = """
[sources.a]
type = "document"
standing = "press"
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


def test_of_a_year_no_more_is_read_than_speaks_for_it(tmp_path: Any) -> None:
    index = open_index(ROOT / "tests" / "story.toml", tmp_path)
    facts = index.facts_observed(2019, 2019, ("flow", "level"), "rail")
    assert {fact.id: [each.time for each in fact.observations] for fact in facts} == {
        "rail.trains": ["2019-01/2019-10"],
        "rail.ports": ["2019-06", "2019-12", "2019-12-31"],
    }
    page = timeline_page(index, (2017, 2017), brief=True)
    assert [each.fact.id for each in page.entries] == ["rail.meetings"]
    assert [each.fact.id for each in page.figures or []] == ["rail.trains"]


def test_csv_has_the_columns_of_every_observation(cci: Program) -> None:
    records = list(
        csv.DictReader(io.StringIO(cci("--facts", STORY, "timeline", "2017", "--format", "csv").out))
    )
    assert [(each["fact"], each["time"], each["value"]) for each in records] == [
        ("rail.meetings", "2017-04", "1"),
        ("rail.trains", "2017", "100"),
    ]
