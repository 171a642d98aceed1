"""What searching asks is kept beside the index: made by the first search, and whenever it is not sound."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from index_helpers import written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Program, Result


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    return written(tmp_path / "facts.toml")


@pytest.fixture
def search(cci: Program, facts: Path, tmp_path: Path) -> Callable[..., Result]:
    def run(*words: str) -> Result:
        return cci("--facts", str(facts), *words, "--json", XDG_CACHE_HOME=str(tmp_path / "cache"))

    return run


def kept(tmp_path: Path) -> list[str]:
    return sorted(each.suffix for each in (tmp_path / "cache" / "cci").iterdir())


def tables(tmp_path: Path) -> Path:
    return next((tmp_path / "cache" / "cci").glob("*.search"))


def test_look_ups_do_not_make_what_only_searching_asks(search: Callable[..., Result], tmp_path: Path) -> None:
    search("rail")
    assert kept(tmp_path) == [".index"]
    search("search", "trains")
    assert kept(tmp_path) == [".index", ".search"]


def test_a_second_search_makes_nothing(
    search: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = search("search", "trains")
    monkeypatch.setattr("cci_cli.search.build.filled", lambda *_: pytest.fail("made again"))
    assert search("search", "trains") == first


DAMAGES: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:-1000]),
    "one byte": lambda path: path.write_bytes(path.read_bytes().replace(b"CREATE", b"CREATF", 1)),
    "garbage": lambda path: path.write_bytes(b"\xff" * 9000),
    "the index itself": lambda path: shutil.copy(path.with_suffix(".index"), path),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "a link to nothing": lambda path: (path.unlink(), path.symlink_to("nothing")),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_not_sound_is_made_again(search: Callable[..., Result], damage: str, tmp_path: Path) -> None:
    first = search("search", "trains")
    assert first.status == 0
    DAMAGES[damage](tables(tmp_path))
    assert search("search", "trains") == first
    assert search("search", "trains") == first
    assert set(kept(tmp_path)) == {".index", ".search"}


def renamed(facts: Path) -> None:
    facts.write_text(facts.read_text(encoding="utf-8").replace("Trains run", "Omnibuses run"), "utf-8")


def test_it_follows_the_fact_base(search: Callable[..., Result], facts: Path) -> None:
    assert search("search", "omnibuses").status == 1
    renamed(facts)
    assert "Omnibuses run" in search("search", "omnibuses").out


def test_that_of_another_state_of_the_file_is_not_used(
    search: Callable[..., Result], facts: Path, tmp_path: Path
) -> None:
    search("search", "omnibuses")
    older = tables(tmp_path).read_bytes()
    renamed(facts)
    search("rail")
    tables(tmp_path).write_bytes(older)
    assert search("search", "omnibuses").status == 0
