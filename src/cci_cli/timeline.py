"""What happened, in order of time; for a single year also the figures that speak for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import periods
from cci_cli.lookup import NotFound, named_beside, rivals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cci_cli.index import Index
    from cci_cli.model import Fact, Observation, Source, Topic, Unit

#: What happened, and what was said to be so or to come: these make up a timeline.
HAPPENED, STATED = ("event",), ("statement",)
#: What is counted: figures that can speak for a year.
COUNTED = ("stock", "flow", "level", "share")
#: No year that a fact base may name lies outside.
_EVER = (1, 9999)


class Entry(NamedTuple):
    """One observation of a timeline; ``fact`` holds what was observed for the years asked for."""

    fact: Fact
    observation: Observation


class TimelinePage(NamedTuple):
    """What happened in the years asked for, in order of time.

    ``years`` are the first and the last year asked for, None for all that there are. ``figures`` are
    the figures that speak for a year, in the order of the file; None unless one year is asked for.
    ``statements_left`` and ``figures_left`` say how many a page of the most important leaves out.
    """

    years: tuple[int, int] | None
    topic: Topic | None
    entries: list[Entry]
    figures: list[Entry] | None
    sources: dict[str, Source]
    units: dict[str, Unit]
    statements_left: int = 0
    figures_left: int = 0


def timeline_page(
    index: Index, years: tuple[int, int] | None = None, topic: Topic | None = None, *, brief: bool = False
) -> TimelinePage:
    """The events and statements of some years, of a topic or of all, and a single year's figures.

    With ``brief``, statements are left out, and of the figures all but the headlines, where there is
    something else to show. Raises NotFound, with the years that there are, if there is nothing.
    """
    first, last = years or _EVER
    name = topic.id if topic else None
    single = years is not None and first == last
    happened = _entries(index.facts_observed(first, last, HAPPENED, name))
    stated = _entries(index.facts_observed(first, last, STATED, name))
    figures = _figures(index, first, name, brief=brief) if single else []
    if not (happened or stated or figures):
        raise _nothing(index, years, name)
    left_out = stated if brief and (happened or figures) else []
    entries = happened if left_out else in_order([*happened, *stated])
    counted = index.count_observed(first, COUNTED, name) if figures else 0
    return TimelinePage(
        years,
        topic,
        in_order(entries),
        figures if single else None,
        index.sources(_cited([*entries, *figures])),
        index.units(),
        statements_left=len(left_out),
        figures_left=counted - len(figures),
    )


def _entries(facts: Iterable[Fact]) -> list[Entry]:
    return [Entry(fact, each) for fact in facts for each in fact.observations]


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by the end of their time; of those with one end the shorter time, which says more, comes first.

    So what is known to the day stands before what is known only to the month or the year.
    """
    return sorted(entries, key=lambda each: _place(each.observation.time))


def _place(time: str) -> tuple[periods.Day, list[int]]:
    start, end = periods.span(time)
    return end, [-part for part in start]


def _figures(index: Index, year: int, topic: str | None, *, brief: bool) -> list[Entry]:
    """The observations that speak for a year; with ``brief``, of the headline facts if there are any."""
    from cci_cli.compare.cells import year_speaks

    facts = index.facts_observed(year, year, COUNTED, topic, headlines_only=True) if brief else []
    facts = facts or index.facts_observed(year, year, COUNTED, topic)
    sources = index.sources(
        {cite.source for fact in facts for each in fact.observations for cite in each.citations}
    )
    cells = [(fact, year_speaks(fact, year, sources)) for fact in facts]
    return [Entry(fact, cell.observation) for fact, cell in cells if cell]


def _cited(entries: Sequence[Entry]) -> set[str]:
    """The sources of entries, of what they stand instead of, and of what contradicts them."""
    return named_beside(each for fact, one in entries for each in (one, *rivals(fact, one)))


def _nothing(index: Index, years: tuple[int, int] | None, topic: str | None) -> NotFound:
    kinds = (*HAPPENED, *STATED, *(COUNTED if years and years[0] == years[1] else ()))
    known = [f"{year:04d}" for year in index.observed_years(kinds, topic)]
    if years is None or not known:
        return NotFound("timeline-of" if topic else "timeline", topic or "")
    first, last = years
    return NotFound("year" if first == last else "years", written_years(first, last), near=known)


def written_years(first: int, last: int) -> str:
    """Years as they are asked for: ``2019``, ``2018..2025``."""
    return f"{first:04d}" if first == last else f"{first:04d}..{last:04d}"
