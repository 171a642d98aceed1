"""Find, check, build and keep the index of a fact base file.

The file is known by its size, times and inode. A change within the clock's tick of the index being
built would not show in these; while an index is that close to its file, the content is compared.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from cci_cli import __version__
from cci_cli.index.store import APPLICATION_ID, FORM, DamagedIndex, Index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Grammar = Callable[[], Iterable[tuple[str, str, str]]]

#: A file changed less long before its index was built may have changed again without its times showing it.
_TICK_NS = 2_000_000_000
#: What a killed process left unfinished is removed after this many seconds.
_ABANDONED_AFTER = 3600
#: An index ends with the checksum of what is before, in this many bytes, which SQLite does not look at.
_SUM = 4
#: A larger index is not summed up at every start: the checksums of its rows must do.
_MOST_SUMMED = 1 << 26
#: The modules that decide what an index holds; when one changes, so does every stamp.
_BUILDERS = ("", "cli", "cli/commands", "completion", "factbase", "index", "messages")


def open_index(facts: Path, folder: Path | None, grammar: Grammar = tuple) -> Index:
    """The index of a fact base file, from the cache folder if a sound one is there, else built.

    ``grammar`` gives the rows that describe what can be typed: the index keeps them too.
    Raises FactBaseError if the file must be read and cannot be relied on.
    """
    kept = _path(facts, folder)
    stamp = _stamp(facts)
    if kept and stamp and (index := _kept(kept, facts, stamp)):
        return index
    return rebuilt_index(facts, folder, grammar)


def rebuilt_index(facts: Path, folder: Path | None, grammar: Grammar = tuple) -> Index:
    """The index of a fact base file, built anew, and put into the cache folder if that can be done."""
    from cci_cli.factbase.load import content_of, load
    from cci_cli.index.build import build

    started, stamp = time.time_ns(), _stamp(facts)
    content = content_of(facts)
    connection = build(load(facts, content), stamp, f"{zlib.crc32(content):08x}", grammar())
    if (kept := _path(facts, folder)) and stamp and stamp == _stamp(facts):
        _keep(kept, connection, started)
    return Index(connection)


def _path(facts: Path, folder: Path | None) -> Path | None:
    if folder is None:
        return None
    try:
        place = zlib.crc32(os.fsencode(facts.absolute()))
    except OSError:  # in a folder that was deleted
        return None
    return folder / f"{facts.stem}-{place:08x}.index"


def _stamp(facts: Path) -> str:
    """Which state of the file, read by which program; empty if there is no such file."""
    try:
        state = facts.stat()
    except (OSError, ValueError):
        return ""
    if not stat.S_ISREG(state.st_mode):
        return ""
    file = (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
    return " ".join(str(part) for part in (__version__, FORM, _code(), *file))


def _code() -> int:
    """When the program's own modules last changed: a checkout changes without its version changing."""
    package = Path(__file__).parents[1]
    try:
        folders = (os.scandir(package / name) for name in _BUILDERS)
        entries = (entry for folder in folders for entry in folder)
        return max((each.stat().st_mtime_ns for each in entries if each.name.endswith(".py")), default=0)
    except OSError:  # inside a zip file, or frozen
        return 0


def _digest(facts: Path) -> str:
    try:
        return f"{zlib.crc32(facts.read_bytes()):08x}"
    except (OSError, ValueError):
        return ""


def _kept(path: Path, facts: Path, stamp: str) -> Index | None:
    """The index in a file, if it is one of ours, sound, and of this very state of the fact base."""
    try:
        built = path.stat().st_mtime_ns
        if not _whole(path):
            return None
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except (OSError, ValueError, sqlite3.Error):
        return None
    index = Index(connection)
    try:
        if _is_of(connection, index, facts, stamp, built):
            _settle(path, facts.stat())
            return index
    except (OSError, sqlite3.Error, DamagedIndex):
        pass
    index.close()
    return None


def _is_of(connection: sqlite3.Connection, index: Index, facts: Path, stamp: str, built: int) -> bool:
    """Whether an index was built from this very state of a fact base; raises what a damaged one causes."""
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,) or index.stamp() != stamp:
        return False
    return _changed_at(facts.stat()) <= built - _TICK_NS or index.digest() == _digest(facts)


def _changed_at(state: os.stat_result) -> int:
    return max(state.st_mtime_ns, state.st_ctime_ns)


def _whole(path: Path) -> bool:
    """Whether a file is an index as it was written, by the checksum at its end; a large one is trusted."""
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        return False
    if state.st_size > _MOST_SUMMED:
        return True
    content = memoryview(path.read_bytes())
    return zlib.crc32(content[:-_SUM]) == int.from_bytes(content[-_SUM:], "big") and len(content) > _SUM


def _settle(path: Path, state: os.stat_result) -> None:
    """Date a young index to now, once its file is old enough to trust its times: its content was compared."""
    now = time.time_ns()
    if _changed_at(state) > path.stat().st_mtime_ns - _TICK_NS and now - _changed_at(state) > _TICK_NS:
        with contextlib.suppress(OSError):
            os.utime(path, ns=(now, now))


def _keep(path: Path, connection: sqlite3.Connection, started: int) -> None:
    """Put an index into the cache, whole or not at all; without a place to put it, nothing happens."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}-{time.time_ns():x}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(path.parent)
        try:
            content = connection.serialize()
            unfinished.write_bytes(content + zlib.crc32(content).to_bytes(_SUM, "big"))
            os.utime(unfinished, ns=(started, started))
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except (OSError, sqlite3.Error, AttributeError, MemoryError):  # some SQLites cannot serialise
        return


def _remove_abandoned(folder: Path) -> None:
    for leftover in folder.glob("*.tmp"):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _ABANDONED_AFTER:
                leftover.unlink()
