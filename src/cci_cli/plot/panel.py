"""One panel of a picture: one fact over the years of its chart.

Values are turned into heights before they are drawn (logarithms on a logarithmic scale, ranks upside down),
so that the axis itself is a plain one.
"""

from __future__ import annotations

from decimal import Decimal
from math import log10
from typing import TYPE_CHECKING

from cci_cli import wording
from cci_cli.plot import looks, words
from cci_cli.plot.bars import LEGEND_OF_HEDGES, drawn_ends
from cci_cli.plot.captions import Captions
from cci_cli.plot.order import all_points, drawn_breaks
from cci_cli.plot.scale import scale_of
from cci_cli.units import ORDERS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from cci_cli.plot.series import Chart, Point, Series
    from cci_cli.plot.typeset import Typesetter
    from cci_cli.references import Numbering

#: Space between a figure's end and what is written above it, in points; more above a marker or an arrow.
_CLEAR, _CLEAR_OF_MARKER, _CLEAR_OF_ARROW = 3.0, 3.5, 3.5
#: How far an arrow stands from the marker it belongs to, in points.
_ARROW_AWAY = 6.0
#: What a tick and the space beside it take of the room to the left of an axis, in points.
_TICK = 7.0
#: So much beyond the highest figure a tick may stand.
_BEYOND = 0.1
#: How far to the right of its year a contradicting figure stands, in years.
_ASIDE = 0.22
_BREAK_ROW = looks.MARK * looks.LEADING
#: What is written stands on white, so that no line of the grid runs through it.
_GROUND = {"facecolor": "white", "edgecolor": "none", "pad": 0.2}


class Panel:
    """What is written above the bars is measured first, since the axis must leave room for it."""

    def __init__(self, series: Series, chart: Chart, typesetter: Typesetter, numbering: Numbering) -> None:
        self.series, self.years, self.lang = series, chart.years, chart.lang
        self.typesetter = typesetter
        self.scale = scale_of(series)
        self.slot = looks.AXES_WIDTH / (self.years[-1] - self.years[0] + 1.1)
        self.captions = Captions(series, chart.lang, typesetter, self.slot)
        self.stacks = [self.captions.stack(point, numbering) for point in series.points]
        self.breaks = drawn_breaks(series)

    def signs(self) -> set[str]:
        """The signs that a legend must explain."""
        points = list(all_points(self.series))
        met = {looks.kind(each) for each in self.series.points}
        met |= {hedge for each in points if (hedge := _hedge(each))}
        given = {
            "conflict": any(each.rival for each in points),
            "break": bool(self.breaks),
            "gap": len(self.series.points) < len(self.years),
        }
        return met | {key for key, holds in given.items() if holds}

    def draw(self, axes: Axes) -> None:
        """Draw into axes whose height is :data:`looks.AXES_HEIGHT`."""
        self._set_axes(axes)
        for point in self.series.points:
            self._draw_point(axes, point)
            for rival in point.rivals:
                axes.plot([point.year + _ASIDE], [self._height(rival.value)], **looks.RIVAL)
                self._draw_hedge(axes, rival, _ASIDE)
        self._write(axes)
        self._draw_breaks(axes)

    def _height(self, value: Decimal | float) -> float:
        """Where a value stands on the axis."""
        if self.scale.log:
            return log10(max(float(value), self.scale.low))
        return -float(value) if self.series.unit == "rank" else float(value)

    def _tick(self, height: float) -> str:
        """What is written at a tick of the axis."""
        if self.scale.log:
            value = Decimal(1).scaleb(round(height))
        else:
            value = abs(Decimal(round(height))) if self._in_order else Decimal(f"{height:.12g}")
        if self._in_order:
            return wording.amount(int(value), self.series.unit, {}, self.lang)
        return self._fitting(value)

    def _fitting(self, value: Decimal) -> str:
        """An amount at a tick, as short as the room beside the axis needs it.

        Figures with many digits leave a panel without a scale of its own; a tick, which has few, then has
        one. What is too long even so is a power of ten.
        """
        scale = self.captions.scale
        short = words.number(value, scale, self.lang)
        forms = [short, *([] if scale.power else [wording.scaled(value, self.lang)])]
        room = looks.AXES_LEFT - _TICK
        fitting = (each for each in forms if self.typesetter.width(each, looks.FINE) <= room)
        return next(fitting, words.powers(value.scaleb(-scale.power)))

    @property
    def _in_order(self) -> bool:
        return self.series.unit in ORDERS

    def _set_axes(self, axes: Axes) -> None:
        from matplotlib.ticker import MaxNLocator

        low, high, top = self._limits()
        axes.set_xlim(self.years[0] - 0.55, self.years[-1] + 0.55)
        named = self._named_years()
        axes.set_xticks(named, [str(year) for year in named])
        whole = self._in_order or self.scale.log
        ticks = MaxNLocator(4, integer=whole, steps=[1, 2, 2.5, 5, 10]).tick_values(low, top)
        shown = [float(each) for each in ticks if low <= each <= top and (not whole or each == round(each))]
        axes.set_yticks(shown, [self._tick(each) for each in shown])
        axes.set_ylim(low, high)
        axes.grid(axis="y", color=looks.PALE, linewidth=0.5)
        axes.set_axisbelow(True)
        axes.tick_params(labelsize=looks.FINE, length=2.5, width=0.6, colors=looks.GREY)
        axes.tick_params(axis="x", labelsize=looks.SMALL, length=0, labelcolor=looks.INK)
        if self.scale.low < 0:
            axes.axhline(0, color=looks.INK, linewidth=0.8)

    def _named_years(self) -> list[int]:
        """The years that have room to be named: all, or every second, fifth or tenth."""
        room = self.typesetter.width("2000", looks.SMALL) + _CLEAR
        step = next((each for each in (1, 2, 5, 10, 20, 50) if each * self.slot >= room), 100)
        return [year for year in self.years if step == 1 or year % step == 0]

    def _limits(self) -> tuple[float, float, float]:
        """The ends of the axis, with room above for what is written, and the height of the last tick."""
        low, high = sorted((self._height(self.scale.low), self._height(self.scale.high)))
        if self.scale.places or self.scale.low < 0:
            low -= (high - low) * 0.08
        room = looks.AXES_HEIGHT - _BREAK_ROW * len(self._break_rows())
        needed = high
        for point, stack in zip(self.series.points, self.stacks, strict=True):
            tall = self._clear(point) + self.captions.height(stack) + _CLEAR
            needed = max(needed, low + (self._top(point) - low) / max(1 - tall / room, 0.15))
        return low, low + (needed - low) * looks.AXES_HEIGHT / room, high + (high - low) * _BEYOND

    def _draw_point(self, axes: Axes, point: Point) -> None:
        kind, height = looks.kind(point), self._height(point.value)
        if self.scale.places:
            axes.plot([point.year], [height], **looks.PLACE, **looks.PLACES[kind])
        elif point.value:  # of zero there is nothing to draw; a bar's outline would be a line
            axes.bar([point.year], [height], looks.BAR_WIDTH, zorder=2, **looks.BARS[kind])
        self._draw_hedge(axes, point)

    def _draw_hedge(self, axes: Axes, point: Point, aside: float = 0.0) -> None:
        """A whisker as far as the words allow; its end says which way it is open."""
        from matplotlib.transforms import ScaledTranslation

        hedge = _hedge(point)
        if hedge is None:
            return
        low, high = (self._height(each) for each in drawn_ends(point))
        axes.plot([point.year + aside] * 2, [low, high], **looks.HEDGE)
        marked = {"over": [high], "nearly": [low]}.get(hedge, [low, high])
        # beside a marker an arrow stands clear of it
        away = {"over": _ARROW_AWAY, "nearly": -_ARROW_AWAY}.get(hedge, 0.0)
        beside = self.scale.places or point.rival
        clear = ScaledTranslation(0, away / 72 if beside else 0, axes.figure.dpi_scale_trans)
        look = looks.HEDGE_MARKER | looks.HEDGE_MARKERS[hedge]
        axes.plot([point.year + aside] * len(marked), marked, transform=axes.transData + clear, **look)

    def _top(self, point: Point) -> float:
        """The height that anything of a point reaches, with what contradicts it."""
        reached = [end for each in (point, *point.rivals) for end in (*drawn_ends(each), Decimal(each.value))]
        base = [] if self.scale.places else [0.0]
        return max([*base, *(self._height(each) for each in reached)])

    def _clear(self, point: Point) -> float:
        """How far above a point's top its stack begins."""
        marker = _CLEAR_OF_MARKER if self.scale.places or point.rivals else 0.0
        arrow = _CLEAR_OF_ARROW if "over" in map(_hedge, (point, *point.rivals)) else 0.0
        return _CLEAR + marker + arrow * (2 if self.scale.places or point.rivals else 1)

    def _write(self, axes: Axes) -> None:
        turned = 90 if self.captions.turned else 0
        for point, stack in zip(self.series.points, self.stacks, strict=True):
            up = self._clear(point)
            for line in stack:
                axes.annotate(
                    line.text, (point.year, self._top(point)), (0, up), textcoords="offset points",
                    ha="center", va="bottom", fontsize=line.size, color=line.color, rotation=turned,
                    annotation_clip=False, zorder=6, bbox=_GROUND,
                )  # fmt: skip
                up += line.size * looks.LEADING

    def _break_rows(self) -> list[list[int]]:
        """The breaks by the row that each is named in, above the bars; names of one row do not meet."""
        rows: list[list[int]] = []
        for number, (each, place) in enumerate(self.breaks):
            name = self.typesetter.width(self.captions.break_name(each), looks.MARK) * 2 + 4 * _CLEAR
            for row in rows:
                if (place - self.breaks[row[-1]][1]) * self.slot > name:
                    row.append(number)
                    break
            else:
                rows.append([number])
        return rows

    def _draw_breaks(self, axes: Axes) -> None:
        middle = (self.years[0] + self.years[-1]) / 2
        for row, numbers in enumerate(self._break_rows()):
            for number in numbers:
                each, place = self.breaks[number]
                axes.axvline(place, **looks.BREAK)
                side = -1 if place > middle else 1
                axes.annotate(
                    self.captions.break_name(each), (place, 1), (_CLEAR * side, -_BREAK_ROW * row),
                    xycoords=("data", "axes fraction"), textcoords="offset points",
                    ha="left" if side > 0 else "right", va="top", fontsize=looks.MARK, zorder=6, bbox=_GROUND,
                )  # fmt: skip


def _hedge(point: Point) -> str | None:
    """What a figure's whisker says, as the legend names it; None where it has none.

    Of a fall an arrow would say the contrary: "over -12.5%" is open downwards.
    """
    if point.qualifier != "exact":
        return LEGEND_OF_HEDGES[point.qualifier] if point.value >= 0 else "allowed"
    return None if point.upper is None else "allowed"
