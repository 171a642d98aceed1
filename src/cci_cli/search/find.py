"""A search: the query as it was typed in, the page of what was found out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import lookup
from cci_cli.lookup import NotFound
from cci_cli.search import answer, asked, query
from cci_cli.search.correct import Corrector
from cci_cli.search.intents import wanted
from cci_cli.search.page import Hit, SearchPage
from cci_cli.search.postings import Postings
from cci_cli.search.rank import Found, Ranking
from cci_cli.search.values import matches
from cci_cli.search.words import is_han, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cci_cli.index import Index
    from cci_cli.model import Fact, Source

#: A query has so many characters at most.
MOST_CHARACTERS = 1000
#: So many facts are shown if nothing else is said.
LIMIT = 10


def find(
    index: Index, typed: str, *, topic: str | None = None, year: int | None = None, limit: int = LIMIT
) -> SearchPage:
    """The facts that answer what was typed, the best first, of one topic or year if one is given.

    Raises NotFound with the nearest words where nothing does.
    """
    text = _simplified(index, plain(typed))
    postings = Postings(index, topic, year)
    rest, numbers, times = asked.read(text)
    corrector = Corrector(index, postings)
    groups = corrector.corrected(query.groups(rest))
    ranking = Ranking(index, postings)
    ranking.add_words(groups)
    for each in numbers:
        ranking.add_figures(matches(index, each), spoken=each.spoken)
    ranking.add_years(times)
    found = ranking.best(groups, wanted(text), limit)
    if not found and year is not None:
        from cci_cli.index.speaking import speaking_years

        raise NotFound("year", f"{year:04d}", [f"{each:04d}" for each in speaking_years(index)])
    if not found:
        raise NotFound("words", typed, nearest(index, groups))
    facts = index.facts_at([each.position for each in found])
    if year is not None:
        facts = {position: lookup.of_year(fact, year) for position, fact in facts.items()}
    sources = index.sources(lookup.named(facts.values()))
    matched = frozenset(token for group in groups for way in group.alternatives for token in way.tokens)
    hits = [_hit(each, facts[each.position], sources, times, matched) for each in found]
    return SearchPage(typed, hits, corrector.taken, matched, sources, index.units())


def _simplified(index: Index, text: str) -> str:
    """A plain text with its traditional characters as simplified ones."""
    chars = {char for char in text if is_han(char)}
    if not chars:
        return text
    marks = ",".join("?" * len(chars))
    rows = index.ask_search(f"SELECT char, plain FROM variant WHERE char IN ({marks})", sorted(chars))
    return text.translate({ord(char): simple for char, simple in rows})


def nearest(index: Index, groups: Iterable[query.Group]) -> list[str]:
    """Words of the fact base that are nearest to those that nothing was found for."""
    from cci_cli.search.spelling import distance

    near: list[tuple[int, str]] = []
    for group in groups:
        start = group.typed[:2]
        if is_han(start):
            continue
        rows = index.ask_search(
            "SELECT word FROM spelling WHERE word >= ? AND word < ? ORDER BY weight DESC LIMIT 200",
            [start, start + "{"],
        )
        told = sorted((distance(group.typed, word, 4), word) for (word,) in rows)
        near += [each for each in told[:2] if each[0] <= max(2, len(group.typed) // 2)]
    return list(dict.fromkeys(word for _, word in sorted(near)))[:3]


def _hit(
    found: Found, fact: Fact, sources: Mapping[str, Source], times: asked.Times, matched: frozenset[str]
) -> Hit:
    chosen = answer.answer(found, fact, sources, times, matched)
    return Hit(
        round(found.score, 4),
        found.field,
        fact,
        chosen,
        answer.evidence(found, fact, chosen, sources, matched),
        answer.instead(fact, chosen, sources),
        answer.missed(fact, times),
    )
