"""Where an export goes: to standard output piece by piece, or into a file, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from cci_cli import exports
from cci_cli.cli.session import WrongUsage
from cci_cli.environment import ExitStatus, path_of
from cci_cli.exports.selection import Selection
from cci_cli.files import unfinished
from cci_cli.index.store import DamagedIndex
from cci_cli.lookup import find_topic
from cci_cli.messages import say
from cci_cli.safe import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from cci_cli.cli.session import Session
    from cci_cli.exports import Manner
    from cci_cli.index import Index

#: The formats that are JSON, which a stream of any encoding can carry.
_JSON = ("json", "jsonl")


class Asked(NamedTuple):
    """An export as it was asked for: its format, how it is written, and of what."""

    format: str
    manner: Manner
    select: Callable[[Index], Selection]


def format_of(session: Session, file: str | None) -> str:
    """The format: as asked, else by the name of the file, else the first.

    Raises WrongUsage for a name that tells none.
    """
    if session.format or file is None:
        return session.format or exports.FORMATS[0]
    found = exports.ENDINGS.get(path_of(file).suffix.lower())
    if found is None:
        endings = " ".join(exports.ENDINGS)
        raise WrongUsage(say(session.lang, "export.ending", file=visible(file), endings=endings))
    return found


def selected(session: Session) -> Callable[[Index], Selection]:
    """What of an index is to be exported; it raises NotFound where there is nothing of that."""
    words, year = list(session.topics), session.year
    return lambda index: Selection(index, [find_topic(index, word) for word in words], year).verified()


def to_stdout(session: Session, asked: Asked) -> int | None:
    """Write to standard output, as it is made. What is not text goes to no terminal."""
    environment = session.environment
    if not exports.is_text(asked.format):
        return _bytes_to_stdout(session, asked)
    selection = session.answer(asked.select)
    write = environment.write_json if asked.format in _JSON else environment.stdout.write
    try:
        for piece in exports.pieces(asked.format, selection, asked.manner):
            write(piece)
    except DamagedIndex:  # since everything was read once: the disk is failing, or somebody wrote into it
        return _told(session, "export.damaged")
    return None


def _bytes_to_stdout(session: Session, asked: Asked) -> int | None:
    environment = session.environment
    if environment.is_terminal:
        ending = next(end for end, format_ in exports.ENDINGS.items() if format_ == asked.format)
        return _told(session, "export.terminal", format=asked.format, ending=ending)
    stdout = getattr(environment.stdout, "buffer", None)
    if stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    with TemporaryDirectory(prefix="cci-") as folder:
        made = Path(folder) / "export"
        session.answer(lambda index: _write_file(asked, index, made))
        environment.stdout.flush()
        with made.open("rb") as file:
            shutil.copyfileobj(file, stdout)
        stdout.flush()
    return None


def to_file(session: Session, asked: Asked, name: str, *, replace: bool) -> int | None:
    """Write to a file, and say so; where that cannot be done, say why."""
    path, told = path_of(name), visible(name)
    try:
        path = path.resolve()  # what a link names is written, not the link
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if path.exists() and not path.is_file():
            return _told(session, "export.no-file", file=told)
        with unfinished(path, replace=replace) as beside:
            beside.touch()  # what stands against it is told before anything is done in vain
            session.answer(lambda index: _write_file(asked, index, beside))
            size = beside.stat().st_size
    except FileExistsError:
        return _told(session, "export.exists", file=told)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return _told(session, "export.unwritable", file=told, reason=reason)
    said = say(session.lang, "export.written", file=told, format=asked.format, size=_size(size))
    session.environment.stdout.write(said + "\n")
    return None


def _write_file(asked: Asked, index: Index, path: Path) -> None:
    """Write an export to a path; what an attempt before this one left there is gone."""
    path.unlink(missing_ok=True)
    selection = asked.select(index)
    if exports.is_text(asked.format):
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(exports.pieces(asked.format, selection, asked.manner))
    else:
        exports.write(asked.format, selection, path, asked.manner)


def _size(length: int) -> str:
    """A number of bytes, as file managers write it."""
    for power, unit in ((9, "GB"), (6, "MB"), (3, "kB")):
        if length >= 10**power:
            return f"{length / 10**power:.1f} {unit}"
    return f"{length} B"


def _told(session: Session, key: str, **values: str) -> int:
    session.environment.stderr.write(say(session.lang, key, **values) + "\n")
    return ExitStatus.USAGE
