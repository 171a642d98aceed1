"""Where the sources contradict each other: every disagreement, with all its sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import periods
from cci_cli.lookup import NotFound, named_beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.index import Index
    from cci_cli.model import Fact, Observation, Source, Topic, Unit


class Conflict(NamedTuple):
    """One disagreement: the observations of one fact at one time that contradict one another.

    ``fact`` holds these observations and no others.
    """

    fact: Fact
    year: int

    @property
    def sides(self) -> tuple[Observation, ...]:
        """The observations that contradict one another, in order of time."""
        return self.fact.observations


class ConflictsPage(NamedTuple):
    """Disagreements, in the order of the file and of time; ``topic`` and ``year`` are what was asked for."""

    conflicts: list[Conflict]
    sources: dict[str, Source]
    units: dict[str, Unit]
    topic: Topic | None = None
    year: int | None = None


def conflicts_page(index: Index, topic: Topic | None = None, year: int | None = None) -> ConflictsPage:
    """Every disagreement; of one topic, of one year.

    Raises NotFound if there is none, with the years that have some where a year was asked for.
    """
    name = topic.id if topic else ""
    found = [each for fact in index.disputed_facts(name or None) for each in disagreements(fact)]
    kept = [each for each in found if year in (None, each.year)]
    if not found:
        raise NotFound("conflicts-of" if name else "conflicts", name)
    if not kept:
        years = sorted({each.year for each in found})
        raise NotFound("conflicts-for", f"{year:04d}", near=[str(each) for each in years])
    named = named_beside(side for each in kept for side in each.sides)
    return ConflictsPage(kept, index.sources(named), index.units(), topic, year)


def disagreements(fact: Fact) -> Iterator[Conflict]:
    """The disagreements of a fact, each with its sides: whoever contradicts one of them is another."""
    known = {each.id: each for each in fact.observations}
    seen: set[str] = set()
    for observation in fact.observations:
        if observation.conflicts_with and observation.id not in seen:
            sides = _connected(observation, known)
            seen |= sides
            kept = tuple(each for each in fact.observations if each.id in sides)
            yield Conflict(fact._replace(observations=kept), periods.year_of(observation.time))


def _connected(start: Observation, known: dict[str, Observation]) -> set[str]:
    found: set[str] = set()
    waiting: list[str] = [start.id]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += known[name].conflicts_with
    return found
