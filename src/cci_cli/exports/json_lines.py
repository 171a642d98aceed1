"""The fact base as JSON Lines: one object a line, each saying in ``record`` what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.encode import Json
    from cci_cli.exports import Manner
    from cci_cli.exports.selection import Selection


def pieces(selection: Selection, _manner: Manner) -> Iterator[str]:
    """A line an object; nothing at all of a fact base that holds nothing."""
    for record in _records(selection):
        yield encode.json_line(record) + "\n"


def _records(selection: Selection) -> Iterator[Json]:
    for topic in selection.topics():
        yield {"record": "topic"} | encode.topic_json(topic)
    for unit in selection.units().values():
        yield {"record": "unit", "id": unit.id} | encode.unit_json(unit)
    for fact in selection.facts():
        yield {"record": "fact"} | encode.fact_json(fact)
    for source in selection.sources():
        yield {"record": "source"} | encode.source_json(source)
