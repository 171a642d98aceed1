"""A chart on a terminal: a panel a fact, a bar a figure, its value in words before it.

Bars stand last on their lines, so that a terminal that draws their signs wider shifts nothing.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size

from cci_cli import wording
from cci_cli.messages import say
from cci_cli.plot import words
from cci_cli.plot.bars import LEGEND, bar, legend_of
from cci_cli.plot.order import Gap, all_points, in_order
from cci_cli.plot.scale import scale_of
from cci_cli.plot.series import Break, Point
from cci_cli.references import Numbering
from cci_cli.render.screens.pieces import ALARM, QUIET, STRONG, grid, heading, indented, source_list
from cci_cli.render.screens.text import Text
from cci_cli.units import ORDERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.padding import Padding

    from cci_cli.plot.bars import Signs
    from cci_cli.plot.scale import Scale
    from cci_cli.plot.series import Chart, Series

#: Bars of fewer cells say too little: they go onto lines of their own.
_LEAST_BAR = 18
_MOST_BAR = 60
_GAP, _INDENT = 2, 2
#: So many sources are numbered beside one figure; more are counted.
_MOST_MARKS = 2


def parts(chart: Chart, width: int, signs: Signs) -> list[RenderableType]:
    """A chart as parts of a screen of some width, drawn with some signs."""
    return ChartScreen(chart, width, signs).parts()


class _Layout(NamedTuple):
    """How a panel's lines are divided: the columns of time and value, and the cells of a bar.

    Without a column for values, bars stand on lines of their own.
    """

    time: int
    value: int | None
    cells: int


class ChartScreen:
    """One chart: its panels, a legend of the signs that occur, the sources by number."""

    def __init__(self, chart: Chart, width: int, signs: Signs) -> None:
        self.chart, self.lang, self.width, self.signs = chart, chart.lang, width, signs
        self.numbering = Numbering()
        self.met: dict[str, str] = {}

    def parts(self) -> list[RenderableType]:
        """Everything from the title to the sources."""
        parts: list[RenderableType] = [heading(self.chart.title)]
        for series in self.chart.series:
            parts += [Text(), heading(series.label, series.id), *self._panel(series)]
        parts += self._legend()
        return [*parts, *source_list(self.numbering, self.chart.sources, self.lang, full=False)]

    def _panel(self, series: Series) -> Iterator[RenderableType]:
        scale = scale_of(series)
        if series.unit in ORDERS:
            key = "plot.rank-here" if series.unit == "rank" else "plot.order"
            yield Text(say(self.lang, key), QUIET)
        if scale.log:
            yield Text(say(self.lang, "plot.log"), QUIET)
        layout = self._layout(series)
        for item in in_order(series, self.chart.years):
            match item:
                case Gap():
                    yield self._gap(item, layout)
                case Point():
                    yield from self._row(item, layout, scale)
                case Break():
                    yield from self._break(item)
        if scale.log:
            yield self._ruler(scale, layout)
        yield from (Text(note, QUIET) for note in words.notes(series, self.lang))
        if series.caveat:
            yield Text(say(self.lang, "plot.caveat", caveat=series.caveat), QUIET)

    def _layout(self, series: Series) -> _Layout:
        points = list(all_points(series))
        time = max(cell_len(self._time(point)) for point in points) + _GAP
        value = max(cell_len(self._value(point)) for point in points) + _GAP
        room = self.width - time - value
        if room >= _LEAST_BAR:
            return _Layout(time, value, min(room, _MOST_BAR))
        return _Layout(time, None, min(self.width - _INDENT, _MOST_BAR))

    def _time(self, point: Point) -> str:
        """The year, with the part of it that a figure speaks for; of a rival, that it contradicts."""
        said = say(self.lang, "plot.conflict") if point.rival else str(point.year)
        return f"{said} {point.when}".rstrip()

    def _value(self, point: Point) -> str:
        remarks = self._in_brackets(say(self.lang, "comma").join(point.remarks)) if point.remarks else ""
        marks = self.numbering.marks_of(point.sources, _MOST_MARKS)
        return f"{point.written}{remarks} {marks}"

    def _in_brackets(self, text: str) -> str:
        return f" ({text})" if self.lang == "en" else f"（{text}）"

    def _row(self, point: Point, layout: _Layout, scale: Scale) -> Iterator[RenderableType]:
        drawn = bar(point, scale, layout.cells, self.signs)
        self._meet(point, drawn)
        time, value = self._time(point), Text(self._value(point), ALARM if point.rival else "")
        if layout.value is None:
            yield Text.assemble(time, "  ", value)
            yield indented(Text(drawn), _INDENT)
        else:
            before = set_cell_size(time, layout.time), value, " " * (layout.value - value.cell_len)
            yield Text.assemble(*before, drawn, no_wrap=True)

    def _gap(self, gap: Gap, layout: _Layout) -> Text:
        """Years without a figure, as one line."""
        years = words.years(range(gap.first, gap.last + 1), self.lang)
        column = 0 if layout.value is None else layout.time
        padded = set_cell_size(years, max(column, cell_len(years) + _GAP))
        return Text(padded + say(self.lang, "plot.no-figure"), QUIET)

    def _break(self, broken: Break) -> Iterator[RenderableType]:
        """A line across, with its date, and what changed then."""
        said = say(self.lang, "plot.break", time=broken.time)
        rest = self.width - cell_len(said) - 4
        yield Text(f"{self.signs.cut * 2} {said} {self.signs.cut * max(rest, 0)}", STRONG, no_wrap=True)
        yield indented(Text(broken.caveat), _INDENT)

    def _ruler(self, scale: Scale, layout: _Layout) -> Padding:
        """The powers of ten of a logarithmic scale, under the places where they stand."""
        line = ""
        for power in scale.decades():
            value = Decimal(1).scaleb(power)
            if value > scale.high:
                break
            at = round(scale.place(value) * (layout.cells - 2))
            label = wording.scaled(value, self.lang)
            fits = at + 1 + cell_len(label) <= layout.cells
            # where its label would not fit to the right of a line, it stands to the left
            marked, start = (f"|{label}", at) if fits else (f"{label}|", at - cell_len(label))
            if not line or start > cell_len(line):
                line = set_cell_size(line, start) + marked
        column = _INDENT if layout.value is None else layout.time + layout.value
        return indented(Text(line, QUIET, no_wrap=True), column)

    def _meet(self, point: Point, drawn: str) -> None:
        """Note which signs a bar uses, for the legend."""
        self.met |= legend_of(point, drawn, self.signs)

    def _legend(self) -> list[RenderableType]:
        """What the signs mean that occur; none where all bars are plainly reported figures."""
        if set(self.met) <= {"reported"}:
            return []
        table = grid("left", "left")
        for key, meaning in LEGEND.items():
            if key in self.met:
                table.add_row(Text(self.met[key]), Text(say(self.lang, meaning), QUIET))
        return [Text(), table]
