"""Sources on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from cci_cli import wording
from cci_cli.messages import say
from cci_cli.references import quoted, reference
from cci_cli.render.pages.sources import leaning
from cci_cli.render.remarks import notes
from cci_cli.render.screens.pieces import FIGURE, QUIET, STRONG, grid, heading, indented

if TYPE_CHECKING:
    from rich.console import RenderableType

    from cci_cli.lookup import SourcesPage


def parts(page: SourcesPage, lang: str, width: int) -> list[RenderableType]:
    """All sources, or one with the facts that lean on it."""
    if len(page.sources) == 1 and page.facts:
        return _one_source(page, lang)
    parts: list[RenderableType] = [heading(say(lang, "sources"), str(len(page.sources)))]
    for source in page.sources.values():
        line = Text(reference(source, lang))
        parts += [Text(source.id, QUIET), indented(line)]
    return parts


def _one_source(page: SourcesPage, lang: str) -> list[RenderableType]:
    source = next(iter(page.sources.values()))
    told = source._asdict() | {
        "author": ", ".join(author.name for author in source.author),
        "issued": source.issued or say(lang, "undated"),
        "title": source.title or say(lang, "untitled"),
        "standing": say(lang, source.standing),
        "note": getattr(source.note, lang) if source.note else "",
    }
    table = grid("left", "left")
    for key, value in told.items():
        if value and key != "id":
            table.add_row(Text(say(lang, key), QUIET), Text(value))
    parts: list[RenderableType] = [heading(source.id), table, Text()]
    parts.append(Text(say(lang, "facts-leaning"), STRONG))
    for fact, each in leaning(page):
        said = wording.statement(fact, each, page.units, lang)
        line = Text.assemble((fact.id, STRONG), f"  {each.time}  ", (said, FIGURE))
        beside = notes(fact, each, page.units, lang)
        parts += [line, *(indented(Text(note, QUIET)) for note in beside)]
        quotes = [citation.quote for citation in each.citations if citation.source == source.id]
        parts += [indented(quoted(quote, lang)) for quote in quotes]
    return parts
