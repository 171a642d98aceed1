"""Find the index of a fact base that was kept, and tell whether it is sound and of the file as it is now.

The files (:mod:`cci_cli.index.files`) are known by their size, times and inode. A change within the clock's
tick of the index being built would not show in these; while an index is that close to them, their content is
compared.
Tab asks this before anything else is loaded, so paths are texts here.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
import zlib

from cci_cli import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cci_cli.index.files import Files, StrPath

#: Marks a file as an index of this program (SQLite's ``application_id``): "cci1" as a number.
APPLICATION_ID = 0x63636931
#: The form of the tables and of the JSON in them; an index of another form is built anew.
FORM = 7
#: An index ends with the checksum of what is before, in this many bytes, which SQLite does not look at.
SUM = 4
#: A file changed less long before its index was built may have changed again without its times showing it.
_TICK_NS = 2_000_000_000
#: A larger index is not summed up at every start: the checksums of its rows must do.
_MOST_SUMMED = 1 << 26
#: The modules that decide what an index holds; when one changes, so does every stamp.
_BUILDERS = ("", "cli", "cli/commands", "completion", "exports", "factbase", "index", "messages", "search")
#: What a path in the address of a file may hold as it is.
_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-~")


def search_place(path: str) -> str:
    """Where what searching asks is kept, beside an index."""
    return f"{os.path.splitext(path)[0]}.search"


def place(files: Files, folder: StrPath | None) -> str | None:
    """Where the index of some files is kept; None if there is no place for it."""
    path = files.place()
    if folder is None or path is None:
        return None
    stem = os.path.splitext(os.path.basename(files.facts))[0]
    return os.path.join(folder, f"{stem}-{zlib.crc32(os.fsencode(path)):08x}.index")


def stamp_of(files: Files) -> str:
    """Which state of the files, read by which program; empty if there is no such fact base."""
    state = files.state()
    return "" if state is None else f"{__version__} {FORM} {_code()} {state}"


def _code() -> int:
    """When the program's own modules last changed: a checkout changes without its version changing."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    try:
        folders = (os.scandir(os.path.join(package, name)) for name in _BUILDERS)
        entries = (entry for folder in folders for entry in folder)
        return max((each.stat().st_mtime_ns for each in entries if each.name.endswith(".py")), default=0)
    except OSError:  # inside a zip file, or frozen
        return 0


def kept_index(path: str, files: Files, stamp: str) -> sqlite3.Connection | None:
    """The index in a file, if it is one of ours, sound, and of this very state of the fact base."""
    try:
        built = os.stat(path).st_mtime_ns
    except (OSError, ValueError):
        return None

    def sound(connection: sqlite3.Connection) -> bool:
        if not _is_of(connection, files, stamp, built):
            return False
        _settle(path, files.changed_at())
        return True

    return _opened(path, sound)


def kept_search(path: str, stamp: str, digest: str) -> sqlite3.Connection | None:
    """What searching asks, in a file, if it is one of ours, sound, and made of this very index."""

    def sound(connection: sqlite3.Connection) -> bool:
        told = _told(connection, "stamp"), _told(connection, "digest")
        return _is_ours(connection) and told == (stamp, digest)

    return _opened(path, sound)


def _opened(path: str, sound: Callable[[sqlite3.Connection], bool]) -> sqlite3.Connection | None:
    """A database that is whole as a file, and sound by what is in it."""
    try:
        if not _whole(path):
            return None
        connection = sqlite3.connect(f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True)
    except (OSError, ValueError, sqlite3.Error):
        return None
    try:
        if sound(connection):
            return connection
    except (OSError, UnicodeDecodeError, sqlite3.Error):
        pass
    connection.close()
    return None


def checksum(text: str) -> int:
    """The checksum kept beside a text, against damage that SQLite does not notice."""
    return zlib.crc32(text.encode())


def _is_of(connection: sqlite3.Connection, files: Files, stamp: str, built: int) -> bool:
    """Whether an index was built from this very state of a fact base; raises what a damaged one causes."""
    if not _is_ours(connection):
        return False
    if _told(connection, "stamp") != stamp:
        return False
    young = files.changed_at() > built - _TICK_NS
    return not young or _told(connection, "digest") == _digest(files)


def _is_ours(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,))


def _told(connection: sqlite3.Connection, key: str) -> str | None:
    """What an index says of itself; None if that is not what was written."""
    for value, crc in connection.execute("SELECT value, crc FROM meta WHERE key = ?", [key]):
        if isinstance(value, str) and checksum(value) == crc:
            return value
    return None


def _digest(files: Files) -> str | None:
    try:
        with open(files.facts, "rb") as file:
            base = file.read()
        return digest_of([base, *map(_content, files.ordinary())])
    except (OSError, ValueError):
        return None


def digest_of(contents: Iterable[bytes]) -> str:
    """One checksum of what several files hold, one after another."""
    return " ".join(f"{zlib.crc32(content):08x}" for content in contents)


def _content(path: StrPath) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:  # the user's own file, which was left out for that
        return b""


def _whole(path: str) -> bool:
    """Whether a file is an index as it was written, by the checksum at its end; a large one is trusted.

    A link is none, wherever it leads, nor is what another user wrote, unless that is the administrator.
    """
    state = os.lstat(path)
    if not stat.S_ISREG(state.st_mode) or state.st_uid not in (_user(), 0):
        return False
    if state.st_size > _MOST_SUMMED:
        return True
    with open(path, "rb") as file:
        content = memoryview(file.read())
    return zlib.crc32(content[:-SUM]) == int.from_bytes(content[-SUM:], "big") and len(content) > SUM


def _user() -> int:
    """Whoever runs the program; where users have no numbers, all files have 0."""
    return os.geteuid() if hasattr(os, "geteuid") else 0


def _settle(path: str, changed: int) -> None:
    """Date a young index to now, once its files are old enough to trust their times: they were compared."""
    now = time.time_ns()
    built = os.stat(path).st_mtime_ns
    if changed > built - _TICK_NS and now - changed > _TICK_NS:
        try:
            os.utime(path, ns=(now, now))
        except OSError:
            return


def _quoted(path: str) -> str:
    """A path as it is written in the address of a file."""
    written = os.fsencode(os.path.abspath(path).replace(os.sep, "/"))
    text = "".join(chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in written)
    return text if text.startswith("/") else f"///{text}"
