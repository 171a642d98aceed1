"""Find, check, build and keep the index of a fact base file.

The file is known by its size, times and inode. A change within the clock's tick of the index being
built would not show in these; while an index is that close to its file, the content is compared.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
import zlib
from pathlib import Path

from cci_cli import __version__
from cci_cli.index.store import APPLICATION_ID, FORM, DamagedIndex, Index

#: A file changed less long before its index was built may have changed again without its times showing it.
_TICK_NS = 2_000_000_000
#: What a killed process left unfinished is removed after this many seconds.
_ABANDONED_AFTER = 3600
#: The modules that decide what an index holds; when one changes, so does every stamp.
_BUILDERS = ("", "factbase", "index")


def open_index(facts: Path, folder: Path | None) -> Index:
    """The index of a fact base file, from the cache folder if a sound one is there, else built.

    Raises FactBaseError if the file must be read and cannot be relied on.
    """
    kept = _path(facts, folder)
    stamp = _stamp(facts)
    if kept and stamp and (index := _kept(kept, facts, stamp)):
        return index
    return rebuilt_index(facts, folder)


def rebuilt_index(facts: Path, folder: Path | None) -> Index:
    """The index of a fact base file, built anew, and put into the cache folder if that can be done."""
    from cci_cli.factbase.load import load
    from cci_cli.index.build import build

    stamp, digest = _stamp(facts), _digest(facts)
    connection = build(load(facts), stamp, digest)
    if (kept := _path(facts, folder)) and stamp == _stamp(facts):
        _keep(kept, connection)
    return Index(connection)


def _path(facts: Path, folder: Path | None) -> Path | None:
    if folder is None:
        return None
    place = zlib.crc32(os.fsencode(facts.absolute()))
    return folder / f"{facts.stem}-{place:08x}.index"


def _stamp(facts: Path) -> str:
    """Which state of the file, read by which program; empty if there is no such file."""
    try:
        state = facts.stat()
    except (OSError, ValueError):
        return ""
    file = (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
    return " ".join(str(part) for part in (__version__, FORM, _code(), *file))


def _code() -> int:
    """When the program's own modules last changed: a checkout changes without its version changing."""
    package = Path(__file__).parents[1]
    folders = (os.scandir(package / name) for name in _BUILDERS)
    return max(
        (entry.stat().st_mtime_ns for folder in folders for entry in folder if entry.name.endswith(".py")),
        default=0,
    )


def _digest(facts: Path) -> str:
    try:
        return f"{zlib.crc32(facts.read_bytes()):08x}"
    except (OSError, ValueError):
        return ""


def _kept(path: Path, facts: Path, stamp: str) -> Index | None:
    """The index in a file, if it is one of ours, sound, and of this very state of the fact base."""
    try:
        built = path.stat().st_mtime_ns
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            return None
        index = Index(connection)
        if index.stamp() != stamp:
            return None
        state = facts.stat()
        if max(state.st_mtime_ns, state.st_ctime_ns) > built - _TICK_NS:
            if index.digest() != _digest(facts):
                return None
            _settle(path, state)
    except (OSError, ValueError, sqlite3.Error, DamagedIndex):
        return None
    return index


def _settle(path: Path, state: os.stat_result) -> None:
    """Date an index whose content was compared to now, once the file is old enough to trust its times."""
    now = time.time_ns()
    if now - max(state.st_mtime_ns, state.st_ctime_ns) > _TICK_NS:
        with contextlib.suppress(OSError):
            os.utime(path, ns=(now, now))


def _keep(path: Path, connection: sqlite3.Connection) -> None:
    """Put an index into the cache, whole or not at all; without a place to put it, nothing happens."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(path.parent)
        try:
            unfinished.write_bytes(connection.serialize())
            unfinished.replace(path)
        except OSError:
            unfinished.unlink(missing_ok=True)
    except (OSError, sqlite3.Error):
        return


def _remove_abandoned(folder: Path) -> None:
    for leftover in folder.glob("*.tmp"):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _ABANDONED_AFTER:
                leftover.unlink()
