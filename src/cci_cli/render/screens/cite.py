"""References on a terminal: lines that the terminal itself folds, so that they can be copied whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import cite, wording
from cci_cli.messages import say
from cci_cli.render.pages.cite import carried, words
from cci_cli.render.remarks import notes
from cci_cli.render.screens.pieces import FIGURE, QUIET, heading, indented
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from cci_cli.cite.page import CitePage, Reference
    from cci_cli.model import Fact, Observation


def parts(page: CitePage, lang: str, width: int) -> list[RenderableType]:
    """What is cited for, and the references with the words that carry it."""
    shown: list[RenderableType] = []
    for fact, observation in page.spoken:
        shown += [heading(getattr(fact.label, lang), fact.id), *_spoken(page, fact, observation, lang)]
    if page.spoken:
        shown.append(Text())
    for number, each in enumerate(page.references):
        if number and page.spoken:
            shown.append(Text())
        shown.append(_line(page, each))
        for quote in each.quotes:
            shown.append(indented(Text(f"{words(quote, lang)}  {carried(page, quote, lang)}", QUIET)))
    if page.wants_access:
        shown += [Text(), Text(say(lang, "cite.wants-access"), QUIET)]
    return shown


def _spoken(page: CitePage, fact: Fact, observation: Observation, lang: str) -> list[RenderableType]:
    """The observation, with what must be said beside it."""
    said = wording.statement(fact, observation, page.units, lang)
    beside = notes(fact, observation, page.units, lang)
    line = Text.assemble(f"{observation.time}  ", (said, FIGURE))
    return [line, *(indented(Text(note, QUIET)) for note in beside)]


def _line(page: CitePage, each: Reference) -> Text:
    runs = cite.reference(page.style, each.item)
    faces = ((run.text, "italic" if run.italic else "") for run in runs)
    return Text.assemble(*faces, no_wrap=True, overflow="ignore")
