"""Text of a picture, measured in points with the fonts that it is drawn in, and broken into lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.plot.fonts import Fonts

#: What may stand alone on a line: a Chinese sign or a word, with the closing signs that may not begin one.
_CHINESE = "\u2e80-\u2fff\u3021-\u9fff\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_OPENING, _CLOSING = "（《“‘「", "，。、；：！？）》”’」"
_PIECES = re.compile(rf"[{_OPENING}]*(?:[{_CHINESE}]|[^ {_CHINESE}{_OPENING}{_CLOSING}]+)?[{_CLOSING}]*| +")
#: What a character that no font here has is taken to measure: as much as it is high.
_STAND_IN = "M"
_PIXELS_A_POINT = 10


class Typesetter:
    """Measures and breaks texts in some fonts."""

    def __init__(self, fonts: Fonts) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.fonts = fonts
        # a coarse raster would round each letter's width: a tenth of a point is fine enough
        canvas: Any = FigureCanvasAgg(Figure(dpi=72 * _PIXELS_A_POINT))
        self._renderer = canvas.get_renderer()

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide a line of text is, in points."""
        from matplotlib.font_manager import FontProperties

        family = list(self.fonts.names)
        font = FontProperties(family=family, size=size, weight="bold" if bold else "normal")
        known = "".join(_STAND_IN if each in self.fonts.lacking else each for each in text)
        width: float = self._renderer.get_text_width_height_descent(known, font, ismath=False)[0]
        return width / _PIXELS_A_POINT

    def wrapped(self, text: str, size: float, most: float, *, bold: bool = False) -> list[str]:
        """A text as lines not wider than so many points; a single word may be."""
        return [line.strip() for line in self._lines(text, size, most, bold=bold)]

    def _lines(self, text: str, size: float, most: float, *, bold: bool) -> Iterator[str]:
        line = ""
        for piece in _PIECES.findall(text):
            if line.strip() and self.width((line + piece).rstrip(), size, bold=bold) > most:
                yield line
                line = ""
            line += piece
        yield line
