"""The rows of the tables of :mod:`cci_cli.exports.tables`, in the order of their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import encode, periods
from cci_cli.derive import meaning
from cci_cli.lookup import speaking
from cci_cli.units import CURRENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from cci_cli.exports.selection import Selection
    from cci_cli.model import Fact, Observation, Text

    Row = tuple[object, ...]

_NEITHER = (None, None)


class Told(NamedTuple):
    """A fact of a selection, and where in that it stands, from 1 on."""

    selection: Selection
    position: int
    fact: Fact


def told(selection: Selection) -> Iterator[Told]:
    """The facts of a selection, one by one."""
    for position, fact in enumerate(selection.facts(), start=1):
        yield Told(selection, position, fact)


def topics(selection: Selection) -> Iterator[Row]:
    """A row a topic."""
    for each in selection.topics():
        yield each.id, *each.label, encode.json_line(each.aliases), each.own


def units(selection: Selection) -> Iterator[Row]:
    """A row a unit: those of the fact base, then money."""
    known = selection.units()
    yield from known.values()  # their fields are the columns
    for code, (sign, word) in CURRENCIES.items():
        if code not in known:
            yield code, sign.strip(), sign.strip(), word, None


def facts(given: Told) -> Iterator[Row]:
    """The row of a fact."""
    fact = given.fact
    yield (
        given.position,
        fact.id,
        fact.topic,
        *fact.label,
        fact.kind,
        fact.unit,
        *_both(fact.scope),
        *_both(fact.caveat),
        encode.json_line(fact.aliases),
        fact.headline,
        fact.own,
        fact.replaces_builtin,
    )


def breaks(given: Told) -> Iterator[Row]:
    """A row a break of a fact."""
    for each in given.fact.breaks:
        yield given.fact.id, each.time, *each.caveat


def observations(given: Told) -> Iterator[Row]:
    """A row an observation of a fact."""
    now = speaking(given.fact, given.selection.sources_of(given.fact))
    for each in given.fact.observations:
        start, end = periods.span(each.time)
        yield (
            given.fact.id,
            each.id,
            each.time,
            _day(*start),
            _day(*end),
            encode.number_json(each.value),
            encode.number_json(each.upper),
            *_ends(given.fact, each),
            each.qualifier,
            encode.number_json(each.growth),
            each.growth_qualifier,
            *_both(each.text),
            each.status,
            each.rank,
            *_both(each.reason),
            *_both(each.caveat),
            each.formula,
            each.partial,
            each.weak,
            each is now,
            each.own,
            *_replaced(each),
        )


def sources(selection: Selection) -> Iterator[Row]:
    """A row a source."""
    for each in selection.sources():
        authors = encode.source_json(each)["author"]
        yield (
            each.id,
            each.type,
            each.standing,
            each.title,
            encode.json_line(authors),
            each.container_title,
            each.publisher,
            each.original_publisher,
            each.issued,
            each.url,
            each.language,
            *_both(each.note),
            each.own,
            each.replaces_builtin,
        )


def citations(given: Told) -> Iterator[Row]:
    """A row a citation of a fact's observations."""
    for observation in given.fact.observations:
        for number, each in enumerate(observation.citations, start=1):
            words = each.quote, each.locator, *_both(each.exception), each.link
            yield given.fact.id, observation.id, number, each.source, *words


def contradictions(given: Told) -> Iterator[Row]:
    """A row a pair of a fact's observations that contradict each other, the first in the file first."""
    places = {each.id: place for place, each in enumerate(given.fact.observations)}
    for each in given.fact.observations:
        for other in each.conflicts_with:
            if places[each.id] < places[other]:
                yield given.fact.id, each.id, other


def _both(text: Text | None) -> tuple[str | None, str | None]:
    return text or _NEITHER


def _replaced(observation: Observation) -> Row:
    """What an observation stands instead of: its id, and its value with the words that hedged it."""
    replaced = observation.replaces
    if replaced is None:
        return (None,) * 4
    ends = encode.number_json(replaced.value), encode.number_json(replaced.upper)
    return replaced.id, *ends, replaced.qualifier


def _day(year: int, month: int, day: int) -> str:
    return f"{year:04d}-{month:02d}-{day:02d}"


def _ends(fact: Fact, observation: Observation) -> tuple[object, object]:
    """The lowest and the highest value that an observation can mean."""
    found = meaning(fact, observation)
    return (_end(found.low), _end(found.high)) if found else _NEITHER


def _end(value: Decimal) -> int | float | None:
    return encode.number_json(value) if value.is_finite() else None
