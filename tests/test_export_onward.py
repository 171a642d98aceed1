"""Where the exports go on: the README's commands are run, with the tools that others made."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SECTION = re.compile(r"^## Where the exports go on\n(.*?)^## ", re.DOTALL | re.MULTILINE)
BLOCKS = re.findall(
    r"^```(sh|python)\n(.*?)^```$",
    _SECTION.findall((ROOT / "README.md").read_text(encoding="utf-8"))[0],
    re.DOTALL | re.MULTILINE,
)
#: What the output of the blocks must hold, by the tool that they name.
SHOWN = {
    "sqlite-utils": ['"unit": "USD"', "finance.cross-border-financing", '"rows"'],
    "frictionless": ["VALID"],
    "pandas": ["2022-01/2022-09", "qianlong-2022-11-21"],
    "duckdb": ["value", "20"],
    "pyspark": ["most", "official"],
    "summits.ris": [],
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder to work in, with the commands of what is installed beside it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    programs = {"cci": "from cci_cli.__main__ import main as run"}
    for script in entry_points(group="console_scripts"):
        if script.name in ("sqlite-utils", "datasette", "frictionless"):
            module, _, function = script.value.partition(":")
            programs[script.name] = f"from {module} import {function} as run"
    for name, imported in programs.items():
        command = folder / name
        command.write_text(f"#!{sys.executable}\nimport sys\n{imported}\nsys.exit(run())\n")
        command.chmod(0o755)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are of a POSIX shell")
def test_the_commands_of_the_readme_run(place: Path, process_variables: Mapping[str, str]) -> None:
    """In their order: each block uses what those before it have written."""
    assert len(BLOCKS) == len(SHOWN)
    variables = dict(process_variables) | {
        "PATH": os.pathsep.join((str(place / "bin"), process_variables["PATH"])),
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONIOENCODING": "utf-8",
        "HOME": str(place),
    }
    for (kind, text), (tool, shown) in zip(BLOCKS, SHOWN.items(), strict=True):
        assert tool in text
        if tool == "pyspark" and find_spec("pyspark") is None:
            continue  # a cluster engine is too much for the tests to ask for
        command = ["sh", "-e", "-c", text] if kind == "sh" else [sys.executable, "-c", text]
        done = subprocess.run(
            command, cwd=place, env=variables, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        assert [each for each in shown if each not in done.stdout] == [], done.stdout
    assert (place / "summits.ris").read_text(encoding="utf-8").startswith("TY  - ")
    assert (place / "cci.parquet").read_bytes()[:4] == b"PAR1"
