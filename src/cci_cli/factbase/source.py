"""The bytes of a fact base file, whatever kind of file it is.

A fact base is mostly a plain file, but ``--facts <(command)`` is a pipe, and a path can lead to a device that
never ends.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: No fact base is larger: a million observations take a quarter of it.
MOST_BYTES = 1 << 30
#: Nobody has a pipe open for writing: so many seconds are given to whoever may be about to.
PATIENCE = 3.0
_CHUNK, _PAUSE = 1 << 20, 0.02


def contents(path: Path) -> bytes:
    """What a file holds, up to the first piece with a byte that no TOML has.

    Raises OSError if it cannot be read: of a pipe that nobody writes to, or of a file without an end, too.
    """
    # a pipe would keep whoever opens it waiting for a writer
    with open(path, "rb", buffering=0, opener=_without_waiting) as file:
        if stat.S_ISFIFO(os.fstat(file.fileno()).st_mode):
            first = _first_of_pipe(file.fileno())
            os.set_blocking(file.fileno(), True)
        else:
            first = file.read(_CHUNK)
        pieces, size = [first], len(first)
        while pieces[-1] and b"\0" not in pieces[-1]:
            pieces.append(file.read(_CHUNK))
            size += len(pieces[-1])
            if size > MOST_BYTES:
                raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return b"".join(pieces)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _first_of_pipe(descriptor: int) -> bytes:
    """What comes first out of a pipe, or nothing yet of one that somebody has open for writing."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if piece := os.read(descriptor, _CHUNK):
                return piece
        except BlockingIOError:  # somebody is going to write
            os.set_blocking(descriptor, True)
            return os.read(descriptor, _CHUNK)
        time.sleep(_PAUSE)  # nobody is there, or nobody any more
    raise OSError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
