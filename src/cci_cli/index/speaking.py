"""Which facts speak for which year, so that a comparison reads those alone; kept in an index by year."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli.index.store import DamagedIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.index.store import Index
    from cci_cli.model import FactBase

_YEARS, _OF_YEAR, _SIBLINGS = "years", "speaking-{year:04d}", "siblings"


class Speaking(NamedTuple):
    """The facts that say something for a year, by their position in the file.

    ``figures`` are series of numbers, ``texts`` events and statements.
    """

    figures: frozenset[int]
    texts: frozenset[int]


def entries(base: FactBase) -> Iterator[tuple[str, object]]:
    """What an index keeps of this, with its keys."""
    from cci_cli.derive import TEXTS, siblings, years_of

    years: dict[int, tuple[list[int], list[int]]] = {}
    for position, fact in enumerate(base.facts):
        for year in years_of(fact):
            years.setdefault(year, ([], []))[fact.kind in TEXTS].append(position)
    yield _YEARS, sorted(years)
    yield from ((_OF_YEAR.format(year=year), found) for year, found in years.items())
    places = {fact.id: position for position, fact in enumerate(base.facts)}
    yield (
        _SIBLINGS,
        {places[name]: [places[other] for other in others] for name, others in siblings(base.facts).items()},
    )


def speaking_years(index: Index) -> list[int]:
    """The years for which any fact says something, in order."""
    years: list[int] = index.kept(_YEARS)
    return years


def speaking_in(index: Index, year: int) -> Speaking:
    """The facts that say something for a year."""
    try:
        figures, texts = index.kept(_OF_YEAR.format(year=year))
    except DamagedIndex:
        if year in speaking_years(index):
            raise
        return Speaking(frozenset(), frozenset())
    return Speaking(frozenset(figures), frozenset(texts))


def siblings_in(index: Index) -> dict[int, list[int]]:
    """The facts that count one thing in different ways, by position: see :func:`cci_cli.derive.siblings`."""
    return {int(position): others for position, others in index.kept(_SIBLINGS).items()}
