"""Sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.messages import say
from cci_cli.model import Source
from cci_cli.render.documents import contract, sources_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.encode import Json
    from cci_cli.render.records import Record
    from cci_cli.render.rows import Rows
    from cci_cli.sources import SourcesPage


def document(page: SourcesPage) -> Json:
    """The sources by id."""
    return contract(sources=sources_json(page.sources), facts=[], leaning=[])


def rows(page: SourcesPage, lang: str) -> Rows:
    """A row a source."""
    from cci_cli.references import reference
    from cci_cli.render.rows import titled

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
        yield tuple(str(each).lower() if isinstance(each, bool) else each for each in cells.values())
