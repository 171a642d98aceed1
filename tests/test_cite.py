"""``cci cite`` as somebody types it: what is cited, in which order, how it is written, what is refused."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

import pytest
import rispy
from pybtex.database import parse_string

from cci_cli import __released__, __version__, cite
from cci_cli.model import STANDINGS
from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

    from conftest import Program

SMALL = str(ROOT / "tests" / "small.toml")
AGENCY, PAPER = (
    "项目管理局. (n.d.). [Document].",
    "Shen, X., & Li Si. (2020, November 7). Trains [n] and summits <b>. Chongqing Daily. "
    "https://example.org/2020/11",
)


def test_a_fact_is_cited_by_its_sources_and_their_words(cci: Program) -> None:
    result = cci("--facts", SMALL, "cite", "financing")
    assert result.status == 0
    assert result.out.splitlines() == [
        AGENCY,
        '  "约123.8亿美元" ¶9  2020-09-30',
        PAPER,
        '  "about 12.38 billion dollars"  2020-09-30',
    ]
    assert result.err == ""


def test_a_source_is_cited_by_its_id(cci: Program) -> None:
    assert cci("--facts", SMALL, "cite", "bureau").out == f"{AGENCY}\n"
    assert cci("--facts", SMALL, "cite", "daily").out == f"{PAPER}\n"


def test_several_make_one_list_with_each_source_once(cci: Program) -> None:
    lines = cci("--facts", SMALL, "cite", "latency", "daily", "financing", "bureau").out.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [AGENCY, PAPER]
    assert lines[1:3] == [
        '  "时延约70－80ms" ¶8  rail.latency 2020',
        '  "约123.8亿美元" ¶9  rail.financing 2020-09-30',
    ]


def test_the_observation_is_the_one_that_speaks_or_that_of_the_year(cci: Program) -> None:
    assert "some 8,800 trains" in cci("--facts", SMALL, "cite", "trains").out
    of_2019 = cci("--facts", SMALL, "cite", "trains", "--year", "2019").out
    assert "2,243 trains" in of_2019
    assert "超900列" not in of_2019  # deprecated
    missing = cci("--facts", SMALL, "cite", "trains", "--year", "2017")
    assert missing.status == 1
    assert "Nothing was observed for 2017." in missing.err


def test_the_best_source_comes_first(cci: Program) -> None:
    """Official, press, repost, weak: for every fact of the built-in base that has several sources."""
    base = json.loads(cci("export").out)
    seen = 0
    for fact in base["facts"]:
        if any(len(each["citations"]) > 2 for each in fact["observations"]):
            page = json.loads(cci("cite", fact["id"], "--json").out)
            standings = [base["sources"][each["id"]]["standing"] for each in page["references"]]
            assert standings == sorted(standings, key=STANDINGS.index)
            seen += 1
    assert seen > 5


def test_the_style_is_that_of_the_language(cci: Program) -> None:
    english, chinese = (cci("--lang", lang, "cite", "cri-2018-03-30").out for lang in ("en", "zh"))
    assert english == cci("cite", "cri-2018-03-30", "--style", "apa").out
    assert chinese == cci("cite", "cri-2018-03-30", "--style", "gb7714").out != english


@pytest.mark.parametrize("style", cite.STYLES)
def test_every_style_is_written(cci: Program, style: str) -> None:
    result = cci("cite", "cross-border-financing", "--style", style)
    assert (result.status, result.err) == (0, "")
    assert "217亿美元" in result.out


def test_files_of_data_have_nothing_else_in_them(cci: Program) -> None:
    facts = ("cross-border-financing", "summits-held", "cqrb-5-years")
    for where in (True, False):
        bibtex = cci("cite", *facts, "--style", "bibtex", terminal=where).out
        ris = cci("cite", *facts, "--style", "ris", terminal=where).out
        csl = cci("cite", *facts, "--style", "csl-json", terminal=where).out
        keys = list(parse_string(bibtex, "bibtex").entries)
        assert keys == [each["id"] for each in rispy.loads(ris)] == [each["id"] for each in json.loads(csl)]
        assert bibtex.startswith("@")
        assert ris.startswith("TY  - ")


def test_a_date_of_access_stands_where_the_style_wants_it(cci: Program) -> None:
    def written(*words: str) -> str:
        return cci("cite", "liangjiang-2015-03-09", "--accessed", "2026-07-01", *words).out

    assert "[2026-07-01]" in written("--style", "gb7714")
    assert "2026" not in written("--style", "apa")
    assert "2026" not in written("--style", "chicago")
    assert "urldate = {2026-07-01}" in written("--style", "bibtex")
    undated = cci("cite", "jll-outlet-reit", "--style", "mla", "--accessed", "2026-07-01").out
    assert undated.endswith(" Accessed 1 July 2026.\n")


def test_a_date_of_access_is_asked_for_on_a_terminal_only(cci: Program) -> None:
    words = ("cite", "liangjiang-2015-03-09", "--style", "gb7714")
    assert "--accessed" in cci(*words, terminal=True).out
    assert "--accessed" not in cci(*words).out
    assert "--accessed" not in cci(*words, "--accessed", "2026-07-01", terminal=True).out
    assert "--accessed" not in cci("cite", "liangjiang-2015-03-09", terminal=True).out


def test_the_program_cites_itself(cci: Program) -> None:
    program, base = cci("cite", "--self").out.splitlines()
    assert f"(Version {__version__}) [Computer software]." in program
    newest = max(filter(None, (each["issued"] for each in json.loads(cci("export").out)["sources"].values())))
    document = json.loads(cci("cite", "--self", "--style", "csl-json").out)
    assert document[1]["issued"]["date-parts"] == [[int(part) for part in newest.split("-")]]
    assert document[1]["version"] == __version__
    assert "[Data set]" in base
    own = cci("--facts", SMALL, "cite", "--self").out
    assert "Fact base small.toml" in own


def test_the_day_of_release_is_that_of_the_changelog() -> None:
    """A version that the changelog dates is dated alike in the package; one that it does not, is not."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    dated = re.search(rf"^## \[?{re.escape(__version__)}\]?.*?(\d{{4}}-\d\d-\d\d)", text, re.MULTILINE)
    assert __released__ == (dated[1] if dated else None)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("cite",), 2, "FACT|SOURCE is missing."),
        (("cite", "x", "--self"), 2, "--self cites cci itself"),
        (("cite", "summits-held", "--style", "harvard"), 2, "'harvard' is not one of: gb7714,"),
        (("cite", "summits-held", "--accessed", "yesterday"), 2, "'yesterday' is not a day"),
        (("cite", "summits-held", "--accessed", "2026-02-30"), 2, "'2026-02-30' is not a day"),
        (("cite", "summits-held", "--accessed", "2026-02"), 2, "'2026-02' is not a day"),
        (("cite", "summits-held", "--style", "ris", "--format", "markdown"), 2, "ris is a file of its own"),
        (("cite", "cqrb-5-years", "--year", "2020"), 2, "no fact is named"),
        (("cite", "qqqq"), 1, "There is no fact or source 'qqqq'."),
        (("cite", "cqrb-5-year"), 0, ""),
        (("cite", "cqrb-5-yaers"), 1, "Did you mean cqrb-5-years?"),
        (("cite", "xinhua"), 1, "may be any of these facts and sources:"),
        (("cite", "\x1b[31m"), 1, r"\x1b[31m"),
    ],
    ids=str,
)
def test_what_is_said_when_it_cannot_be_done(
    cci: Program, words: tuple[str, ...], status: int, told: str
) -> None:
    result = cci(*words)
    assert result.status == status
    assert told in result.err
    assert bool(result.out) == (status == 0)


def test_what_may_be_a_fact_or_a_source_is_not_guessed(cci: Program, tmp_path: Path) -> None:
    text = (ROOT / "tests" / "small.toml").read_text(encoding="utf-8")
    (tmp_path / "own.toml").write_text(text.replace("rail.share]", "rail.copy-share]"), encoding="utf-8")
    text = (tmp_path / "own.toml").read_text(encoding="utf-8").replace("rail.share.", "rail.copy-share.")
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    facts = ("--facts", str(tmp_path / "own.toml"), "cite")
    result = cci(*facts, "cop")
    assert result.status == 1
    assert "  rail.copy-share  Share of the corridor\n" in result.err
    assert "  copy\n" in result.err
    # the whole id of a source is that source
    assert cci(*facts, "copy").out.startswith("转载的报道")


def test_markdown_keeps_titles_italic_and_addresses_whole(cci: Program) -> None:
    out = cci("cite", "straits-times-2018-03-19", "--format", "markdown").out
    assert out.startswith(r"- \[News article\]. (2018, March 19). *The Straits Times*. <http://www.straits")
    assert out.endswith(">\n")


def test_json_has_the_text_and_where_it_is_from(cci: Program) -> None:
    document = json.loads(cci("--facts", SMALL, "cite", "financing", "--json").out)
    assert document["style"] == "apa"
    assert [each["text"] for each in document["references"]] == [AGENCY, PAPER]
    assert document["references"][0]["quotes"] == [
        {
            "fact": "rail.financing",
            "observation": "2020-09-30",
            "time": "2020-09-30",
            "quote": "约123.8亿美元",
            "locator": "¶9",
            "status": "reported",
            "contradicts": None,
        }
    ]
    assert document["sources"].keys() == {"bureau", "daily-2020-11-07"}


def test_lines_to_paste_are_never_broken(cci: Program) -> None:
    """In a pipe and on a terminal of any width a reference is one line."""
    for width in (30, 80, 200):
        for terminal in (False, True):
            out = cci("cite", "cross-border-financing", "--style", "mla", terminal=terminal, width=width).out
            references = json.loads(cci("cite", "cross-border-financing", "--style", "mla", "--json").out)
            for each in references["references"]:
                assert f"{each['text']}\n" in out


def test_every_source_of_the_fact_base_can_be_cited(cci: Program) -> None:
    sources = [row[0] for row in csv.reader(cci("sources").out.splitlines(), delimiter="\t")]
    for style in cite.STYLES:
        result = cci("cite", *sources, "--style", style)
        assert (result.status, result.err) == (0, "")
        assert "None" not in result.out


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80])
def test_screens(cci: Program, snapshot: SnapshotAssertion, lang: str, width: int) -> None:
    pages = [
        ("cite", "summits-held"),
        ("cite", "cross-border-financing", "summits-held"),
        ("cite", "cqrb-5-years", "liangjiang-2015-03-09"),
        ("cite", "--self"),
        ("cite", "--help"),
    ]
    shown = [cci("--lang", lang, *words, terminal=True, width=width).out for words in pages]
    assert "\n----\n".join(shown) == snapshot
