"""Figures of many facts, each with what must be said beside it: a table, or lines where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Group
from rich.table import Table

from cci_cli import wording
from cci_cli.messages import say
from cci_cli.render.remarks import conflicts, marks, replacements
from cci_cli.render.screens.pieces import ALARM, FIGURE, GAP, QUIET, indented
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType

    from cci_cli.model import Fact, Observation, Unit
    from cci_cli.references import Numbering

#: Where label and value would each be left less than this, every fact is written as lines of its own.
_LEAST_COLUMN = 18
#: So many sources are marked beside one of many figures; ``cci show`` names all.
MOST_MARKS = 3


class Figures:
    """Facts with an observation each, drawn in one go; the sources are numbered as they are met."""

    def __init__(
        self,
        facts: Sequence[tuple[Fact, Observation]],
        units: Mapping[str, Unit],
        numbering: Numbering,
        lang: str,
    ) -> None:
        self.facts, self.units, self.numbering, self.lang = facts, units, numbering, lang

    def drawn(self, latest: str, width: int) -> Table | Group:
        """A table, if its columns leave room for label and value; else lines.

        ``latest`` is the key of the heading over the values.
        """
        grown = any(each.growth is not None for _, each in self.facts)
        beside = [
            [
                each.time.replace("/", "/\n"),
                *([self._growth(each)] if grown else []),
                self.numbering.marks(each, MOST_MARKS),
            ]
            for _, each in self.facts
        ]
        keys = ["as-of", *(["growth"] if grown else []), "sources"]
        heads = [say(self.lang, key) for key in keys]
        widths = [max(_width(cell) for cell in column) for column in zip(heads, *beside, strict=True)]
        if width - sum(widths) - GAP * (len(widths) + 2) < 2 * _LEAST_COLUMN:
            return self._lines()
        table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style=QUIET)
        for key in ("what", latest):
            table.add_column(Text(say(self.lang, key)), overflow="fold", ratio=1)
        for head, each in zip(heads, widths, strict=True):
            table.add_column(Text(head), overflow="fold", width=each)
        for (fact, observation), cells in zip(self.facts, beside, strict=True):
            label, quiet = Text(getattr(fact.label, self.lang)), Text(cells[-1], QUIET)
            table.add_row(label, self._figure(fact, observation), *(Text(cell) for cell in cells[:-1]), quiet)
        return table

    def _growth(self, observation: Observation) -> str:
        growth = observation.growth
        return "" if growth is None else wording.percent(growth, observation.growth_qualifier, self.lang)

    def _figure(self, fact: Fact, observation: Observation) -> Text:
        """The value; beneath it its marks, what it stands instead of and what contradicts it."""
        text = Text(wording.figure(observation, fact.unit, self.units, self.lang), FIGURE)
        if observation.value is None and observation.text:
            text.append(getattr(observation.text, self.lang))
        for mark in marks(observation, self.lang):
            text.append(f"\n{mark}", QUIET)
        for line in replacements(fact, observation, self.units, self.lang):
            text.append(f"\n{line}", QUIET)
        for line in conflicts(fact, observation, self.units, self.lang, self.numbering.marks):
            text.append(f"\n{line}", ALARM)
        return text

    def _lines(self) -> Group:
        """Facts as lines of their own, for a narrow terminal."""
        lines: list[RenderableType] = []
        for fact, each in self.facts:
            beside = [each.time]
            if growth := self._growth(each):
                beside.append(say(self.lang, "growth-of", growth=growth))
            figure = self._figure(fact, each)
            beside.append(self.numbering.marks(each, MOST_MARKS))
            lines += [
                Text(getattr(fact.label, self.lang)),
                indented(figure),
                indented(Text("  ".join(beside), QUIET)),
            ]
        return Group(*lines)


def _width(cell: str) -> int:
    """The cells that the widest line of a cell takes."""
    return max(cell_len(line) for line in cell.split("\n"))
