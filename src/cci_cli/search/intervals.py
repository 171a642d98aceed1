"""The figures of an observation as rows: the values it can mean, and by what they are found."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cci_cli import derive, quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.model import Fact, Number
    from cci_cli.quantities import Interval

#: Size, ends, value, unit, document, observation, whether it is a growth, and how well it stands: see STANDS.
Row = tuple[int, float, float, float, str | None, int, str, bool, int]
#: A figure that was reported stands before one that is implied, and that before a deprecated one.
REPORTED, IMPLIED, DEPRECATED = 0, 1, 2


def figure_rows(fact: Fact, doc: int) -> Iterator[Row]:
    """The rows of a fact's figures, its growths among them."""
    for each in fact.observations:
        stands = (
            DEPRECATED if each.rank == "deprecated" else IMPLIED if each.status == "implied" else REPORTED
        )
        if each.value is not None and (meant := derive.interval(each)):
            yield *_sized(each.value, meant), fact.unit, doc, each.id, False, stands
            if each.upper is not None:
                yield *_sized(each.upper, meant), fact.unit, doc, each.id, False, stands
        if each.growth is not None:
            place = min(quantities.step_place(each.growth), 0)
            meant = quantities.interval(each.growth, each.growth_qualifier, place=place)
            yield *_sized(each.growth, meant), "%", doc, each.id, True, stands


def _sized(value: Number, meant: Interval) -> tuple[int, float, float, float]:
    """The size of an interval as a power of ten, its ends, and the value as it was written.

    An end that is open is taken one step from the value: who saw "at least 100" asks for 100. Falls are kept
    by their size: who saw "down 3.5 percent" asks for 3.5 percent.
    """
    if not (meant.low.is_finite() and meant.high.is_finite()):
        meant = quantities.interval(value, "about")
    low, high = sorted((abs(float(meant.low)), abs(float(meant.high))))
    if meant.low < 0 < meant.high:
        low = 0.0
    return width(low, high), low, high, abs(float(value))


def width(low: float, high: float) -> int:
    """The size of an interval, as a power of ten."""
    return math.ceil(math.log10(high - low)) if high > low else -6
