"""Of a fact that answers a query: the observation that does, and the words of it that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import lookup, periods
from cci_cli.search.words import plain, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cci_cli.model import Fact, Observation, Source
    from cci_cli.search.asked import Times
    from cci_cli.search.rank import Found


def answer(
    found: Found, fact: Fact, sources: Mapping[str, Source], times: Times, matched: frozenset[str]
) -> Observation | None:
    """The observation that answers: by its figure, its year, or the words that it says."""
    by_id = {each.id: each for each in fact.observations}
    asked = [by_id[name] for name in found.figures if name in by_id]
    narrowed = [each for each in asked or fact.observations if _of_times(each, times)]
    if asked:
        among = narrowed or asked
        if found.field in ("value", "growth"):
            nearest = max(found.figures[each.id] for each in among)
            among = [each for each in among if found.figures[each.id] == nearest]
        return _least_doubtful(fact, among, sources)
    if narrowed and (times.years or times.months):
        return lookup.speaking(fact._replace(observations=tuple(narrowed)), sources)
    return _saying(fact, matched) or lookup.speaking(fact, sources)


def _least_doubtful(
    fact: Fact, among: Sequence[Observation], sources: Mapping[str, Source]
) -> Observation | None:
    """Of several observations with the figure, the one that speaks among those least in doubt."""
    undisputed = [each for each in among if not each.conflicts_with and each.rank != "deprecated"]
    sure = [each for each in undisputed if each.caveat is None]
    return lookup.speaking(fact._replace(observations=tuple(sure or undisputed or among)), sources)


def _of_times(observation: Observation, times: Times) -> bool:
    """Whether an observation is of a month that was named, or of a year if no month was."""
    if times.months:
        return any(month in observation.time for month in times.months)
    return not times.years or periods.year_of(observation.time) in times.years


def _saying(fact: Fact, matched: frozenset[str]) -> Observation | None:
    """Of several observations with texts, the one that says more of the words asked for than any other."""
    if sum(each.text is not None for each in fact.observations) < 2:
        return None
    names = set(tokens(plain(" ".join(fact.label))))
    wanted_words = matched - names
    told = sorted(
        ((len(wanted_words & _said(each)), at) for at, each in enumerate(fact.observations)), reverse=True
    )
    return fact.observations[told[0][1]] if told[0][0] > told[1][0] else None


def _said(observation: Observation) -> set[str]:
    quotes = [citation.quote for citation in observation.citations]
    return set(tokens(plain(" ".join([*(observation.text or ()), *quotes]))))


def missed(fact: Fact, times: Times) -> tuple[int, ...]:
    """The years asked for of which a fact has no observation."""
    observed = {periods.year_of(each.time) for each in fact.observations}
    return tuple(year for year in sorted(times.years) if year not in observed)


def instead(fact: Fact, observation: Observation | None, sources: Mapping[str, Source]) -> Observation | None:
    """What stands where an observation is deprecated: one of its year, else what speaks for the fact."""
    if observation is None or observation.rank != "deprecated":
        return None
    for among in (lookup.of_year(fact, periods.year_of(observation.time)), fact):
        stands = lookup.speaking(among, sources)
        if stands and stands.rank != "deprecated":
            return stands
    return None


def evidence(
    found: Found,
    fact: Fact,
    observation: Observation | None,
    sources: Mapping[str, Source],
    matched: frozenset[str],
) -> str:
    """The text of the best field, where label and answer do not show it: an alias, a scope, a quote."""
    texts: Sequence[str] = ()
    match found.field:
        case "aliases":
            texts = fact.aliases
        case "scope":
            texts = fact.scope or ()
        case "text":
            return _said_elsewhere(fact, observation, matched, lambda each: each.text or ())
        case "quote":
            own = [citation.quote for citation in observation.citations] if observation else []
            return _best(own, matched) or _said_elsewhere(
                fact, observation, matched, lambda each: [citation.quote for citation in each.citations]
            )
        case "source":
            cited = {citation.source for each in fact.observations for citation in each.citations}
            texts = [title for name in sorted(cited) if (title := sources[name].title)]
    return _best(texts, matched)


def _best(texts: Iterable[str], matched: frozenset[str]) -> str:
    """The text that says most of the words asked for, of several the shortest."""
    said = [(len(matched & set(tokens(plain(text)))), -len(text), text) for text in texts]
    best = max(said, default=(0, 0, ""))
    return best[2] if best[0] else ""


def _said_elsewhere(
    fact: Fact,
    observation: Observation | None,
    matched: frozenset[str],
    words_of: Callable[[Observation], Iterable[str]],
) -> str:
    """Words of another observation than the one shown, with its time, since they tell another figure."""
    told = {
        text: each.time for each in fact.observations if each is not observation for text in words_of(each)
    }
    best = _best(told, matched)
    return f"{told[best]}: {best}" if best else ""
