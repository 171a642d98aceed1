"""What a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import encode
from cci_cli.render.documents import contract, sources_json
from cci_cli.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.encode import Json
    from cci_cli.render.records import Record
    from cci_cli.render.rows import Rows
    from cci_cli.search.page import Hit, SearchPage

#: How the fields in which words are found are named.
_FIELDS = {
    "label": "search.label",
    "aliases": "search.aliases",
    "scope": "search.scope",
    "text": "search.text",
    "quote": "search.quote",
    "topic": "search.topic",
    "unit": "search.unit",
    "source": "search.source",
    "value": "search.value",
    "growth": "search.growth",
    "year": "search.year",
}


def document(page: SearchPage) -> Json:
    """The query, the facts that answer it, and the sources they cite."""
    corrected = [each._asdict() for each in page.corrected]
    hits = [_hit_json(hit) for hit in page.hits]
    return contract(
        query=visible(page.query), corrected=corrected, hits=hits, sources=sources_json(page.sources)
    )


def _hit_json(hit: Hit) -> Json:
    answer = hit.observation.id if hit.observation else None
    return {
        "score": hit.score,
        "field": hit.field,
        "observation": answer,
        "missed_years": hit.missed,
        "fact": encode.fact_json(hit.fact),
    }


def rows(page: SearchPage, lang: str) -> Rows:
    """A row a fact: the observation that answers, and where the words were found."""
    from cci_cli.messages import say
    from cci_cli.render.rows import FACT_CELLS, fact_cells, titled

    body = []
    for hit in page.hits:
        label, found = getattr(hit.fact.label, lang), say(lang, _FIELDS[hit.field])
        if hit.observation:
            cells = fact_cells(hit.fact, hit.observation, page.units, lang)
            if hit.missed:
                years = ", ".join(f"{year:04d}" for year in hit.missed)
                note = FACT_CELLS.index("note")
                cells[note] = "; ".join(filter(None, [say(lang, "search.missed", years=years), cells[note]]))
            body.append([hit.fact.id, label, *cells, found, str(hit.score)])
    return titled(("id", "what", *FACT_CELLS, "search.field", "search.score"), body, lang)


def records(page: SearchPage) -> Iterator[Record]:
    """A record a fact: its score, the field, and the observation that answers."""
    from cci_cli.render.records import observation_records

    answered = [(hit, (hit.observation,)) for hit in page.hits if hit.observation]
    told = observation_records([hit.fact._replace(observations=answer) for hit, answer in answered])
    yield ("score", "field", *next(told))
    for (hit, _), record in zip(answered, told, strict=True):
        yield (hit.score, hit.field, *record)
