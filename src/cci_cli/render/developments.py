"""The development of a fact over the years in words, wherever it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import periods, wording
from cci_cli.development import runs
from cci_cli.messages import say
from cci_cli.render.remarks import marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cci_cli.development import Stretch
    from cci_cli.model import Fact, Observation, Unit


def stretch_words(stretch: Stretch, fact: Fact, units: Mapping[str, Unit], lang: str) -> str:
    """A stretch's first and last figure, with their times."""
    first, *_, last = [*stretch.figures.values()] * 2
    words = _figure(first, fact, units, lang)
    if len(stretch.figures) > 1:
        words = say(lang, "development.words", first=words, last=_figure(last, fact, units, lang))
    if not stretch.since:
        return words
    begun = periods.span(first.time).start < periods.span(stretch.since.time).start
    key = "development.within" if fact.kind == "flow" and begun else "development.since"
    return say(lang, key, time=stretch.since.time, words=words)


def _figure(observation: Observation, fact: Fact, units: Mapping[str, Unit], lang: str) -> str:
    """A figure with its time and what qualifies it; what contradicts it is told apart."""
    beside = [observation.time, *marks(observation._replace(caveat=None), lang)]
    value = wording.figure(observation, fact.unit, units, lang)
    return say(lang, "development.figure", value=value, beside=say(lang, "comma").join(beside))


def years_told(years: Iterable[int], lang: str) -> str:
    """Years as they are told: ``2018, 2020 to 2022``."""
    told = [
        f"{first:04d}"
        if first == last
        else say(lang, "development.run", first=f"{first:04d}", last=f"{last:04d}")
        for first, last in runs(years)
    ]
    return say(lang, "development.list").join(told)
