"""The signs that drawings of a page are made of. Each has a shape or an outline of its own.

Places and lengths are in CSS pixels from the upper left corner. How a sign looks is told by its class, in
``page.css``: those of figures are the kinds that :func:`cci_cli.plot.looks.kind` names.
"""

from __future__ import annotations

from cci_cli.exports.html.markup import Html, element
from cci_cli.plot.bars import LEGEND_OF_HEDGES

#: What stands above a figure that is hedged, drawn from the middle of the figure's upper end.
_HEDGES = {
    "over": "m-4 -3h8l-4 -6z",
    "nearly": "m-4 -9h8l-4 6z",
    "about": "m-5 -4q2.5 -4 5 -1t5 -1",
}


def bar(kind: str, x: float, width: float, base: float, end: float) -> Html:
    """A figure as a length; one too small to be seen is a line."""
    height = max(abs(base - end), 1)
    left, top = number(x - width / 2), number(min(base, end) if base != end else base - 1)
    return element("rect", class_=kind, x=left, y=top, width=number(width), height=number(height))


def place(kind: str, x: float, y: float) -> Html:
    """A figure as a place."""
    return element("circle", class_=kind, cx=number(x), cy=number(y), r="4")


def hedge(qualifier: str, x: float, y: float) -> Html:
    """The sign of a hedge above a figure; nothing for an exact one."""
    named = LEGEND_OF_HEDGES.get(qualifier)
    if named is None:
        return Html()
    return element("path", class_=f"hedge {named}", d=f"M{number(x)} {number(y)}{_HEDGES[named]}")


def reach(x: float, low: float, high: float) -> Html:
    """How far a figure may be, a line."""
    return element("path", class_="reach", d=f"M{number(x)} {number(low)}V{number(high)}")


def rival(x: float, y: float) -> Html:
    """A figure of another source that contradicts."""
    return element("path", class_="rival", d=f"M{number(x)} {number(y - 5)}l5 5l-5 5l-5 -5z")


def parting(x: float, top: float, foot: float) -> Html:
    """A break, across which nothing is compared."""
    return element("path", class_="break", d=f"M{number(x)} {number(top)}V{number(foot)}")


def level(kind: str, left: float, right: float, y: float) -> Html:
    """A line from left to right."""
    return element("path", class_=kind, d=f"M{number(left)} {number(y)}H{number(right)}")


def year(named: int, x: float, y: float) -> Html:
    """A year beneath its figure."""
    return element("text", f"{named:04d}", x=number(x), y=number(y))


def number(value: float) -> str:
    """A place or a length to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")
