"""Somebody with own facts, for tests; their built-in base is small enough to be read often."""

from __future__ import annotations

import io
import shutil
from functools import cache
from typing import TYPE_CHECKING

from cci_cli.cli.grammar import grammar
from cci_cli.cli.session import Session
from cci_cli.environment import Environment
from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from conftest import Program, Result

CASES = ROOT / "tests" / "cases" / "own"
SMALL = ROOT / "tests" / "small.toml"


@cache
def described() -> list[tuple[str, str, str]]:
    """What can be typed: the same with every fact base."""
    return list(grammar(Session(Environment([], {}, io.StringIO(), io.StringIO()))))


class Owner:
    """Somebody with own facts, in a home of their own, which they are in."""

    def __init__(self, cci: Program, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home, self._cci = home, cci
        self.builtin = home / "facts.toml"
        shutil.copy(SMALL, self.builtin)
        monkeypatch.setattr("cci_cli.places.builtin_facts", lambda: str(self.builtin))
        monkeypatch.setattr("cci_cli.cli.session.grammar", lambda _: described())
        monkeypatch.chdir(home)
        self.variables = {"XDG_CONFIG_HOME": str(home / "config"), "XDG_CACHE_HOME": str(home / "cache")}

    @property
    def folder(self) -> Path:
        """The folder of own facts."""
        return self.home / "config" / "cci" / "facts.d"

    def has(self, *names: str) -> None:
        """Give them these of the cases, and no others."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for name in names:
            shutil.copy(CASES / f"{name}.toml", self.folder)

    def writes(self, name: str, text: str) -> Path:
        """Let them write a file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def __call__(self, *words: str, terminal: bool = False, width: int = 80, **variables: str) -> Result:
        return self._cci(*words, terminal=terminal, width=width, **self.variables | variables)
