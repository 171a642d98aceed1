"""A topic on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Group
from rich.table import Table
from rich.text import Text

from cci_cli import wording
from cci_cli.lookup import speaking
from cci_cli.messages import say
from cci_cli.references import Numbering
from cci_cli.render.remarks import conflicts, marks
from cci_cli.render.screens.pieces import (
    ALARM,
    FIGURE,
    QUIET,
    STRONG,
    grid,
    heading,
    indented,
    source_list,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from cci_cli.lookup import TopicPage
    from cci_cli.model import Fact, Observation

#: Where label and value would each be left less than this, every fact is written as lines of its own.
_LEAST_COLUMN = 18
#: Columns stand so far apart.
_GAP = 2
#: So many sources are marked beside a figure of a topic; ``cci show`` names all.
_MOST_MARKS = 3


#: Below this width, times and marks would take the room that the texts of events need.
_LEAST_EVENTS = 74


def _width(cell: str) -> int:
    """The cells that the widest line of a cell takes."""
    return max(cell_len(line) for line in cell.split("\n"))


def parts(page: TopicPage, lang: str, width: int) -> list[RenderableType]:
    """The page, for a terminal of this width."""
    return TopicScreen(page, lang, width).parts()


class TopicScreen:
    """A topic: its figures, then what happened, then the sources of what is shown."""

    def __init__(self, page: TopicPage, lang: str, width: int) -> None:
        self.page, self.lang, self.width = page, lang, width
        self.numbering = Numbering()
        spoken = [(fact, speaking(fact, page.sources)) for fact in page.facts]
        self.facts = [(fact, each) for fact, each in spoken if each is not None]

    def parts(self) -> list[RenderableType]:
        """The figures, the texts, the sources of both, and where to read on."""
        page, lang = self.page, self.lang
        beside = page.topic.id + (f", {say(lang, 'of-year', year=page.year)}" if page.year else "")
        shown = self.facts
        figures = [(fact, each) for fact, each in shown if each.value is not None]
        others = [(fact, each) for fact, each in shown if each.value is None]
        parts: list[RenderableType] = [heading(getattr(page.topic.label, lang), beside)]
        if figures:
            parts += [Text(), self._figures(figures)]
        if others:
            parts += [Text(), Text(say(lang, "events"), STRONG), self._events(others)]
        parts += source_list(self.numbering, page.sources, lang, full=False)
        return [*parts, Text(), *self._notes(shown)]

    def _notes(self, shown: Sequence[tuple[Fact, Observation]]) -> list[RenderableType]:
        topic, rest = self.page.topic.id, self.page.rest
        notes = [say(self.lang, "more-facts", count=rest, topic=topic)] if rest else []
        if shown:
            notes.append(say(self.lang, "in-full", fact=shown[0][0].id))
        return [Text(note, QUIET) for note in notes]

    def _figures(self, facts: Sequence[tuple[Fact, Observation]]) -> Table | Group:
        """A table, if its columns leave room for label and value; else lines."""
        grown = any(each.growth is not None for _, each in facts)
        beside = [
            [
                each.time.replace("/", "/\n"),
                *([self._growth(each)] if grown else []),
                self.numbering.marks(each, _MOST_MARKS),
            ]
            for _, each in facts
        ]
        keys = ["as-of", *(["growth"] if grown else []), "sources"]
        heads = [say(self.lang, key) for key in keys]
        widths = [max(_width(cell) for cell in column) for column in zip(heads, *beside, strict=True)]
        room = self.width - sum(widths) - _GAP * (len(widths) + 2)
        if room < 2 * _LEAST_COLUMN:
            return self._lines(facts)
        table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style=QUIET)
        for key in ("what", "latest"):
            table.add_column(Text(say(self.lang, key)), overflow="fold", ratio=1)
        for head, width in zip(heads, widths, strict=True):
            table.add_column(Text(head), overflow="fold", width=width)
        for (fact, each), cells in zip(facts, beside, strict=True):
            label = Text(getattr(fact.label, self.lang))
            quiet = Text(cells[-1], QUIET)
            table.add_row(label, self._figure(fact, each), *(Text(cell) for cell in cells[:-1]), quiet)
        return table

    def _growth(self, observation: Observation) -> str:
        growth = observation.growth
        return "" if growth is None else wording.percent(growth, observation.growth_qualifier, self.lang)

    def _figure(self, fact: Fact, observation: Observation) -> Text:
        """The value, with its marks and what contradicts it beneath."""
        text = Text(wording.figure(observation, fact.unit, self.page.units, self.lang), FIGURE)
        for mark in marks(observation, self.lang):
            text.append(f"\n{mark}", QUIET)
        for line in conflicts(fact, observation, self.page.units, self.lang, self.numbering.marks):
            text.append(f"\n{line}", ALARM)
        return text

    def _lines(self, facts: Sequence[tuple[Fact, Observation]]) -> Group:
        """Facts as lines of their own, for a narrow terminal."""
        lines: list[RenderableType] = []
        for fact, each in facts:
            beside = [each.time]
            if growth := self._growth(each):
                beside.append(say(self.lang, "growth-of", growth=growth))
            figure = self._figure(fact, each)
            beside.append(self.numbering.marks(each, _MOST_MARKS))
            lines += [
                Text(getattr(fact.label, self.lang)),
                indented(figure),
                indented(Text("  ".join(beside), QUIET)),
            ]
        return Group(*lines)

    def _events(self, facts: Sequence[tuple[Fact, Observation]]) -> Table | Group:
        """Texts in order of time, the text last, since it may hold signs of uncertain width."""
        in_order = sorted(facts, key=lambda each: each[1].time)
        texts = [
            (each, getattr(each.text, self.lang) if each.text else getattr(fact.label, self.lang))
            for fact, each in in_order
        ]
        lines: list[RenderableType] = []
        table = grid("left", "left", "left")
        for each, text in texts:
            said = Text(text)
            for mark in marks(each, self.lang):
                said.append(f"\n{mark}", QUIET)
            cited = self.numbering.marks(each, _MOST_MARKS)
            lines += [Text(f"{each.time}  {cited}", QUIET), indented(said)]
            table.add_row(Text(each.time), Text(cited, QUIET), said)
        return Group(*lines) if self.width < _LEAST_EVENTS else table
