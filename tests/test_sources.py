"""The sources: chosen by standing, year and use, and each with what leans on it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from test_json import validate

from conftest import FACTS, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

    from conftest import Program

SMALL = str(ROOT / "tests" / "small.toml")
UNUSED = """
[sources.monthly]
type = "article-magazine"
standing = "weak"
issued = "2018-05"

[sources.gazette]
type = "regulation"
standing = "official"
"""


def ids(out: str) -> list[str]:
    return [line.split("\t")[0] for line in out.splitlines()]


@pytest.fixture
def growing(tmp_path: Path) -> str:
    """A fact base in which two sources are noted and not cited yet."""
    path = tmp_path / "growing.toml"
    path.write_text((ROOT / "tests" / "small.toml").read_text(encoding="utf-8") + UNUSED, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["bureau", "daily-2020-11-07", "copy", "blog"]),
        (["--standing", "official"], ["bureau"]),
        (["--standing", "weak"], ["blog"]),
        (["--year", "2020"], ["daily-2020-11-07"]),
        (["--year", "2021"], ["copy"]),
        (["--year", "2021", "--standing", "repost"], ["copy"]),
    ],
)
def test_sources_are_chosen(cci: Program, options: list[str], found: list[str]) -> None:
    result = cci("--facts", SMALL, "sources", *options)
    assert (result.status, ids(result.out)) == (0, found)
    document = json.loads(cci("--facts", SMALL, "sources", *options, "--json").out)
    validate("sourcesPage", document)
    assert list(document["sources"]) == found
    assert (document["facts"], document["leaning"]) == ([], [])
    rows = list(csv.reader(io.StringIO(cci("--facts", SMALL, "sources", *options, "--format", "csv").out)))
    assert [row[0] for row in rows] == ["id", *found]


@pytest.mark.parametrize("standing", ["official", "press", "repost", "weak"])
def test_every_source_has_one_standing_and_at_most_one_year(cci: Program, standing: str) -> None:
    chosen = ids(cci("sources", "--standing", standing).out)
    document = json.loads(cci("sources", "--json").out)["sources"]
    assert chosen == [name for name, source in document.items() if source["standing"] == standing]
    by_year = [
        name
        for year in range(2014, 2027)
        for name in ids(cci("sources", "--standing", standing, "--year", str(year)).out)
    ]
    assert sorted(by_year) == sorted(name for name in chosen if document[name]["issued"])


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], ["monthly", "gazette"]),
        (["--standing", "weak"], ["monthly"]),
        (["--year", "2018"], ["monthly"]),
        (["--year", "2018", "--standing", "weak"], ["monthly"]),
    ],
)
def test_sources_that_are_noted_and_not_cited(
    cci: Program, growing: str, options: list[str], found: list[str]
) -> None:
    result = cci("--facts", growing, "sources", "--unused", *options)
    assert (result.status, ids(result.out), result.err) == (0, found, "")
    assert cci("--facts", growing, "sources").status == 2


def test_a_file_with_other_faults_is_not_read_past_them(cci: Program, tmp_path: Path) -> None:
    path = tmp_path / "faulty.toml"
    path.write_text(UNUSED + '[rail]\nlabel = "Rail"\n', encoding="utf-8")
    result = cci("--facts", str(path), "sources", "--unused")
    assert result.status == 2
    assert "[wrong-type]" in result.err


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "options", [["--unused"], ["--year", "1999"], ["--standing", "weak", "--year", "2020"]]
)
def test_what_there_is_when_nothing_is_found(
    cci: Program, snapshot: SnapshotAssertion, options: list[str], lang: str
) -> None:
    result = cci("--facts", SMALL, "--lang", lang, "sources", *options)
    assert (result.status, result.out) == (1, "")
    assert result.err == snapshot


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["sources", "daily", "--standing", "weak"], "--standing does not apply here."),
        (["sources", "daily", "--year", "2020"], "--year does not apply here."),
        (["--year", "2020", "sources", "daily"], "--year does not apply here."),
        (["sources", "--unused", "daily"], "--unused does not apply here."),
        (["sources", "--standing", "oficial"], "'oficial' is not one of: official, press, repost, weak."),
        (["sources", "--year", "20"], "'20' is not a year; write four digits, as in 2019."),
    ],
)
def test_wrong_usage(cci: Program, words: list[str], said: str) -> None:
    result = cci("--facts", SMALL, *words)
    assert (result.status, result.err.splitlines()[0]) == (2, said)


# What leans on one


def test_all_that_leans_on_a_source_is_there(cci: Program) -> None:
    """Each observation of the whole base that cites a source, whatever its rank and status, and no other."""
    base = json.loads(cci("export").out)
    for name in ["cci-bureau-2020", "cqrb-5-years", "xinhua-2022-01-11"]:
        document = json.loads(cci("sources", name, "--json").out)
        validate("sourcesPage", document)
        wanted = [
            (fact["id"], each, {name} == {cite["source"] for cite in each["citations"]})
            for fact in base["facts"]
            for each in fact["observations"]
            if any(cite["source"] == name for cite in each["citations"])
        ]
        found = [(each["fact"], each["observation"], each["alone"]) for each in document["leaning"]]
        assert found == wanted
        assert document["facts"] == list(dict.fromkeys(fact for fact, *_ in wanted))
        assert len(cci("sources", name).out.splitlines()) == len(wanted)


def test_deprecated_and_implied_observations_are_traced(cci: Program) -> None:
    def traced(source: str, what: str) -> list[str]:
        document = json.loads(cci("--facts", SMALL, "sources", source, "--json").out)
        return [each["observation"][what] for each in document["leaning"]]

    assert traced("blog", "status") == ["implied", "reported"]
    assert traced("copy", "rank") == ["normal", "deprecated", "normal", "normal"]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("source", ["daily", "bureau", "copy", "blog"])
def test_screen_of_one_source(
    cci: Program, snapshot: SnapshotAssertion, source: str, width: int, lang: str
) -> None:
    result = cci("--facts", SMALL, "--lang", lang, "sources", source, terminal=True, width=width)
    assert result.out == snapshot
    assert (result.status, result.err) == (0, "")


@pytest.mark.parametrize("format_", ["tsv", "csv", "markdown", "json"])
def test_output_of_one_source(cci: Program, snapshot: SnapshotAssertion, format_: str) -> None:
    assert cci("--facts", SMALL, "sources", "daily", "--format", format_).out == snapshot


def test_the_built_in_fact_base_leaves_no_source_unused(cci: Program) -> None:
    assert cci("sources", "--unused", "--facts", str(FACTS)).status == 1
