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

    from cci_cli.index import Index

FORMATS = ("json", "jsonl", "csv", "markdown")


def export(index: Index, format_: str, lang: str, *, ascii_only: bool = False) -> Iterator[str]:
    """The fact base as pieces of text in a format."""
    match format_:
        case "json":
            yield from _json(index, ascii_only=ascii_only)
        case "jsonl":
            yield from _json_lines(index, ascii_only=ascii_only)
        case "csv":
            yield csv_text(observation_records(index.facts()))
        case _:
            yield from markdown_book(index, lang)


def _json(index: Index, *, ascii_only: bool) -> Iterator[str]:
    document = {
        "schema": encode.SCHEMA,
        "topics": {topic.id: encode.topic_json(topic) for topic in index.topics()},
        "units": {unit.id: encode.unit_json(unit) for unit in index.units().values()},
        "facts": [encode.fact_json(fact) for fact in index.facts()],
        "sources": sources_json(index.sources()),
    }
    yield json_text(document, ascii_only=ascii_only)


def _json_lines(index: Index, *, ascii_only: bool) -> Iterator[str]:
    """One object a line, each saying in ``record`` what it is."""
    records = [
        *({"record": "topic"} | encode.topic_json(topic) for topic in index.topics()),
        *({"record": "unit", "id": unit.id} | encode.unit_json(unit) for unit in index.units().values()),
        *({"record": "fact"} | encode.fact_json(fact) for fact in index.facts()),
        *({"record": "source"} | encode.source_json(source) for source in index.sources().values()),
    ]
    for record in records:
        yield json_text({"schema": encode.SCHEMA} | record, ascii_only=ascii_only, indent=None)
