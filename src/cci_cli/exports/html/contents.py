"""What a page holds, found out before any of it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import periods
from cci_cli.conflicts import disagreements
from cci_cli.references import Numbering

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cci_cli.conflicts import Conflict
    from cci_cli.exports.selection import Selection
    from cci_cli.model import Fact, Source, Topic, Unit


class Contents(NamedTuple):
    """What all parts of a page share.

    ``topics`` come with their number of facts. ``leaning`` names the facts that lean on each source,
    ``years`` are the first and the last that are spoken of; ``observations`` counts what was reported.
    """

    topics: list[tuple[Topic, int]]
    sources: Mapping[str, Source]
    units: Mapping[str, Unit]
    numbering: Numbering
    conflicts: list[Conflict]
    leaning: Mapping[str, list[str]]
    facts: frozenset[str]
    observations: int
    years: tuple[int, int] | None


def contents(selection: Selection) -> Contents:
    """What is selected, read through once. Sources are numbered in the order of the file."""
    sources = {source.id: source for source in selection.sources()}
    numbering = Numbering()
    for name in sources:
        numbering.mark(name)
    counts: dict[str, int] = {}
    leaning: dict[str, list[str]] = {}
    conflicts: list[Conflict] = []
    names: set[str] = set()
    times: set[str] = set()
    observations = 0
    for fact in each_fact(selection):
        names.add(fact.id)
        counts[fact.topic] = counts.get(fact.topic, 0) + 1
        observations += sum(each.status == "reported" for each in fact.observations)
        times.update(each.time for each in fact.observations)
        conflicts += disagreements(fact)
        for source in {cite.source: None for each in fact.observations for cite in each.citations}:
            leaning.setdefault(source, []).append(fact.id)
    years = {periods.year_of(time) for time in times}
    return Contents(
        topics=[(topic, counts[topic.id]) for topic in selection.topics() if topic.id in counts],
        sources=sources,
        units=selection.units(),
        numbering=numbering,
        conflicts=conflicts,
        leaning=leaning,
        facts=frozenset(names),
        observations=observations,
        years=(min(years), max(years)) if years else None,
    )


def each_fact(selection: Selection, topic: str | None = None) -> Iterator[Fact]:
    """The facts of a topic, or all, each saying of its conflicts only those with what is selected."""
    for fact in selection.facts(topic):
        known = {each.id for each in fact.observations}
        yield fact._replace(
            observations=tuple(
                each._replace(conflicts_with=tuple(name for name in each.conflicts_with if name in known))
                for each in fact.observations
            )
        )
