"""What a comparison's cells, changes and remarks say on a terminal, and the signs that tell them apart.

The signs are plain ASCII, one column wide everywhere, and each stands beside words or is explained in the
legend beneath, which holds those that occur.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import derive, periods, wording
from cci_cli.compare import observations
from cci_cli.messages import say
from cci_cli.references import Numbering, marked_own
from cci_cli.render import changes
from cci_cli.render.remarks import conflicts, replacements
from cci_cli.render.screens.pieces import ALARM, FIGURE, QUIET
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.compare import Cell, Change, Comparison, Row
    from cci_cli.model import Fact, Observation
    from cci_cli.model import Text as ModelText

GAP, DATE, PART, IMPLIED, CONFLICT, BREAK, WEAK, NOTE = "-", "@", "~", "*", "!", "|", "?", "#"
ABOUT = "≈"
#: The signs in the order of the legend, with their messages.
_LEGEND = {
    GAP: "compare.legend-gap",
    DATE: "compare.legend-date",
    PART: "compare.legend-partial",
    IMPLIED: "compare.legend-implied",
    CONFLICT: "compare.legend-conflict",
    BREAK: "compare.legend-break",
    WEAK: "compare.legend-weak",
    NOTE: "compare.legend-note",
    ABOUT: "compare.legend-about",
}
#: So many sources are marked beside a figure; ``cci show`` names all.
_MOST_MARKS = 3


class Pen:
    """Writes the cells of one comparison, and remembers the sources and signs that it wrote."""

    def __init__(self, page: Comparison, lang: str) -> None:
        self.page, self.lang = page, lang
        self.numbering = Numbering()
        self._signs: set[str] = set()

    def sign(self, sign: str) -> str:
        """A sign, from then on part of the legend."""
        self._signs.add(sign)
        return sign

    def legend(self) -> list[tuple[str, str]]:
        """The signs that were written, with what they mean."""
        return [(sign, say(self.lang, key)) for sign, key in _LEGEND.items() if sign in self._signs]

    def figure(self, fact: Fact, observation: Observation, *, bare: bool = False) -> str:
        """The value of an observation; ``bare`` without its unit."""
        if bare and observation.value is not None:
            return wording.bare(observation, fact.unit, self.lang)
        return wording.statement(fact, observation, self.page.units, self.lang)

    def cell(self, row: Row, year: int, *, bare: bool = False) -> Text:
        """What a year says, a line each: the figure, its date or months, marks, conflicts, sources."""
        cell = row.cells.get(year)
        if cell is None:
            return Text(self.sign(GAP), QUIET)
        each = cell.observation
        text = Text().append(self.figure(row.fact, each, bare=bare), FIGURE if each.value is not None else "")
        for remark, style in (*self._marks(row.fact, year, cell), *self._disputes(row.fact, cell)):
            text.append(f"\n{remark}", style)
        return text

    def line(self, row: Row, year: int) -> Text:
        """What a year says, the figure and its marks in one line, what disputes it beneath."""
        cell = row.cells[year]
        each = cell.observation
        text = Text().append(self.figure(row.fact, each), FIGURE if each.value is not None else "")
        for remark, style in self._marks(row.fact, year, cell):
            text.append(f"  {remark}", style)
        for remark, style in self._disputes(row.fact, cell):
            text.append(f"\n{remark}", style)
        return text

    def _marks(self, fact: Fact, year: int, cell: Cell) -> Iterator[tuple[str, str]]:
        each, lang = cell.observation, self.lang
        if cell.kind == "partial":
            yield f"{self.sign(PART)} {changes.months(each.time, lang)}", ""
        elif periods.span(each.time) != periods.span(f"{year:04d}"):
            yield f"{self.sign(DATE)} {each.time}", QUIET
        if each.status == "implied":
            yield f"{self.sign(IMPLIED)} {self._implied_by(fact, each)}", QUIET
        for doubt in self._doubts(each):
            yield doubt, QUIET
        yield self.numbering.marks(each, _MOST_MARKS), QUIET

    def _doubts(self, observation: Observation) -> Iterator[str]:
        if observation.weak:
            yield f"{self.sign(WEAK)} {say(self.lang, 'mark-weak')}"
        if observation.caveat:
            yield f"{self.sign(NOTE)} {say(self.lang, 'mark-note')}"
        if observation.own:
            yield say(self.lang, "mark-own")

    def _disputes(self, fact: Fact, cell: Cell) -> Iterator[tuple[str, str]]:
        for instead in replacements(fact, cell.observation, self.page.units, self.lang):
            yield instead, QUIET
        for dispute in self._conflicts(fact, cell.observation):
            yield dispute, ALARM
        for other in cell.others:
            yield self._also(fact, cell, other), QUIET

    def _conflicts(self, fact: Fact, observation: Observation) -> Iterator[str]:
        for dispute in conflicts(fact, observation, self.page.units, self.lang, self._sources):
            yield f"{self.sign(CONFLICT)} {dispute}"

    def _sources(self, observation: Observation) -> str:
        """The sources of a figure beside another one, and the signs of what must be said of it."""
        given = {WEAK: observation.weak, NOTE: observation.caveat is not None}
        signs = [self.sign(sign) for sign, holds in given.items() if holds]
        return " ".join([self.numbering.marks(observation, _MOST_MARKS), *signs])

    def _implied_by(self, fact: Fact, implied: Observation) -> str:
        origin = derive.origin(fact, implied)
        if origin is None or origin.growth is None:
            return say(self.lang, "formula", formula=implied.formula)
        growth = wording.percent(origin.growth, origin.growth_qualifier, self.lang)
        return say(self.lang, "compare.implied-by", growth=growth)

    def _also(self, fact: Fact, cell: Cell, other: Observation) -> str:
        value = marked_own(self.figure(fact, other), other.own, self.lang)
        told = {"value": value, "sources": self._sources(other)}
        if other.time == cell.observation.time:
            return say(self.lang, "compare.also", **told)
        partial = cell.kind == "implied" and other.status == "reported"
        time = changes.months(other.time, self.lang) if partial else other.time
        return say(self.lang, "compare.also-at", time=time, **told)

    def change(self, row: Row) -> list[str]:
        """A row's change as short lines, headed by its years or months where they are not the page's."""
        if row.change is None:
            return []
        return [*self._about_change(row.change), *self.change_lines(row, row.change)]

    def change_lines(self, row: Row, change: Change) -> list[str]:
        """A change of a row's fact as short lines."""
        lines = changes.change_lines(change, row.fact.unit, self.page.units, self.lang)
        if any(ABOUT in line for line in lines):
            self.sign(ABOUT)
        others = changes.otherwise(change, row.fact.unit, self.page.units, self.lang)
        return [*lines, *(f"{self.sign(CONFLICT)} {other}" for other in others)]

    def _about_change(self, change: Change) -> Iterator[str]:
        if (change.first, change.last) != (self.page.years[0], self.page.years[-1]):
            yield say(self.lang, "compare.from-to", first=change.first, last=change.last)

    def beneath(self, row: Row) -> Iterator[str]:
        """What must be said in sentences: notes, the same months of two years, and why there is no change."""
        yield from self._notes(row)
        if row.same_months:
            yield from self._same_months(row, row.same_months)
        if row.why_not and row.why_not.code not in ("scope", "one-year"):
            yield say(self.lang, "compare.not-compared", reason=changes.reason(row, self.lang))
        elif row.breaks:
            self.sign(BREAK)

    def _notes(self, row: Row) -> Iterator[str]:
        """The notes on all figures that a row shows, each once, after the years or figures that it is on."""
        own = {cell.observation.id: f"{year:04d}" for year, cell in row.cells.items()}
        noted: dict[ModelText, dict[str, None]] = {}
        for each in observations(row):
            if each.caveat:
                name = own.get(each.id) or f"{each.time} {self.figure(row.fact, each)}"
                noted.setdefault(each.caveat, {})[name] = None
        for caveat, names in noted.items():
            on = say(self.lang, "compare.comma").join(names)
            said = say(self.lang, "compare.note-on", on=on, caveat=getattr(caveat, self.lang))
            yield f"{self.sign(NOTE)} {said}"

    def _same_months(self, row: Row, found: Change) -> Iterator[str]:
        """A change between equal parts of two years, and those of its figures that no cell shows."""
        lines = say(self.lang, "compare.and-so").join(self.change_lines(row, found))
        told = {"months": changes.months(found.after.time, self.lang), "change": lines}
        yield say(self.lang, "compare.like-with-like", **told)
        for year, each in ((found.first, found.before), (found.last, found.after)):
            if each != row.cells[year].observation:
                value = self.figure(row.fact, each)
                if each.status == "implied":
                    value = say(self.lang, "implied-value", value=value)
                sources = self.numbering.marks(each, _MOST_MARKS)
                said = say(self.lang, "compare.value-then", year=year, value=value, sources=sources)
                yield "  ".join([said, *self._doubts(each)])
                yield from self._conflicts(row.fact, each)
