"""The line on which a key of a TOML document stands.

A TOML parser hands over values without their places. A document that was parsed is known to be well
formed, so one pass over its lines is enough: headers, keys at the start of a statement, and the
elements of arrays that are written one to a line.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cci_cli.factbase.faults import Key

_HEADER = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_STATEMENT = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")
_QUIET = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL
)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(a or b or c for a, b, c in _PART.findall(dotted))


def _blank(match: re.Match[str]) -> str:
    """Strings and comments with their brackets and quotes gone, their line breaks kept."""
    return "".join(char if char == "\n" else "_" for char in match[0])


class Lines:
    """Where the keys of one TOML document stand; lines count from 1."""

    def __init__(self, document: str) -> None:
        self._lines: dict[Key, int] = {}
        self._tables: Counter[tuple[str, ...]] = Counter()
        self._read(document.splitlines(), _QUIET.sub(_blank, document).splitlines())

    def of(self, key: Key) -> int | None:
        """The line of a key, or of the nearest key above it that has a line of its own."""
        while key:
            if key in self._lines:
                return self._lines[key]
            key = key[:-1]
        return None

    def _read(self, lines: list[str], quiet: list[str]) -> None:
        table: Key = ()
        statement: Key = ()
        depth = element = 0
        for number, (line, bare) in enumerate(zip(lines, quiet, strict=True), start=1):
            if depth == 0 and (header := _HEADER.match(bare)):
                table = self._enter(_HEADER.match(line) or header)
                self._lines.setdefault(table, number)
                continue
            if depth == 0 and _STATEMENT.match(line) and "=" in bare:
                match = _STATEMENT.match(line)
                assert match
                statement, element = (*table, *_parts(match[1])), 0
                self._lines.setdefault(statement, number)
            elif depth == 1 and bare.strip() and bare.strip()[0] not in "]},":
                self._lines.setdefault((*statement, element), number)
                element += 1
            depth += sum(bare.count(char) for char in "[{") - sum(bare.count(char) for char in "]}")

    def _enter(self, header: re.Match[str]) -> Key:
        """The key of a table; tables of an array are numbered in their order."""
        parts = _parts(header[2])
        key: list[str | int] = []
        for position, part in enumerate(parts, start=1):
            key.append(part)
            prefix = parts[:position]
            if header[1] == "[[" and position == len(parts):
                self._tables[prefix] += 1
            if self._tables[prefix]:
                key.append(self._tables[prefix] - 1)
        return tuple(key)
