"""What a fact base does not say itself but follows from it: order, ids, conflicts, implied values.

Done once, when an index is built. Nothing reported is changed or hidden.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from cci_cli import numerals, periods, quantities
from cci_cli.model import Observation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cci_cli.model import Fact, FactBase, Source
    from cci_cli.quantities import Interval


def derived(base: FactBase) -> FactBase:
    """The fact base with everything that follows from it."""
    return base._replace(facts=tuple(derived_fact(fact, base.sources) for fact in base.facts))


def derived_fact(fact: Fact, sources: Mapping[str, Source]) -> Fact:
    """A fact with its observations in order of time, identified, and each with what it contradicts.

    Where a source reported a growth, the value of the year before that it implies is added, unless
    a reported value of that time agrees with it.
    """
    reported = [
        observation._replace(
            partial=fact.kind == "flow" and not periods.whole_years(observation.time),
            weak=rests_on_weak(observation, sources),
        )
        for observation in fact.observations
    ]
    known = _identified(_in_order([*reported, *_implied(fact, reported)]))
    return fact._replace(observations=_with_conflicts(fact, known))


def rests_on_weak(observation: Observation, sources: Mapping[str, Source]) -> bool:
    """Whether every source of an observation is a weak one."""
    standings = [sources[citation.source].standing for citation in observation.citations]
    return bool(standings) and all(standing == "weak" for standing in standings)


def interval(observation: Observation) -> Interval | None:
    """The values that an observation can mean, as precisely as its quotes write it; None without a value.

    Where quotes write the value with different precision, the finest counts: the others rounded it.
    """
    value = observation.value
    if value is None:
        return None
    written = (numerals.written_place(each.quote, value) for each in observation.citations)
    place = min((each for each in written if each is not None), default=None)
    return quantities.interval(value, observation.qualifier, upper=observation.upper, place=place)


def crosses_break(fact: Fact, one: str, other: str) -> bool:
    """Whether a break of the fact lies between two times, so that they must not be compared."""
    first, second = sorted((periods.span(one).end, periods.span(other).end))
    return any(first < periods.span(each.time).start <= second for each in fact.breaks)


def _in_order(observations: Sequence[Observation]) -> list[Observation]:
    return sorted(observations, key=lambda each: (periods.sort_key(each.time), each.status == "implied"))


def _identified(observations: Sequence[Observation]) -> list[Observation]:
    """Observations with ids: their time, and ``#2``, ``#3`` … where a time occurs again."""
    seen: Counter[str] = Counter()
    result = []
    for observation in observations:
        seen[observation.time] += 1
        number = seen[observation.time]
        identifier = observation.time if number == 1 else f"{observation.time}#{number}"
        result.append(observation._replace(id=identifier))
    return result


def _implied(fact: Fact, reported: Sequence[Observation]) -> Iterator[Observation]:
    """The year-before values that reported growths imply: value / (1 + growth / 100)."""
    if fact.kind in ("share", "event", "statement"):
        return
    for observation in reported:
        value, growth, now = observation.value, observation.growth, interval(observation)
        before = periods.year_before(observation.time)
        if value is None or growth is None or now is None or observation.rank == "deprecated":
            continue
        if crosses_break(fact, before, observation.time):
            continue
        change = quantities.interval(
            growth, observation.growth_qualifier, place=min(quantities.step_place(growth), 0)
        )
        bounds = quantities.before_growth(now, change)
        if bounds is None or _confirmed(fact, reported, before, bounds):
            continue
        exact = Decimal(value) / (1 + Decimal(growth) / 100)
        yield Observation(
            id="",
            time=before,
            value=quantities.rounded(exact, bounds),
            qualifier="about",
            status="implied",
            formula=f"{value:,} / (1 {'+' if growth >= 0 else '-'} {abs(growth)}%)",
            partial=observation.partial,
            weak=observation.weak,
            citations=observation.citations,
        )


def _confirmed(fact: Fact, reported: Sequence[Observation], time: str, bounds: Interval) -> bool:
    """Whether a reported value of a time agrees with an implied one."""
    for other in reported:
        span = interval(other)
        if (
            span
            and other.rank != "deprecated"
            and periods.same_time(fact.kind, other.time, time)
            and span.meets(bounds)
        ):
            return True
    return False


def _with_conflicts(fact: Fact, observations: Sequence[Observation]) -> tuple[Observation, ...]:
    """Each observation with the ids of those it contradicts: one time, and intervals that do not meet."""
    rivals: dict[str, list[str]] = {}
    for one, other in _claims_of_one_month(observations):
        if _contradict(fact, one, other):
            rivals.setdefault(one.id, []).append(other.id)
            rivals.setdefault(other.id, []).append(one.id)
    return tuple(each._replace(conflicts_with=tuple(rivals.get(each.id, ()))) for each in observations)


def _claims_of_one_month(observations: Sequence[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """Pairs whose times end in one month: no others can be of one time."""
    months: dict[tuple[int, ...], list[Observation]] = {}
    for observation in observations:
        if observation.rank != "deprecated" and observation.value is not None:
            months.setdefault(periods.span(observation.time).end[:2], []).append(observation)
    for claims in months.values():
        yield from combinations(claims, 2)


def _contradict(fact: Fact, one: Observation, other: Observation) -> bool:
    if one.status == other.status == "implied" or not periods.same_time(fact.kind, one.time, other.time):
        return False
    first, second = interval(one), interval(other)
    return first is not None and second is not None and not first.meets(second)
