"""A lookup's time is its imports: what an answer does not need may not be loaded for it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What a plain command line is understood without.
TYPER = {
    "typer",
    "click",
    "cci_cli.cli.full",
    "cci_cli.cli.options",
    "cci_cli.cli.group",
    "cci_cli.messages.help",
}
#: What only building an index, only a table, or only a fault needs.
BUILDING = {"tomli", "cci_cli.factbase.load", "cci_cli.index.build", "cci_cli.derive", "cci_cli.numerals"}
#: Of these, what also a change of two figures is computed with.
ARITHMETIC = {"cci_cli.derive", "cci_cli.numerals"}
TABLES = {"rich", "cci_cli.render.screens"}
OTHERS = {
    "platformdirs", "csv", "pydantic", "importlib.metadata", "asyncio", "cci_cli.cli.complaints", "opencc",
    "cci_cli.check", "cci_cli.exports.selection", "cci_cli.cli.commands.check",
    "cci_cli.messages.faults", "hashlib", "pypinyin",
}  # fmt: skip
#: What only filling the tables of the search needs, and what a search compares words without.
SEARCHING = {"cci_cli.search.build", "cci_cli.search.scripts", "cci_cli.search.intervals", "difflib"}
CASES = {
    "finance --json": TYPER
    | BUILDING
    | TABLES
    | OTHERS
    | {"decimal", "pathlib", "urllib", "cci_cli.render.pages", "cci_cli.wording"},
    "finance": TYPER | BUILDING | TABLES | OTHERS,
    "finance --format table": TYPER
    | BUILDING
    | OTHERS
    | {"cci_cli.render.pages", "rich.markdown", "rich.syntax", "urllib.parse", "ipaddress"},
    "show summits-held --json": TYPER | BUILDING | TABLES | OTHERS | {"cci_cli.wording"},
    "compare 2019 2024 --json": TYPER | TABLES | OTHERS | (BUILDING - ARITHMETIC),
    "compare 2019 2024": TYPER | TABLES | OTHERS | (BUILDING - ARITHMETIC),
    "show financing-cost-gap --format table": TYPER
    | BUILDING
    | OTHERS
    | {"cci_cli.compare", "rich.markdown"},
    "timeline --json": TYPER | BUILDING | TABLES | OTHERS | {"cci_cli.compare", "cci_cli.wording"},
    "conflicts --json": TYPER | BUILDING | TABLES | OTHERS | {"cci_cli.compare", "cci_cli.wording"},
    "compare 2019 2024 --plot": OTHERS | {"matplotlib", "numpy", "rich.markdown", "cci_cli.plot.picture"},
    "sources --format tsv": TYPER | BUILDING | TABLES | OTHERS,
    # a figure is read by the module that reads those of quotes
    "search latency --json": TYPER | BUILDING | TABLES | OTHERS | SEARCHING,
    "search 跨境融資 kjrz chongqin --json": TYPER | BUILDING | TABLES | OTHERS | SEARCHING,
    "search 137 --json": (TYPER | BUILDING | TABLES | OTHERS | SEARCHING) - {"cci_cli.numerals"},
    "--version": BUILDING | TABLES | OTHERS,
}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs says where the cache is")
@pytest.mark.parametrize("words", CASES)
def test_modules_that_an_answer_does_not_need(words: str, process_variables: Mapping[str, str]) -> None:
    variables = dict(process_variables)
    command = [sys.executable, "-X", "importtime", "-m", "cci_cli", *words.split()]
    subprocess.run(command, env=variables, capture_output=True, check=True)  # builds the index
    done = subprocess.run(command, env=variables, capture_output=True, check=True, text=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if "|" in line}
    assert "cci_cli.cli.run" in loaded
    assert loaded & CASES[words] == set()


#: What Tab is answered without: all that takes longer to load than the answer takes.
SLOW = {
    "typing", "re", "enum", "json", "pathlib", "shlex", "contextlib", "importlib", "subprocess", "tempfile",
    "cci_cli.environment", "cci_cli.cli.commands", "cci_cli.cli.grammar", "cci_cli.cli.run", "cci_cli.encode",
    "cci_cli.cli.session", "cci_cli.index.cache", "cci_cli.index.store", "cci_cli.lookup", "cci_cli.model",
    "cci_cli.render", "cci_cli.messages", "cci_cli.safe",
}  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs says where the cache is")
@pytest.mark.parametrize("words", [[""], ["show", "finance."], ["show", "trains"], ["sources", ""], ["-"]])
def test_modules_that_a_tab_does_not_need(words: list[str], process_variables: Mapping[str, str]) -> None:
    variables = dict(process_variables) | {"_CCI_COMPLETE": "zsh"}
    # without the modules of whatever a virtual environment does at its start
    command = [
        sys.executable,
        "-c",
        "import sys; before = set(sys.modules); from cci_cli import __main__ as m",
    ]
    command[-1] += "; import atexit; sys.argv[0] = 'cci'"
    command[-1] += (
        "; atexit.register(lambda: sys.stderr.write(' '.join(set(sys.modules) - before))); m.main()"
    )
    subprocess.run([*command, *words], env=variables, capture_output=True, check=True)  # builds the index
    done = subprocess.run([*command, *words], env=variables, capture_output=True, check=True, text=True)
    loaded = set(done.stderr.split())
    assert "cci_cli.completion.tab" in loaded
    assert loaded & (SLOW | TYPER | BUILDING | TABLES | OTHERS) == set()
    assert len(done.stdout.splitlines()) > 1
