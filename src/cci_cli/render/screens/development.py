"""The development of a fact over the years on a few lines: in words, and drawn with a sign a year."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cci_cli import periods
from cci_cli.messages import say
from cci_cli.render.developments import stretch_words, years_told
from cci_cli.render.screens.signs import BREAK, GAP, HEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cci_cli.development import Development
    from cci_cli.model import Fact, Observation, Unit


def development_text(found: Development, fact: Fact, units: Mapping[str, Unit], lang: str, width: int) -> str:
    """First and last figure of each stretch in words, the drawing if it fits, and what it leaves out."""
    lines = [stretch_words(each, fact, units, lang) for each in found.stretches]
    drawn = _drawn(found)
    several = any(len(each.figures) > 1 for each in found.stretches)
    fits = several and 2 * len(drawn) <= width  # a sign may be two cells wide
    if fits:
        years = {"first": f"{found.years[0]:04d}", "last": f"{found.years[-1]:04d}"}
        lines += [drawn, say(lang, "development.scale", **years)]
    if found.gaps:
        sign = f" {GAP}" if fits else ""
        lines.append(say(lang, "development.gaps", years=years_told(found.gaps, lang)) + sign)
    if len(found.stretches) > 1 and fits:
        lines.append(f"{say(lang, 'development.break')} {BREAK}")
    if found.disputed:
        lines.append(say(lang, "development.disputed", years=years_told(found.disputed, lang)))
    return "\n".join(lines)


def _drawn(found: Development) -> str:
    """A sign a year; of each stretch the heights are its own, for it is not compared with another."""
    heights: dict[int, str] = {}
    breaks: set[int] = set()
    before = 0
    for stretch in found.stretches:
        if stretch.since:
            since = periods.span(stretch.since.time).start.year
            breaks.add(min(max(since, before + 1), *stretch.figures))
        heights |= _heights(stretch.figures)
        before = max(stretch.figures)
    return "".join((BREAK if year in breaks else "") + heights.get(year, GAP) for year in found.years)


def _heights(figures: Mapping[int, Observation]) -> dict[int, str]:
    """The sign of each year: as high as its share of the highest figure, from zero or the lowest below it."""
    values = {year: _middle(figure) for year, figure in figures.items()}
    low, high = min([Decimal(0), *values.values()]), max([Decimal(0), *values.values()])
    steps = len(HEIGHTS) - 1
    return {
        year: HEIGHTS[int((value - low) / (high - low) * steps) if high > low else 0]
        for year, value in values.items()
    }


def _middle(observation: Observation) -> Decimal:
    assert observation.value is not None
    low = Decimal(observation.value)
    return low if observation.upper is None else (low + observation.upper) / 2
