"""The index is a cache: whatever happens to it or to its file, the answer is right and nothing is left."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from cci_cli import factbase
from cci_cli.factbase import FactBaseError
from cci_cli.index import build, cache, open_index
from index_helpers import (
    FACTS,
    QUESTIONS,
    ask,
    everything,
    finished,
    only_file,
    started,
    state,
    trains,
    trains_of,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = 4096
posix = pytest.mark.skipif(os.name != "posix", reason="signals, pipes and inodes of POSIX")


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    return written(tmp_path / "facts.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "cci"


@pytest.fixture
def index(facts: Path, folder: Path) -> Path:
    open_index(facts, folder)
    return only_file(folder)


@pytest.fixture
def truth(facts: Path) -> dict[str, Any]:
    return everything(open_index(facts, None))


@pytest.fixture
def stopped_clock(facts: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Makes the fact base's times stand still, as if all that is done to it fell into one tick."""
    stat = os.stat

    def stop(seconds_ago: float = 0) -> None:
        then = time.time_ns() - int(seconds_ago * 1e9)

        def stopped(path: Any, **options: Any) -> Any:
            found = stat(path, **options)
            if path not in (facts, str(facts)):
                return found
            values = {name: getattr(found, name) for name in dir(found) if name.startswith("st_")}
            return SimpleNamespace(**values | {"st_mtime_ns": then, "st_ctime_ns": then})

        monkeypatch.setattr(os, "stat", stopped)

    return stop


def forbid_building(monkeypatch: pytest.MonkeyPatch) -> None:
    def built(*_: object) -> None:
        pytest.fail("built anew")

    monkeypatch.setattr(build, "build", built)


# built once, and again when the file changes


def test_an_index_is_built_on_first_use_and_then_used(
    facts: Path, folder: Path, truth: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask(facts, folder) == truth
    before = state(only_file(folder))
    forbid_building(monkeypatch)
    assert [ask(facts, folder) for _ in range(5)] == [truth] * 5
    assert state(only_file(folder)) == before


def test_a_process_uses_the_index_of_another(facts: Path, folder: Path) -> None:
    home = {"XDG_CACHE_HOME": str(folder.parent), "HOME": str(folder.parent)}
    first = finished(started(facts, home))
    kept = next(folder.parent.rglob("*.index"))
    before = state(kept)
    assert finished(started(facts, home)) == first
    assert state(kept) == before


def test_an_old_index_is_trusted_without_reading_the_file(
    facts: Path, folder: Path, stopped_clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped_clock(60)
    assert trains(facts, folder) == 923
    forbid_building(monkeypatch)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    assert trains(facts, folder) == 923


def test_a_young_index_is_compared_until_its_file_is_old_enough(
    facts: Path, folder: Path, stopped_clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped_clock(60)
    assert trains(facts, folder) == 923
    young = time.time_ns() - 60 * 10**9
    os.utime(only_file(folder), ns=(young, young))
    forbid_building(monkeypatch)
    assert trains(facts, folder) == 923
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    assert trains(facts, folder) == 923


def test_every_edit_of_the_same_size_is_seen_at_once(facts: Path, folder: Path) -> None:
    for value in range(900, 940):
        assert trains(written(facts, value), folder) == value
    only_file(folder)


def test_an_edit_within_a_tick_of_the_clock_is_seen(
    facts: Path, folder: Path, stopped_clock: Callable[[float], None]
) -> None:
    stopped_clock(0)
    for value in range(900, 940):
        assert trains(written(facts, value), folder) == value


def test_an_edit_within_the_tick_is_seen_after_a_long_build(
    facts: Path, folder: Path, stopped_clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large base takes longer to build than the tick lasts in which it changed again."""
    stopped_clock(0)

    def slow(path: Path, load: Callable[[Path], Any] = factbase.load) -> Any:
        base = load(path)
        written(facts, 924)
        time.sleep(2.1)
        return base

    monkeypatch.setattr(factbase, "load", slow)
    trains(facts, folder)
    monkeypatch.undo()
    stopped_clock.__call__  # noqa: B018
    assert trains(facts, folder) == 924
