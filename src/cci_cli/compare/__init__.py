"""Years side by side: what speaks for each, what changed, and what must not be compared.

The rules are in the modules of this package: ``cells`` (what speaks for a year), ``rows`` (what may be set
against what) and ``change`` (differences of intervals).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli.compare import years as asked_years
from cci_cli.compare.cells import Cell
from cci_cli.compare.change import Change, Range
from cci_cli.compare.choose import Choice, choice
from cci_cli.compare.listing import Listing, listing, side_by_side
from cci_cli.compare.rows import Crossing, Row, WhyNot, row
from cci_cli.index.speaking import siblings_in, speaking_in, speaking_years
from cci_cli.lookup import NotFound, named, named_beside, rivals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cci_cli.index import Index
    from cci_cli.model import Observation, Source, Text, Unit

__all__ = ["Cell", "Change", "Comparison", "Crossing", "Range", "Row", "WhyNot", "compare", "observations"]


class Comparison(NamedTuple):
    """Some years side by side: ``rows`` are facts, ``sources`` all that the page cites, ``topics`` labels.

    ``one_year`` is how many of the facts asked for say something for one of the years only, ``texts`` how
    many are events and statements, which have no figures; neither are among the rows unless asked for.
    """

    years: list[int]
    rows: list[Row]
    sources: dict[str, Source]
    units: dict[str, Unit]
    topics: dict[str, Text]
    one_year: int = 0
    texts: int = 0


def compare(
    index: Index, words: Iterable[str], topic: str | None = None, *, all_facts: bool = False
) -> Comparison:
    """The years and the facts that words name, side by side.

    Facts that say something for at least two of the years are compared. With ``all_facts`` those of one
    year are listed too, and events and statements; these also where a word names them. A fact of one
    year is listed in any case where another year has a sibling of it, which counts the same thing in
    another way: the two would be mistaken for one series.

    Raises BadYears; NotFound for a word that names no fact or topic, and (kind ``comparison``) where
    nothing can be compared, with the years that these facts have.
    """
    asked, others = asked_years.split(words)
    known = speaking_years(index)
    years = asked_years.chosen(asked, known)
    if len(years) < 2:
        raise NotFound("year", asked_years.written(asked), [f"{year:04d}" for year in known])
    meant = choice(index, others, topic)
    spoken = [speaking_in(index, year) for year in years]
    found = listing(spoken, meant, siblings_in(index), all_facts=all_facts)
    if not found.facts:
        raise NotFound("comparison", asked_years.written(asked), _years_with(index, meant, known))
    return _page(index, years, found)


def _page(index: Index, years: list[int], found: Listing) -> Comparison:
    facts = index.facts_at(found.facts)
    sources = index.sources(named(facts.values()))
    rows: list[Row] = []
    for group in side_by_side(found.facts, found.apart):
        alike = []
        for position in group:
            one = row(facts[position], years, sources)
            if others := found.apart.get(position):
                one = one._replace(why_not=WhyNot("scope", tuple(facts[other].id for other in others)))
            alike.append(one)
        rows += sorted(alike, key=lambda one: min(one.cells))
    shown = named_beside(each for one in rows for each in observations(one))
    used = {name: source for name, source in sources.items() if name in shown}
    topics = {topic.id: topic.label for topic in index.topics()}
    return Comparison(years, rows, used, index.units(), topics, found.one_year, found.texts)


def observations(found: Row) -> Iterator[Observation]:
    """Every observation that a row shows: those of its cells, and of the same months of two years.

    Each comes with those that contradict it.
    """
    for cell in found.cells.values():
        yield from (cell.observation, *cell.others, *cell.against)
    if found.same_months:
        for each in (found.same_months.before, found.same_months.after):
            yield from (each, *rivals(found.fact, each))


def _years_with(index: Index, meant: Choice | None, known: Sequence[int]) -> list[str]:
    """The years for which any of the facts that were meant says something."""
    years = (
        known
        if meant is None
        else [
            year
            for year in known
            if meant.positions & (found := speaking_in(index, year)).figures or meant.named & found.texts
        ]
    )
    return [f"{year:04d}" for year in years]
