from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from cci_cli.cli.run import run
from cci_cli.environment import Environment

ROOT = Path(__file__).parents[1]
FACTS = ROOT / "data" / "facts.toml"
sys.path.insert(0, str(ROOT / "tools"))
# a slow machine is no fault of the program; a change is judged by the same cases each time
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")


class Terminal(io.StringIO):
    """Standard output that a person looks at."""

    def isatty(self) -> bool:
        return True


class Pipe(io.StringIO):
    """Standard output that a program reads; it takes bytes too."""

    def __init__(self) -> None:
        super().__init__()
        self.buffer = io.BytesIO()


class Result(NamedTuple):
    status: int
    out: str
    err: str


class Program:
    """The program, run in this process with an environment of its own."""

    def __init__(self, cache: Path) -> None:
        self.variables = {
            "XDG_CACHE_HOME": str(cache),
            "XDG_CONFIG_HOME": str(cache / "no-configuration"),
            "LANG": "en_GB.UTF-8",
            "NO_COLOR": "1",
        }

    def __call__(self, *words: str, terminal: bool = False, width: int = 80, **variables: str) -> Result:
        out, err = Terminal() if terminal else Pipe(), io.StringIO()
        # whoever has a home has their own facts in it
        home = {"XDG_CONFIG_HOME": ""} if "HOME" in variables else {}
        given = self.variables | {"COLUMNS": str(width)} | home | variables
        environment = Environment(words, given, out, err)
        status = run(environment)
        return Result(status, out.getvalue(), err.getvalue())


@pytest.fixture(scope="session")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def cci(_cache: Path) -> Program:
    return Program(_cache)


@pytest.fixture(scope="session")
def process_variables(_cache: Path) -> dict[str, str]:
    """Variables for the program as a process of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    folders = {"XDG_CACHE_HOME": str(_cache), "XDG_CONFIG_HOME": str(_cache / "no-configuration")}
    return kept | folders | {"LANG": "en_GB.UTF-8"}
