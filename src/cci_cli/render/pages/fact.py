"""One fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import encode
from cci_cli.render.documents import contract, sources_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.encode import Json
    from cci_cli.lookup import FactPage
    from cci_cli.render.records import Record
    from cci_cli.render.rows import Rows


def document(page: FactPage) -> Json:
    """The fact, and the sources it cites."""
    return contract(fact=encode.fact_json(page.fact), sources=sources_json(page.sources))


def rows(page: FactPage, lang: str) -> Rows:
    """A row an observation."""
    from cci_cli.render.rows import FACT_CELLS, QUOTE_CELLS, fact_cells, quote_cells, titled

    body = [
        [*fact_cells(page.fact, each, page.units, lang), *quote_cells(each.citations)]
        for each in page.fact.observations
    ]
    return titled((*FACT_CELLS, *QUOTE_CELLS), body, lang)


def records(page: FactPage) -> Iterator[Record]:
    """A record an observation."""
    from cci_cli.render.records import observation_records

    return observation_records([page.fact])
