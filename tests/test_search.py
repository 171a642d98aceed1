"""The search, as it is asked from the command line."""

from __future__ import annotations

import json
import sqlite3
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cci_cli import periods
from cci_cli.factbase.load import load
from cci_cli.index import Index
from cci_cli.index.build import build
from cci_cli.search import postings, scripts
from cci_cli.search.find import find
from conftest import FACTS, ROOT

if TYPE_CHECKING:
    from conftest import Program

SMALL = str(ROOT / "tests" / "small.toml")
CASES = tomllib.loads(Path(__file__).with_name("cases").joinpath("search.toml").read_text("utf-8"))["case"]


def hits(cci: Program, *words: str) -> list[Any]:
    found: list[Any] = json.loads(cci("search", "--json", *words).out)["hits"]
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"])
def test_what_is_typed_finds_the_fact(cci: Program, case: dict[str, Any]) -> None:
    page = json.loads(cci("search", "--json", "--", case["typed"]).out)
    hit = page["hits"][0]
    observation = next(each for each in hit["fact"]["observations"] if each["id"] == hit["observation"])
    assert hit["fact"]["id"] == case["first"]
    assert hit["field"] == case.get("field", hit["field"])
    assert observation["time"] == case.get("time", observation["time"])
    assert {each["read"] for each in page["corrected"]} >= set(case.get("read", ()))
    row = cci("search", "--limit", "1", "--", case["typed"]).out.split("\t")
    assert row[2].startswith(case.get("value", row[2]))


def test_words_may_be_one_argument_or_several(cci: Program) -> None:
    assert cci("search", "cross-border", "financing").out == cci("search", "cross-border financing").out


def test_a_query_may_begin_with_a_hyphen(cci: Program) -> None:
    assert cci("search", "--", "-43.2%").status == 0


def test_the_best_comes_first(cci: Program) -> None:
    scores = [hit["score"] for hit in hits(cci, "financing")]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_a_limit(cci: Program) -> None:
    assert len(hits(cci, "chongqing")) == 10
    assert len(hits(cci, "chongqing", "--limit", "3")) == 3
    assert len(hits(cci, "chongqing", "--limit=60")) == 60


@pytest.mark.parametrize("limit", ["0", "-1", "x", "1001", "٣"])
def test_a_limit_that_is_none(cci: Program, limit: str) -> None:
    result = cci("search", "trains", f"--limit={limit}")
    assert result.status == 2
    assert f"'{limit}' is not a number of facts from 1 to 1000." in result.err


@pytest.mark.parametrize("words", ["trade", "137", "2019", "2019 trains", "43.2%"])
def test_within_a_topic(cci: Program, words: str) -> None:
    found = hits(cci, words, "--topic", "物流") if words != "137" else hits(cci, words, "--topic", "fin")
    assert {hit["fact"]["topic"] for hit in found} == ({"finance"} if words == "137" else {"logistics"})


def test_a_topic_that_is_none(cci: Program) -> None:
    result = cci("search", "trade", "--topic", "nowhere")
    assert (result.status, result.out) == (1, "")
    assert "There is no topic" in result.err


def test_within_a_year(cci: Program) -> None:
    for hit in hits(cci, "trains", "--year", "2019"):
        assert {periods.year_of(each["time"]) for each in hit["fact"]["observations"]} == {2019}
        assert hit["observation"] in {each["id"] for each in hit["fact"]["observations"]}


def test_a_year_in_the_query_chooses_the_observation(cci: Program) -> None:
    for year in ("2019", "2022", "2023"):
        hit = hits(cci, "rail-sea trains whole corridor", year)[0]
        assert hit["fact"]["id"] == "logistics.corridor-rail-sea-trains"
        assert hit["observation"].startswith(year)


@pytest.mark.parametrize("words", ["xqzzyw", "", "   ", '"', "*", "😀", "---", "�"])
def test_nothing_found(cci: Program, words: str) -> None:
    result = cci("search", "--", words)
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("Nothing is found for ")
    assert "没有找到" in cci("search", "--lang", "zh", "--", words).err


def test_nothing_found_names_near_words(cci: Program) -> None:
    assert "Did you mean " in cci("search", "fixxxncing").err


def test_a_misspelt_word_is_told_of(cci: Program) -> None:
    told = "'latancy' is found nowhere; showing results for latency"
    assert told in cci("search", "latancy", terminal=True).out
    assert "没有“latancy”；以下是“latency”的结果" in cci("search", "latancy", "--lang=zh", terminal=True).out
    assert told not in cci("search", "latency", terminal=True).out


def test_a_query_that_is_too_long(cci: Program) -> None:
    result = cci("search", "x" * 10_000)
    assert (result.status, result.out) == (2, "")
    assert "10000 characters are too many to search for; write 1000 at most." in result.err


def test_a_long_query_is_answered(cci: Program) -> None:
    assert cci("search", ("cross-border financing of western provinces " * 22)[:999]).status == 0


def test_a_deprecated_figure_is_shown_as_such_with_the_one_that_stands(cci: Program) -> None:
    shown = cci("search", "900", "--facts", SMALL, terminal=True).out
    assert "over 900 trains" in shown
    assert "deprecated" in shown
    assert "reason: Chongqing's 923 trains, said of the whole corridor." in shown
    assert "this figure stands instead: 2019 2,243 trains" in shown


def test_a_deprecated_figure_stands_below_a_good_one(tmp_path: Path, cci: Program) -> None:
    text = Path(SMALL).read_text("utf-8")
    # another fact with the same figure, undisputed and of less merit
    other = (
        '[rail.other]\nlabel = { en = "Others", zh = "其他" }\nkind = "flow"\nunit = "train"\n'
        'scope = { en = "other trains", zh = "其他班列" }\n\n'
        '[[rail.other.observations]]\ntime = "2016"\nvalue = 900\nqualifier = "over"\n'
        'citations = [{ source = "blog", quote = "over 900" }]\n\n[aims]\n'
    )
    file = tmp_path / "facts.toml"
    file.write_text(text.replace("[aims]\n", other, 1), encoding="utf-8")
    found = hits(cci, "over 900", "--facts", str(file))
    assert [hit["fact"]["id"] for hit in found] == ["rail.other", "rail.trains"]


def test_conflicts_are_shown(cci: Program) -> None:
    shown = cci("search", "summits", "--facts", SMALL, terminal=True).out
    assert "conflict: 2020-11-07 2nd [2]" in shown


def test_formats(cci: Program) -> None:
    for format_, sign in (
        ("csv", "score,field,fact,"),
        ("markdown", "| Id | What is counted |"),
        ("tsv", "rail."),
    ):
        assert sign in cci("search", "latency", "--facts", SMALL, "--format", format_).out


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.text(max_size=60) | st.text("\"*'()-:^+~ANDORNEAT,.%$亿万0123456789年第跨境 \0\ud800", max_size=40))
@example('"')
@example("NEAR(")
@example("a AND OR NOT b")
@example("label:x")
@example("-x")
@example("\0")
@example("\ud800跨境")
@example("9" * 900)
@example("1." * 400)
@example("第" * 300)
@example("zhuang" * 100)
@example("٣٤٥")
@example("²³ ½ Ⅷ ㊿")
def test_whatever_is_typed_is_answered(cci: Program, typed: str) -> None:
    """Never an error of the engine: an answer, or the message that there is none."""
    result = cci("search", "--json", "--facts", SMALL, "--", typed)
    assert result.status in (0, 1)
    if result.status:
        assert result.err.startswith("Nothing is found for ")
    else:
        assert json.loads(result.out)["hits"]


@given(
    st.text("abcdefghijklmnopqrstuvwxyz ", max_size=30)
    | st.text("跨境融资铁海联运班列重庆新加坡航线", max_size=12)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
def test_every_screen_shows_every_hit(cci: Program, typed: str) -> None:
    result = cci("search", "--", typed, terminal=True, width=44)
    piped = cci("search", "--", typed)
    assert result.status == piped.status
    shown = "".join(result.out.split())
    assert all(line.split("\t")[0] in shown for line in piped.out.splitlines())


def small_index() -> Index:
    return Index(build(load(Path(SMALL))))


def forget() -> None:
    for kept in (scripts.variants, scripts.sounds, scripts.common_readings):
        kept.cache_clear()


@pytest.mark.parametrize("missing", ["opencc", "pypinyin.constants"])
def test_without_a_library_the_rest_is_found(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    forget()
    monkeypatch.setitem(sys.modules, missing, None)
    index = small_index()
    for typed in ("latency", "时延", "43.2%", "latancy"):
        assert find(index, typed).hits
    forget()


def test_lists_that_are_cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many facts say a word, so many are read of each list; what answers all words is found."""
    whole = Index(build(load(FACTS)))
    monkeypatch.setattr(postings, "MOST", 6)
    cut = Index(build(load(FACTS)))
    for typed in (
        "chongqing singapore latency",
        "rail-sea trains",
        "跨境融资",
        "重庆 东盟 进出口",
        "trade ASEAN 2019",
    ):
        assert find(cut, typed).hits[0].fact.id in [hit.fact.id for hit in find(whole, typed).hits[:3]]


def test_a_damaged_table_is_built_anew(cci: Program, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert cci("search", "latency", XDG_CACHE_HOME=str(cache)).status == 0
    file = next(cache.glob("cci/*.search"))
    content = file.read_bytes()
    with sqlite3.connect(":memory:") as other:
        other.deserialize(content[:-4])
        other.execute("DROP TABLE found")
        damaged = other.serialize()
    import zlib

    file.write_bytes(damaged + zlib.crc32(damaged).to_bytes(4, "big"))
    assert cci("search", "latency", XDG_CACHE_HOME=str(cache)).status == 0


def test_words_of_another_observation_are_not_shown_as_those_of_the_figure(cci: Program) -> None:
    told = cci("search", "exceeded", "--format", "table", width=200).out
    for line in told.splitlines():
        if "19.4 billion" in line:
            assert "2023-04-17: " in line


@pytest.mark.parametrize("figure", ["32.2 billion", "322亿美元", "230"])
def test_of_several_with_a_figure_the_one_least_in_doubt_answers(cci: Program, figure: str) -> None:
    first = hits(cci, figure)[0]
    (answer,) = (each for each in first["fact"]["observations"] if each["id"] == first["observation"])
    assert (answer["time"], answer["conflicts_with"], answer["caveat"]) == ("2020-10-31", [], None)


def test_a_year_without_a_figure_is_told(cci: Program) -> None:
    assert (
        hits(cci, "signed projects 2021")[0]["fact"]["id"] == "overview.signed-projects-government-business"
    )
    route = next(hit for hit in hits(cci, "passengers 2022") if hit["fact"]["id"] == "aviation.passengers")
    assert route["missed_years"] == [2022]
    assert "nothing is recorded for 2022" in cci("search", "passengers 2022").out
    assert "无2022年的记录" in cci("search", "passengers 2022", "--lang", "zh", "--format", "table").out


def test_a_year_of_which_nothing_is_recorded(cci: Program) -> None:
    result = cci("search", "--year", "3000", "loans")
    assert (result.status, result.out) == (1, "")
    assert "3000" in result.err
    assert "2024" in result.err


def test_a_script_that_finds_nothing_counts_none(cci: Program) -> None:
    done = cci("search", "zzzzqqqq", "--json")
    assert done.status == 1
    assert json.loads(done.out)["hits"] == []
    assert "zzzzqqqq" in done.err
    assert cci("search", "zzzzqqqq").out == ""
