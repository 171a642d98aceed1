"""One fact on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from cci_cli import wording
from cci_cli.development import development_of
from cci_cli.messages import say
from cci_cli.references import Numbering, marked_own
from cci_cli.render.remarks import conflicts, explanations, marks, replacements
from cci_cli.render.screens.development import development_text
from cci_cli.render.screens.pieces import (
    ALARM,
    FIGURE,
    GAP,
    QUIET,
    STRONG,
    cited,
    grid,
    heading,
    indented,
    source_list,
)
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from cci_cli.lookup import FactPage
    from cci_cli.model import Observation


def parts(page: FactPage, lang: str, width: int) -> list[RenderableType]:
    """The page, for a terminal of this width."""
    return FactScreen(page, lang, width).parts()


class FactScreen:
    """One fact: what it counts, every observation with its quotes, the sources in full."""

    def __init__(self, page: FactPage, lang: str, width: int) -> None:
        self.page, self.lang, self.width = page, lang, width
        self.numbering = Numbering()

    def parts(self) -> list[RenderableType]:
        """What the fact counts, its observations in order of time, its sources."""
        fact, lang = self.page.fact, self.lang
        parts: list[RenderableType] = [heading(getattr(fact.label, lang), fact.id), self._about()]
        for observation in fact.observations:
            parts += [Text(), *self._observation(observation)]
        return [*parts, *source_list(self.numbering, self.page.sources, lang, full=True)]

    def _about(self) -> Table:
        fact, lang = self.page.fact, self.lang
        about = [
            ("kind", say(lang, fact.kind)),
            ("unit", self._unit()),
            ("scope", getattr(fact.scope, lang) if fact.scope else ""),
            ("caveat", getattr(fact.caveat, lang) if fact.caveat else ""),
            *(("break", f"{each.time}: {getattr(each.caveat, lang)}") for each in fact.breaks),
            ("development", self._development()),
            ("aliases", ", ".join(fact.aliases)),
            ("own", self._own()),
        ]
        table = grid("left", "left")
        for key, said in about:
            if said:
                table.add_row(Text(say(lang, key), QUIET), Text(said, "bold" if key == "caveat" else ""))
        return table

    def _unit(self) -> str:
        unit = self.page.units.get(self.page.fact.unit or "")
        if unit is None or unit.id in ("rank", "ordinal"):
            return self.page.fact.unit or ""
        return marked_own(getattr(unit, self.lang), unit.own, self.lang)

    def _own(self) -> str:
        """The user's own file that the fact comes from, or those that observations of it come from."""
        fact = self.page.fact
        if fact.own and fact.replaces_builtin:
            return say(self.lang, "own.replaces-fact", file=fact.own, fact=fact.id)
        files = [fact.own, *(each.own for each in fact.observations)]
        return ", ".join(dict.fromkeys(name for name in files if name))

    def _development(self) -> str:
        fact, lang = self.page.fact, self.lang
        if not self.page.development:
            return ""
        found = development_of(self.page.development, fact)
        beside = cell_len(say(lang, "development")) + GAP
        return development_text(found, fact, self.page.units, lang, self.width - beside)

    def _observation(self, observation: Observation) -> list[RenderableType]:
        fact, lang = self.page.fact, self.lang
        figure = wording.figure(observation, fact.unit, self.page.units, lang)
        line = Text.assemble((observation.time, STRONG), "  ", (figure, FIGURE))
        if observation.growth is not None:
            growth = wording.percent(observation.growth, observation.growth_qualifier, lang)
            line.append(f"{'  ' if figure else ''}{say(lang, 'growth-of', growth=growth)}")
        given = marks(observation._replace(caveat=None), lang)  # the caveat stands beneath, in full
        if observation.rank == "preferred":
            given.append(say(lang, "mark-preferred"))
        if given:
            line.append("  " + say(lang, "comma").join(given), QUIET)
        parts: list[RenderableType] = [line]
        if observation.text:
            parts.append(indented(getattr(observation.text, lang)))
        parts += [indented(Text(line, STRONG)) for line in explanations(observation, lang)]
        marked = [
            indented(cited(each, self.numbering.mark(each.source), lang)) for each in observation.citations
        ]
        parts += [
            indented(Text(line, STRONG)) for line in replacements(fact, observation, self.page.units, lang)
        ]
        disputed = conflicts(fact, observation, self.page.units, lang, self.numbering.marks)
        return [*parts, *(indented(Text(each, ALARM)) for each in disputed), *marked]
