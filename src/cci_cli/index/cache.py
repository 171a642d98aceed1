"""Open the index of a fact base file; build it and keep it where there is none."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
import zlib
from typing import TYPE_CHECKING

from cci_cli.index.files import Files
from cci_cli.index.kept import (
    SUM,
    digest_of,
    kept_index,
    kept_search,
    place,
    search_place,
    stamp_of,
)
from cci_cli.index.store import Index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from cci_cli.factbase.readfile import ReadFile
    from cci_cli.index.files import StrPath
    from cci_cli.model import FactBase

    Watch = Callable[[float], None]
    Grammar = Callable[[], Iterable[tuple[str, str, str]]]

#: What a killed process left unfinished is removed after this many seconds, if it cannot be told at once.
_ABANDONED_AFTER = 3600
#: So often a file is read again that was written to meanwhile.
_MOST_READ, _PAUSE = 20, 0.05
#: A file of so many bytes takes long enough to be read that it is told how far that has come, and reading
#: it takes so much of the whole.
_LARGE, _READ = 1 << 22, 0.3
#: So many observations take long enough to be made ready for searching.
_MANY = 10_000


def _blind(share: float) -> None:
    """Nobody watches."""


def open_index(
    facts: StrPath | Files, folder: StrPath | None, grammar: Grammar = tuple, watch: Watch = _blind
) -> Index:
    """The index of a fact base file, from the cache folder if a sound one is there, else built.

    ``grammar`` gives the rows that describe what can be typed: the index keeps them too. ``watch`` is told
    how much of a large index is built. Raises FactBaseError if the file must be read and cannot be relied on.
    """
    files = facts if isinstance(facts, Files) else Files(facts)
    path, stamp = place(files, folder), stamp_of(files)
    if path and stamp and (connection := kept_index(path, files, stamp)):
        return Index(connection, lambda index: _searching(index, path, watch, anew=False))
    return rebuilt_index(files, folder, grammar, watch)


def rebuilt_index(
    facts: StrPath | Files, folder: StrPath | None, grammar: Grammar = tuple, watch: Watch = _blind
) -> Index:
    """The index of a fact base file, built anew, and put into the cache folder if that can be done."""
    from pathlib import Path

    from cci_cli.index.build import Made, build

    files, started, stamp, content = _settled(facts if isinstance(facts, Files) else Files(facts))
    told = watch if len(content) >= _LARGE else _blind
    told(0.0)
    base, own, read = _read(files, content)
    told(_READ)
    made = Made(stamp, digest_of([content, *own]), tuple(read))
    connection = build(base, made, grammar(), lambda share: told(_READ + (1 - _READ) * share))
    now = stamp_of(Files(files.facts, files.folder))
    path = place(files, folder) if stamp and stamp == now else None
    if path:
        _keep(Path(path), connection, started)
    return Index(connection, lambda index: _searching(index, path, watch, anew=True))


def _settled(asked: Files) -> tuple[Files, int, str, bytes]:
    """The files as they are now, when they were read, in which state, and what the fact base holds.

    It is read again if somebody wrote to it meanwhile.
    """
    from pathlib import Path

    from cci_cli.factbase.load import content_of

    for _ in range(_MOST_READ):
        files = Files(asked.facts, asked.folder)
        started, stamp = time.time_ns(), stamp_of(files)
        content = content_of(Path(files.facts))
        if stamp == stamp_of(Files(asked.facts, asked.folder)):
            break
        time.sleep(_PAUSE)
    return files, started, stamp, content


def _searching(index: Index, path: str | None, watch: Watch, *, anew: bool) -> sqlite3.Connection:
    """What searching an index asks: kept beside it, else made, and kept if that can be done.

    Most look-ups never search, and making it takes longer than all the rest of an index.
    """
    beside, (stamp, digest) = path and search_place(path), index.identity()
    if beside and not anew and (connection := kept_search(beside, stamp, digest)):
        return connection
    from cci_cli.search.build import filled

    base = index.base()
    many = sum(len(fact.observations) for fact in base.facts) >= _MANY
    connection = filled(base, stamp, digest, watch if many else _blind)
    if beside:
        from pathlib import Path

        _keep(Path(beside), connection, time.time_ns())
    return connection


def _read(files: Files, content: bytes) -> tuple[FactBase, list[bytes], list[ReadFile]]:
    """The fact base that files give, what the user's own ones hold, and what became of all of them."""
    from pathlib import Path

    from cci_cli.factbase.load import load
    from cci_cli.factbase.readfile import ReadFile
    from cci_cli.safe import visible

    path = Path(files.facts)
    base = load(path, content)
    counts = (len(base.topics), len(base.facts), sum(len(fact.observations) for fact in base.facts))
    read = ReadFile(visible(str(path)), (), *counts, len(base.sources))
    if not files.has_own:
        return base, [], [read]
    from cci_cli.factbase.own import contents_of, lay_over

    own = contents_of(files)
    held = (own[path] for path in files.ordinary())
    laid, told = lay_over(base, own)
    return laid, [each if isinstance(each, bytes) else b"" for each in held], [read, *told]


def _keep(path: Path, connection: sqlite3.Connection, started: int) -> None:
    """Put an index into the cache, whole or not at all; without a place to put it, nothing happens."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}-{time.time_ns():x}.tmp")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove_abandoned(path.parent)
        try:
            content = connection.serialize()
            # for the user alone, and never through a link that somebody else put there
            os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            unfinished.write_bytes(content + zlib.crc32(content).to_bytes(SUM, "big"))
            os.utime(unfinished, ns=(started, started))
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except (OSError, sqlite3.Error, AttributeError, MemoryError):  # some SQLites cannot serialise
        return


def _remove_abandoned(folder: Path) -> None:
    for leftover in folder.glob("*.tmp"):
        with contextlib.suppress(OSError):
            if _is_dead(leftover) or time.time() - leftover.stat().st_mtime > _ABANDONED_AFTER:
                leftover.unlink()


def _is_dead(unfinished: Path) -> bool:
    """Whether the process that was writing a file is no more, as its name tells.

    One of another container that shares this folder may be taken for dead: it then keeps no index.
    """
    writer, dash, _ = unfinished.stem.rpartition(".")[2].partition("-")
    if os.name != "posix" or not dash or not writer.isdecimal():
        return False
    try:
        os.kill(int(writer), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):  # somebody else's, or no process at all
        return False
    return False
