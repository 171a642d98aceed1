"""One source, with what leans on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import encode
from cci_cli.messages import say
from cci_cli.render.documents import contract, sources_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.encode import Json
    from cci_cli.render.records import Record
    from cci_cli.render.rows import Rows
    from cci_cli.sources import SourcePage


def document(page: SourcePage) -> Json:
    """The source, the ids of the facts that lean on it, and each observation that does."""
    leaning = [
        {"fact": each.fact.id, "observation": encode.observation_json(each.observation), "alone": each.alone}
        for each in page.leaning
    ]
    facts = list(dict.fromkeys(each.fact.id for each in page.leaning))
    return contract(sources=sources_json({page.source.id: page.source}), facts=facts, leaning=leaning)


def rows(page: SourcePage, lang: str) -> Rows:
    """A row an observation that leans on the source, with the source's words and whether it has no other."""
    from cci_cli.render.rows import FACT_CELLS, QUOTE_CELLS, fact_cells, quote_cells, titled

    body = []
    for fact, observation, citations, alone in page.leaning:
        cells = fact_cells(fact, observation, page.units, lang)
        quotes = quote_cells(citations)
        only = say(lang, "sources.alone") if alone else ""
        body.append([fact.id, getattr(fact.label, lang), *cells, *quotes, only])
    return titled(("id", "what", "latest", *FACT_CELLS[1:], *QUOTE_CELLS, "sources.rests"), body, lang)


def records(page: SourcePage) -> Iterator[Record]:
    """A record an observation."""
    from cci_cli.render.records import OBSERVATION_COLUMNS, observation_records

    yield (*OBSERVATION_COLUMNS, "alone")
    for fact, observation, _, alone in page.leaning:
        _, record = observation_records([fact._replace(observations=(observation,))])
        yield (*record, str(alone).lower())
