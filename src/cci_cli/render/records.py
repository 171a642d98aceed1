"""Observations as flat records, one a row, with plain numbers: what ``--format csv`` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.render.remarks import source_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cci_cli.model import Fact, Observation

OBSERVATION_COLUMNS = (
    "fact", "label_en", "label_zh", "kind", "unit", "scope_en", "scope_zh", "caveat_en", "caveat_zh",
    "observation", "time", "value", "upper", "qualifier", "growth", "growth_qualifier", "text_en",
    "text_zh", "status", "rank", "reason_en", "reason_zh", "note_en", "note_zh", "formula", "partial", "weak",
    "conflicts_with", "sources", "quotes", "locators",
    "links", "own", "replaces", "replaced_value", "replaced_upper", "replaced_qualifier",
)  # fmt: skip
Record = tuple[object, ...]


def observation_records(facts: Iterable[Fact]) -> Iterator[Record]:
    """One record an observation."""
    yield OBSERVATION_COLUMNS
    for fact in facts:
        about = (
            fact.id,
            *fact.label,
            fact.kind,
            fact.unit,
            *(fact.scope or ("", "")),
            *(fact.caveat or ("", "")),
        )
        for each in fact.observations:
            quoted = each.citations
            yield (
                *about,
                each.id, each.time, each.value, each.upper, each.qualifier, each.growth,
                each.growth_qualifier, *(each.text or ("", "")), each.status, each.rank,
                *(each.reason or ("", "")), *(each.caveat or ("", "")), each.formula,
                str(each.partial).lower(), str(each.weak).lower(), " ".join(each.conflicts_with),
                source_ids(each),
                " | ".join(citation.quote for citation in quoted),
                " | ".join(citation.locator or "" for citation in quoted),
                " | ".join(citation.link or "" for citation in quoted),
                each.own,
                *_replaced(each),
            )  # fmt: skip


def _replaced(observation: Observation) -> Record:
    """What an observation stands instead of: its id, and its value with the words that hedged it."""
    replaced = observation.replaces
    if replaced is None:
        return (None,) * 4
    return replaced.id, replaced.value, replaced.upper, replaced.qualifier
