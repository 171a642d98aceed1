"""Disagreements on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding

from cci_cli import wording
from cci_cli.messages import counted, say
from cci_cli.references import Numbering
from cci_cli.render.remarks import explanations, marks
from cci_cli.render.screens.pieces import ALARM, QUIET, STRONG, cited, grid, heading, indented, source_list
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from cci_cli.conflicts import Conflict, ConflictsPage
    from cci_cli.model import Fact, Observation


def parts(page: ConflictsPage, lang: str, width: int) -> list[RenderableType]:
    """The page: its lines fit any width."""
    return ConflictsScreen(page, lang).parts()


class ConflictsScreen:
    """Every disagreement beneath its fact: the sides, who says so in which words, and the reason if known."""

    def __init__(self, page: ConflictsPage, lang: str) -> None:
        self.page, self.lang = page, lang
        self.numbering = Numbering()

    def parts(self) -> list[RenderableType]:
        """How many there are, the disagreements by fact and time, the sources."""
        page, lang = self.page, self.lang
        facts = {each.fact.id for each in page.conflicts}
        asked = [f"{page.year:04d}"] if page.year is not None else []
        asked += [getattr(page.topic.label, lang)] if page.topic else []
        counts = say(
            lang,
            "conflicts.counted",
            conflicts=counted(lang, len(page.conflicts), "conflict"),
            facts=counted(lang, len(facts), "fact"),
        )
        parts: list[RenderableType] = [
            heading(say(lang, "conflicts.title"), say(lang, "comma").join(asked)),
            Text(counts, QUIET),
        ]
        before = ""
        for conflict in page.conflicts:
            if conflict.fact.id != before:
                parts += self._about(conflict.fact)
            before = conflict.fact.id
            parts += self._conflict(conflict)
        return [*parts, *source_list(self.numbering, page.sources, lang, full=False)]

    def _about(self, fact: Fact) -> list[RenderableType]:
        parts: list[RenderableType] = [Text(), heading(getattr(fact.label, self.lang), fact.id)]
        if fact.caveat:
            table = grid("left", "left")
            table.add_row(Text(say(self.lang, "caveat"), QUIET), Text(getattr(fact.caveat, self.lang)))
            parts.append(Padding(table, (0, 0, 0, 2)))
        return parts

    def _conflict(self, conflict: Conflict) -> list[RenderableType]:
        parts: list[RenderableType] = [Text()]
        for side in conflict.sides:
            parts += self._side(conflict.fact, side)
        return parts

    def _side(self, fact: Fact, side: Observation) -> list[RenderableType]:
        figure = wording.figure(side, fact.unit, self.page.units, self.lang)
        line = Text.assemble((side.time, STRONG), "  ", (figure, ALARM))
        given = marks(side._replace(caveat=None), self.lang)  # the doubt stands beneath, in full
        if side.rank == "preferred":
            given.append(say(self.lang, "mark-preferred"))
        if given:
            line.append("  " + say(self.lang, "comma").join(given), QUIET)
        parts: list[RenderableType] = [indented(line)]
        if side.text:
            parts.append(indented(getattr(side.text, self.lang), 4))
        parts += [indented(Text(each, STRONG), 4) for each in explanations(side, self.lang)]
        words = [cited(each, self._mark(each.source), self.lang) for each in side.citations]
        return [*parts, *(indented(each, 4) for each in words)]

    def _mark(self, source: str) -> str:
        """The number of a source and its standing."""
        standing = say(self.lang, self.page.sources[source].standing)
        return f"{self.numbering.mark(source)} {standing} "
