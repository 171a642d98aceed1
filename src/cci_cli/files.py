"""Files that somebody asked for: whole or not at all, and none replaced unasked."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def unfinished(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """A path to write to, beside a file's place; moved there when nothing went wrong.

    So nobody ever finds a part of the file. Raises FileExistsError where there is a file already and it is
    not to be replaced, OSError where nothing can be written.
    """
    if not replace and path.exists():
        raise FileExistsError(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        yield beside
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def write_whole(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file in one piece; see :func:`unfinished`."""
    with unfinished(path, replace=replace) as beside:
        beside.write_bytes(content)
