"""How long a lookup takes, as a ratio to the bare interpreter, measured in one run.

    python benchmarks/start.py [ROUNDS]

Every command runs in turn, round after round, so that a machine whose speed drifts drifts for all; the
medians are compared. ``first run`` reads the fact base and builds its index, ``first search`` fills the
tables of the search besides; the others read what these left. Other tools answer the same question out of
exports of the same facts, where they are installed.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROUNDS = 15
#: What Typer alone costs, and Typer with a Rich table: the floor of what can be reached with them.
TYPER = "import typer; app = typer.Typer(add_completion=False); app.command()(lambda: None); app()"
RICH = TYPER.replace("lambda: None", "lambda: __import__('rich.console').console.Console().print('')")

#: The same program, with Tab answered by Typer's own completion.
TYPERS_TAB = """
import os, sys
from typer._completion_classes import completion_init
from cci_cli.cli.commands import command
from cci_cli.cli.session import Session
from cci_cli.environment import Environment
completion_init()
session = Session(Environment([], os.environ, sys.stdout, sys.stderr))
command("program", session).main(prog_name="cci", complete_var="_CCI_COMPLETE")
"""
#: What each of these commands finds in its environment besides.
TAB = {"_CCI_COMPLETE": "zsh"}
TYPERS = {"_CCI_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "cci fin"}
VARIABLES = {
    "Tab: cci fin": TAB,
    "Tab: cci show logistics.": TAB,
    "Tab: cci show trains": TAB,
    "Tab by Typer: cci fin": TYPERS,
}
LATEST = "SELECT * FROM latest WHERE topic = 'finance'"
#: What other tools are asked, of which export.
OTHERS = {
    "jq, of JSON": ("json", ["jq", '.facts[] | select(.topic == "finance")']),
    "sqlite3, of SQLite": ("sqlite", ["sqlite3", "-json", "", LATEST]),
    "sqlite-utils rows, of SQLite": (
        "sqlite", ["sqlite-utils", "rows", "", "observations", "--where", "fact LIKE 'finance.%'"],
    ),
    "csvlook, of CSV": ("csv", ["csvlook", "--no-inference"]),
}  # fmt: skip
#: These begin with an empty cache.
FIRST = ("first run", "first search")


def main() -> None:
    """Measure, and print a table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    cci = shutil.which("cci", path=str(Path(sys.executable).parent)) or "cci"
    with tempfile.TemporaryDirectory() as cache:
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "Typer alone": [sys.executable, "-c", TYPER],
            "Typer and Rich's console": [sys.executable, "-c", RICH],
            "cci --version": [cci, "--version"],
            "cci finance --json": [cci, "finance", "--json"],
            "cci search latency --json": [cci, "search", "latency", "--json"],
            "cci finance (piped)": [cci, "finance"],
            "cci finance (table)": [cci, "finance", "--format", "table"],
            "Tab: cci fin": [cci, "fin"],
            "Tab: cci show logistics.": [cci, "show", "logistics."],
            "Tab: cci show trains": [cci, "show", "trains"],
            "Tab by Typer: cci fin": [sys.executable, "-c", TYPERS_TAB],
            **others(cci, cache),
            "first run": [cci, "finance", "--json"],
            "first search": [cci, "search", "latency", "--json"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        run(commands["first search"], cache)
        for _ in range(rounds):
            for name, command in commands.items():
                folder = tempfile.mkdtemp(dir=cache) if name in FIRST else cache
                times[name].append(run(command, folder, VARIABLES.get(name, {})))
    bare = statistics.median(times["python -c pass"])
    for name, measured in times.items():
        median = statistics.median(measured)
        sys.stdout.write(f"{name:30}{median * 1000:8.1f} ms{median / bare:8.2f}\n")


def others(cci: str, folder: str) -> dict[str, list[str]]:
    """The commands of other tools, each with the export that it reads, for those that are installed."""
    found = {}
    for name, (format_, (tool, *words)) in OTHERS.items():
        path = shutil.which(tool, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        if path is None:
            sys.stdout.write(f"{name:30}{tool} is not installed\n")
            continue
        file = Path(folder) / f"facts.{format_}"
        if not file.exists():
            subprocess.run([cci, "export", "--format", format_, "-o", file], check=True)
        given = [str(file) if word == "" else word for word in words]
        found[name] = [path, *given, *([] if "" in words else [str(file)])]
    return found


def run(command: list[str], cache: str, more: Mapping[str, str] | None = None) -> float:
    """The seconds that a command takes with a cache folder, and more variables."""
    variables = os.environ | {"XDG_CACHE_HOME": cache, "COLUMNS": "100"} | (more or {})
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    start = time.perf_counter()
    subprocess.run(command, env=variables, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
