"""How a fact developed: what speaks for each year, from the first to the last, and what must be known of it.

Only reported figures that stand for a whole year are in it: not parts of years, not implied values, not
what is deprecated. A break of the fact divides it into stretches, which are not compared with one another.

It is worked out when an index is built, and kept there, since a lookup has no time for the rules it takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cci_cli import periods

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cci_cli.model import Break, Fact, Observation, Source

    Json = list[dict[str, Any]]

#: Kinds of facts that have figures for years.
_COUNTED = ("stock", "flow", "level", "share")


class Stretch(NamedTuple):
    """Years between two breaks: in order, the figure of each that has one; ``since`` is the break before."""

    figures: dict[int, Observation]
    since: Break | None = None


class Development(NamedTuple):
    """The stretches of a fact in order; between first and last year, those without a figure (``gaps``).

    ``disputed`` are the years whose figure another source contradicts.
    """

    stretches: list[Stretch]
    gaps: list[int]
    disputed: list[int]

    @property
    def years(self) -> range:
        """All years from the first that has a figure to the last."""
        return range(min(self.stretches[0].figures), max(self.stretches[-1].figures) + 1)


def development(fact: Fact, sources: Mapping[str, Source]) -> Development | None:
    """The development of a fact; None if fewer than two years have figures, or if they are ranks."""
    from cci_cli.units import ORDERS

    if fact.kind not in _COUNTED or fact.unit in ORDERS:
        return None
    figures = _figures(fact, sources)
    if len(figures) < 2:
        return None
    return _whole(_stretches(fact, figures))


def _figures(fact: Fact, sources: Mapping[str, Source]) -> dict[int, Observation]:
    from cci_cli.compare.cells import year_speaks

    years = sorted({periods.year_of(each.time) for each in fact.observations})
    cells = ((year, year_speaks(fact, year, sources)) for year in years)
    return {year: cell.observation for year, cell in cells if cell and cell.kind == "reported"}


def _stretches(fact: Fact, figures: Mapping[int, Observation]) -> list[Stretch]:
    stretches = [Stretch({})]
    before: Observation | None = None
    for year, figure in figures.items():
        crossed = [] if before is None else _crossed(fact, before.time, figure.time)
        if crossed:
            stretches.append(Stretch({}, crossed[-1]))
        stretches[-1].figures[year] = figure
        before = figure
    return stretches


def _crossed(fact: Fact, one: str, other: str) -> list[Break]:
    """The breaks between two times, in order."""
    from cci_cli.derive import crosses_break

    crossed = [each for each in fact.breaks if crosses_break(fact._replace(breaks=(each,)), one, other)]
    return sorted(crossed, key=lambda each: periods.sort_key(each.time))


def development_json(found: Development, fact: Fact) -> Json:
    """A development as JSON: of each stretch the years with the ids of their observations, and its break."""
    return [
        {
            "figures": {year: each.id for year, each in stretch.figures.items()},
            "since": fact.breaks.index(stretch.since) if stretch.since else None,
        }
        for stretch in found.stretches
    ]


def development_of(kept: Json, fact: Fact) -> Development:
    """The development of a fact from its JSON."""
    known = {each.id: each for each in fact.observations}
    return _whole(
        [
            Stretch(
                {int(year): known[name] for year, name in each["figures"].items()},
                None if each["since"] is None else fact.breaks[each["since"]],
            )
            for each in kept
        ]
    )


def _whole(stretches: list[Stretch]) -> Development:
    """Stretches with what follows from them: the years without a figure, and those in dispute."""
    figures = {year: each for stretch in stretches for year, each in stretch.figures.items()}
    return Development(
        stretches,
        gaps=[year for year in range(min(figures), max(figures)) if year not in figures],
        disputed=[year for year, figure in figures.items() if figure.conflicts_with],
    )


def runs(years: Iterable[int]) -> list[tuple[int, int]]:
    """Years in order as runs of years that follow each other: the first and the last of each."""
    found: list[tuple[int, int]] = []
    for year in years:
        if found and found[-1][1] == year - 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found
