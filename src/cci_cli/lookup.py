"""Answers from an index: plain functions, model in, pages of model out.

A page is what a command found, before anything decides how it looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cci_cli import encode, periods
from cci_cli.index.store import DamagedIndex
from cci_cli.model import STANDINGS, Fact, Observation, Source, Text, Topic, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cci_cli.index import Index

#: A word that is found in more facts than this is not listed with all of them.
MOST_CANDIDATES = 12


class NotFound(Exception):
    """Nothing answers to a word. ``kind`` is topic, fact or source; ``near`` what may have been meant."""

    def __init__(self, kind: str, word: str, near: Sequence[str] = ()) -> None:
        super().__init__(word)
        self.kind, self.word, self.near = kind, word, list(near)


class Ambiguous(NotFound):
    """Several things answer to a word; ``near`` names them, ``labels`` says what they are."""

    def __init__(self, kind: str, word: str, near: Sequence[str], labels: Mapping[str, Text]) -> None:
        super().__init__(kind, word, near)
        self.labels = labels


class Overview(NamedTuple):
    """What there is: each topic with its number of facts, and numbers about the whole."""

    topics: list[tuple[Topic, int]]
    summary: dict[str, Any]
    examples: list[str]


class TopicPage(NamedTuple):
    """A topic's facts, or only its headline facts, and the sources of their observations.

    ``rest`` is how many facts of the topic are not on the page.
    """

    topic: Topic
    facts: list[Fact]
    sources: dict[str, Source]
    units: dict[str, Unit]
    year: int | None = None
    rest: int = 0


class FactPage(NamedTuple):
    """One fact and the sources of its observations.

    ``development`` is what the index keeps of the fact's development; None if there is nothing, or a year
    was asked for.
    """

    fact: Fact
    sources: dict[str, Source]
    units: dict[str, Unit]
    development: list[dict[str, Any]] | None = None


def overview(index: Index) -> Overview:
    """What the fact base holds."""
    topics = [(topic, index.count(topic.id)) for topic in index.topics()]
    first = index.fact_names()[:1]
    examples = [topic.id for topic, _ in topics[1:2]] + [f"show {name}" for name, *_ in first]
    return Overview(topics, index.summary(), [*examples, "export --format csv"])


def topic_page(
    index: Index, topic: Topic, year: int | None = None, *, headlines_only: bool = False
) -> TopicPage:
    """A topic's facts; with a year, only what was observed for that year.

    With ``headlines_only``, the topic's headline facts if it has any and no year is asked for.
    """
    if headlines_only and year is None and (facts := index.headline_facts(topic.id)):
        rest = index.count(topic.id) - len(facts)
        return TopicPage(topic, facts, index.sources(named(facts)), index.units(), None, rest)
    facts = index.facts(topic.id)
    if not facts:
        raise NotFound("facts", topic.id)
    if year is not None:
        facts = [kept for fact in facts if (kept := of_year(fact, year)).observations]
        if not facts:
            raise NotFound("year", f"{year:04d}", near=_years(index.facts(topic.id)))
    return TopicPage(topic, facts, index.sources(named(facts)), index.units(), year)


def topic_json(index: Index, topic: Topic) -> str:
    """A topic as the JSON document that its page would give, put together without decoding it."""
    facts, sources = index.topic_json(topic.id)
    about = encode.json_line({"id": topic.id, "label": topic.label._asdict(), "own": topic.own})
    bodies = ",".join(f"{encode.json_line(name)}:{body}" for name, body in sources)
    parts = {"topic": about, "facts": f"[{','.join(facts)}]", "sources": f"{{{bodies}}}"}
    return (
        f'{{"schema":"{encode.SCHEMA}",' + ",".join(f'"{name}":{part}' for name, part in parts.items()) + "}"
    )


def fact_page(index: Index, word: str, year: int | None = None) -> FactPage:
    """One fact, found by its id or a shortened one; with a year, only what was observed for it."""
    fact = find_fact(index, word)
    if year is not None:
        kept = of_year(fact, year)
        if not kept.observations:
            raise NotFound("year", f"{year:04d}", near=_years([fact]))
        fact = kept
    development = index.development(fact.id) if year is None else None
    return FactPage(fact, index.sources(named([fact])), index.units(), development)


def find_topic(index: Index, word: str) -> Topic:
    """The topic that a word names: its slug or a label in any case, or the unambiguous start of one.

    Raises NotFound or Ambiguous.
    """
    topics = {topic.id: topic for topic in index.topics()}
    names = [_Named(topic.id, topic.label, topic.aliases) for topic in topics.values()]
    return topics[_one("topic", word, names, inside=False)]


def topic_asked(index: Index, word: str | None) -> Topic | None:
    """The topic that an option names; None where it was not given. Raises NotFound or Ambiguous."""
    return None if word is None else find_topic(index, word)


def find_fact(index: Index, word: str) -> Fact:
    """The fact that a word names: an id, its slug or a label, or an unambiguous part of one.

    Raises NotFound or Ambiguous.
    """
    fact = index.fact(word)
    if fact is None:
        names = [
            _Named(name, Text(en, zh), (name.partition(".")[2], *aliases.splitlines()))
            for name, en, zh, aliases in index.fact_names()
        ]
        fact = index.fact(_one("fact", word, names))
    if fact is None:
        raise DamagedIndex
    return fact


def find_source(index: Index, word: str) -> Source:
    """The source that a word names: its id, or an unambiguous part of it.

    Raises NotFound or Ambiguous.
    """
    sources = index.sources()
    return sources[_one("source", word, [_Named(name) for name in sources])]


class _Named(NamedTuple):
    """A thing and everything that it answers to."""

    id: str
    label: Text | None = None
    others: tuple[str, ...] = ()

    def words(self) -> list[str]:
        return [word.casefold() for word in (self.id, *(self.label or ()), *self.others)]


def _one(kind: str, word: str, things: Sequence[_Named], *, inside: bool = True) -> str:
    """The one thing that a word names, by the strictest of: same name, same start, a part of it."""
    asked = word.casefold().strip()
    known = [(thing, thing.words()) for thing in things]
    steps: list[Callable[[str], bool]] = [asked.__eq__, lambda each: each.startswith(asked)]
    if inside:
        steps.append(lambda each: asked in each)
    for answers in steps if asked else ():
        found = [thing for thing, words in known if any(answers(each) for each in words)]
        if len(found) == 1:
            return found[0].id
        if found:
            labels = {thing.id: thing.label for thing in found if thing.label}
            raise Ambiguous(kind, word, [thing.id for thing in found], labels)
    owners = {each: thing.id for thing, words in known for each in words}
    raise NotFound(kind, word, _near(asked, owners))


def _near(asked: str, owners: Mapping[str, str]) -> list[str]:
    from difflib import get_close_matches

    # more than one only where they are all but equally near
    matches = get_close_matches(asked, owners, n=3, cutoff=0.6)
    near = get_close_matches(asked, matches, n=3, cutoff=0.9) or matches[:1]
    return list(dict.fromkeys(owners[match] for match in near))


def _years(facts: Iterable[Fact]) -> list[str]:
    years = {periods.year_of(each.time) for fact in facts for each in fact.observations}
    return [str(year) for year in sorted(years)]


def cited(facts: Iterable[Fact]) -> set[str]:
    """The ids of all sources that some facts cite."""
    observations = (each for fact in facts for each in fact.observations)
    return {citation.source for each in observations for citation in each.citations}


def named(facts: Iterable[Fact]) -> set[str]:
    """The ids of all sources that are named beside some facts; see :func:`named_beside`."""
    return named_beside(each for fact in facts for each in fact.observations)


def named_beside(observations: Iterable[Observation]) -> set[str]:
    """The ids of the sources that observations cite, and of those of what they stand instead of."""
    told = (one for each in observations for one in (each, each.replaces) if one)
    return {citation.source for each in told for citation in each.citations}


def of_year(fact: Fact, year: int) -> Fact:
    """A fact with only the observations that are reported for a year: those whose time ends in it."""
    kept = tuple(each for each in fact.observations if periods.year_of(each.time) == year)
    return fact._replace(observations=kept)


def speaking(fact: Fact, sources: Mapping[str, Source]) -> Observation | None:
    """The observation that speaks for a fact: the latest, and of several at that time the better-sourced.

    A flow over whole years speaks before one over part of a year, which is not comparable with it;
    what was reported speaks before what is implied; what is deprecated only where there is nothing else.
    """
    able = [each for each in fact.observations if each.rank != "deprecated"]
    for group in (
        [each for each in able if each.status == "reported" and not each.partial],
        [each for each in able if each.status == "reported"],
        able,
        fact.observations,
    ):
        if group:
            return max(group, key=lambda each: _weight(each, sources))
    return None


def _weight(observation: Observation, sources: Mapping[str, Source]) -> tuple[Any, ...]:
    standings = [STANDINGS.index(sources[each.source].standing) for each in observation.citations]
    return (
        periods.span(observation.time).end,
        observation.rank == "preferred",
        -min(standings, default=len(STANDINGS)),
        observation.qualifier == "exact",
        len(observation.citations),
    )


def rivals(fact: Fact, observation: Observation) -> list[Observation]:
    """The observations that contradict one."""
    if not observation.conflicts_with:
        return []
    named = set(observation.conflicts_with)
    return [each for each in fact.observations if each.id in named]
