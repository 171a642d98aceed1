"""One panel of a picture: one fact over the years of its chart."""

from __future__ import annotations

from decimal import Decimal
from math import log10
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.messages import say
from cci_cli.plot import looks, words
from cci_cli.plot.bars import LEGEND_OF_HEDGES, drawn_ends
from cci_cli.plot.order import all_points, drawn_breaks
from cci_cli.plot.scale import scale_of
from cci_cli.plot.series import ORDERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from cci_cli.plot.series import Chart, Point, Series
    from cci_cli.plot.typeset import Typesetter
    from cci_cli.references import Numbering

#: Space between a bar's end and what is written above it, in points.
_CLEAR = 3.0
#: The least type that numbers above bars are set in; if that is too wide, they are turned.
_LEAST_TYPE = 5.5
_BREAK_ROW = looks.MARK * looks.LEADING


class Line(NamedTuple):
    """A line written above a bar."""

    text: str
    size: float
    color: str


class Panel:
    """What is written above the bars is measured first, since the axis must leave room for it."""

    def __init__(self, series: Series, chart: Chart, typesetter: Typesetter, numbering: Numbering) -> None:
        self.series, self.chart, self.lang = series, chart, chart.lang
        self.typesetter, self.numbering = typesetter, numbering
        self.scale = scale_of(series)
        self.words = words.common_scale([each.value for each in all_points(series)], self.lang)
        self.slot = looks.AXES_WIDTH / (len(chart.years) + 0.1)
        numbers = [words.short_value(each, series, self.words, self.lang) for each in series.points]
        longest = max((word for each in numbers for word in each.split()), key=len)
        fitting = (looks.SMALL, (looks.SMALL + _LEAST_TYPE) / 2, _LEAST_TYPE)
        self.size = next((s for s in fitting if typesetter.width(longest, s) <= self.slot * 0.96), None)
        self.stacks = [self._stack(point) for point in series.points]
        self.breaks = drawn_breaks(series, chart.years[0], chart.years[-1])

    @property
    def turned(self) -> bool:
        """Whether what is written above the bars is turned, since the bars stand too close."""
        return self.size is None

    def subtitle(self) -> str:
        """Unit, kind and scale in words."""
        unit = words.scaled_unit(self.series.unit, self.series.unit_name, self.words, self.lang)
        if self.series.unit in ORDERS:
            unit = say(self.lang, "plot.order")
        said = [unit, say(self.lang, self.series.kind)]
        if self.scale.log:
            said.append(say(self.lang, "plot.log"))
        return ("; " if self.lang == "en" else "；").join(each for each in said if each)

    def _stack(self, point: Point) -> list[Line]:
        """What is written above a bar, from its end upwards."""
        value = words.short_value(point, self.series, self.words, self.lang)
        marks = self.numbering.marks_of(point.sources, 2)
        rivals = [
            f"◇ {words.short_value(each, self.series, self.words, self.lang)} "
            f"{self.numbering.marks_of(each.sources, 1)}"
            for each in point.rivals
        ]
        lines = [Line(each, looks.MARK, looks.VERMILION) for each in rivals]
        lines += [Line(marks, looks.MARK, looks.GREY), Line(value, self.size or _LEAST_TYPE, looks.INK)]
        if point.when:
            lines.append(Line(point.when, looks.MARK, looks.GREY))
        if self.turned:
            return [Line("  ".join(line.text for line in reversed(lines)), _LEAST_TYPE, looks.INK)]
        return [
            line._replace(text=text)
            for line in lines
            for text in reversed(self.typesetter.wrapped(line.text, line.size, self.slot * 0.98))
        ]

    def signs(self) -> set[str]:
        """The signs that a legend must explain."""
        points = list(all_points(self.series))
        met = {looks.kind(each) for each in self.series.points}
        met |= {hedge for each in points if (hedge := _hedge(each))}
        given = {
            "conflict-legend": any(each.rival for each in points),
            "break-legend": bool(self.breaks),
            "gap-legend": len(self.series.points) < len(self.chart.years),
        }
        return met | {key for key, holds in given.items() if holds}

    def draw(self, axes: Axes) -> None:
        """Draw into axes whose height is :data:`looks.AXES_HEIGHT`."""
        self._set_axes(axes)
        for point, stack in zip(self.series.points, self.stacks, strict=True):
            self._draw_point(axes, point)
            for rival in point.rivals:
                axes.plot([point.year], [float(rival.value)], **looks.RIVAL)
                self._draw_hedge(axes, rival)
            self._write(axes, point, stack)
        self._draw_breaks(axes)

    def _set_axes(self, axes: Axes) -> None:
        from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, MaxNLocator, NullLocator

        years, scale = self.chart.years, self.scale
        axes.set_xlim(years[0] - 0.55, years[-1] + 0.55)
        axes.xaxis.set_major_locator(FixedLocator([float(each) for each in years]))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda at, _: f"{at:.0f}"))
        if scale.log:
            axes.set_yscale("log")
            axes.yaxis.set_minor_locator(NullLocator())
        in_order = self.series.unit in ORDERS
        axes.yaxis.set_major_locator(
            LogLocator(10) if scale.log else MaxNLocator(4, integer=in_order, steps=[1, 2, 2.5, 5, 10])
        )
        axes.yaxis.set_major_formatter(FuncFormatter(self._tick))
        axes.set_ylim(*self._limits())
        axes.grid(axis="y", color=looks.PALE, linewidth=0.5)
        axes.set_axisbelow(True)
        axes.tick_params(labelsize=looks.FINE, length=2.5, width=0.6, colors=looks.GREY)
        axes.tick_params(axis="x", labelsize=looks.SMALL, length=0, labelcolor=looks.INK)
        if scale.low < 0:
            axes.axhline(0, color=looks.INK, linewidth=0.8)

    def _limits(self) -> tuple[float, float]:
        """The ends of the axis, with room for what is written above the highest bars."""
        scale = self.scale
        low, high = (log10(scale.low), log10(scale.high)) if scale.log else (scale.low, scale.high)
        low -= (high - low) * 0.06 if scale.places or scale.low < 0 else 0
        top = looks.AXES_HEIGHT - _BREAK_ROW * len(self._break_rows())
        needed = [
            self._needed(point, stack, low, top)
            for point, stack in zip(self.series.points, self.stacks, strict=True)
        ]
        high = max([high, *needed])
        high = low + (high - low) * looks.AXES_HEIGHT / top
        return (10**low, 10**high) if scale.log else (low, high)

    def _needed(self, point: Point, stack: Sequence[Line], low: float, height: float) -> float:
        """Where an axis of some height must end for a point to have its stack above it."""
        tall = _CLEAR * 2 + self._height(stack)
        end = self._top(point)
        end = log10(end) if self.scale.log else end
        return low + (end - low) / max(1 - tall / height, 0.2)

    def _height(self, stack: Sequence[Line]) -> float:
        if self.turned:
            return max(self.typesetter.width(line.text, line.size) for line in stack)
        return sum(line.size * looks.LEADING for line in stack)

    @staticmethod
    def _top(point: Point) -> float:
        """The highest that anything of a point reaches, with what contradicts it."""
        reached = [drawn_ends(each)[1] for each in (point, *point.rivals)]
        return float(max(Decimal(0) if point.value < 0 else Decimal(point.value), *reached))

    def _tick(self, at: float, _: int) -> str:
        return words.number(Decimal(f"{at:.12g}"), self.words, self.lang)

    def _draw_point(self, axes: Axes, point: Point) -> None:
        kind = looks.kind(point)
        if self.scale.places:
            axes.plot([point.year], [float(point.value)], **looks.PLACE, **looks.PLACES[kind])
        else:
            axes.bar([point.year], [float(point.value)], looks.BAR_WIDTH, zorder=2, **looks.BARS[kind])
        self._draw_hedge(axes, point)

    def _draw_hedge(self, axes: Axes, point: Point) -> None:
        """A whisker as far as the words allow; its end says which way it is open."""
        hedge = _hedge(point)
        if hedge is None:
            return
        low, high = (float(each) for each in drawn_ends(point))
        if self.scale.log:
            low = max(low, self.scale.low)
        axes.plot([point.year] * 2, [low, high], **looks.HEDGE)
        marked = {"over": [high], "nearly": [low]}.get(hedge, [low, high])
        marker = looks.HEDGE_MARKERS[hedge]
        axes.plot([point.year] * len(marked), marked, marker=marker, **looks.HEDGE_MARKER)

    def _write(self, axes: Axes, point: Point, stack: Sequence[Line]) -> None:
        up = _CLEAR
        for line in stack:
            axes.annotate(
                line.text, (point.year, self._top(point)), (0, up), textcoords="offset points",
                ha="center", va="bottom", fontsize=line.size, color=line.color,
                rotation=90 if self.turned else 0, annotation_clip=False, zorder=6,
            )  # fmt: skip
            up += line.size * looks.LEADING

    def _break_rows(self) -> list[list[int]]:
        """The breaks by the row that each is named in, above the bars; names of one row do not meet."""
        rows: list[list[int]] = []
        for number, (each, place) in enumerate(self.breaks):
            name = self.typesetter.width(self._break_name(each.time), looks.MARK) + 2 * _CLEAR
            for row in rows:
                if (place - self.breaks[row[-1]][1]) * self.slot > name:
                    row.append(number)
                    break
            else:
                rows.append([number])
        return rows

    def _break_name(self, time: str) -> str:
        return say(self.lang, "plot.break", time=time)

    def _draw_breaks(self, axes: Axes) -> None:
        middle = (self.chart.years[0] + self.chart.years[-1]) / 2
        for row, numbers in enumerate(self._break_rows()):
            for number in numbers:
                each, place = self.breaks[number]
                axes.axvline(place, **looks.BREAK)
                side = -1 if place > middle else 1
                axes.annotate(
                    self._break_name(each.time), (place, 1), (_CLEAR * side, -_BREAK_ROW * row),
                    xycoords=("data", "axes fraction"), textcoords="offset points",
                    ha="left" if side > 0 else "right", va="top", fontsize=looks.MARK, zorder=6,
                )  # fmt: skip

    def notes(self) -> list[str]:
        """What is said beneath: breaks with what changed, and the caveat."""
        colon = ": " if self.lang == "en" else "："
        said = [f"{self._break_name(each.time)}{colon}{each.caveat}" for each, _ in self.breaks]
        if self.series.caveat:
            said.append(say(self.lang, "plot.caveat", caveat=self.series.caveat))
        return said


def _hedge(point: Point) -> str | None:
    """What a figure's whisker says, as the legend names it; None where it has none."""
    if point.qualifier != "exact":
        return LEGEND_OF_HEDGES[point.qualifier]
    return None if point.upper is None else "allowed"
