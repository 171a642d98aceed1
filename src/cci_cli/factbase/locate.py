"""The line on which a key of a TOML document stands.

A TOML parser hands over values without their places. This reads a document that was parsed, and so is
known to be well formed, once more, for the places alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from contextlib import suppress
from typing import TYPE_CHECKING

import tomli

if TYPE_CHECKING:
    from cci_cli.factbase.faults import Key

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
# possessive: what a text of millions of signs could be read back to takes memory for each of them
_BASIC = r'"(?:\\.|[^"\\\n]++)*+"|\'[^\'\n]*+\''
_KEY_PART = re.compile(rf"{_BASIC}|[\w-]+")
_STRING = re.compile(
    r'"""(?:\\.|[^"\\]++|"(?!""))*+"{3,5}|'
    rf"'''(?:[^']++|'(?!''))*+'{{3,5}}|{_BASIC}",
    re.DOTALL,
)
_NESTING = re.compile(rf"{_STRING.pattern}|#[^\n]*+|[][{{}}]", re.DOTALL)
_SCALAR = re.compile(r"[^,\]}\n#]+")


class Lines:
    """Where the keys of one TOML document stand; lines count from 1."""

    def __init__(self, document: str) -> None:
        self._text = document
        self._at = 0
        self._starts = [0, *(match.end() for match in re.finditer("\n", document))]
        self._lines: dict[Key, int] = {}
        self._tables: dict[Key, int] = {}
        with suppress(RecursionError):  # what is deeper within is found where the last key above it stands
            self._document()

    def of(self, key: Key) -> int | None:
        """The line of a key, or of the nearest key above it that has a line of its own."""
        while key:
            if key in self._lines:
                return self._lines[key]
            key = key[:-1]
        return None

    # -- reading, each method from where the one before it stopped

    def _document(self) -> None:
        table: Key = ()
        while self._skip(_BLANK) < len(self._text):
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._statement(table)

    def _header(self) -> Key:
        """``[a.b]`` or ``[[a.b]]``: the key of the table; the tables of an array are numbered."""
        start = self._at
        several = self._text.startswith("[[", start)
        self._at += 2 if several else 1
        parts = self._key()
        self._skip(_SPACE)
        self._at += 2 if several else 1
        key: Key = ()
        for position, part in enumerate(parts, start=1):
            key = (*key, part)
            if several and position == len(parts):
                self._tables[key] = self._tables.get(key, 0) + 1
            self._note(key, start)
            if key in self._tables:
                key = (*key, self._tables[key] - 1)
                self._note(key, start)
        return key

    def _statement(self, table: Key) -> None:
        """``a.b = value``."""
        start = self._at
        key = table
        for part in self._key():
            key = (*key, part)
            self._note(key, start)
        self._skip(_SPACE)
        self._at += 1  # the equals sign
        self._skip(_SPACE)
        self._value(key)

    def _key(self) -> list[str]:
        parts = []
        while True:
            self._skip(_SPACE)
            raw = self._take(_KEY_PART)
            parts.append(tomli.loads(f"key = {raw}")["key"] if raw[0] in "\"'" else raw)
            self._skip(_SPACE)
            if not self._text.startswith(".", self._at):
                return parts
            self._at += 1

    def _value(self, key: Key) -> None:
        opening = self._text[self._at]
        if opening == "[":
            self._elements(key)
        elif opening == "{":
            self._elements(key, named=True)
        else:
            self._take(_STRING if opening in "\"'" else _SCALAR)

    def _elements(self, key: Key, *, named: bool = False) -> None:
        """The elements of an array, or the statements of an inline table, up to the closing bracket."""
        self._at += 1
        number = 0
        while self._text[self._skip(_BLANK)] not in "]}":
            if named:
                self._statement(key)
            else:
                self._note((*key, number), self._at)
                self._value((*key, number))
                number += 1
            if self._text[self._skip(_BLANK)] == ",":
                self._at += 1
        self._at += 1

    def _note(self, key: Key, position: int) -> None:
        self._lines.setdefault(key, bisect_right(self._starts, position))

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self._text, self._at)
        assert match
        self._at = match.end()
        return self._at

    def _take(self, pattern: re.Pattern[str]) -> str:
        start = self._at
        return self._text[start : self._skip(pattern)]


def deepest_line(document: str) -> int:
    """The line of a document, TOML or not, on which the most brackets are open, or the most dots stand."""
    depth = most = at = 0
    for match in _NESTING.finditer(document):
        if match[0] in "[{":
            depth += 1
            if depth > most:
                most, at = depth, match.start()
        elif match[0] in "]}":
            depth -= 1
    dotted = max(re.finditer(r"[^\n]+", document), key=lambda line: line[0].count("."), default=None)
    if dotted and dotted[0].count(".") > most:
        at = dotted.start()
    return document.count("\n", 0, at) + 1
