"""What a picture is drawn from: the figures of some facts over some years, and nothing about looks.

A chart is written in one language: its labels, values and notes are already sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import derive, periods, wording
from cci_cli.messages import say
from cci_cli.plot import words
from cci_cli.quantities import Interval, interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cci_cli.compare import Cell, Comparison, Row
    from cci_cli.model import Fact, Number, Observation, Source, Text, Unit


class Point(NamedTuple):
    """One figure: its value, the interval that its words allow, and all that must be said of it.

    ``written`` is the value as a person writes it; ``when`` says what part of the year it speaks for,
    empty for a whole year or its end; ``sources`` are the ids of its sources; ``remarks`` its
    doubts in words; ``note`` what must be known of it beside that; ``rivals`` the figures that
    contradict it, each of which says so itself in ``rival``.
    """

    year: int
    time: str
    value: Number
    within: Interval
    written: str
    upper: Number | None = None
    qualifier: str = "exact"
    implied: bool = False
    partial: bool = False
    when: str = ""
    sources: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    note: str = ""
    rival: bool = False
    rivals: tuple[Point, ...] = ()


class Break(NamedTuple):
    """A date from which the count changed, in ISO 8601, with what changed."""

    time: str
    caveat: str


class Series(NamedTuple):
    """One fact over the years of a chart, in order of time; a year without a figure has no point."""

    id: str
    label: str
    kind: str
    unit: str | None
    unit_name: str
    scope: str
    caveat: str
    points: tuple[Point, ...]
    breaks: tuple[Break, ...]


class Chart(NamedTuple):
    """What is drawn together: a panel a series, over the years that were asked for; the sources by id."""

    title: str
    years: tuple[int, ...]
    series: tuple[Series, ...]
    sources: Mapping[str, Source]
    lang: str

    def part(self, series: Sequence[Series]) -> Chart:
        """The same chart with only some of its series."""
        return self._replace(series=tuple(series))


class Drawer(NamedTuple):
    """What turns facts into charts: the sources and units that they name, and the language to say them in."""

    sources: Mapping[str, Source]
    units: Mapping[str, Unit]
    lang: str

    def chart(self, title: str, page: Comparison) -> Chart:
        """The chart of a comparison: a series a row, a point a figure that speaks for a year.

        Texts have nothing to draw and are left out, as is a fact without a figure.
        """
        drawn = (self._series(row) for row in page.rows)
        return Chart(
            title, tuple(page.years), tuple(each for each in drawn if each.points), self.sources, self.lang
        )

    def _series(self, row: Row) -> Series:
        fact = row.fact
        breaks = dict.fromkeys(crossing.gap for crossing in row.breaks)
        return Series(
            id=fact.id,
            label=self._said(fact.label),
            kind=fact.kind,
            unit=fact.unit,
            unit_name=wording.unit_name(fact.unit, self.units, self.lang)
            or ("%" if fact.unit == "%" else ""),
            scope=self._said(fact.scope),
            caveat=self._said(fact.caveat),
            points=tuple(
                self._point(fact, year, cell)
                for year, cell in sorted(row.cells.items())
                if cell.observation.value is not None
            ),
            breaks=tuple(Break(each.time, self._said(each.caveat)) for each in breaks),
        )

    def _said(self, text: Text | None) -> str:
        return getattr(text, self.lang) if text else ""

    def _point(self, fact: Fact, year: int, cell: Cell) -> Point:
        against = (self._figure(fact, year, each) for each in cell.against if each.value is not None)
        return self._figure(fact, year, cell.observation)._replace(
            partial=cell.kind == "partial",
            rivals=tuple(each._replace(rival=True) for each in against),
        )

    def _figure(self, fact: Fact, year: int, observation: Observation) -> Point:
        value = observation.value
        assert value is not None
        return Point(
            year=year,
            time=observation.time,
            value=value,
            within=derive.meaning(fact, observation) or interval(value),
            written=wording.figure(observation, fact.unit, self.units, self.lang),
            upper=observation.upper,
            qualifier=observation.qualifier,
            implied=observation.status == "implied",
            partial=observation.partial,
            when=_when(fact.kind, year, observation.time, self.lang),
            sources=tuple(dict.fromkeys(each.source for each in observation.citations)),
            remarks=tuple(self._remarks(observation)),
            note=self._said(observation.caveat),
        )

    def _remarks(self, observation: Observation) -> Iterator[str]:
        given = {
            "mark-implied": observation.status == "implied",
            "mark-weak": observation.weak,
            "mark-deprecated": observation.rank == "deprecated",
            "mark-note": observation.caveat is not None,
            "own.remark": observation.own is not None,
        }
        return (say(self.lang, key) for key, holds in given.items() if holds)


def _when(kind: str, year: int, time: str, lang: str) -> str:
    """The part of a year that a figure speaks for; nothing where it is the whole year, or its end."""
    start, end = periods.span(time)
    if end.year == year and end[1:] == (12, 31) and (kind != "flow" or start == (year, 1, 1)):
        return ""
    return words.part_of_year(time, year, lang)
