"""Large JSON documents, written part by part: never more than one thing of them is held."""

from __future__ import annotations

import json
from textwrap import indent
from typing import TYPE_CHECKING, Any

from cci_cli import encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Document:
    """An object that is written as :func:`json.dumps` would write it, as its parts come."""

    def __init__(self, *, indented: bool) -> None:
        self._indented = indented
        self._line, self._blank = ("\n", " ") if indented else ("", "")
        self._begun = False

    def value(self, name: str, value: Any) -> Iterator[str]:
        """A part that is at hand."""
        yield self._next() + self._under(1, self._named(name, value))

    def members(self, name: str, values: Iterable[tuple[str, Any]]) -> Iterator[str]:
        """A part that is an object of named values."""
        return self._part(name, "{}", (self._named(key, value) for key, value in values))

    def items(self, name: str, values: Iterable[Any]) -> Iterator[str]:
        """A part that is a list."""
        return self._part(name, "[]", map(self._text, values))

    def end(self) -> str:
        """The end, with a line break."""
        return f"{self._line}}}\n"

    def _part(self, name: str, brackets: str, texts: Iterable[str]) -> Iterator[str]:
        yield self._next() + self._under(1, f"{encode.json_line(name)}:{self._blank}{brackets[0]}")
        comma = ""
        for text in texts:
            yield comma + self._under(2, text)
            comma = ","
        yield self._under(1, brackets[1]) if comma else brackets[1]

    def _next(self) -> str:
        sign = "," if self._begun else "{"
        self._begun = True
        return sign

    def _named(self, name: str, value: Any) -> str:
        return f"{encode.json_line(name)}:{self._blank}{self._text(value)}"

    def _text(self, value: Any) -> str:
        if self._indented:
            return json.dumps(value, ensure_ascii=False, indent=2)
        return encode.json_line(value)

    def _under(self, depth: int, text: str) -> str:
        """A text on lines of its own, so deep in the document."""
        return self._line + (indent(text, "  " * depth) if self._indented else text)
