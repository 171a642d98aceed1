"""The whole fact base in one piece, for other programs and for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import encode
from cci_cli.render.delimited import csv_text
from cci_cli.render.documents import json_text, sources_json
from cci_cli.render.markdown import markdown_book
from cci_cli.render.records import observation_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.encode import Json
    from cci_cli.environment import Environment
    from cci_cli.index import Index

#: What can be exported; the first without being asked for.
FORMATS = ("json", "jsonl", "csv", "markdown")


def export(index: Index, format_: str, environment: Environment) -> Iterator[str]:
    """The fact base as pieces of text: ``json``, ``jsonl``, ``csv`` or ``markdown``."""
    match format_:
        case "json":
            yield json_text(_document(index), environment)
        case "jsonl":
            yield from (json_text(record, environment, one_line=True) for record in _records(index))
        case "csv":
            yield csv_text(observation_records(index.facts()))
        case _:
            yield from markdown_book(index, environment.language)


def _document(index: Index) -> Json:
    return {
        "schema": encode.SCHEMA,
        "topics": {topic.id: encode.topic_json(topic) for topic in index.topics()},
        "units": {unit.id: encode.unit_json(unit) for unit in index.units().values()},
        "facts": [encode.fact_json(fact) for fact in index.facts()],
        "sources": sources_json(index.sources()),
    }


def _records(index: Index) -> Iterator[Json]:
    """One object a line, each saying in ``record`` what it is."""
    for topic in index.topics():
        yield {"record": "topic"} | encode.topic_json(topic)
    for unit in index.units().values():
        yield {"record": "unit", "id": unit.id} | encode.unit_json(unit)
    for fact in index.facts():
        yield {"record": "fact"} | encode.fact_json(fact)
    for source in index.sources().values():
        yield {"record": "source"} | encode.source_json(source)
