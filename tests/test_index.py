"""The index is a cache: whatever happens to it or to its file, the answer is right and nothing is left."""

from __future__ import annotations

import errno
import io
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
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

from cci_cli.cli.grammar import grammar
from cci_cli.cli.session import Session
from cci_cli.environment import Environment
from cci_cli.factbase.faults import FactBaseError
from cci_cli.index import build, kept, open_index
from cci_cli.index.cache import rebuilt_index

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = 4096
posix = pytest.mark.skipif(os.name != "posix", reason="signals, pipes and inodes of POSIX")


@cache
def described() -> list[tuple[str, str, str]]:
    return list(grammar(Session(Environment([], {}, io.StringIO(), io.StringIO()))))


@pytest.fixture(autouse=True)
def commands_described_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index is built very often here, with the same commands in each."""
    monkeypatch.setattr("cci_cli.cli.session.grammar", lambda _: described())


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


def forbid_reading(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path, read_bytes: Callable[[Path], bytes] = Path.read_bytes) -> bytes:
        assert path != facts
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    monkeypatch.setattr(kept, "_digest", lambda _: pytest.fail("was read"))


def make_trusted(index: Path) -> None:
    """Date an index so long after its file that the content is not compared, only size and times."""
    later = time.time_ns() + 3600 * 10**9
    os.utime(index, ns=(later, later))
    time.sleep(0.03)


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
    forbid_reading(facts, monkeypatch)
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
    forbid_reading(facts, monkeypatch)
    assert trains(facts, folder) == 923


def test_every_edit_of_the_same_size_is_seen_at_once(facts: Path, folder: Path) -> None:
    for value in range(900, 940):
        assert trains(written(facts, value), folder) == value
    only_file(folder)


def test_an_edit_is_seen_without_reading_what_did_not_change(facts: Path, folder: Path) -> None:
    for value in (923, 924, 925):
        assert trains(written(facts, value), folder) == value
        make_trusted(only_file(folder))
    facts.write_text(FACTS + "# longer", encoding="utf-8")
    assert trains(facts, folder) == 923


def test_an_edit_within_a_tick_of_the_clock_is_seen(
    facts: Path, folder: Path, stopped_clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped_clock(0)
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now)  # however long this takes, it is one tick
    for value in range(900, 940):
        assert trains(written(facts, value), folder) == value


def test_an_edit_within_the_tick_is_seen_after_a_long_build(
    facts: Path, folder: Path, stopped_clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large base takes longer to build than the tick lasts in which it changed again."""
    stopped_clock(0)

    def slow(*arguments: Any, build: Callable[..., Any] = build.build) -> Any:
        written(facts, 924)
        time.sleep(2.1)
        return build(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(build, "build", slow)
        trains(facts, folder)
    assert trains(facts, folder) == 924


def test_an_edit_while_the_index_is_built_is_seen(
    facts: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edited(*arguments: Any, build: Callable[..., Any] = build.build) -> Any:
        written(facts, 924)
        return build(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(build, "build", edited)
        trains(facts, folder)
    assert trains(facts, folder) == 924


@posix
def test_a_time_that_was_put_back_deceives_nobody(facts: Path, folder: Path) -> None:
    before = facts.stat()
    assert trains(facts, folder) == 923
    make_trusted(only_file(folder))
    written(facts, 924)
    os.utime(facts, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert trains(facts, folder) == 924


def test_a_file_with_a_time_to_come_is_compared(facts: Path, folder: Path) -> None:
    ahead = time.time_ns() + 10**18
    for value in (923, 924, 925):
        os.utime(written(facts, value), ns=(ahead, ahead))
        assert trains(facts, folder) == value


@posix
def test_a_replaced_file_of_the_same_size_and_time_is_seen(facts: Path, folder: Path, tmp_path: Path) -> None:
    before = facts.stat()
    assert trains(facts, folder) == 923
    make_trusted(only_file(folder))
    other = written(tmp_path / "other.toml", 924)
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(facts)
    assert trains(facts, folder) == 924


@posix
def test_a_link_that_leads_elsewhere_is_followed(facts: Path, folder: Path, tmp_path: Path) -> None:
    other, link = written(tmp_path / "other.toml", 924), tmp_path / "link.toml"
    os.utime(other, ns=(facts.stat().st_atime_ns, facts.stat().st_mtime_ns))
    for target, value in ((facts, 923), (other, 924), (facts, 923)):
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        assert trains(link, folder) == value
        make_trusted(only_file(folder))
    only_file(folder)


def test_files_of_one_name_have_an_index_each(tmp_path: Path, folder: Path) -> None:
    paths = [tmp_path / name / "facts.toml" for name in ("a", "b")]
    for number, path in enumerate(paths):
        path.parent.mkdir()
        written(path, 910 + number)
    assert [trains(path, folder) for path in paths * 2] == [910, 911, 910, 911]
    assert len(list(folder.iterdir())) == 2


@pytest.mark.usefixtures("index")
def test_a_file_that_became_faulty_or_vanished_is_not_answered_for(facts: Path, folder: Path) -> None:
    facts.write_text(FACTS.replace("value = 923", "value = 9x3"), encoding="utf-8")
    with pytest.raises(FactBaseError):
        ask(facts, folder)
    facts.unlink()
    with pytest.raises(FactBaseError):
        ask(facts, folder)
    only_file(folder)


@posix
def test_a_pipe_is_read_once_and_nothing_kept_of_it(tmp_path: Path) -> None:
    """``cci rail --facts <(command)``."""
    pipe, home = tmp_path / "pipe.toml", {"XDG_CACHE_HOME": str(tmp_path / "home")}
    os.mkfifo(pipe)
    for value in (923, 924):
        content = written(tmp_path / "facts.toml", value)
        writer = subprocess.Popen(["sh", "-c", 'cat "$0" > "$1"', content, pipe])
        reader = started(pipe, home)
        try:
            out, err = reader.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            reader.kill()
            out, err = reader.communicate()
        writer.kill()
        writer.wait()
        assert err == ""
        assert f'"value":{value}' in out.replace(" ", "")
    assert not list((tmp_path / "home").rglob("*.index"))


# many at once, and killed


@pytest.mark.parametrize("count", [2, 8])
def test_processes_that_build_at_once_all_answer_rightly(count: int, facts: Path, tmp_path: Path) -> None:
    home = {"XDG_CACHE_HOME": str(tmp_path / "home"), "HOME": str(tmp_path / "home")}
    answers = [finished(process) for process in [started(facts, home) for _ in range(count)]]
    assert [trains_of(answer) for answer in answers] == [923] * count
    assert all(answer == answers[0] for answer in answers)
    left = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert [path.suffix for path in left] == [".index"]
    assert finished(started(facts, home)) == answers[0]


def test_processes_see_one_state_or_the_other_of_a_file_replaced_meanwhile(
    facts: Path, tmp_path: Path
) -> None:
    home = {"XDG_CACHE_HOME": str(tmp_path / "home"), "HOME": str(tmp_path / "home")}
    processes = [started(facts, home) for _ in range(3)]
    until = time.monotonic() + 0.6
    while time.monotonic() < until:
        for value in (923, 924):
            written(tmp_path / "next.toml", value).replace(facts)
    assert {trains_of(finished(process)) for process in processes} <= {923, 924}
    assert trains_of(finished(started(facts, home))) == 924


def test_threads_that_build_at_once_never_show_half_an_index(facts: Path, folder: Path, index: Path) -> None:
    """Two programs can also have one process number: in two containers that share a home."""
    size, seen = index.stat().st_size, set()
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            seen.add(index.stat().st_size)

    def work() -> None:
        for _ in range(20):
            rebuilt_index(facts, folder)

    looking, *working = [threading.Thread(target=each) for each in (look, work, work, work, work)]
    for thread in (looking, *working):
        thread.start()
    for thread in working:
        thread.join()
    stop.set()
    looking.join()
    assert seen == {size}
    assert only_file(folder) == index


KILLED = """
import os, signal, sys
from pathlib import Path
import cci_cli.index.build as build
from cci_cli.index import open_index

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def half(path, content):
    with open(path, "wb") as file:
        file.write(bytes(content)[: len(content) // 2])
    die()

moment, facts, folder = sys.argv[1:]
if moment == "building":
    build.build = die
elif moment == "writing":
    Path.write_bytes = half
else:
    os.replace = os.rename = Path.replace = Path.rename = die
open_index(Path(facts), Path(folder))
"""


@posix
@pytest.mark.parametrize("moment", ["building", "writing", "replacing"])
@pytest.mark.parametrize("built", [False, True])
def test_a_killed_process_spoils_nothing(moment: str, built: bool, facts: Path, folder: Path) -> None:
    if built:
        open_index(facts, folder)
        written(facts, 924)
    arguments = [sys.executable, "-c", KILLED, moment, str(facts), str(folder)]
    assert subprocess.run(arguments, check=False).returncode == -signal.SIGKILL
    assert trains(facts, folder) == (924 if built else 923)
    assert len(list(folder.glob("*.index"))) == 1
    only_file(folder)
    assert trains(written(facts, 925), folder) == 925
    only_file(folder)


@posix
def test_a_process_killed_at_any_time_spoils_nothing(facts: Path, tmp_path: Path) -> None:
    home = {"XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    for number in range(8):
        process = started(written(facts, 900 + number), home)
        time.sleep(0.1 + number * 0.04)
        process.kill()
        process.communicate()
        assert trains(facts, tmp_path / "cci") == 900 + number
    assert trains_of(finished(started(facts, home))) == 907


def test_the_leftovers_of_others_still_at_work_stay(facts: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    young, old = folder / "facts-0.index.1.tmp", folder / "facts-0.index.2.tmp"
    for path in (young, old):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 7200,) * 2)
    assert trains(facts, folder) == 923
    assert young.exists()
    assert not old.exists()


# damaged


def wrong_answers(facts: Path, index: Path, truth: dict[str, Any], damaged: list[bytes]) -> list[str]:
    """Of contents put in place of an index, those that are answered wrongly; one question for each."""
    names, wrong = list(QUESTIONS), []
    for number, content in enumerate(damaged):
        name = names[number % len(names)]
        index.write_bytes(content)
        try:
            answer = ask(facts, index.parent, QUESTIONS[name])
        except Exception as error:
            wrong.append(f"{number}: {name}: {error!r}")
        else:
            if answer != truth[name]:
                wrong.append(f"{number}: {name}")
    assert ask(facts, index.parent) == truth
    only_file(index.parent)
    return wrong


def test_an_index_cut_short_at_any_length(facts: Path, index: Path, truth: dict[str, Any]) -> None:
    content = index.read_bytes()
    lengths = [0, 1, 15, 16, 99, 100, 101, *range(512, len(content), 512), len(content) - 1]
    assert wrong_answers(facts, index, truth, [content[:length] for length in lengths]) == []


def test_an_index_with_one_byte_changed(facts: Path, index: Path, truth: dict[str, Any]) -> None:
    content, chance = index.read_bytes(), random.Random(1)
    places = chance.sample([place for place, byte in enumerate(content) if byte], 400)
    damaged = []
    for place in places:
        byte = content[place] ^ (1 << chance.randrange(8) if place % 2 else 0xFF)
        damaged.append(content[:place] + bytes([byte]) + content[place + 1 :])
    assert wrong_answers(facts, index, truth, damaged) == []


def test_an_index_with_a_run_of_bytes_changed(facts: Path, index: Path, truth: dict[str, Any]) -> None:
    content, chance = index.read_bytes(), random.Random(2)
    damaged = []
    for length in (2, 16, 200, PAGE) * 40:
        place = chance.randrange(len(content) - length)
        damaged.append(content[:place] + chance.randbytes(length) + content[place + length :])
    assert wrong_answers(facts, index, truth, damaged) == []


def test_an_index_with_pages_lost_or_out_of_place(facts: Path, index: Path, truth: dict[str, Any]) -> None:
    content = index.read_bytes()
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    damaged = []
    for number in range(len(pages)):
        for other in (bytes(PAGE), pages[number - 1], pages[number - 2]):
            damaged += [b"".join([*pages[:number], other, *pages[number + 1 :]])] * 4
    chance = random.Random(3)
    chance.shuffle(damaged)
    assert wrong_answers(facts, index, truth, damaged) == []


def test_an_index_half_of_which_is_an_older_one(facts: Path, index: Path) -> None:
    older = index.read_bytes()
    open_index(written(facts, 924), index.parent)
    newer, truth = only_file(index.parent).read_bytes(), everything(open_index(facts, None))
    cuts = range(PAGE, len(older), PAGE)
    damaged = [newer[:cut] + older[cut:] for cut in cuts] + [older[:cut] + newer[cut:] for cut in cuts]
    assert wrong_answers(facts, index, truth, damaged * 4) == []


def a_database(script: str) -> Callable[[Path], object]:
    def put(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.executescript(script)
        connection.close()

    return put


FOREIGN: dict[str, Callable[[Path], object]] = {
    "nothing": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text(FACTS, encoding="utf-8"),
    "zeros": lambda path: path.write_bytes(bytes(20 * PAGE)),
    "an empty database": a_database("VACUUM"),
    "another program's": a_database(
        "CREATE TABLE meta (key TEXT, value TEXT); INSERT INTO meta VALUES (1, 2)"
    ),
    "only marked as ours": a_database("PRAGMA application_id = 0x63636931; PRAGMA user_version = 1"),
    "other columns": a_database("PRAGMA application_id = 0x63636931; CREATE TABLE meta (key, value, crc)"),
    "empty values": a_database(
        "PRAGMA application_id = 0x63636931; CREATE TABLE meta (key, value, crc);"
        "INSERT INTO meta VALUES ('stamp', NULL, 0), ('digest', NULL, 0)"
    ),
    "a link to nowhere": lambda path: path.symlink_to(path.with_name("nowhere")),
    "a link to itself": lambda path: path.symlink_to(path),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_is_no_index_is_replaced(kind: str, facts: Path, index: Path, truth: dict[str, Any]) -> None:
    index.unlink()
    FOREIGN[kind](index)
    assert ask(facts, index.parent) == truth
    assert ask(facts, index.parent) == truth
    assert not only_file(index.parent).is_symlink()


def test_the_index_of_another_file_is_replaced(
    facts: Path, index: Path, truth: dict[str, Any], tmp_path: Path
) -> None:
    other = written(tmp_path / "other.toml", 924)
    open_index(other, tmp_path / "elsewhere")
    shutil.copy2(only_file(tmp_path / "elsewhere"), index)
    assert ask(facts, index.parent) == truth


@pytest.mark.parametrize(("name", "value"), [("FORM", 999), ("__version__", "0.0.0-other")])
def test_the_index_of_another_program_is_replaced(
    name: str,
    value: object,
    facts: Path,
    folder: Path,
    truth: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(kept, name, value)
        open_index(facts, folder)
    before = state(only_file(folder))
    assert ask(facts, folder) == truth
    assert state(only_file(folder)) != before


@pytest.mark.parametrize("filled", [False, True])
def test_a_folder_in_place_of_the_index(
    filled: bool, facts: Path, index: Path, truth: dict[str, Any]
) -> None:
    index.unlink()
    index.mkdir()
    if filled:
        (index / "file").touch()
    assert [ask(facts, index.parent) for _ in range(2)] == [truth] * 2
    assert list(index.parent.iterdir()) == [index]


# no place to keep it


def a_file_above(path: Path) -> Path:
    path.touch()
    return path / "cci"


def a_link_to_nowhere(path: Path) -> Path:
    path.symlink_to(path.with_name("nowhere") / "deep")
    return path


PLACES: dict[str, Callable[[Path], Path | None]] = {
    "none": lambda _: None,
    "a file": lambda path: a_file_above(path).parent,
    "below a file": a_file_above,
    "below a device": lambda _: Path("/dev/null/cci"),
    "below /proc": lambda _: Path("/proc/cci"),
    "a link to nowhere": a_link_to_nowhere,
    "too long a name": lambda path: path / ("n" * 300),
}


@posix
@pytest.mark.parametrize("place", PLACES)
def test_without_a_place_for_the_index_the_answer_is_the_same(
    place: str, facts: Path, truth: dict[str, Any], tmp_path: Path
) -> None:
    folder = PLACES[place](tmp_path / "place")
    before = sorted(tmp_path.rglob("*"))
    assert [ask(facts, folder) for _ in range(2)] == [truth] * 2
    left = set(tmp_path.rglob("*")) - set(before)
    assert not [path for path in left if path.is_file()]


@posix
def test_a_file_with_too_long_a_name_for_an_index(tmp_path: Path, folder: Path) -> None:
    facts = written(tmp_path / ("n" * 250 + ".toml"))
    assert [trains(facts, folder) for _ in range(2)] == [923] * 2


@posix
@pytest.mark.parametrize("name", ["a b?c#d%41", "列车", "-", ".", "[x]*"])
def test_names_with_signs_of_every_kind(name: str, tmp_path: Path) -> None:
    facts, folder = written(tmp_path / f"{name}.toml"), tmp_path / f"{name} cache"
    assert trains(facts, folder) == 923
    before = state(only_file(folder))
    assert trains(facts, folder) == 923
    assert state(only_file(folder)) == before


@posix
def test_a_folder_that_may_not_be_written_to(facts: Path, index: Path) -> None:
    index.parent.chmod(0o500)
    try:
        if os.access(index.parent, os.W_OK):
            pytest.skip("permissions do not bind this user")
        assert trains(written(facts, 924), index.parent) == 924
        only_file(index.parent)
    finally:
        index.parent.chmod(0o700)


@posix
@pytest.mark.parametrize("home", ["/dev/null/home", "/proc/home", ""])
def test_a_missing_home(home: str, facts: Path, tmp_path: Path) -> None:
    variables = {"HOME": home} if home else {"HOME": str(tmp_path), "XDG_CACHE_HOME": "/dev/null/cache"}
    assert trains_of(finished(started(facts, variables))) == 923


def test_a_user_without_a_home(facts: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from cci_cli.environment import Environment

    for name in ("HOME", "XDG_CACHE_HOME", "USERPROFILE", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    monkeypatch.chdir(tmp_path)
    if sys.platform.startswith("linux"):
        assert Environment([], {}, sys.stdout, sys.stderr).cache_folder is None
    assert trains(facts, None) == 923


def full(path: Path, content: bytes) -> int:
    with path.open("wb") as file:
        file.write(bytes(content)[:10_000])
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("built", [False, True])
def test_a_full_disk(built: bool, facts: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if built:
        open_index(facts, folder)
    monkeypatch.setattr(Path, "write_bytes", full)
    assert [trains(written(facts, 924), folder) for _ in range(2)] == [924] * 2
    assert len(list(folder.iterdir())) == built
    monkeypatch.undo()
    assert trains(facts, folder) == 924
    only_file(folder)


@posix
def test_a_disk_that_is_really_full(facts: Path, tmp_path: Path, truth: dict[str, Any]) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    arguments = [str(mount), "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)]
    if not mount or subprocess.run(arguments, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not permitted")
    try:
        assert [ask(facts, disk / "cci") for _ in range(2)] == [truth] * 2
        assert not [path for path in disk.rglob("*") if path.is_file()]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_an_interrupted_write_leaves_nothing(
    facts: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(path: Path, content: bytes) -> int:
        with path.open("wb") as file:
            file.write(bytes(content)[:10_000])
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    with pytest.raises(KeyboardInterrupt):
        ask(facts, folder)
    assert list(folder.iterdir()) == []


def test_a_program_whose_modules_are_not_files(
    facts: Path, folder: Path, truth: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inside a zip file, or frozen into one executable, there is no folder of modules to look at."""

    def refused(*_: object) -> None:
        raise NotADirectoryError

    monkeypatch.setattr(os, "scandir", refused)
    assert [ask(facts, folder) for _ in range(2)] == [truth] * 2
