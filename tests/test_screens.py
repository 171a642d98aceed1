"""Screens as a reader sees them, kept as files and reviewed when they change."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from cci_cli.derive import derived
from cci_cli.factbase.load import load
from cci_cli.lookup import speaking
from cci_cli.wording import figure
from conftest import FACTS, ROOT

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


#: Widths at which a topic is drawn in one layout each: facts as lines of their own, or as a table.
LAYOUTS = [(56, (30, 40, 50)), (1000, (90, 100, 120, 200))]
TOPICS = ["overview", "finance", "aviation", "logistics", "ict", "people", "trade", "cooperation", "outlook"]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("widest", "widths"), LAYOUTS, ids=["lines", "table"])
@pytest.mark.parametrize("topic", ["rail", *TOPICS])
def test_nothing_is_lost_or_too_wide_at_any_width(
    cci: Program, topic: str, widest: int, widths: tuple[int, ...], lang: str
) -> None:
    """However the lines are broken, each page of a layout has the very same signs, and fits its width."""
    words = ("--facts", SMALL) if topic == "rail" else ()

    def page(width: int) -> str:
        result = cci(*words, "--lang", lang, topic, "--all", terminal=True, width=width)
        assert (result.status, result.err) == (0, "")
        assert max(cell_len(line) for line in result.out.splitlines()) <= width
        return result.out

    signs = signs_of(page(widest))
    for width in widths:
        assert signs_of(page(width)) == signs


def signs_of(page: str) -> Counter[str]:
    return Counter(re.sub(r"\s+", "", page))


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("topic", TOPICS)
def test_every_fact_of_a_topic_is_on_its_page(cci: Program, topic: str, lang: str) -> None:
    """With room for all of it, a page has each label with its figure, or its text, in one piece."""
    base = derived(load(FACTS))
    page = cci("--lang", lang, topic, "--all", terminal=True, width=1000).out
    for fact in base.facts:
        if fact.topic == topic:
            speaker = speaking(fact, base.sources)
            assert speaker
            text = getattr(speaker.text, lang) if speaker.text else getattr(fact.label, lang)
            said = (
                [text]
                if speaker.value is None
                else [getattr(fact.label, lang), figure(speaker, fact.unit, base.units, lang)]
            )
            assert all(each in page for each in said), fact.id


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
