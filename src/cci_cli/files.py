"""Files that somebody asked for: whole or not at all, and none replaced unasked."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file so that nobody ever finds a part of it.

    It is written beside its place under another name, and moved there when it is whole. Raises
    FileExistsError where there is a file already and it is not to be replaced, OSError where nothing can be
    written.
    """
    if not replace and path.exists():
        raise FileExistsError(path)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
