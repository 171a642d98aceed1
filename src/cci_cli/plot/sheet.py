"""A page that grows downwards, in points from its top, until its height is known and it can be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cci_cli.plot import looks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    from cci_cli.plot.panel import Panel
    from cci_cli.plot.typeset import Typesetter

    Explained = tuple[tuple[Artist, ...], str]

_MARGIN = 8.0
_LEGEND_LINE = looks.FINE * 1.6
_LEGEND_COLUMNS = 2


class Sheet:
    """Texts, panels and a legend, each with the distance of its top from the page's top."""

    def __init__(self, typesetter: Typesetter) -> None:
        self.typesetter = typesetter
        self.height = 0.0
        self._texts: list[tuple[float, str, dict[str, Any]]] = []
        self._panels: list[tuple[float, Panel]] = []
        self._legend: tuple[float, Sequence[Explained]] | None = None

    def write(self, text: str, size: float, color: str = looks.INK, *, bold: bool = False) -> None:
        """A paragraph over the whole width."""
        look = {"fontsize": size, "color": color, "fontweight": "bold" if bold else "normal"}
        for line in self.typesetter.wrapped(text, size, looks.WIDTH, bold=bold):
            self._texts.append((self.height, line, look))
            self.height += size * looks.LEADING

    def leave(self, space: float) -> None:
        """Space."""
        self.height += space

    def place(self, panel: Panel) -> None:
        """A panel's axes, with the years beneath."""
        self._panels.append((self.height, panel))
        self.height += looks.AXES_HEIGHT + looks.YEARS_HEIGHT

    def explain(self, signs: Sequence[Explained]) -> None:
        """A legend: signs, those of one meaning side by side, with their meanings."""
        self._legend = (self.height, signs)
        self.height += -(-len(signs) // _LEGEND_COLUMNS) * _LEGEND_LINE

    def figure(self) -> Figure:
        """The page as a figure of its size."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
        from matplotlib.legend_handler import HandlerTuple

        wide, tall = looks.WIDTH + 2 * _MARGIN, self.height + 2 * _MARGIN
        drawing = Figure(figsize=(wide / 72, tall / 72))
        FigureCanvasAgg(drawing)
        left = _MARGIN / wide

        def down(points: float) -> float:
            return 1 - (points + _MARGIN) / tall

        for top, text, look in self._texts:
            drawing.text(left, down(top), text, va="top", **look)
        for top, panel in self._panels:
            place = (
                (_MARGIN + looks.AXES_LEFT) / wide, down(top + looks.AXES_HEIGHT),
                looks.AXES_WIDTH / wide, looks.AXES_HEIGHT / tall,
            )  # fmt: skip
            panel.draw(drawing.add_axes(place))
        if self._legend:
            top, explained = self._legend
            signs: Any = [sign for sign, _ in explained]
            drawing.legend(
                signs, [meaning for _, meaning in explained],
                handler_map={tuple: HandlerTuple(ndivide=None, pad=1)},
                loc="upper left", bbox_to_anchor=(left, down(top)),
                borderaxespad=0, borderpad=0,
                ncols=_LEGEND_COLUMNS, fontsize=looks.FINE, frameon=False, labelspacing=0.5, handlelength=2.2,
            )  # fmt: skip
        return drawing
