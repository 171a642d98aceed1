"""The fact base as one JSON document of the contract ``cci/1``; see ``cci_cli/schema/cci-1.json``."""

from __future__ import annotations

import json
from textwrap import indent
from typing import TYPE_CHECKING, Any

from cci_cli import encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cci_cli.exports import Manner
    from cci_cli.exports.selection import Selection


def pieces(selection: Selection, manner: Manner) -> Iterator[str]:
    """The document, and a line break at its end; indented where a person reads it."""
    write = _Writer(indented=manner.indented)
    yield from write.start()
    yield from write.members("topics", ((each.id, encode.topic_json(each)) for each in selection.topics()))
    yield from write.members("units", ((name, encode.unit_json(u)) for name, u in selection.units().items()))
    yield from write.items("facts", (encode.fact_json(fact) for fact in selection.facts()))
    yield from write.members("sources", ((each.id, encode.source_json(each)) for each in selection.sources()))
    yield "\n}\n" if manner.indented else "}\n"


class _Writer:
    """Writes a document as :func:`json.dumps` would, without ever holding more than one thing of it."""

    def __init__(self, *, indented: bool) -> None:
        self._indented = indented
        self._line = "\n" if indented else ""

    def start(self) -> Iterator[str]:
        """The beginning, up to the first part."""
        yield "{" + self._under(1, self._named("schema", encode.SCHEMA))

    def members(self, name: str, values: Iterable[tuple[str, Any]]) -> Iterator[str]:
        """An object of named values."""
        return self._part(name, "{}", (self._named(key, value) for key, value in values))

    def items(self, name: str, values: Iterable[Any]) -> Iterator[str]:
        """A list of values."""
        return self._part(name, "[]", map(self._text, values))

    def _part(self, name: str, brackets: str, texts: Iterable[str]) -> Iterator[str]:
        opening, closing = brackets[0], brackets[1]
        yield "," + self._under(1, f'"{name}":{" " if self._indented else ""}{opening}')
        comma = ""
        for text in texts:
            yield comma + self._under(2, text)
            comma = ","
        yield (self._under(1, closing) if self._indented and comma else closing)

    def _named(self, name: str, value: Any) -> str:
        return f"{encode.json_line(name)}:{' ' if self._indented else ''}{self._text(value)}"

    def _text(self, value: Any) -> str:
        if self._indented:
            return json.dumps(value, ensure_ascii=False, indent=2)
        return encode.json_line(value)

    def _under(self, depth: int, text: str) -> str:
        """A text on lines of its own, so deep in the document."""
        return self._line + (indent(text, "  " * depth) if self._indented else text)
