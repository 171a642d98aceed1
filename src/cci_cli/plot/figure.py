"""A chart as a picture for a report: a panel a fact, one beneath the other, on one axis of years.

Drawn with matplotlib's objects alone, without the state that pyplot keeps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.messages import say
from cci_cli.plot import looks, words
from cci_cli.plot.bars import LEGEND
from cci_cli.plot.panel import Panel
from cci_cli.plot.sheet import Sheet
from cci_cli.references import Numbering, short_reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    from cci_cli.plot.series import Chart
    from cci_cli.plot.typeset import Typesetter

#: A blank at which no line is broken.
_TOGETHER = "\N{NO-BREAK SPACE}"
#: What a legend explains, in its order, with the messages that do.
_SIGNS = LEGEND | {
    "conflict": "plot.conflict-legend",
    "break": "plot.break-legend",
    "gap": "plot.gap-legend",
}


def figure(chart: Chart, typesetter: Typesetter) -> Figure:
    """The picture of a chart. The library's settings are the caller's to make: :data:`looks.SETTINGS`."""
    numbering = Numbering()
    panels = [Panel(each, chart, typesetter, numbering) for each in chart.series]
    sheet = Sheet(typesetter)
    sheet.write(chart.title, looks.TITLE, bold=True)
    for panel in panels:
        sheet.leave(looks.BETWEEN_PANELS if len(panels) > 1 else 2)
        _lay_out(panel, sheet, alone=len(panels) == 1)
    sheet.leave(looks.BETWEEN_PANELS)
    met = {sign for panel in panels for sign in panel.signs()}
    if met != {"reported"}:
        forms = {panel.scale.places for panel in panels}
        sheet.explain(
            [(_signs(key, forms), say(chart.lang, said)) for key, said in _SIGNS.items() if key in met]
        )
        sheet.leave(looks.FINE)
    sheet.write(_source_line(chart, numbering), looks.FINE, looks.GREY)
    return sheet.figure()


def texts(chart: Chart) -> Iterator[str]:
    """Everything that a picture of a chart may write, so that fonts can be found for it."""
    yield chart.title + _TOGETHER + "0123456789[]()+-.,:;^× ◇" + "（）；：" * (chart.lang == "zh")
    yield from (say(chart.lang, key) for key in (*_SIGNS.values(), "plot.log", "plot.order", "plot.rank"))
    yield say(chart.lang, "plot.scope", scope="") + say(chart.lang, "plot.caveat", caveat="")
    yield say(chart.lang, "plot.sources", sources="")
    for series in chart.series:
        yield series.label + series.unit_name + series.scope + series.caveat + say(chart.lang, series.kind)
        yield from words.notes(series, chart.lang)
        yield from (each.caveat + say(chart.lang, "plot.break", time="") for each in series.breaks)
        for point in series.points:
            for each in (point, *point.rivals):
                yield each.written + each.when + "".join(each.remarks)
                yield from (short_reference(chart.sources[name], chart.lang) for name in each.sources)


def _lay_out(panel: Panel, sheet: Sheet, *, alone: bool) -> None:
    series, lang = panel.series, panel.lang
    if not alone:  # then the title says it
        sheet.write(series.label, looks.LABEL, bold=True)
    sheet.write(panel.captions.subtitle(), looks.SMALL, looks.GREY)
    if series.scope:
        sheet.write(say(lang, "plot.scope", scope=series.scope), looks.FINE, looks.GREY)
    sheet.leave(5)
    sheet.place(panel)
    sheet.leave(3)
    for note in panel.captions.notes():
        sheet.write(note, looks.FINE, looks.GREY)


def _source_line(chart: Chart, numbering: Numbering) -> str:
    """Every source that is numbered, in short, as one paragraph."""
    listed = [
        f"[{number}]{_TOGETHER}{short_reference(chart.sources[name], chart.lang)}"
        for name, number in numbering.numbers.items()
    ]
    return say(chart.lang, "plot.sources", sources=("; " if chart.lang == "en" else "；").join(listed))


def _signs(key: str, forms: set[bool]) -> tuple[Artist, ...]:
    """A sign of the legend: of a kind of figure as a bar, a place on a scale, or both, as they occur."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    if key in looks.BARS:
        bars = (Patch(**looks.BARS[key]),) if False in forms else ()
        places = (Line2D([], [], **looks.PLACE, **looks.PLACES[key]),) if True in forms else ()
        return bars + places
    look = {
        "conflict": looks.RIVAL,
        "break": looks.BREAK,
        "gap": {"linestyle": "none"},
    }.get(key) or looks.HEDGE | looks.HEDGE_MARKER | looks.HEDGE_MARKERS[key]
    return (Line2D([], [], **look),)
