"""How a picture looks: sizes in points, colours, and what each kind of figure is drawn as.

The colours are of Okabe and Ito's palette, which the colour-blind tell apart; each kind of figure has an
outline, a filling or a shape of its own too, so that a print in grey says the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cci_cli.plot.series import Point

#: The width of a column of text on A4, in points: 170 millimetres.
WIDTH = 482.0
TITLE, LABEL, SMALL, FINE, MARK = 12.0, 9.0, 7.0, 6.5, 5.5
#: A line is so many times as high as its type.
LEADING = 1.3
AXES_HEIGHT, AXES_LEFT, AXES_RIGHT, YEARS_HEIGHT = 104.0, 44.0, 4.0, 14.0
AXES_WIDTH = WIDTH - AXES_LEFT - AXES_RIGHT
BETWEEN_PANELS = 12.0
DOTS_AN_INCH = 200

INK, GREY, PALE, BLUE, LIGHT, VERMILION = "#222222", "#555555", "#dddddd", "#0072b2", "#cfe3f1", "#b34a00"
BAR_WIDTH = 0.62

#: The library's settings, whatever a user's own file of settings says.
SETTINGS: dict[str, Any] = {
    "text.parse_math": False,  # a dollar sign in a text is a dollar sign
    "text.usetex": False,
    "axes.unicode_minus": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": GREY,
    "axes.linewidth": 0.6,
    "hatch.linewidth": 0.7,
    "svg.fonttype": "none",
    "svg.hashsalt": "cci",
    "pdf.fonttype": 3,
    "text.color": INK,
}


def kind(point: Point) -> str:
    """What a figure is, as the legend names it."""
    if point.implied:
        return "implied-partial" if point.partial else "implied"
    return "partial" if point.partial else "reported"


_DASHED = (0, (3, 1.5))
#: How a bar is filled and outlined, by the kind of its figure.
BARS: dict[str, dict[str, Any]] = {
    "reported": {"facecolor": BLUE, "edgecolor": BLUE, "linewidth": 0.8},
    "implied": {"facecolor": "white", "edgecolor": BLUE, "linewidth": 1.0, "linestyle": _DASHED},
    "partial": {"facecolor": LIGHT, "edgecolor": BLUE, "linewidth": 0.8, "hatch": "/////"},
    "implied-partial": {
        "facecolor": "white", "edgecolor": BLUE, "linewidth": 1.0, "linestyle": _DASHED, "hatch": "/////",
    },
}  # fmt: skip
#: How a place on a logarithmic scale or in an order is marked.
PLACES: dict[str, dict[str, Any]] = {
    "reported": {"marker": "o", "fillstyle": "full"},
    "implied": {"marker": "o", "fillstyle": "none"},
    "partial": {"marker": "s", "fillstyle": "left"},
    "implied-partial": {"marker": "s", "fillstyle": "none"},
}
PLACE: dict[str, Any] = {
    "color": BLUE, "markersize": 6, "markeredgewidth": 1.1, "markerfacecoloralt": "white",
    "linestyle": "none", "zorder": 4,
}  # fmt: skip
RIVAL: dict[str, Any] = {
    "color": VERMILION, "marker": "D", "markersize": 4.5, "markerfacecolor": "white", "linestyle": "none",
    "zorder": 6,
}  # fmt: skip
BREAK: dict[str, Any] = {"color": INK, "linewidth": 1.0, "linestyle": (0, (5, 3)), "zorder": 5}
HEDGE: dict[str, Any] = {"color": INK, "linewidth": 0.9, "zorder": 3}
#: The sign at the end of what a hedge allows, by the name of its message.
HEDGE_MARKERS: dict[str, dict[str, Any]] = {
    "over": {"marker": "^", "markersize": 4.5},
    "nearly": {"marker": "v", "markersize": 4.5},
    "about": {"marker": "_", "markersize": 10},
    "allowed": {"marker": "_", "markersize": 10},
}
HEDGE_MARKER: dict[str, Any] = {"color": INK, "markerfacecolor": "white", "linestyle": "none", "zorder": 5}
