"""How well a search answers the collection of queries: by kind, how often it is right."""

from __future__ import annotations

import tomllib
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

QUERIES = Path(__file__).with_name("data") / "queries.toml"
#: Every so many queries one is kept aside: the search is not tuned to it.
_ASIDE = 3
#: Facts further down are not seen.
DEPTH = 10


class Query(NamedTuple):
    """What somebody asks, what kind of asking it is, and the facts that answer."""

    query: str
    kind: str
    facts: list[str]

    @property
    def aside(self) -> bool:
        """Whether the query was kept aside."""
        return zlib.crc32(self.query.encode()) % _ASIDE == 0


class Score(NamedTuple):
    """The share of queries answered at the first place, among the first three; the mean reciprocal rank."""

    queries: int
    first: float
    three: float
    rank: float


def queries() -> list[Query]:
    """The collection."""
    return [Query(**each) for each in tomllib.loads(QUERIES.read_text("utf-8"))["queries"]]


def place(query: Query, found: list[str]) -> int:
    """At which place the first fact that answers stands, from 1; 0 if it is not among those that are seen."""
    return next((at for at, fact in enumerate(found[:DEPTH], start=1) if fact in query.facts), 0)


def score(places: Iterable[int]) -> Score:
    """The score of some queries by the places of their answers."""
    at = list(places)
    return Score(
        len(at),
        sum(each == 1 for each in at) / len(at),
        sum(1 <= each <= 3 for each in at) / len(at),
        sum(1 / each for each in at if each) / len(at),
    )


def by_kind(asked: list[Query], search: Callable[[str], list[str]]) -> dict[str, Score]:
    """The score of each kind, and of all."""
    places = {each.query: place(each, search(each.query)) for each in asked}
    kinds = {each.kind: None for each in asked}
    scores = {kind: score(places[each.query] for each in asked if each.kind == kind) for kind in kinds}
    return scores | {"all": score(places.values())}
