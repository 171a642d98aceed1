"""A fact base held against copies of its sources, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.safe import visible

if TYPE_CHECKING:
    from cci_cli.encode import Json
    from cci_cli.proof.proving import Cited, Copied, Proof


def proof_document(proof: Proof) -> Json:
    """What was found, as part of a JSON document."""
    return {
        "folder": visible(str(proof.folder)),
        "complete": proof.is_complete,
        "quotes": proof.quotes,
        "found": proof.quotes - len(proof.missing),
        "missing": [
            _citation_json(each.cited)
            | {
                "nearest": None
                if each.nearest is None
                else {
                    "file": each.nearest.file,
                    **each.nearest.place._asdict(),
                    "text": each.nearest.text,
                    "likeness": each.nearest.likeness,
                }
            }
            for each in proof.missing
        ],
        "elsewhere": [
            _citation_json(each.cited)
            | {"file": each.file, "places": [place._asdict() for place in each.places]}
            for each in proof.elsewhere
        ],
        "copies": [_copy_json(copied) for copied in proof.copies],
        "without_copy": proof.without_copy,
        "unread": [
            {"file": visible(each.file), "why": each.why, "detail": visible(each.detail) or None}
            for each in proof.unread
        ],
    }


def _citation_json(cited: Cited) -> Json:
    citation = cited.citation
    return {
        "fact": cited.fact,
        "time": cited.time,
        "source": citation.source,
        "quote": citation.quote,
        "locator": citation.locator,
    }


def _copy_json(copied: Copied) -> Json:
    of = copied.coverage
    return {
        "source": copied.source,
        "file": visible(copied.file),
        "encoding": copied.encoding,
        "recognised": copied.recognised,
        "quotes": copied.quotes,
        "found": copied.found,
        "figures": of.figures,
        "quoted": of.quoted,
        "percent": of.percent,
        "uncovered": [
            {"figure": each.figure, **each.place._asdict(), "passage": each.passage} for each in of.missing
        ],
        "left_out": [{"text": each.text, **each.place._asdict(), "rule": each.rule} for each in of.excluded],
    }
