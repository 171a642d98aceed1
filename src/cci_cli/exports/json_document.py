"""The fact base as one JSON document of the contract ``cci/1``; see ``cci_cli/schema/cci-1.json``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import encode
from cci_cli.exports.json_writing import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.exports import Manner
    from cci_cli.exports.selection import Selection


def pieces(selection: Selection, manner: Manner) -> Iterator[str]:
    """The document, and a line break at its end; indented where a person reads it."""
    document = Document(indented=manner.indented)
    yield from document.value("schema", encode.SCHEMA)
    yield from document.members("topics", ((each.id, encode.topic_json(each)) for each in selection.topics()))
    units = selection.units().values()
    yield from document.members("units", ((each.id, encode.unit_json(each)) for each in units))
    yield from document.items("facts", map(encode.fact_json, selection.facts()))
    sources = selection.sources()
    yield from document.members("sources", ((each.id, encode.source_json(each)) for each in sources))
    yield document.end()
