"""What others do to an index, or happens to it: kills, crowds, other users, odd folders, other clocks."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from index_helpers import FACTS, ask, everything, finished, only_file, started, trains, trains_of, written

from cci_cli.factbase import load
from cci_cli.index import kept, open_index
from cci_cli.index.files import Files
from cci_cli.search.find import find

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(os.name != "posix", reason="users, links and signals of POSIX")
slow = pytest.mark.slow
#: A user who is nobody's.
STRANGER = 65534


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


# Whose it is


def test_an_index_is_for_its_user_alone(facts: Path, folder: Path) -> None:
    before = os.umask(0)
    try:
        assert trains(facts, folder) == 923
        ask(facts, folder, lambda index: find(index, "trains"))
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("owner", ["stranger", "administrator"])
def test_what_a_stranger_wrote_is_not_believed(
    owner: str, facts: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() == 0:
        os.chown(index, STRANGER if owner == "stranger" else 0, -1)
    else:
        monkeypatch.setattr(kept, "_user", lambda: os.geteuid() + (owner == "stranger"))
    before = index.stat().st_ino
    assert trains(facts, index.parent) == 923
    assert (index.stat().st_ino != before) == (owner == "stranger")
    only_file(index.parent)


def test_a_link_is_replaced_and_where_it_leads_nothing_is_touched(
    facts: Path, index: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.index"
    index.rename(elsewhere)
    index.symlink_to(elsewhere)
    content, before = elsewhere.read_bytes(), elsewhere.stat()
    assert trains(written(facts, 924), index.parent) == 924
    assert not only_file(index.parent).is_symlink()
    assert (elsewhere.read_bytes(), elsewhere.stat().st_mtime_ns) == (content, before.st_mtime_ns)


def test_a_link_in_place_of_what_is_being_written_is_not_followed(
    facts: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine", encoding="utf-8")
    monkeypatch.setattr(time, "time_ns", lambda: 0x1234)
    trains(facts, folder)
    name = only_file(folder).name
    only_file(folder).unlink()
    (folder / f"{name}.{os.getpid()}-1234.tmp").symlink_to(precious)
    assert trains(facts, folder) == 923
    assert precious.read_text(encoding="utf-8") == "mine"


def test_a_pipe_in_place_of_the_index_is_not_waited_for(facts: Path, index: Path) -> None:
    index.unlink()
    os.mkfifo(index)
    assert [trains(facts, index.parent) for _ in range(2)] == [923] * 2
    assert only_file(index.parent).is_file()


# Kills and crowds


def built_and_killed(facts: str, folder: str) -> None:
    open_index(Path(facts), Path(folder)).close()


@slow
def test_kills_at_random_moments_of_a_build_spoil_nothing(facts: Path, folder: Path) -> None:
    context: Any = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["cci_cli.index.build", "cci_cli.factbase.load", "index_helpers"])
    chance, killed = random.Random(5), 0
    for number in range(60):
        value = 900 + number
        process = context.Process(target=built_and_killed, args=(str(written(facts, value)), str(folder)))
        process.start()
        process.join(chance.uniform(0, 0.15))
        killed += process.is_alive()
        process.kill()
        process.join()
        if number % 6 == 0:
            assert trains(facts, folder) == value
    assert killed > 5
    assert trains(written(facts, 899), folder) == 899
    only_file(folder)


def test_what_the_dead_left_is_removed_at_once_and_what_the_living_write_is_not(
    facts: Path, folder: Path
) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    folder.mkdir(parents=True)
    dead, living = (folder / f"facts-0.index.{number}-1f.tmp" for number in (process.pid, os.getpid()))
    for path in (dead, living):
        path.write_bytes(b"half")
    assert trains(facts, folder) == 923
    assert (dead.exists(), living.exists()) == (False, True)


@slow
def test_fifty_processes_at_once_on_an_empty_cache_all_answer_rightly(facts: Path, tmp_path: Path) -> None:
    home = {"XDG_CACHE_HOME": str(tmp_path / "home"), "HOME": str(tmp_path / "home")}
    answers = [finished(process) for process in [started(facts, home) for _ in range(50)]]
    assert [trains_of(answer) for answer in answers] == [923] * 50
    left = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert [path.suffix for path in left] == [".index"]


# Folders


ODD: dict[str, Callable[[Path], str]] = {
    "relative": lambda _: "cache",
    "dots": lambda path: str(path / "a" / ".." / "b"),
    "a file": lambda path: str(path / "facts.toml"),
    "a device": lambda _: "/dev/full",
    "many signs": lambda path: str(path / "a b\nc?d#e%20'\"列"),
    "no text": lambda path: os.fsdecode(os.fsencode(path) + b"/\xff"),
    "very long": lambda path: str(path / ("x" * 255) / ("y" * 255)),
    "tilde": lambda _: "~/cache",
}


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_cache_folder(kind: str, facts: Path, tmp_path: Path) -> None:
    work, home = tmp_path / "work", tmp_path / "home"
    work.mkdir()
    home.mkdir()
    before = facts.read_bytes()
    here = Path.cwd()
    os.chdir(work)
    try:
        home_variables = {"XDG_CACHE_HOME": ODD[kind](tmp_path), "HOME": str(home)}
        answers = [trains_of(finished(started(facts, home_variables))) for _ in range(2)]
    finally:
        os.chdir(here)
    assert answers == [923] * 2
    assert not list(work.iterdir())
    assert facts.read_bytes() == before
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_disk_quota(facts: Path, tmp_path: Path) -> None:
    """No file may grow beyond some kilobytes, and the signal that says so does not end the program."""
    shell = 'ulimit -f 16; exec "$0" -m cci_cli rail --json --facts "$1"'
    variables = {
        "PATH": os.environ["PATH"],
        "XDG_CACHE_HOME": str(tmp_path / "home"),
        "HOME": str(tmp_path),
        "PYTHONDONTWRITEBYTECODE": "1",  # Python itself would leave half a module behind
    }
    done = subprocess.run(
        ["sh", "-c", shell, sys.executable, str(facts)],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert '"value":923' in done.stdout
    assert not [path for path in (tmp_path / "home").rglob("*") if path.is_file()]


@pytest.mark.skipif(os.geteuid() != 0, reason="only the administrator can become another user")
def test_another_user_with_our_folder_is_answered_and_leaves_nothing() -> None:
    """Their home is ours, as after ``sudo -u``; what they run is what is loaded already."""
    with tempfile.TemporaryDirectory() as shared:
        home = Path(shared)
        home.chmod(0o711)
        facts, folder, told = written(home / "facts.toml"), home / "cci", home / "told"
        open_index(facts, folder)
        before = only_file(folder).read_bytes(), only_file(folder).stat().st_mtime_ns
        told.touch()
        told.chmod(0o666)
        ask(facts, None)
        child = os.fork()
        if not child:
            try:
                os.setuid(STRANGER)
                told.write_text(str(trains(facts, folder)), encoding="utf-8")
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        assert told.read_text(encoding="utf-8") == "923"
        assert (only_file(folder).read_bytes(), only_file(folder).stat().st_mtime_ns) == before


# Edits and clocks


def test_a_file_that_is_written_while_it_is_read_is_read_again(
    facts: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, reads = FACTS.encode(), []

    def torn(path: Path, content_of: Callable[[Path], bytes] = load.content_of) -> bytes:
        reads.append(path)
        if len(reads) == 1:
            facts.write_bytes(whole[:700])
            content = content_of(path)
            facts.write_bytes(whole)
            return content
        return content_of(path)

    monkeypatch.setattr(load, "content_of", torn)
    assert trains(facts, folder) == 923
    assert len(reads) == 2


def test_a_file_that_is_written_to_all_the_time_is_answered_from_all_the_same(
    facts: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def touched(path: Path, content_of: Callable[[Path], bytes] = load.content_of) -> bytes:
        facts.touch()
        time.sleep(0.002)
        content = content_of(path)
        os.utime(facts, ns=(time.time_ns(), time.time_ns()))
        return content

    monkeypatch.setattr(load, "content_of", touched)
    assert trains(facts, folder) == 923
    assert not folder.exists() or not list(folder.iterdir())


def test_a_clock_that_was_put_back_hides_no_edit(
    facts: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time_ns()
    for hours, value in ((5, 924), (0, 925), (-5, 926), (-5, 927), (5, 928)):
        monkeypatch.setattr(time, "time_ns", lambda hours=hours: now + hours * 3600 * 10**9)
        monkeypatch.setattr(time, "time", lambda hours=hours: now / 1e9 + hours * 3600)
        written(facts, value)
        os.utime(facts, ns=(time.time_ns(), time.time_ns()))
        assert [trains(facts, folder) for _ in range(2)] == [value] * 2
    only_file(folder)


def test_two_fact_bases_in_turn(tmp_path: Path, folder: Path) -> None:
    one, other = written(tmp_path / "a.toml", 901), written(tmp_path / "b.toml", 902)
    truth = {path: everything(open_index(path, None)) for path in (one, other)}
    for path in (one, other) * 3:
        assert ask(path, folder) == truth[path]
    shutil.copy2(*(kept.place(Files(path), folder) or "" for path in (one, other)))
    for path in (one, other) * 2:
        assert ask(path, folder) == truth[path]
