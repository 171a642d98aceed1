"""What a search found."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cci_cli.model import Fact, Observation, Source, Unit


class Correction(NamedTuple):
    """A word that was found nowhere, and what it was taken for."""

    typed: str
    read: str


class Hit(NamedTuple):
    """A fact that answers, how well (0 to 1), the field that says so, and the observation that answers.

    ``field`` is one of :data:`cci_cli.search.fields.FIELDS`, ``value`` or ``growth`` where a figure was asked
    for, or ``year``. ``evidence`` is what the field says where the page would not show it otherwise.
    ``instead`` is the observation that stands where the one asked for is deprecated; ``missed`` are years
    that were asked for and of which the fact has nothing.
    """

    score: float
    field: str
    fact: Fact
    observation: Observation | None
    evidence: str = ""
    instead: Observation | None = None
    missed: tuple[int, ...] = ()


class SearchPage(NamedTuple):
    """What a query found, the best first; ``matched`` are the words to mark, as the index holds them."""

    query: str
    hits: Sequence[Hit] = ()
    corrected: Sequence[Correction] = ()
    matched: frozenset[str] = frozenset()
    sources: Mapping[str, Source] = MappingProxyType({})
    units: Mapping[str, Unit] = MappingProxyType({})
