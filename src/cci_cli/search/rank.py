"""Which facts answer a query best: the field a word stands in, how rare it is, how much of the name is said.

A score is the share of the query that a fact answers, from 0 to 1, each word counted by how rare it is among
all facts (inverse document frequency: Spärck Jones, Journal of Documentation 28, 1972) and by its field; then
nearness to one of the fact's names, and the fact's own merit, decide among those that answer alike.
"""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.search.fields import FIELDS, TIME_MARK
from cci_cli.search.names import Nearness
from cci_cli.search.words import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cci_cli.index import Index
    from cci_cli.search.asked import Match, Times
    from cci_cli.search.postings import Postings
    from cci_cli.search.query import Alternative, Group

#: So many facts are looked at closely.
MOST_CANDIDATES = 40
_WEIGHTS = {name: weight for name, (_, weight) in FIELDS.items()}
#: What answers so much less than the best does not answer.
_FAR = 0.2
#: How much a name that says what the query says counts beside the words found, and a fact's merit.
_NEARNESS, _MERIT = 0.45, 0.12
#: Each further field of a fact that says a word adds so much: what a fact is about, it says again.
_MORE = 0.03
#: Two characters that chance brings together in one name are no rarer than a pair in so many.
_COMMON_PAIR = 30
#: A figure counts as much as so many rare words; a figure in words hardly.
_FIGURE, _SPOKEN_FIGURE = 1.6, 0.25
#: A year counts as much as a word of little rarity; a fact that was observed then answers it as far.
_YEAR, _OBSERVED, _MONTH = 0.7, 0.7, 2.0
#: A fact that says nothing of the years asked for answers so much less.
_OTHER_YEARS = 0.8


class Found(NamedTuple):
    """A fact that answers: its place in the file, score, and best field.

    ``figures`` are the ids of the observations that may be a figure asked for, each with how near it is.
    """

    doc: int
    position: int
    score: float
    field: str
    figures: Mapping[str, float] = MappingProxyType({})


class Ranking:
    """The facts that answer one query, as scores by document."""

    def __init__(self, index: Index, postings: Postings) -> None:
        self._index, self._postings = index, postings
        self._scores: dict[int, float] = {}
        self._best: dict[int, tuple[float, str]] = {}
        self._figures: dict[int, dict[str, float]] = {}
        self._of_years: set[int] = set()
        self._total = 0.0
        self._weights: list[float] = []

    def _rarity(self, found: int) -> float:
        return math.log(1 + self._postings.size / max(found, 0.5))

    def _add(self, scores: Mapping[int, tuple[float, str]], weight: float) -> None:
        self._total += weight
        for doc, (share, field) in scores.items():
            gained = weight * share
            self._scores[doc] = self._scores.get(doc, 0.0) + gained
            if gained > self._best.get(doc, (0.0, ""))[0]:
                self._best[doc] = (gained, field)

    def add_words(self, groups: Sequence[Group]) -> None:
        """Count the words of a query."""
        deep = self._deep(groups)
        for group in groups:
            merged: dict[int, tuple[float, str]] = {}
            rarest = 0.0
            for alternative in group.alternatives:
                rarity, shares = self._shares(alternative, deep)
                rarest = max(rarest, rarity)
                for doc, (share, field) in shares.items():
                    if share > merged.get(doc, (0.0, ""))[0]:
                        merged[doc] = (share, field)
            weight = group.weight * (rarest or self._rarity(0))
            self._weights.append(weight)
            self._add(merged, weight)

    def _shares(
        self, alternative: Alternative, deep: Iterable[int]
    ) -> tuple[float, dict[int, tuple[float, str]]]:
        """How rare one way to understand a word is, and how much of it each fact says."""
        shares: dict[int, float] = {}
        best: dict[int, tuple[float, str]] = {}
        total = 0.0
        for token in alternative.tokens:
            found = self._postings.of(token)
            if token in self._postings.cut:
                found = found | self._postings.within(token, [doc for doc in deep if doc not in found])
            rarities = self._rarities(token, found)
            total += max(rarities.values(), default=0.0)
            for doc, field in found.items():
                more = _MORE * (self._postings.fields(token, doc) - 1)
                gained = rarities[field] * (_WEIGHTS[field] + more)
                shares[doc] = shares.get(doc, 0.0) + gained
                if gained > best.get(doc, (0.0, ""))[0]:
                    best[doc] = (gained, field)
        sure = alternative.sureness
        scaled = {doc: (sure * share / total, best[doc][1]) for doc, share in shares.items()}
        return total / max(len(alternative.tokens), 1), scaled

    def _rarities(self, token: str, found: Mapping[int, str]) -> dict[str, float]:
        """How rare a token is in each field or a better one: every text may name a place, few labels do."""
        fields = list(found.values())
        most = self._rarity(_COMMON_PAIR) if is_han(token) else math.inf
        rarities: dict[str, float] = {}
        count = 0
        for field in _WEIGHTS:
            if here := fields.count(field):
                count += here
                rarities[field] = min(self._rarity(count), most)
        return rarities

    def _deep(self, groups: Sequence[Group]) -> list[int]:
        """Where a list was cut: facts beyond it that may answer, by the other words or by all together."""
        tokens = {token for group in groups for token in group.alternatives[0].tokens}
        read = {token: self._postings.of(token) for token in tokens}
        if not self._postings.cut & tokens:
            return []
        whole = [found for token, found in read.items() if found and token not in self._postings.cut]
        rare = min(whole, key=len, default={})
        both = self._postings.together(token for token, found in read.items() if found)
        return [*rare, *both][:MOST_CANDIDATES]

    def add_figures(self, matches: Sequence[Match], *, spoken: bool) -> None:
        """Count a figure of the query: the facts with observations that it may be."""
        scores: dict[int, tuple[float, str]] = {}
        kept = {doc for doc in {match.doc for match in matches} if self._postings.keeps(doc)}
        for match in matches:
            if match.doc not in kept:
                continue
            self._figures.setdefault(match.doc, {}).setdefault(match.observation, match.closeness)
            if match.doc not in scores:
                scores[match.doc] = (match.closeness, "growth" if match.growth else "value")
        weight = (_SPOKEN_FIGURE if spoken else _FIGURE) * self._rarity(max(len(scores), 8))
        if scores or not spoken:
            self._add(scores, weight)

    def add_years(self, times: Times) -> None:
        """Count the years of a query: facts observed then, and the more those that name them.

        A year of which nothing was observed (a goal's) is a word like others.
        """
        for year in times.years:
            observed = dict.fromkeys(self._postings.marked(TIME_MARK, str(year)), (_OBSERVED, "year"))
            named = {doc: (_WEIGHTS[field], field) for doc, field in self._postings.of(str(year)).items()}
            scores = observed | {doc: best for doc, best in named.items() if best[0] > _OBSERVED}
            self._of_years |= scores.keys()
            if scores:
                self._add(scores, self._rarity(len(scores)) if not observed else _YEAR)
        for month in times.months:
            told = self._postings.marked(TIME_MARK, month.replace("-", ""))
            self._add(dict.fromkeys(told, (1.0, "year")), _MONTH)

    def best(self, groups: Sequence[Group], wanted: Mapping[str, float], limit: int) -> list[Found]:
        """The best facts, the best first. ``wanted`` is what kinds and units a question asks for."""
        if not self._scores:
            return []
        candidates = sorted(self._scores, key=lambda doc: (-self._scores[doc], doc))[
            : max(MOST_CANDIDATES, limit)
        ]
        marks = ",".join("?" * len(candidates))
        rows = self._index.ask_search(
            f"SELECT doc, position, kind, unit, merit, names FROM found WHERE doc IN ({marks})",
            candidates,
        )
        nearness = Nearness(groups, self._weights)
        found = []
        for doc, position, kind, unit, merit, names in rows:
            answered = self._scores[doc] / self._total
            near = nearness.of(names)
            extra = max(wanted.get(kind, 0.0), wanted.get(unit or "", 0.0))
            score = (answered + _NEARNESS * near + _MERIT * merit + extra) / (1 + _NEARNESS + _MERIT)
            if self._of_years and doc not in self._of_years:
                score *= _OTHER_YEARS
            figures = self._figures.get(doc, {})
            found.append(Found(doc, position, min(score, 1.0), self._best[doc][1], figures))
        found.sort(key=lambda each: (-each.score, each.doc))
        return [each for each in found if each.score >= _FAR * found[0].score][:limit]
