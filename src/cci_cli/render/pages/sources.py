"""Sources; or one source with what leans on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.messages import say
from cci_cli.model import Source
from cci_cli.render.documents import contract, sources_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.encode import Json
    from cci_cli.lookup import SourcesPage
    from cci_cli.model import Fact, Observation
    from cci_cli.render.records import Record
    from cci_cli.render.rows import Rows


def document(page: SourcesPage) -> Json:
    """The sources, and the ids of the facts that lean on the one shown."""
    return contract(sources=sources_json(page.sources), facts=[fact.id for fact in page.facts])


def leaning(page: SourcesPage) -> Iterator[tuple[Fact, Observation]]:
    """What the one source of a page itself reported: the observations that cite it."""
    for fact in page.facts:
        for each in fact.observations:
            if each.status == "reported" and any(cite.source in page.sources for cite in each.citations):
                yield fact, each


def rows(page: SourcesPage, lang: str) -> Rows:
    """All sources; or of one source each observation that leans on it, with its words."""
    from cci_cli.references import reference
    from cci_cli.render.rows import FACT_CELLS, fact_cells, titled

    if page.facts:
        body = []
        for fact, each in leaning(page):
            quotes = [cite.quote for cite in each.citations if cite.source in page.sources]
            cells = fact_cells(fact, each, page.units, lang)
            body.append([fact.id, getattr(fact.label, lang), *cells, " | ".join(quotes)])
        return titled(("id", "what", "latest", *FACT_CELLS[1:], "quotes"), body, lang)
    listed = [
        [source.id, reference(source, lang), say(lang, source.standing), source.url or ""]
        for source in page.sources.values()
    ]
    return titled(("id", "source", "standing", "url"), listed, lang)


def records(page: SourcesPage) -> Iterator[Record]:
    """A record a source."""
    yield Source._fields
    for source in page.sources.values():
        authors = "; ".join(author.name for author in source.author)
        cells = source._asdict() | {"author": authors, "note": source.note.en if source.note else ""}
        yield tuple(cells.values())
