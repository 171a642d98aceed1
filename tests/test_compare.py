"""Years side by side: what speaks, what is compared, what is refused, and how it is shown.

``cases/compare`` holds fact bases of one fact each. Comments at a file's head say which years are compared
and what comes of it, in the words of ``comparing``::

    # years: 2019 2020
    # expect: 2019=100 2020~120
    # then: why part
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from cci_cli.factbase.load import load
from comparing import comparison, told_cells, told_outcome, written_base
from conftest import ROOT

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from conftest import Program

CASES = sorted((Path(__file__).parent / "cases" / "compare").glob("*.toml"))


def heads(path: Path, key: str) -> list[str]:
    start = f"# {key}: "
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix(start) for line in lines if line.startswith(start)]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_cases(path: Path) -> None:
    [years] = heads(path, "years")
    [row] = comparison(load(path), years).rows
    assert [told_cells(row)] == heads(path, "expect")
    assert [told_outcome(row)] == heads(path, "then")


SMALL = str(ROOT / "tests" / "comparisons.toml")
SCREENS = [
    ("2019", "2024"),
    ("2018..2025",),
    ("2018..2025", "--all"),
    ("2020", "2021", "signed"),
]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("words", SCREENS, ids=" ".join)
def test_screen(
    cci: Program, snapshot: SnapshotAssertion, words: tuple[str, ...], width: int, lang: str
) -> None:
    result = cci("compare", *words, "--facts", SMALL, "--lang", lang, terminal=True, width=width)
    assert result.out == snapshot
    assert (result.status, result.err) == (0, "")


@pytest.mark.parametrize("format_", ["tsv", "csv", "markdown", "json"])
def test_output(cci: Program, snapshot: SnapshotAssertion, format_: str) -> None:
    assert cci("compare", "2018..2025", "--all", "--facts", SMALL, "--format", format_).out == snapshot


# Which years


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("2019 2024", ["2019", "2024"]),
        ("2024 2019 2019", ["2019", "2024"]),
        ("2018..2021", ["2018", "2019", "2020", "2021"]),
        ("2021..2018", ["2018", "2019", "2020", "2021"]),
        ("2018-2020", ["2018", "2019", "2020"]),
        ("2018…2020 2024", ["2018", "2019", "2020", "2024"]),
        ("2019,2024", ["2019", "2024"]),
        ("2019年 2024年", ["2019", "2024"]),
        ("2018至2020年", ["2018", "2019", "2020"]),
        ("２０１９ ２０２４", ["2019", "2024"]),
        ("1000..9999", ["2018", "2019", "2020", "2021", "2024", "2025"]),
        ("trains 2019 2024", ["2019", "2024"]),
    ],
)
def test_years(cci: Program, words: str, years: list[str]) -> None:
    result = cci("compare", *words.split(), "--facts", SMALL, "--json")
    assert (result.status, result.err) == (0, "")
    assert json.loads(result.out)["years"] == years


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("", 2, "Which years?"),
        ("trains", 2, "Which years?"),
        ("2019", 2, "One year cannot be compared; write another beside 2019"),
        ("2019 2019", 2, "One year cannot be compared"),
        ("19 20", 2, "'19' is neither a year nor a range of years"),
        ("2019-11 2020", 2, "'2019-11' is neither"),
        ("0000 2020", 2, "'0000' is neither"),
        ("02019 2020", 2, "'02019' is neither"),
        ("2018..202 2020", 2, "'2018..202' is neither"),
        ("2030..2040", 1, "Years with observations: 2018 2019 2020 2021 2024 2025."),
        ("2030 2040", 1, "Nothing can be compared for 2030 2040"),
        ("2018 2020 latency", 1, "Years with observations: 2020 2025."),
        ("2019 2024 trians", 1, "There is no fact 'trians'."),
        ("2019 2024 ancing", 1, "There is no fact 'ancing'."),
        ("2019 2024 --topic nothing", 1, "'nothing'"),
        ("2019 2024 --year 2019", 2, "There is no option --year."),
    ],
)
def test_what_cannot_be_compared(cci: Program, words: str, status: int, said: str) -> None:
    result = cci("compare", *words.split(), "--facts", SMALL)
    assert (result.status, result.out) == (status, "")
    assert said in result.err


# Which facts


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("2019 2024 trains", "rail.trains"),
        ("2019 2024 rail.trains", "rail.trains"),
        ("2019 2024 班列", "rail.trains"),
        ("2019 2024 rail", "rail.trains rail.share rail.rank"),
        ("2019 2024 铁路", "rail.trains rail.share rail.rank"),
        ("2019 2024 Rank FINANCING", "rail.rank money.financing"),
        ("2019 2024 --topic rail", "rail.trains rail.share rail.rank"),
        ("2019 2024 share --topic rail", "rail.share"),
        ("2019 2020 summit", "money.summit"),
        ("2020 2021 own-trains", "rail.own-trains"),
        # Latin letters begin a word: not fin-anc-ing, and not w-ith; Chinese ones stand anywhere
        ("2019 2024 fin", "money.financing"),
        ("2019 2024 资", "money.financing"),
        ("2020 2021 signed-with", "money.signed-with-loans money.signed"),
    ],
)
def test_facts(cci: Program, words: str, facts: str) -> None:
    result = cci("compare", *words.split(), "--facts", SMALL, "--json")
    assert [row["fact"] for row in json.loads(result.out)["rows"]] == facts.split()


def test_what_is_not_listed_is_counted(cci: Program) -> None:
    some = json.loads(cci("compare", "2019", "2024", "--facts", SMALL, "--json").out)
    every = json.loads(cci("compare", "2019", "2024", "--all", "--facts", SMALL, "--json").out)
    left_out = some["one_year"] + some["texts"]
    assert left_out == 2
    assert len(every["rows"]) == len(some["rows"]) + left_out
    assert (every["one_year"], every["texts"]) == (0, 0)


def test_siblings_are_shown_apart(cci: Program) -> None:
    """230 projects with loans and 162 without: no fall, and nothing says so but their scopes."""
    rows = json.loads(cci("compare", "2020", "2021", "signed", "--facts", SMALL, "--json").out)["rows"]
    assert [row["why_not"]["code"] for row in rows] == ["scope", "scope"]
    assert [row["why_not"]["facts"] for row in rows] == [["money.signed"], ["money.signed-with-loans"]]
    assert all(row["change"] is None for row in rows)


# Nothing is lost

TOPICS = ["overview", "finance", "aviation", "logistics", "ict", "people", "trade", "cooperation", "outlook"]


def signs_of(page: str) -> Counter[str]:
    return Counter(re.sub(r"\s+", "", page))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("years", ["2019 2024", "2018..2025"])
@pytest.mark.parametrize(("widest", "widths"), [(50, (30, 40)), (1000, (300, 500))], ids=["blocks", "table"])
def test_nothing_is_lost_or_too_wide_at_any_width(
    cci: Program, years: str, widest: int, widths: tuple[int, ...], lang: str
) -> None:
    """However the lines are broken, each page of a layout has the very same signs, and fits its width."""

    def page(width: int) -> str:
        result = cci("compare", *years.split(), "--all", "--lang", lang, terminal=True, width=width)
        assert (result.status, result.err) == (0, "")
        assert max(cell_len(line) for line in result.out.splitlines()) <= width
        return result.out

    signs = signs_of(page(widest))
    for width in widths:
        assert signs_of(page(width)) == signs


def test_no_number_is_broken(cci: Program) -> None:
    """Each number of a figure or a change stands in one piece, whatever the width and the language."""
    numbers = re.compile(r"\d[\d,.]*\d")
    for lang in ("en", "zh"):
        whole = numbers.findall(cci("compare", "2019", "2024", "--lang", lang, terminal=True, width=1000).out)
        for width in (50, 80, 90, 100, 120, 160):
            page = cci("compare", "2019", "2024", "--lang", lang, terminal=True, width=width).out
            table = page.partition("[1]  ")[0]  # the addresses and titles of sources may be broken
            assert set(numbers.findall(table)) <= set(whole)


def test_piped_a_row_is_a_line(cci: Program) -> None:
    lines = cci("compare", "2019", "2024").out.splitlines()
    assert len(lines) > 10
    assert {len(line.split("\t")) for line in lines} == {2 + 2 * 2 + 3 + 2}


# What must be said beside a change

CITY = 'caveat = { en = "One city only.", zh = "仅一市。" }'
CITIES = 'caveat = { en = "Two cities only.", zh = "仅两市。" }'


@pytest.mark.parametrize("width", [50, 100])
@pytest.mark.parametrize(("lang", "notes"), [
    ("en", ["# 2019: note: One city only.", "# 2019-01/2019-06 40 trains: note: Two cities only.",
            "2019: 40 trains [2]  ? weak sources only  # has a note",
            "! conflict: 2019-01/2019-06 60 trains [2] ?"]),
    ("zh", ["# 2019：说明：仅一市。", "# 2019-01/2019-06 40列：说明：仅两市。",
            "2019年：40列 [2]  ? 仅有弱来源  # 有说明", "! 矛盾：2019-01/2019-06 60列 [2] ?"]),
])  # fmt: skip
def test_notes_stand_beneath_the_row_that_shows_their_figures(
    cci: Program, tmp_path: Path, lang: str, notes: list[str], width: int
) -> None:
    base = written_base(
        tmp_path / "facts.toml", "flow", "train", f"2019 100; {CITY}",
        f"2019-01/2019-06 40; {CITIES}; by blog", "2019-01/2019-06 60; by blog",
        "2020 150", "2021-01/2021-06 80",
    )  # fmt: skip
    asked = ("compare", "2019..2021", "--facts", base, "--lang", lang)
    page = cci(*asked, terminal=True, width=width).out
    signs = re.sub(r"\s+", "", page)
    assert [note for note in notes if re.sub(r"\s+", "", note) not in signs] == []
    piped = cci(*asked).out
    for note in ("Two cities only.", "weak sources only") if lang == "en" else ("仅两市。", "仅有弱来源"):
        assert note in piped


@pytest.mark.parametrize(("lang", "said"), [("en", "! with 200 trains: -25%"), ("zh", "! 若取200列：-25%")])
def test_a_figure_of_equal_standing_gives_its_change_too(
    cci: Program, tmp_path: Path, lang: str, said: str
) -> None:
    base = written_base(tmp_path / "facts.toml", "flow", "train", "2019 100", "2019 200", "2020 150")
    asked = ("compare", "2019", "2020", "--facts", base, "--lang", lang)
    for width in (50, 100):
        page = cci(*asked, terminal=True, width=width).out
        assert said in " ".join(page.split())
        assert "+50%" in page
    assert said.removeprefix("! ") in cci(*asked).out


@pytest.mark.parametrize(
    ("kind", "unit", "before", "after", "en", "zh"),
    [
        ("flow", "train", "64", "137", "+73 trains, +114.1%", "+73列，+114.1%"),
        # figures written alike differ by their rounding at most
        ("stock", "USD", "7_042_000", "7_042_000", "no change at this precision", "按此精度看不出变化"),
        ("flow", "USD", "20;about", "20;about", "no change at this precision", "按此精度看不出变化"),
        # one number is a range, so all are
        (
            "flow", "USD", "1000", "1002",
            "+US$1 to +US$3, +0.09% to +0.31%", "+1美元至+3美元，+0.09%至+0.31%",
        ),
        ("flow", "USD", "20;about", "10;about", "too vague to tell", "过于笼统，无从判断"),
        ("level", "USD", "10;upper = 3000", "0;upper = 300", "too vague to tell", "过于笼统，无从判断"),
    ],
)  # fmt: skip
def test_how_a_change_is_written(
    cci: Program, tmp_path: Path, kind: str, unit: str, before: str, after: str, en: str, zh: str
) -> None:
    """All numbers of one change are ranges, or none is; what says nothing is said in words."""
    end = "-12-31" if kind == "stock" else ""
    told = [
        f"{year}{end} {value}".replace(";about", '; qualifier = "about"')
        for year, value in (("2019", before), ("2020", after))
    ]
    base = written_base(tmp_path / "facts.toml", kind, unit, *told)
    asked = ("compare", "2019", "2020", "--facts", base)
    for lang, said in (("en", f"Change: {en}"), ("zh", f"变化：{zh}")):
        page = cci(*asked, "--lang", lang, terminal=True, width=32).out
        assert re.sub(r"\s", "", f"{said}\n") in re.sub(r"\s", "", page)
    change = json.loads(cci(*asked, "--json").out)["rows"][0]["change"]
    assert change["difference"]["low"] <= change["difference"]["high"]


@pytest.mark.parametrize(("kind", "time", "dated"), [
    ("flow", "2020-01/2020-12", False), ("flow", "2020-01-01/2020-12-31", False),
    ("stock", "2020-12-31", True),
])  # fmt: skip
def test_a_whole_year_is_no_date_within_it(
    cci: Program, tmp_path: Path, kind: str, time: str, dated: bool
) -> None:
    base = written_base(tmp_path / "facts.toml", kind, "train", "2019 100", f"{time} 150")
    page = cci("compare", "2019", "2020", "--facts", base, terminal=True).out
    assert ("@" in page) == dated


def test_a_figure_of_lower_standing_gives_none(cci: Program, tmp_path: Path) -> None:
    base = written_base(tmp_path / "facts.toml", "flow", "train", "2019 100", "2019 200; by blog", "2020 150")
    page = cci("compare", "2019", "2020", "--facts", base, terminal=True).out
    assert "! conflict" in page
    assert "with 200" not in page
