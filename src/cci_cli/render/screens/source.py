"""One source on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import wording
from cci_cli.links import web_address
from cci_cli.messages import counted, say
from cci_cli.references import quoted
from cci_cli.render.remarks import notes, source_ids
from cci_cli.render.screens.pieces import FIGURE, QUIET, STRONG, grid, heading, indented, linked
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from cci_cli.model import Citation, Source
    from cci_cli.sources import Leaning, SourcePage


def parts(page: SourcePage, lang: str, width: int) -> list[RenderableType]:
    """What the source is, how much leans on it, and each observation that does."""
    facts = {each.fact.id for each in page.leaning}
    sums = say(
        lang,
        "sources.sums",
        observations=counted(lang, len(page.leaning), "observation"),
        facts=counted(lang, len(facts), "fact"),
        alone=sum(each.alone for each in page.leaning),
    )
    shown = [part for each in page.leaning for part in _leaning(each, page, lang)]
    return [heading(page.source.id), _about(page.source, lang), Text(), Text(sums, STRONG), *shown]


def _about(source: Source, lang: str) -> Table:
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
            said = linked(value, web_address(value)) if key == "url" else Text(value)
            table.add_row(Text(say(lang, key), QUIET), said)
    return table


def _leaning(each: Leaning, page: SourcePage, lang: str) -> list[RenderableType]:
    fact, observation = each.fact, each.observation
    said = wording.statement(fact, observation, page.units, lang)
    line = Text.assemble((fact.id, STRONG), f"  {observation.time}  ", (said, FIGURE))
    parts: list[RenderableType] = [line]
    parts += [indented(Text(note, QUIET)) for note in notes(fact, observation, page.units, lang)]
    parts += [indented(_quote(citation, lang)) for citation in each.citations]
    if each.alone:
        return [*parts, indented(Text(say(lang, "sources.rests-alone")))]
    others = [name for name in source_ids(observation).split() if name != page.source.id]
    return [*parts, indented(Text(say(lang, "sources.rests-on", others=", ".join(others)), QUIET))]


def _quote(citation: Citation, lang: str) -> Text:
    quote = linked(quoted(citation.quote, lang), citation.link)
    return quote.append(f" {citation.locator}", QUIET) if citation.locator else quote
