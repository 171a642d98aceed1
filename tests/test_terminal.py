"""The program in real terminals."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Mapping

pexpect = pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")


def seen(variables: Mapping[str, str], *words: str, width: int = 80) -> str:
    """What a terminal of a width receives from the program."""
    command = [sys.executable, "-m", "cci_cli", *words]
    environment = dict(variables) | {"TERM": "xterm-256color", "PAGER": "cat"}
    child = pexpect.spawn(command[0], command[1:], env=environment, dimensions=(50, width), encoding="utf-8")
    output: str = child.read()
    child.close()
    assert child.exitstatus == 0
    return output


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_page_fits_the_terminal_it_is_shown_in(
    process_variables: Mapping[str, str], lang: str, width: int
) -> None:
    output = seen(process_variables, "logistics", "--lang", lang, width=width)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", output).splitlines()
    assert "陆海新通道" in output or "Corridor" in output or "corridor" in output
    assert max(cell_len(line) for line in lines) <= width
    assert "\x1b[1m" in output


def test_variables_that_everybody_expects(process_variables: Mapping[str, str]) -> None:
    assert "\x1b[" not in seen(dict(process_variables) | {"NO_COLOR": "1"}, "finance")
    narrow = seen(dict(process_variables) | {"COLUMNS": "50", "NO_COLOR": "1"}, "finance", width=120)
    assert max(cell_len(line) for line in narrow.splitlines()) <= 50


def test_json_on_a_terminal_is_laid_out_for_a_person(process_variables: Mapping[str, str]) -> None:
    assert seen(process_variables, "show", "summits-held", "--json").startswith('{\r\n  "schema": "cci/1",')
