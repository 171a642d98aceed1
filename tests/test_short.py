"""Plain command lines are answered without Typer, and either way writes the very same."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cci_cli.cli import full, short
from conftest import ROOT

if TYPE_CHECKING:
    from conftest import Program

SMALL = str(ROOT / "tests" / "small.toml")
#: Command lines that must not need Typer.
PLAIN = [
    "", "rail", "RA", "铁路", "rail --json", "--json rail", "--lang zh rail --year=2019", "show nothing",
    "rail --format csv --all", "show summits", "show --json summits", "sources", "check", "sources nothing",
    "sources daily --format=markdown", "export --format jsonl", "rail --year 1999",
]  # fmt: skip
#: Command lines that are Typer's to answer.
NOT_PLAIN = [
    "--help", "-h", "--version", "rail -h", "rail --jso", "rail --json --json", "rail --format", "-",
    "rail --format odf", "rail --year 19", "rail more", "show", "-- rail", "show -- summits", "nothing",
    "--all sources", "--year 2019", "rail --json=1", "export --format tsv", "rail --lang=fr",
    "rail --format=",
]  # fmt: skip
#: What command lines are put together from.
WORDS = [
    "rail", "RAIL", "r", "show", "sources", "check", "export", "summits", "daily", "nothing", "", "-", "--",
    "-h", "--json", "--all", "--format", "--format=csv", "--format=", "csv", "table", "json", "--year",
    "2019", "19", "--year=2020", "--lang", "zh", "--lang=en", "--help", "--version", "--jso", "铁路",
]  # fmt: skip


@pytest.mark.parametrize("line", PLAIN)
def test_a_plain_command_line_does_not_need_typer(cci: Program, line: str) -> None:
    with patch.object(full, "carried_out", side_effect=AssertionError("asked Typer")):
        assert cci(*line.split(), CCI_FACTS=SMALL).status in (0, 1)


@pytest.mark.parametrize("line", NOT_PLAIN)
def test_any_other_command_line_is_handed_on(cci: Program, line: str) -> None:
    with patch.object(full, "carried_out", return_value=77):
        assert cci(*line.split(), CCI_FACTS=SMALL).status == 77


@pytest.mark.parametrize("terminal", [False, True], ids=["piped", "terminal"])
@pytest.mark.parametrize("line", [*PLAIN, *NOT_PLAIN])
def test_both_ways_write_the_same(cci: Program, line: str, terminal: bool) -> None:
    same_both_ways(cci, line.split(), terminal=terminal)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_both_ways_write_the_same_whatever_is_typed(cci: Program, words: list[str]) -> None:
    same_both_ways(cci, words)


def same_both_ways(cci: Program, words: list[str], *, terminal: bool = False) -> None:
    answer = cci(*words, terminal=terminal, CCI_FACTS=SMALL)
    with patch.object(short, "understood", return_value=None):
        assert cci(*words, terminal=terminal, CCI_FACTS=SMALL) == answer
