"""What is written in a panel: beneath its label, above its bars, and beneath its years."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli.messages import say
from cci_cli.plot import looks, words
from cci_cli.plot.order import all_points
from cci_cli.plot.scale import scale_of
from cci_cli.units import ORDERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cci_cli.plot.series import Break, Point, Series
    from cci_cli.plot.typeset import Typesetter
    from cci_cli.references import Numbering

#: The least type that numbers above bars are set in; if that is too wide, they are turned.
_LEAST_TYPE = 5.5
#: So many sources are numbered above a bar; more are counted.
_MOST_MARKS = 2


class Line(NamedTuple):
    """A line written above a bar."""

    text: str
    size: float
    color: str


class Captions:
    """The texts of one panel, whose bars stand ``slot`` points apart."""

    def __init__(self, series: Series, lang: str, typesetter: Typesetter, slot: float) -> None:
        self.series, self.lang, self.typesetter, self.slot = series, lang, typesetter, slot
        self.scale = words.common_scale([each.value for each in all_points(series)], lang)
        longest = max((word for each in series.points for word in self._value(each).split()), key=len)
        sizes = (looks.SMALL, (looks.SMALL + _LEAST_TYPE) / 2, _LEAST_TYPE)
        fitting = (size for size in sizes if typesetter.width(longest, size) <= slot * 0.96)
        self._size = next(fitting, None)

    @property
    def turned(self) -> bool:
        """Whether what is written above the bars is turned, since they stand too close."""
        return self._size is None

    def subtitle(self) -> str:
        """Unit, kind and scale in words."""
        unit = words.scaled_unit(self.series.unit, self.series.unit_name, self.scale, self.lang)
        if self.series.unit in ORDERS:
            unit = say(self.lang, "plot.rank" if self.series.unit == "rank" else "plot.order")
        said = [unit, say(self.lang, self.series.kind)]
        if scale_of(self.series).log:
            said.append(say(self.lang, "plot.log"))
        return ("; " if self.lang == "en" else "；").join(each for each in said if each)

    def stack(self, point: Point, numbering: Numbering) -> list[Line]:
        """What is written above a bar, from its end upwards: rivals, sources, value, doubts, time."""
        rivals = [
            f"◇ {self._value(each)}{self._doubts(each.remarks)} {numbering.marks_of(each.sources, 1)}"
            for each in point.rivals
        ]
        implied = say(self.lang, "mark-implied")  # of a bar the outline says it
        doubts = [each for each in (*point.remarks, point.when) if each and each != implied]
        lines = [
            *(Line(each, looks.MARK, looks.VERMILION) for each in rivals),
            Line(numbering.marks_of(point.sources, _MOST_MARKS), looks.MARK, looks.GREY),
            Line(self._value(point), self._size or _LEAST_TYPE, looks.INK),
            *(Line(each, looks.MARK, looks.GREY) for each in doubts),
        ]
        if self.turned:
            return [Line("  ".join(line.text for line in reversed(lines)), _LEAST_TYPE, looks.INK)]
        return [
            line._replace(text=text)
            for line in lines
            for text in reversed(self.typesetter.wrapped(line.text, line.size, self.slot * 0.98))
        ]

    def _value(self, point: Point) -> str:
        return words.short_value(point, self.series, self.scale, self.lang)

    def _doubts(self, remarks: Sequence[str]) -> str:
        doubts = say(self.lang, "comma").join(remarks)
        return "" if not doubts else f" ({doubts})" if self.lang == "en" else f"（{doubts}）"

    def height(self, stack: Sequence[Line]) -> float:
        """How high a stack is, in points."""
        if self.turned:
            return max(self.typesetter.width(line.text, line.size) for line in stack)
        return sum(line.size * looks.LEADING for line in stack)

    def break_name(self, broken: Break) -> str:
        """What a break is called where its line is drawn."""
        return say(self.lang, "plot.break", time=broken.time)

    def notes(self) -> list[str]:
        """What is said beneath: breaks with what changed, notes on figures, and the caveat."""
        colon = ": " if self.lang == "en" else "："
        said = [f"{self.break_name(each)}{colon}{each.caveat}" for each in self.series.breaks]
        said += words.notes(self.series, self.lang)
        if self.series.caveat:
            said.append(say(self.lang, "plot.caveat", caveat=self.series.caveat))
        return said
