"""Copies of sources in a folder: ``ID.txt``, ``ID.md``, ``ID.html`` or ``ID.htm``, as the web served them."""

from __future__ import annotations

import os
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.proof.decoding import NotText, decoded
from cci_cli.proof.markup import looks_like_markup, plain
from cci_cli.proof.normal import clean, key
from cci_cli.proof.paragraphs import block_at, blocks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cci_cli.proof.paragraphs import Block
    from cci_cli.proof.traced import Traced

KINDS = ("txt", "md", "html", "htm", "xhtml")
#: A file larger than this is no page; it is not read. Its text takes some twenty times the space in memory.
MOST_BYTES = 8_000_000


class Unread(NamedTuple):
    """A file that cannot serve as a copy, and why: a key of the messages, and what it is filled with."""

    file: str
    why: str
    detail: str = ""


class UnreadCopy(Exception):
    """A file cannot be read as a copy. ``why`` is a key of the messages."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.detail = detail


class Place(NamedTuple):
    """Where something stands in a copy: its line in the file, its paragraph (None outside of any)."""

    line: int
    paragraph: int | None


class Copy(NamedTuple):
    """A copy's text in its forms: as shown, clean (made from that), and to be searched in (made from clean).

    ``blocks`` are those of the clean text; ``furniture`` holds spans of what is shown; ``lines`` says where
    in the file each line begins.
    """

    file: str
    encoding: str
    shown: Traced
    clean: Traced
    key: Traced
    blocks: list[Block]
    furniture: list[tuple[int, int]]
    lines: list[int]

    def place(self, at: int) -> Place:
        """The place of a sign of the clean text."""
        if not self.clean.text:
            return Place(1, None)
        shown = self.clean.places[min(at, len(self.clean.places) - 1)]
        block = block_at(self.blocks, at)
        return Place(bisect_right(self.lines, self.shown.places[shown]), block.number if block else None)

    def is_furniture(self, at: int) -> bool:
        """Whether a sign of the clean text belongs to a page's navigation or the like."""
        shown = self.clean.places[at]
        span = bisect_right(self.furniture, shown, key=lambda each: each[0]) - 1
        return span >= 0 and shown < self.furniture[span][1]


def read(path: Path) -> Copy:
    """A copy from its file.

    Raises UnreadCopy if it is too large, cannot be opened, or is no text.
    """
    try:
        if not path.is_file():  # a pipe would keep its reader waiting
            raise UnreadCopy("no-file")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadCopy("unreadable", error.strerror or str(error)) from error
    if len(content) > MOST_BYTES:
        raise UnreadCopy("too-large", str(MOST_BYTES // 1_000_000))
    try:
        text, encoding = decoded(content)
    except NotText as error:
        raise UnreadCopy("not-text") from error
    return copy_of(text, path.suffix[1:].lower(), path.name, encoding)


def copy_of(text: str, kind: str, file: str = "", encoding: str = "utf-8") -> Copy:
    """A copy from its text; ``kind`` is how its file's name ends."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    page = plain(text, kind)
    cleaned = clean(page.text.text)
    is_page = kind in ("html", "htm", "xhtml") or looks_like_markup(text)
    return Copy(
        file,
        encoding,
        page.text,
        cleaned,
        key(cleaned.text),
        blocks(cleaned.text, may_be_wrapped=not is_page),
        page.furniture,
        _line_starts(text),
    )


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def files_in(folder: Path) -> list[Path]:
    """The files of a folder that could be copies, by name; not those of folders in it, nor hidden ones.

    Raises OSError if the folder cannot be read.
    """
    with os.scandir(folder) as entries:
        names = sorted(
            entry.name for entry in entries if not entry.is_dir() and not entry.name.startswith(".")
        )
    return [folder / name for name in names]


def by_source(files: Iterable[Path], sources: Iterable[str]) -> tuple[dict[str, list[Path]], list[Path]]:
    """The files by the source that they are named after, and those that are named after none."""
    known = set(sources)
    found: dict[str, list[Path]] = {}
    strangers = []
    for path in files:
        if path.stem in known and path.suffix[1:].lower() in KINDS:
            found.setdefault(path.stem, []).append(path)
        else:
            strangers.append(path)
    return found, strangers
