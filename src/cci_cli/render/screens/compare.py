"""Years side by side on a terminal: a table, or where its columns do not fit, a block a fact."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.padding import Padding
from rich.table import Table

from cci_cli import wording
from cci_cli.messages import counted, say
from cci_cli.render.screens.cells import BREAK, Pen
from cci_cli.render.screens.pieces import QUIET, STRONG, grid, heading, indented, source_list
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from cci_cli.compare import Comparison, Row
    from cci_cli.model import Fact

#: A label is not squeezed into less than this.
_LEAST_LABEL = 22
#: The widest columns that are tried, from the roomy to the tight; figures break at blanks only.
_MOST_WIDTHS = (26, 20, 16, 13)
#: Columns stand so far apart.
_GAP = 2
#: With more years than this their figures are written without units, which then stand beneath the label.
_MOST_WITH_UNITS = 3


def parts(page: Comparison, lang: str, width: int) -> list[RenderableType]:
    """The rows with what must be said beneath each, the legend, the sources, and what is not listed."""
    return CompareScreen(page, lang, width).parts()


class CompareScreen:
    """A comparison on a terminal of some width."""

    def __init__(self, page: Comparison, lang: str, width: int) -> None:
        self.page, self.lang, self.width = page, lang, width
        self.pen = Pen(page, lang)
        self.bare = len(page.years) > _MOST_WITH_UNITS

    def parts(self) -> list[RenderableType]:
        """What is on the screen, from the title to the notes."""
        lang, page = self.lang, self.page
        join = "compare.and" if len(page.years) == 2 else "compare.comma"
        years = say(lang, join).join(f"{year:04d}" for year in page.years)
        parts: list[RenderableType] = [heading(say(lang, "compare.title", years=years))]
        widths = self._widths()
        if widths:
            parts += [Text(), self._heads(widths)]
        for topic, rows in groupby(page.rows, key=lambda row: row.fact.topic):
            if self._several_topics():
                parts += [Text(), heading(getattr(page.topics[topic], lang), topic)]
            for row in rows:
                parts += self._row(row, widths) if widths else [Text(), *self._block(row)]
        parts += self._legend()
        parts += source_list(self.pen.numbering, page.sources, lang, full=False)
        return [*parts, Text(), *self._notes()]

    def _several_topics(self) -> bool:
        return len({row.fact.topic for row in self.page.rows}) > 1

    # a table

    def _widths(self) -> list[int] | None:
        """The widths of label, years with the bars between them, and change; None where they do not fit."""
        scratch = Pen(self.page, self.lang)  # what is measured is not yet shown
        years = [
            _widths(
                scratch.cell(row, year, bare=self.bare).plain
                for row in self.page.rows
                if year not in row.cells or row.cells[year].kind != "text"
            )
            for year in self.page.years
        ]
        changes = _widths(["\n".join(scratch.change(row)) for row in self.page.rows])
        head = cell_len(say(self.lang, "compare.change"))
        for most in _MOST_WIDTHS:
            columns = [max(least, min(natural, most)) for least, natural in years]
            columns = [each for pair in zip(columns, self._bars(), strict=True) for each in pair if each]
            columns.append(max(head, changes[0], min(changes[1], max(most, _LEAST_LABEL))))
            label = self.width - sum(columns) - _GAP * len(columns)
            if label >= _LEAST_LABEL:
                return [min(label, 44), *columns]
        return None

    def _bars(self) -> list[int]:
        """After each year the width of a bar for breaks before the next; nothing where no row has one."""
        breaks = {crossing.after for row in self.page.rows for crossing in row.breaks}
        return [int(year in breaks) for year in self.page.years[1:]] + [0]

    def _table(self, widths: Sequence[int], cells: Iterable[Text]) -> Table:
        """One line of the table; all have the same widths, and sentences may stand between them."""
        table = Table(box=None, show_header=False, pad_edge=False, padding=(0, _GAP, 0, 0))
        for width in widths:
            table.add_column(overflow="fold", width=width)
        table.add_row(*cells)
        return table

    def _heads(self, widths: Sequence[int]) -> Table:
        heads = [Text(say(self.lang, "what"), QUIET)]
        for year, bar in zip(self.page.years, self._bars(), strict=True):
            heads += [Text(f"{year:04d}", STRONG), *([Text()] * bar)]
        return self._table(widths, [*heads, Text(say(self.lang, "compare.change"), QUIET)])

    def _row(self, row: Row, widths: Sequence[int]) -> list[RenderableType]:
        """A row of the table, and beneath it what must be said of it."""
        label = Text(getattr(row.fact.label, self.lang))
        if self.bare and (unit := wording.unit_name(row.fact.unit, self.page.units, self.lang)):
            label.append(f"\n{say(self.lang, 'compare.in-unit', unit=unit)}", QUIET)
        broken = {crossing.after for crossing in row.breaks}
        cells = [label]
        for year, after, bar in zip(self.page.years, [*self.page.years[1:], 0], self._bars(), strict=True):
            cells.append(self.pen.cell(row, year, bare=self.bare))
            if bar:
                cells.append(Text(f"{self.pen.sign(BREAK)}\n{BREAK}" if after in broken else "", STRONG))
        cells.append(Text("\n".join(self.pen.change(row))))
        return [self._table(widths, cells), *self._beneath(row)]

    # blocks

    def _block(self, row: Row) -> list[RenderableType]:
        """A fact as lines of its own: a line a year, breaks between them, the change."""
        table = grid("left", "left")
        missing = []
        breaks = {crossing.after: crossing.gap for crossing in row.breaks}
        for year in self.page.years:
            if gap := breaks.get(year):
                table.add_row(Text(self.pen.sign(BREAK) * 4, STRONG), Text(gap.time, STRONG))
            if year in row.cells:
                table.add_row(Text(f"{year:04d}", STRONG), self.pen.line(row, year))
            else:
                missing.append(f"{year:04d}")
        if missing:
            said = say(self.lang, "compare.no-figure", years=" ".join(missing))
            table.add_row(Text("-", QUIET), Text(said, QUIET))
        parts: list[RenderableType] = [
            heading(getattr(row.fact.label, self.lang), row.fact.id),
            Padding(table, (0, 0, 0, 2)),
        ]
        if lines := self.pen.change(row):
            join = say(self.lang, "compare.and-so")
            said = say(self.lang, "compare.change-is", change=join.join(lines))
            if self.lang == "zh" and cell_len(said) > self.width - 2:  # no blank is there to break it at
                said = said.replace(join, f"{join}\n")
            parts.append(indented(Text(said)))
        return [*parts, *self._beneath(row)]

    # beneath

    def _beneath(self, row: Row) -> Iterator[RenderableType]:
        """What must be said of a row in sentences."""
        yield from (indented(Text(said)) for said in self.pen.beneath(row))
        if row.why_not and row.why_not.code == "scope":
            if row.fact.scope:
                scope = say(self.lang, "compare.scope-is", scope=getattr(row.fact.scope, self.lang))
                yield indented(Text(scope, QUIET))
            if self._siblings(row)[-1] is row:
                yield indented(Text(self._apart(row)))

    def _siblings(self, row: Row) -> list[Row]:
        """A row and the siblings apart that stand beside it, in the order of the page."""
        assert row.why_not
        ids = {row.fact.id, *row.why_not.facts}
        apart = [each for each in self.page.rows if each.why_not and each.why_not.code == "scope"]
        return [each for each in apart if each.why_not and ids & {each.fact.id, *each.why_not.facts}]

    def _apart(self, row: Row) -> str:
        """Why siblings are not compared, with the caveat that speaks of most of them."""
        assert row.why_not
        group = [each.fact for each in self.page.rows if each.fact.id in (row.fact.id, *row.why_not.facts)]

        def named(fact: Fact) -> int:
            return sum(each.id in (fact.caveat.en if fact.caveat else "") for each in group)

        teller = max(group, key=named)
        if len(self._siblings(row)) == 1:
            labels = [getattr(each.label, self.lang) for each in group if each is not row.fact]
            why = say(self.lang, "compare.why-scope", facts=say(self.lang, "compare.comma").join(labels))
        else:
            why = say(self.lang, "compare.why-apart")
        said = say(self.lang, "compare.not-compared", reason=why)
        caveat = getattr(teller.caveat, self.lang) if teller.caveat else ""
        return f"{said}{' ' if self.lang == 'en' else ''}{caveat}"

    def _legend(self) -> list[RenderableType]:
        table = grid("left", "left")
        for sign, meaning in self.pen.legend():
            table.add_row(Text(sign, STRONG), Text(meaning, QUIET))
        return [Text(), table] if self.pen.legend() else []

    def _notes(self) -> Iterator[Text]:
        page, lang = self.page, self.lang
        if page.one_year:
            facts = counted(lang, page.one_year, "more-fact")
            yield Text(say(lang, "compare.rest", facts=facts), QUIET)
        if page.texts:
            facts = counted(lang, page.texts, "more-fact")
            years = f"{page.years[0]:04d}..{page.years[-1]:04d}"
            yield Text(say(lang, "compare.texts", facts=facts, years=years), QUIET)
        if page.rows:
            yield Text(say(lang, "in-full", fact=page.rows[0].fact.id), QUIET)


def _widths(texts: Iterable[str]) -> tuple[int, int]:
    """The columns that the longest word of some texts takes, and their longest line.

    A column as wide as its longest word breaks no number; a year's own heading has four digits.
    """
    lines = [line for text in texts for line in text.split("\n")]
    words = [word for line in lines for word in line.split()]
    return max(map(cell_len, words), default=4), max(4, *map(cell_len, lines)) if lines else 4
