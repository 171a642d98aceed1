"""Charts as files: what is written for each of the endings that there are.

A file is the same each time the same is drawn: no date is written into it. SVG keeps its text as text, so
that it can be searched, copied, read aloud and edited, and names fonts of every system; PNG and PDF carry
the looks of the letters themselves.
"""

from __future__ import annotations

import io
import logging
import warnings
from typing import TYPE_CHECKING, Any

from cci_cli.plot import looks
from cci_cli.plot.figure import figure, texts
from cci_cli.plot.fonts import families, fonts_for
from cci_cli.plot.typeset import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from cci_cli.plot.fonts import Fonts
    from cci_cli.plot.series import Chart

#: A picture of more panels is higher than a page; a PDF has pages.
MOST_PANELS, PANELS_A_PAGE = 6, 4
_CREATOR = "cci"


class NoLibrary(Exception):
    """The library that draws pictures is not installed."""


class NoFont(Exception):
    """No installed font has the characters of ``args[0]``."""


def drawn(chart: Chart, ending: str) -> bytes:
    """A chart as the content of a file with an ending of :data:`cci_cli.plot.ENDINGS`.

    Raises NoLibrary, or NoFont where a picture of letters would have boxes for Chinese.
    """
    try:
        import matplotlib as mpl
    except ImportError as error:
        raise NoLibrary from error
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    fonts = fonts_for(texts(chart), chart.lang)
    if fonts.lacking and ending != ".svg":
        raise NoFont("".join(sorted(fonts.lacking)))
    settings: Any = dict(mpl.rcParamsDefault) | looks.SETTINGS | {"font.family": list(fonts.names)}
    with mpl.rc_context(settings), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")  # known, and the reader's fonts will have it
        typesetter = Typesetter(fonts)
        if ending == ".pdf":
            pages = [chart.part(each) for each in _parts(chart.series, PANELS_A_PAGE)]
            return _pdf([figure(page, typesetter) for page in pages], chart)
        drawing = figure(chart.part(chart.series[:MOST_PANELS]), typesetter)
        return _svg(drawing, chart, fonts) if ending == ".svg" else _png(drawing, chart)


def _parts(series: Sequence[Any], size: int) -> list[Sequence[Any]]:
    return [series[at : at + size] for at in range(0, len(series), size)]


def _png(drawing: Figure, chart: Chart) -> bytes:
    out = io.BytesIO()
    about = {"Title": chart.title, "Software": _CREATOR}
    drawing.savefig(out, format="png", dpi=looks.DOTS_AN_INCH, metadata=about)
    return out.getvalue()


def _pdf(drawings: Sequence[Figure], chart: Chart) -> bytes:
    from matplotlib.backends.backend_pdf import PdfPages

    out = io.BytesIO()
    about = {"Title": chart.title, "Creator": _CREATOR, "CreationDate": None}
    with PdfPages(out, metadata=about) as pages:
        for drawing in drawings:
            pages.savefig(drawing)
    return out.getvalue()


def _svg(drawing: Figure, chart: Chart, fonts: Fonts) -> bytes:
    out = io.BytesIO()
    about = {"Title": chart.title, "Creator": _CREATOR, "Date": None}
    drawing.savefig(out, format="svg", metadata=about)
    text = out.getvalue().decode()
    measured = ", ".join(f"'{name}'" for name in fonts.names)
    lang = "zh-Hans" if chart.lang == "zh" else "en"
    text = text.replace(measured, families(fonts.names)).replace("<svg ", f'<svg xml:lang="{lang}" ', 1)
    return text.encode()
