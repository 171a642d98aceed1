"""What a search found, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import wording
from cci_cli.messages import say
from cci_cli.references import Numbering
from cci_cli.render.remarks import conflicts, explanations, marks, replacements
from cci_cli.render.screens.pieces import ALARM, FIGURE, QUIET, STRONG, indented, source_list
from cci_cli.render.screens.text import Text
from cci_cli.safe import visible
from cci_cli.search.marks import spans

if TYPE_CHECKING:
    from rich.console import RenderableType

    from cci_cli.search.page import Correction, Hit, SearchPage

#: How the words that were asked for are marked.
_MARKED = "underline"
#: So many sources are marked beside a figure; ``cci show`` names all.
_MOST_MARKS = 3

#: How the text of a field is shown where it is why a fact was found.
_EVIDENCE = {
    "aliases": "search.in-aliases",
    "scope": "search.in-scope",
    "text": "search.in-text",
    "quote": "search.in-quote",
    "source": "search.in-source",
}


def parts(page: SearchPage, lang: str, width: int) -> list[RenderableType]:
    """The page, for a terminal of this width."""
    return SearchScreen(page, lang).parts()


class SearchScreen:
    """The facts that answer, each with the figure that does; the sources of what is shown."""

    def __init__(self, page: SearchPage, lang: str) -> None:
        self.page, self.lang = page, lang
        self.numbering = Numbering()

    def parts(self) -> list[RenderableType]:
        """What words were taken for, the facts, their sources, and where to read on."""
        page, lang = self.page, self.lang
        parts: list[RenderableType] = [
            Text(say(lang, _taken(each), typed=visible(each.typed), read=visible(each.read)), STRONG)
            for each in page.corrected
        ]
        for hit in page.hits:
            parts += [*([Text()] if parts else []), *self._hit(hit)]
        parts += source_list(self.numbering, page.sources, lang, full=False)
        return [*parts, Text(), Text(say(lang, "in-full", fact=page.hits[0].fact.id), QUIET)]

    def _hit(self, hit: Hit) -> list[RenderableType]:
        fact, lang = hit.fact, self.lang
        label = self._marked(getattr(fact.label, lang), STRONG)
        parts: list[RenderableType] = [Text.assemble(label, (f"  {fact.id}", QUIET))]
        observation = hit.observation
        if observation is None:
            return parts
        said = self._marked(wording.statement(fact, observation, self.page.units, lang), FIGURE)
        beside = [observation.time]
        if observation.growth is not None:
            growth = wording.percent(observation.growth, observation.growth_qualifier, lang)
            beside.append(say(lang, "growth-of", growth=growth))
        beside += [
            *marks(observation._replace(caveat=None), lang),
            self.numbering.marks(observation, _MOST_MARKS),
        ]
        parts += [indented(said), indented(Text("  ".join(beside), QUIET))]
        parts += [indented(Text(line, STRONG)) for line in explanations(observation, lang)]
        replaced = replacements(fact, observation, self.page.units, lang)
        parts += [indented(Text(line, STRONG)) for line in replaced]
        disputed = conflicts(fact, observation, self.page.units, lang, self.numbering.marks)
        parts += [indented(Text(line, ALARM)) for line in disputed]
        if hit.missed:
            years = ", ".join(f"{year:04d}" for year in hit.missed)
            parts.append(indented(Text(say(lang, "search.missed", years=years), STRONG)))
        if hit.instead:
            value = wording.statement(fact, hit.instead, self.page.units, lang)
            parts.append(
                indented(Text(say(lang, "search.instead", time=hit.instead.time, value=value), STRONG))
            )
        if hit.evidence:
            parts.append(indented(self._marked(say(lang, _EVIDENCE[hit.field], text=hit.evidence), QUIET)))
        return parts

    def _marked(self, text: str, style: str) -> Text:
        """A text with the words that were asked for marked."""
        marked = Text(text, style)
        for start, end in spans(text, self.page.matched):
            marked.stylize(_MARKED, start, end)
        return marked


def _taken(correction: Correction) -> str:
    """What is said of a word that was taken for another: Chinese written in Latin letters is no mistake."""
    aloud = correction.typed.isascii() and not correction.read.isascii()
    return "search.read-aloud" if aloud else "search.taken-for"
