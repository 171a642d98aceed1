"""Bars of signs, a line each: as far as a figure is certain, then as far as its words allow.

The signs are Braille patterns, since Unicode gives them one width everywhere; block elements, which such
bars are commonly drawn with, are two columns wide in many Chinese terminals. Plain ASCII says the same.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.plot.scale import ends

if TYPE_CHECKING:
    from cci_cli.plot.scale import Scale
    from cci_cli.plot.series import Point

#: The sign at a bar's end by the hedge of its figure, which stands in words beside it too.
HEDGES = {"over": ">", "at-least": ">", "nearly": "<", "at-most": "<", "about": "~"}
#: The signs that a legend explains, in its order, with the messages that do.
LEGEND = {
    "reported": "plot.reported",
    "implied": "plot.implied",
    "partial": "plot.partial",
    "implied-partial": "plot.implied-partial",
    "allowed": "plot.allowed",
    "over": "plot.over",
    "nearly": "plot.nearly",
    "about": "plot.about",
}
#: The name of a hedge's sign in a legend, by its qualifier.
LEGEND_OF_HEDGES = {
    "over": "over", "at-least": "over", "nearly": "nearly", "at-most": "nearly", "about": "about",
}  # fmt: skip
_BRAILLE, _LEFT_DOTS = 0x2800, 0x47


class Signs(NamedTuple):
    """What bars are drawn with. ``halves`` says that a sign of these has a left half."""

    reported: str
    implied: str
    partial: str
    implied_partial: str
    allowed: str
    lead: str
    cut: str
    halves: bool

    def of(self, point: Point) -> str:
        """The sign that says what kind of figure a point is."""
        if point.implied:
            return self.implied_partial if point.partial else self.implied
        return self.partial if point.partial else self.reported


UNICODE = Signs("⣿", "⣉", "⢕", "⠭", "⠒", "⠐", "╌", halves=True)
ASCII = Signs("#", "=", "/", ":", "-", ".", "-", halves=False)


def signs_for(encoding: str | None, *, plain: bool) -> Signs:
    """The signs that an encoding can carry, or with ``plain`` those that every one can."""
    try:
        "".join(each for each in UNICODE if isinstance(each, str)).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return ASCII if plain else UNICODE


def bar(point: Point, scale: Scale, cells: int, signs: Signs) -> str:
    """A figure as a bar in so many cells, its hedge at its end; not longer than that, and never empty."""
    end = HEDGES.get(point.qualifier, "")
    room = cells - 1
    if scale.places:
        return _mark(point, scale, room, signs) + end
    if scale.low < 0:
        return _either_way(point, scale, cells - 3, signs, end)
    low, high = drawn_ends(point)
    solid = _solid(scale.place(low) * room, signs.of(point), signs)
    if point.value and not solid:
        solid = signs.of(point)
    return solid + signs.allowed * (round(scale.place(high) * room) - len(solid)) + end


def legend_of(point: Point, drawn: str, signs: Signs) -> dict[str, str]:
    """The signs that a bar uses, by the names of what they mean."""
    kind = "-".join(name for name, holds in (("implied", point.implied), ("partial", point.partial)) if holds)
    met = {kind or "reported": signs.of(point) * 2}
    if signs.allowed in drawn:
        met["allowed"] = signs.allowed * 2
    if point.qualifier in HEDGES:
        met[LEGEND_OF_HEDGES[point.qualifier]] = HEDGES[point.qualifier]
    return met


def drawn_ends(point: Point) -> tuple[Decimal, Decimal]:
    """From where a bar is certain to where its words allow it; an exact figure's rounding is not drawn."""
    if point.qualifier == "exact":
        value = Decimal(point.value)
        return value, Decimal(value if point.upper is None else point.upper)
    return ends(point)


def _solid(length: float, sign: str, signs: Signs) -> str:
    """So many cells of a sign, to half a cell where the sign has a half."""
    halves = round(length * 2) if signs.halves else 2 * round(length)
    half = chr(_BRAILLE + ((ord(sign) - _BRAILLE) & _LEFT_DOTS)) if halves % 2 else ""
    return sign * (halves // 2) + half


def _mark(point: Point, scale: Scale, room: int, signs: Signs) -> str:
    """A figure as a place: dots that lead the eye to a sign."""
    low, high = (round(scale.place(each) * (room - 1)) for each in drawn_ends(point))
    at = round(scale.place(point.value) * (room - 1))
    line = [signs.lead] * low + [signs.allowed] * (high - low + 1)
    line[at] = signs.of(point)
    return "".join(line)


def _either_way(point: Point, scale: Scale, room: int, signs: Signs, end: str) -> str:
    """A bar to the left or right of a line that stands for zero."""
    # neither side is without a cell, and rounding may not push a bar out of those it has
    zero = min(max(round(scale.place(0) * room), 1), room - 1)
    side = zero if point.value < 0 else room - zero
    low, high = sorted(drawn_ends(point), key=abs)
    sure, wide = (min(round(abs(scale.place(each) - scale.place(0)) * room), side) for each in (low, high))
    drawn = (signs.of(point) * max(sure, 1 if point.value else 0)).ljust(wide, signs.allowed)
    if point.value < 0:
        return (end + drawn[::-1]).rjust(zero + 1) + "|"
    return " " * (zero + 1) + "|" + drawn + end
