"""One fact over some years: its cells, and the change between them or the reason why there is none.

Only observations of one fact are ever set against each other, and of these only

- whole years against whole years: the first of the asked years that has a figure, and the last;
- where no two years have one, the same months of two years, as January to October of both;
- nothing across a break, of an event or a statement, or between ranks.

Where the last year is covered in part only, the longest run of months that the fact has for it and for an
earlier year too is compared besides, and says so (``same_months``).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cci_cli import derive, periods
from cci_cli.compare.cells import Cell, is_part, year_speaks
from cci_cli.compare.change import Change, Otherwise, change
from cci_cli.derive import TEXTS, in_year
from cci_cli.lookup import rivals, speaking
from cci_cli.model import STANDINGS
from cci_cli.units import ORDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cci_cli.model import Break, Fact, Observation, Source

    #: A part of a year: month and day of its start and of its end.
    Months = tuple[tuple[int, int], tuple[int, int]]

#: Why there is no change: ``break``, ``part`` (part of a year against a whole one), ``months`` (parts that
#: are not the same), ``kind`` (events and statements), ``rank``, ``text`` (no value), ``open`` (hedges that
#: say nothing of the change), ``scope`` (the other year has another fact only), ``one-year``.
REASONS = ("break", "part", "months", "kind", "rank", "text", "open", "scope", "one-year")


class WhyNot(NamedTuple):
    """Why there is no change. ``facts`` are those of another scope that have figures for the other years."""

    code: str
    facts: tuple[str, ...] = ()


class Crossing(NamedTuple):
    """A break of the fact between two of the years that have a figure for it."""

    before: int
    after: int
    gap: Break


class Row(NamedTuple):
    """A fact and what it says for each year; a year without a cell is a gap.

    ``change`` is from the first to the last year that can be compared, ``steps`` from each such year to the
    next. ``breaks`` are those between the years shown. ``same_months`` is a change between equal parts of two
    years, beside or instead of one between whole years.
    """

    fact: Fact
    cells: dict[int, Cell]
    change: Change | None = None
    why_not: WhyNot | None = None
    steps: tuple[Change, ...] = ()
    breaks: tuple[Crossing, ...] = ()
    same_months: Change | None = None


def row(fact: Fact, years: Sequence[int], sources: Mapping[str, Source]) -> Row:
    """A fact over some years, which are in order."""
    cells = {year: cell for year in years if (cell := year_speaks(fact, year, sources))}
    found = Row(fact, cells, breaks=tuple(_crossings(fact, cells)))
    if fact.kind in TEXTS:
        return found._replace(why_not=WhyNot("kind"))
    if len(cells) < 2:
        return found._replace(why_not=WhyNot("one-year"))
    chain = _comparable(cells)
    alike = _same_months(fact, cells, sources)
    if len(chain) < 2:
        alike = alike and _with_other_sides(fact, alike, sources)
        return found._replace(why_not=WhyNot(_unlike(cells)), same_months=alike)
    steps = [_change(fact, one, other) for one, other in pairwise(chain)]
    whole, code = _outcome(fact, chain[0], chain[-1])
    if chain[-1].kind == "partial":
        alike = None  # that is the change itself
    return found._replace(
        change=whole and _with_other_sides(fact, whole, sources),
        why_not=WhyNot(code) if code else None,
        steps=tuple(each for each in steps if each),
        same_months=alike and _with_other_sides(fact, alike, sources),
    )


def _with_other_sides(fact: Fact, found: Change, sources: Mapping[str, Source]) -> Change:
    """A change with those that its figures' rivals would give whose sources are no worse."""
    before, after = found.before, found.after
    pairs = [(each, (each, after)) for each in _equals(fact, before, sources)]
    pairs += [(each, (before, each)) for each in _equals(fact, after, sources)]
    others = [(rival, change(fact, *pair)) for rival, pair in pairs]
    return found._replace(otherwise=tuple(Otherwise(rival, other) for rival, other in others if other))


def _equals(fact: Fact, observation: Observation, sources: Mapping[str, Source]) -> Iterator[Observation]:
    """What contradicts an observation and is ranked, and sourced, no worse than it."""
    for each in rivals(fact, observation):
        alike = (each.rank, each.status) == (observation.rank, observation.status)
        if alike and each.value is not None and _standing(each, sources) <= _standing(observation, sources):
            yield each


def _standing(observation: Observation, sources: Mapping[str, Source]) -> int:
    """The standing of the best source of an observation, the best being 0."""
    standings = [STANDINGS.index(sources[each.source].standing) for each in observation.citations]
    return min(standings, default=len(STANDINGS))


def _comparable(cells: Mapping[int, Cell]) -> list[Cell]:
    """The cells that may be set against each other: figures of whole years, else of the same months."""
    if whole := [cell for cell in cells.values() if cell.whole]:
        return whole
    alike: dict[Months, list[Cell]] = {}
    for cell in cells.values():
        if cell.kind == "partial":
            alike.setdefault(_months(cell.observation.time), []).append(cell)
    return max(alike.values(), key=len, default=[])


def _outcome(fact: Fact, one: Cell, other: Cell) -> tuple[Change | None, str | None]:
    """The change between two cells that are alike, or the code of the reason why there is none."""
    if fact.unit in ORDERS:
        return None, "rank"
    if derive.crosses_break(fact, one.observation.time, other.observation.time):
        return None, "break"
    found = change(fact, one.observation, other.observation)
    return found, None if found else "open"


def _change(fact: Fact, one: Cell, other: Cell) -> Change | None:
    return _outcome(fact, one, other)[0]


def _unlike(cells: Mapping[int, Cell]) -> str:
    """Why no two cells of a fact are alike."""
    parts = [cell for cell in cells.values() if cell.kind == "partial"]
    if any(cell.whole for cell in cells.values()) and parts:
        return "part"
    return "months" if len(parts) > 1 else "text"


def _crossings(fact: Fact, cells: Mapping[int, Cell]) -> Iterator[Crossing]:
    """The breaks between each year with a figure and the next."""
    figures = [(year, cell.observation.time) for year, cell in cells.items() if cell.kind != "text"]
    for (before, one), (after, other) in pairwise(figures):
        for gap in fact.breaks:
            if derive.crosses_break(fact._replace(breaks=(gap,)), one, other):
                yield Crossing(before, after, gap)


def _same_months(fact: Fact, cells: Mapping[int, Cell], sources: Mapping[str, Source]) -> Change | None:
    """A change between equal parts of the last year, if that is covered in part only, and an earlier one.

    Of several parts the longest, and of several earlier years the first.
    """
    *earlier, last = cells
    if cells[last].kind != "partial" or fact.unit in ORDERS:
        return None
    ends = _parts(fact, last)
    for months in sorted(ends, key=_length, reverse=True):
        for year in earlier:
            if starts := _parts(fact, year).get(months):
                one, other = (_speaker(fact, group, sources) for group in (starts, ends[months]))
                if not derive.crosses_break(fact, one.time, other.time):
                    return change(fact, one, other)
    return None


def _parts(fact: Fact, year: int) -> dict[Months, list[Observation]]:
    """The parts of a year that a fact has figures for, by their first and last day."""
    found: dict[Months, list[Observation]] = {}
    for each in fact.observations:
        able = each.value is not None and each.rank != "deprecated" and in_year(fact.kind, each.time, year)
        if able and is_part(fact.kind, each.time):
            found.setdefault(_months(each.time), []).append(each)
    return found


def _speaker(fact: Fact, group: Iterable[Observation], sources: Mapping[str, Source]) -> Observation:
    speaker = speaking(fact._replace(observations=tuple(group)), sources)
    assert speaker
    return speaker


def _months(time: str) -> Months:
    """The part of a year that a time covers; a part that ends with February does so in any year."""
    start, end = periods.span(time)
    last = end.month == 2 and end.day == periods.days_in_month(end.year, 2)
    return (start.month, start.day), (2, 29) if last else (end.month, end.day)


def _length(months: Months) -> int:
    (first, day), (last, end) = months
    return (last - first) * 31 + end - day
