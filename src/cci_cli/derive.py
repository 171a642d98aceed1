"""What a fact base does not say itself but follows from it: order, ids, conflicts, implied values, links.

Done once, when an index is built. Nothing reported is changed or hidden.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from cci_cli import numerals, periods, quantities
from cci_cli.links import words_address
from cci_cli.model import Observation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cci_cli.model import Fact, FactBase, Number, Source
    from cci_cli.quantities import Interval

#: Kinds of facts that have texts for times, not figures for years.
TEXTS = ("event", "statement")
#: A fact's id in a caveat.
_FACT = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+")


def derived(base: FactBase) -> FactBase:
    """The fact base with everything that follows from it."""
    return base._replace(facts=tuple(derived_fact(fact, base.sources) for fact in base.facts))


def derived_fact(fact: Fact, sources: Mapping[str, Source]) -> Fact:
    """A fact with its observations in order of time, identified, and each with what it contradicts.

    Where a source reported a growth, the value of the year before that it implies is added, unless
    a reported value of that time agrees with it.
    """
    reported = [
        _Claim(_marked(observation, fact, sources), interval(observation))
        for observation in fact.observations
    ]
    claims = _identified(_in_order([*reported, *_implied(fact, reported)]))
    return fact._replace(observations=_with_conflicts(fact, claims))


class _Claim(NamedTuple):
    """An observation with the values that it can mean; None for a text."""

    observation: Observation
    interval: Interval | None


def _marked(observation: Observation, fact: Fact, sources: Mapping[str, Source]) -> Observation:
    partial = fact.kind == "flow" and not periods.whole_years(observation.time)
    replaced = observation.replaces
    return observation._replace(
        replaces=_marked(replaced, fact, sources) if replaced else None,
        partial=partial,
        weak=rests_on_weak(observation, sources),
        citations=tuple(
            each._replace(link=words_address(sources[each.source].url, each.quote))
            for each in observation.citations
        ),
    )


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


def meaning(fact: Fact, observation: Observation) -> Interval | None:
    """The values an observation of a fact can mean; of an implied one, all that the growth allows.

    An implied value is rounded, so that its own digits say less than what it was computed from.
    """
    if observation.status == "reported":
        return interval(observation)
    found = origin(fact, observation)
    claim = _year_before(fact, _Claim(found, interval(found))) if found else None
    return claim.interval if claim else interval(observation)


def origin(fact: Fact, implied: Observation) -> Observation | None:
    """The observation whose growth an implied value was computed from."""
    for each in fact.observations:
        if each.growth is None or each.value is None or each.citations != implied.citations:
            continue
        later = periods.span(each.time).end > periods.span(implied.time).end
        if not later or _formula(each.value, each.growth) != implied.formula:
            continue
        if periods.year_before(each.time) == implied.time:
            return each
    return None


def growth_interval(observation: Observation) -> Interval | None:
    """The year-on-year changes, in percent, that a reported growth can mean; None where none was reported."""
    if observation.growth is None:
        return None
    written = min(quantities.step_place(observation.growth), 0)
    return quantities.interval(observation.growth, observation.growth_qualifier, place=written)


def crosses_break(fact: Fact, one: str, other: str) -> bool:
    """Whether a break of the fact lies between two times, so that they must not be compared.

    A flow is broken by a date within its period too: part of it was counted in one way, part in another.
    """
    first, second = sorted((periods.span(one), periods.span(other)), key=lambda each: each.end)
    since = first.start if fact.kind == "flow" else first.end
    return any(since < periods.span(each.time).start <= second.end for each in fact.breaks)


def in_year(kind: str, time: str, year: int) -> bool:
    """Whether an observation at a time can speak for a year.

    It ends in the year, and if it is a flow or given for a period, begins in it too. So a fiscal year, or
    the sum of several, belongs to none. What happened or was stated belongs to the year of its end.
    """
    start, end = periods.span(time)
    lasts = kind == "flow" or (kind not in TEXTS and "/" in time)
    return end.year == year and (start.year == year or not lasts)


def years_of(fact: Fact) -> set[int]:
    """The years for which something speaks for a fact: a figure, a growth, or a text."""
    able = ((each, periods.year_of(each.time)) for each in fact.observations if each.rank != "deprecated")
    return {year for each, year in able if in_year(fact.kind, each.time, year)}


def siblings(facts: Iterable[Fact]) -> dict[str, list[str]]:
    """Facts of one kind and unit of which one's caveat names the other: the same thing, counted otherwise.

    A caveat names a fact by its id. What is said of one holds of both.
    """
    counted = {fact.id: fact for fact in facts if fact.unit is not None}
    found: dict[str, list[str]] = {}
    for fact in counted.values():
        for name in _FACT.findall(" ".join(fact.caveat or ())):
            other = counted.get(name)
            alike = other and other is not fact and (other.kind, other.unit) == (fact.kind, fact.unit)
            if alike and name not in found.get(fact.id, ()):
                found.setdefault(fact.id, []).append(name)
                found.setdefault(name, []).append(fact.id)
    return found


def named(observations: Sequence[Observation]) -> dict[str, Observation]:
    """The reported observations of a fact by the ids that they will have."""
    claims = _identified(_in_order([_Claim(each, None) for each in observations]))
    return {claim.observation.id: claim.observation for claim in claims}


def _in_order(claims: Sequence[_Claim]) -> list[_Claim]:
    def key(claim: _Claim) -> tuple[object, ...]:
        return periods.sort_key(claim.observation.time), claim.observation.status == "implied"

    return sorted(claims, key=key)


def _identified(claims: Sequence[_Claim]) -> list[_Claim]:
    """Observations with ids: their time, and ``#2``, ``#3`` … where a time occurs again."""
    seen: Counter[str] = Counter()
    result = []
    for claim in claims:
        time = claim.observation.time
        seen[time] += 1
        identifier = time if seen[time] == 1 else f"{time}#{seen[time]}"
        result.append(claim._replace(observation=claim.observation._replace(id=identifier)))
    return result


def _implied(fact: Fact, reported: Sequence[_Claim]) -> Iterator[_Claim]:
    """The year-before values that reported growths imply: value / (1 + growth / 100).

    One that a reported value confirms is left out, and of several that agree the widest.
    """
    if fact.kind in ("share", "event", "statement"):
        return
    by_month = _by_month(reported)
    found = [claim for each in reported if (claim := _year_before(fact, each))]
    kept: dict[tuple[int, ...], list[_Claim]] = {}
    for claim in sorted(found, key=_width):
        month = _month(claim)
        rivals = [*by_month.get(month, ()), *kept.get(month, ())]
        if not any(_agree(fact, claim, other) for other in rivals):
            kept.setdefault(month, []).append(claim)
            yield claim


def _year_before(fact: Fact, claim: _Claim) -> _Claim | None:
    """What an observation's growth says of the year before; None where nothing follows from it."""
    observation, now = claim
    value, growth, change = observation.value, observation.growth, growth_interval(observation)
    if value is None or growth is None or now is None or change is None or observation.upper is not None:
        return None
    if observation.rank == "deprecated" or periods.span(observation.time).start.year == 1:
        return None
    before = periods.year_before(observation.time)
    bounds = quantities.before_growth(now, change)
    if bounds is None or crosses_break(fact, before, observation.time):
        return None
    implied = quantities.rounded(Decimal(value) / (1 + Decimal(growth) / 100), bounds)
    if isinstance(value, int) and implied % 1:  # there are no parts of a train
        implied = implied.quantize(Decimal(1))
    hedged = observation.qualifier not in ("exact", "about") and observation.growth_qualifier == "exact"
    return _Claim(
        Observation(
            id="",
            time=before,
            value=implied,
            qualifier=observation.qualifier if hedged else "about",
            status="implied",
            formula=_formula(value, growth),
            partial=observation.partial,
            weak=observation.weak,
            citations=observation.citations,
            own=observation.own,
        ),
        bounds,
    )


def _formula(value: Number, growth: Number) -> str:
    return f"{value:,} / (1 {'+' if growth >= 0 else '-'} {abs(growth)}%)"


def _width(claim: _Claim) -> Decimal:
    assert claim.interval
    return claim.interval.high - claim.interval.low


def _month(claim: _Claim) -> tuple[int, ...]:
    return periods.span(claim.observation.time).end[:2]


def _by_month(claims: Sequence[_Claim]) -> dict[tuple[int, ...], list[_Claim]]:
    """Claims by the month their time ends in: no two of different months are of one time."""
    months: dict[tuple[int, ...], list[_Claim]] = {}
    for claim in claims:
        if claim.interval and claim.observation.rank != "deprecated":
            months.setdefault(_month(claim), []).append(claim)
    return months


def _agree(fact: Fact, one: _Claim, other: _Claim) -> bool:
    """Whether two claims are of one time and some value is meant by both."""
    if not (one.interval and other.interval and one.interval.meets(other.interval)):
        return False
    return periods.same_time(fact.kind, one.observation.time, other.observation.time)


def _with_conflicts(fact: Fact, claims: Sequence[_Claim]) -> tuple[Observation, ...]:
    """Each observation with the ids of those it contradicts: one time, and intervals that do not meet."""
    rivals: dict[str, list[str]] = {}
    for together in _by_month(claims).values():
        for one, other in _pairs_apart(together):
            if _contradict(fact, one, other):
                rivals.setdefault(one.observation.id, []).append(other.observation.id)
                rivals.setdefault(other.observation.id, []).append(one.observation.id)
    observations = (claim.observation for claim in claims)
    return tuple(each._replace(conflicts_with=tuple(rivals.get(each.id, ()))) for each in observations)


def _pairs_apart(claims: Sequence[_Claim]) -> Iterator[tuple[_Claim, _Claim]]:
    """Pairs of claims whose intervals do not meet; those that all agree cost no more than a look."""
    intervals = [claim.interval for claim in claims if claim.interval]
    if max(each.low for each in intervals) < min(each.high for each in intervals):
        return
    yield from combinations(claims, 2)


def _contradict(fact: Fact, one: _Claim, other: _Claim) -> bool:
    first, second = one.observation, other.observation
    if first.status == second.status == "implied":
        return False
    if not (one.interval and other.interval) or one.interval.meets(other.interval):
        return False
    return periods.same_time(fact.kind, first.time, second.time)
