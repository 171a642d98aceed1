"""What a reader sees of a search, kept as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import ROOT

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from conftest import Program

SMALL = str(ROOT / "tests" / "small.toml")
LINES = ["trains 2019", "900", "shitang", "loans", "latancy", "43.2%", "summits", "qinzhou --lang zh", "zzqx"]


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("line", LINES)
def test_screens(cci: Program, snapshot: SnapshotAssertion, line: str, width: int) -> None:
    result = cci("search", *line.split(), "--facts", SMALL, terminal=True, width=width)
    assert result == snapshot


@pytest.mark.parametrize("format_", ["tsv", "json", "csv", "markdown"])
def test_formats(cci: Program, snapshot: SnapshotAssertion, format_: str) -> None:
    assert cci("search", "trains", "2019", "--facts", SMALL, "--format", format_).out == snapshot


def test_help(cci: Program, snapshot: SnapshotAssertion) -> None:
    assert cci("search", "--help").out == snapshot
    assert cci("search", "--help", "--lang", "zh").out == snapshot


def test_matched_words_are_marked_by_style(cci: Program) -> None:
    """By a line beneath, which needs no colour; without styles every word stands as it does with them."""
    styled = cci("search", "latency", "--facts", SMALL, terminal=True, NO_COLOR="", TERM="xterm")
    assert "\x1b[1;4mLatency\x1b[0m" in styled.out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("kuajingrongzi", "'kuajingrongzi' is read as pinyin; showing results for 跨境融资"),
        ("passangers", "'passangers' is found nowhere; showing results for passengers"),
    ],
)
def test_pinyin_is_no_mistake(cci: Program, typed: str, said: str) -> None:
    assert said in cci("search", typed, "--format", "table").out
