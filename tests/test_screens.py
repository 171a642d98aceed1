"""Screens as a reader sees them, kept as files and reviewed when they change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from cci_cli.factbase.load import load
from conftest import ROOT

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from conftest import Program

SMALL = str(ROOT / "tests" / "small.toml")
SCREENS = [
    (),
    ("rail",),
    ("rail", "--all"),
    ("rail", "--year", "2019"),
    ("aims",),
    ("show", "rail.trains"),
    ("show", "summits"),
    ("show", "hub"),
    ("sources",),
    ("sources", "daily"),
    ("check",),
]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("words", SCREENS, ids=" ".join)
def test_screen(
    cci: Program, snapshot: SnapshotAssertion, words: tuple[str, ...], width: int, lang: str
) -> None:
    result = cci("--facts", SMALL, "--lang", lang, *words, terminal=True, width=width)
    assert result.out.replace(SMALL, "small.toml").replace("tests/small.toml", "small.toml") == snapshot
    assert (result.status, result.err) == (0, "")


@pytest.mark.parametrize("format_", ["tsv", "csv", "markdown", "json"])
@pytest.mark.parametrize("words", [(), ("rail",), ("show", "summits"), ("sources",)], ids=" ".join)
def test_output(cci: Program, snapshot: SnapshotAssertion, words: tuple[str, ...], format_: str) -> None:
    assert cci("--facts", SMALL, *words, "--format", format_).out == snapshot


@pytest.mark.parametrize("format_", ["json", "jsonl", "csv", "markdown"])
def test_export(cci: Program, snapshot: SnapshotAssertion, format_: str) -> None:
    assert cci("--facts", SMALL, "export", "--format", format_).out == snapshot


@pytest.mark.parametrize("words", [("--help",), ("rail", "--help"), ("show", "--help"), ("check", "--help")])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_help(cci: Program, snapshot: SnapshotAssertion, words: tuple[str, ...], lang: str) -> None:
    result = cci("--facts", SMALL, "--lang", lang, *words)
    assert result.out == snapshot
    assert result.status == 0


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [30, 40, 64, 65, 80, 100, 200])
def test_nothing_is_lost_or_too_wide_at_any_width(cci: Program, width: int, lang: str) -> None:
    """Every label and every text of a page stands on it, however its lines were broken."""
    page = cci("--facts", SMALL, "--lang", lang, "rail", "--all", terminal=True, width=width).out
    assert all(cell_len(line) <= width for line in page.splitlines())
    shown = letters(page)
    for fact in load(ROOT / "tests" / "small.toml").facts:
        if fact.topic == "rail":
            last = fact.observations[-1]
            for text in (
                getattr(fact.label, lang) if last.value else "",
                last.text and getattr(last.text, lang),
            ):
                assert columns_hold(shown, text or "")


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def columns_hold(shown: str, text: str) -> bool:
    """Whether a text is there: in a table its words may be broken over lines with other cells between."""
    return all(letters(part) in shown for part in re.findall(r"[\w'.%]+", text) if len(part) < 8)


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("topic", ["overview", "finance", "aviation", "logistics", "ict", "people", "trade"])
def test_pages_of_the_built_in_fact_base_fit(cci: Program, topic: str, lang: str, width: int) -> None:
    result = cci("--lang", lang, topic, "--all", terminal=True, width=width)
    assert result.status == 0
    assert max(cell_len(line) for line in result.out.splitlines()) <= width


def test_colour_only_enhances(cci: Program) -> None:
    plain = cci("--facts", SMALL, "show", "trains", terminal=True)
    coloured = cci("--facts", SMALL, "show", "trains", terminal=True, NO_COLOR="", TERM="xterm")
    assert "\x1b[" not in plain.out
    assert "\x1b[" in coloured.out
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured.out) == plain.out


def test_markup_in_data_is_text(cci: Program) -> None:
    assert (
        "Trains [n] and summits <b>" in cci("--facts", SMALL, "show", "trains", terminal=True, width=120).out
    )
    markdown = cci("--facts", SMALL, "sources", "--format", "markdown").out
    assert r"Trains \[n\] and summits \<b\>" in markdown
