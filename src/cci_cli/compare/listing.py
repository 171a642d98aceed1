"""Which facts a comparison lists, found before any is read: those of several years, and siblings apart.

Facts are known here by their position in the file, and by the years for which they say something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cci_cli.compare.choose import Choice
    from cci_cli.index.speaking import Speaking


class Listing(NamedTuple):
    """The facts to list, and how many are left out.

    ``apart`` holds those that have siblings for other years instead of a figure, with these; ``one_year``
    and ``texts`` count what is left out: facts of one year only, and events and statements.
    """

    facts: frozenset[int]
    apart: dict[int, list[int]]
    one_year: int
    texts: int


def listing(
    spoken: Sequence[Speaking],
    meant: Choice | None,
    siblings: Mapping[int, Sequence[int]],
    *,
    all_facts: bool = False,
) -> Listing:
    """The facts to list of what speaks in some years, ``spoken``, a collection a year."""
    years = _years(spoken)
    asked = set(years) if meant is None else years.keys() & meant.positions
    texts = asked & frozenset().union(*(each.texts for each in spoken))
    single = {fact for fact in asked - texts if len(years[fact]) == 1}
    listed = asked - texts - single
    if all_facts:
        listed |= single | texts
    elif meant:
        listed |= texts & meant.named
    found = set(listed)
    for fact in single:
        elsewhere = _elsewhere(fact, siblings, years)
        if elsewhere:
            found |= {fact, *elsewhere}
    apart = {
        fact: others
        for fact in found
        if len(years[fact]) == 1
        and (others := [each for each in _elsewhere(fact, siblings, years) if each in found])
    }
    return Listing(frozenset(found), apart, len(single - found), len(texts - found))


def _years(spoken: Sequence[Speaking]) -> dict[int, set[int]]:
    """For which of the years each fact says something; a year is known by its place among them."""
    years: dict[int, set[int]] = {}
    for year, each in enumerate(spoken):
        for fact in each.figures | each.texts:
            years.setdefault(fact, set()).add(year)
    return years


def _elsewhere(fact: int, siblings: Mapping[int, Sequence[int]], years: Mapping[int, set[int]]) -> list[int]:
    """The siblings of a fact that say something for a year for which it does not."""
    return [each for each in siblings.get(fact, ()) if years.get(each, set()) - years[fact]]


def side_by_side(facts: frozenset[int], apart: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """The facts in the order of the file, but siblings apart next to each other, in one group."""
    groups: list[list[int]] = []
    seen: set[int] = set()
    for fact in sorted(facts):
        if fact in seen:
            continue
        group = [fact]
        for each in group:  # grows while it is walked
            group += [other for other in sorted(apart.get(each, ())) if other in apart and other not in group]
        seen.update(group)
        groups.append(group)
    return groups
