"""Where the sources disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import encode
from cci_cli.messages import say
from cci_cli.render.documents import contract, sources_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.conflicts import Conflict, ConflictsPage
    from cci_cli.encode import Json
    from cci_cli.model import Observation
    from cci_cli.render.records import Record
    from cci_cli.render.rows import Rows


def document(page: ConflictsPage) -> Json:
    """The disagreements, each with the observations that contradict one another, and their sources."""
    return contract(
        topic=page.topic.id if page.topic else None,
        year=page.year,
        conflicts=[_conflict_json(each) for each in page.conflicts],
        sources=sources_json(page.sources),
    )


def _conflict_json(conflict: Conflict) -> Json:
    about = encode.fact_json(conflict.fact)
    known = ("topic", "label", "kind", "unit", "scope", "caveat", "observations")
    return {"fact": conflict.fact.id, "year": conflict.year, **{name: about[name] for name in known}}


def rows(page: ConflictsPage, lang: str) -> Rows:
    """A row a side: what was reported, what contradicts it and why, who says so and in which words."""
    from cci_cli.render.rows import FACT_CELLS, fact_cells, titled

    body = []
    for fact, _ in page.conflicts:
        for side in fact.observations:
            cells = fact_cells(fact, side, page.units, lang)
            quotes = " | ".join(citation.quote for citation in side.citations)
            caveat = getattr(fact.caveat, lang) if fact.caveat else ""
            body.append(
                [fact.id, getattr(fact.label, lang), *cells, _standings(page, side, lang), quotes, caveat]
            )
    return titled(("id", "what", *FACT_CELLS, "standing", "quotes", "caveat"), body, lang)


def _standings(page: ConflictsPage, side: Observation, lang: str) -> str:
    """The standing of each source of an observation, in the order of its sources."""
    named = dict.fromkeys(citation.source for citation in side.citations)
    return " ".join(say(lang, page.sources[source].standing) for source in named)


def records(page: ConflictsPage) -> Iterator[Record]:
    """A record a side."""
    from cci_cli.render.records import observation_records

    return observation_records(each.fact for each in page.conflicts)
