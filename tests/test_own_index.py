"""The index of a fact base with the user's own facts: it follows these, and is not the one without them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from own import CASES, Owner

from cci_cli.completion.tab import answer
from cci_cli.factbase import load as loading
from cci_cli.index import build

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from conftest import Program


@pytest.fixture
def owner(cci: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Owner:
    return Owner(cci, tmp_path, monkeypatch)


def indexes(owner: Owner) -> dict[str, int]:
    """The indexes that are kept, and which state of each."""
    return {path.name: path.stat().st_ino for path in (owner.home / "cache" / "cci").iterdir()}


def forbid_building(monkeypatch: pytest.MonkeyPatch) -> None:
    def built(*_: object) -> None:
        pytest.fail("built anew")

    monkeypatch.setattr(build, "build", built)


def added(value: int) -> str:
    """A file with an observation, in as many bytes for each value of three digits."""
    return (
        f'[[rail.latency.observations]]\ntime = "2027"\nvalue = {value}\n'
        f'citations = [{{ source = "bureau", quote = "{value} ms" }}]\n'
    )


def latencies(owner: Owner) -> list[str]:
    """The observations of 2027, as the program answers."""
    lines = owner("show", "latency").out.splitlines()
    return [line.partition("\t")[0] for line in lines if "\t2027\t" in line]


def test_answers_follow_the_files(owner: Owner) -> None:
    assert latencies(owner) == []
    owner.writes("a.toml", added(100))
    assert latencies(owner) == ["100 ms"]
    owner.writes("a.toml", added(101))  # as many bytes, perhaps within the clock's tick
    assert latencies(owner) == ["101 ms"]
    owner.writes("b.toml", added(102))
    assert latencies(owner) == ["101 ms", "102 ms"]
    (owner.folder / "a.toml").rename(owner.folder / "c.toml")
    assert latencies(owner) == ["102 ms", "101 ms"]
    (owner.folder / "b.toml").unlink()
    assert latencies(owner) == ["101 ms"]
    (owner.folder / "c.toml").rename(owner.folder / "c.txt")
    assert latencies(owner) == []


def test_the_search_follows_too(owner: Owner) -> None:
    assert "port.cranes" not in owner("search", "gantries").out
    owner.has("topic")
    assert owner("search", "gantries").out.startswith("port.cranes")
    assert "port.cranes" not in owner("search", "gantries", "--no-own-facts").out
    (owner.folder / "topic.toml").unlink()
    assert "port.cranes" not in owner("search", "gantries").out


def test_an_edit_that_times_do_not_show_is_seen(owner: Owner) -> None:
    path = owner.writes("a.toml", added(100))
    before = path.stat()
    assert latencies(owner) == ["100 ms"]
    with path.open("r+b") as file:
        file.write(added(999).encode())
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert latencies(owner) == ["999 ms"]


def test_a_fault_that_is_mended_is_gone_and_comes_again(owner: Owner) -> None:
    for _ in range(2):
        owner.writes("a.toml", "a = = b")
        assert "[not-toml]" in owner("rail").err
        owner.writes("a.toml", added(100))
        assert owner("rail").err == ""


def test_with_and_without_own_facts_are_two_indexes(owner: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    owner.has("topic")
    with_own, without = owner("sources"), owner("sources", "--no-own-facts")
    assert with_own.out != without.out
    assert len(indexes(owner)) == 2
    forbid_building(monkeypatch)
    before = indexes(owner)
    for _ in range(3):
        assert owner("sources") == with_own
        assert owner("sources", "--no-own-facts") == without
    assert indexes(owner) == before


def test_an_empty_folder_shares_the_index_of_none(owner: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    without = owner("sources", "--no-own-facts")
    owner.has()
    forbid_building(monkeypatch)
    assert owner("sources") == without
    assert len(indexes(owner)) == 1


def test_faults_are_told_without_reading_the_files_again(
    owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner.has("topic", "faults/undefined")
    first = owner("rail")
    assert "[undefined-topic]" in first.err
    old = time.time() - 60
    for path in (*owner.folder.iterdir(), owner.builtin):
        os.utime(path, (old, old))
    owner("rail")
    monkeypatch.setattr(loading, "parsed", lambda *_: pytest.fail("was parsed"))
    forbid_building(monkeypatch)
    for _ in range(3):
        assert owner("rail") == first


def test_a_tab_uses_the_index_and_says_nothing(
    owner: Owner, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    owner.has("topic", "faults/undefined")
    owner("rail")
    forbid_building(monkeypatch)
    said = answer(["show", "port."], owner.variables | {"_CCI_COMPLETE": "fish", "LANG": "en"})
    assert "port.cranes" in said
    assert capfd.readouterr() == ("", "")


def test_two_homes_have_two_indexes(owner: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    owner.has("topic")
    other = owner.home / "other" / "cci" / "facts.d"
    other.mkdir(parents=True)
    (other / "a.toml").write_text(added(100), encoding="utf-8")
    elsewhere = {"XDG_CONFIG_HOME": str(owner.home / "other")}
    here, there = owner("export"), owner("export", **elsewhere)
    forbid_building(monkeypatch)
    assert (owner("export"), owner("export", **elsewhere)) == (here, there)
    assert here != there


def test_a_damaged_index_is_built_anew_with_own_facts(owner: Owner) -> None:
    owner.has("topic")
    truth = owner("export")
    [kept] = (owner.home / "cache" / "cci").iterdir()
    kept.write_bytes(kept.read_bytes()[:-5000])
    assert owner("export") == truth


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs says where things are")
def test_many_processes_at_once_give_one_answer(tmp_path: Path, process_variables: Mapping[str, str]) -> None:
    folder = tmp_path / "config" / "cci" / "facts.d"
    folder.mkdir(parents=True)
    (folder / "topic.toml").write_bytes((CASES / "topic.toml").read_bytes())
    (folder / "z.toml").write_text("= =", encoding="utf-8")
    variables = dict(process_variables) | {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    command = [sys.executable, "-m", "cci_cli", "port", "--json"]
    started = [
        subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(8)
    ]
    answers = {(*process.communicate(timeout=300), process.returncode) for process in started}
    assert len(answers) == 1
    [(out, err, status)] = answers
    assert status == 0
    assert '"own":"topic.toml"' in out
    assert "[not-toml]" in err
    assert [path.suffix for path in (tmp_path / "cache" / "cci").iterdir()] == [".index"]
