"""How near a query is to a fact's names: how much of it the name says, and how much of the name it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.search.stems import stem
from cci_cli.search.stopwords import ENGLISH
from cci_cli.search.words import is_han, pairs, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cci_cli.search.query import Group

#: The first two names are the labels; another name is a little less than them.
_LABELS, _ALIAS = 2, 0.92
#: How much of it a name that the query covers only in part keeps.
_PARTIAL = 0.35
#: How much of a name a pair of Chinese characters is, beside a word of English.
_PAIR = 0.6


def naming(name: str) -> Iterator[str]:
    """What a name that is plain text says: words, without those that only join, and pairs of characters."""
    for piece in pieces(name):
        if piece.is_han:
            yield from pairs(piece.text)
        elif piece.text not in ENGLISH:
            yield stem(piece.text)


class Nearness:
    """A query whose words count so much each, set beside the names of facts."""

    def __init__(self, groups: Sequence[Group], weights: Sequence[float]) -> None:
        self._groups = list(zip(groups, weights, strict=True))
        self._total = sum(weights) or 1.0
        self._asked = {token for group in groups for way in group.alternatives for token in way.tokens}

    def of(self, names: str) -> float:
        """From 0, nothing in common with any of a fact's names (a line each), to 1, a label and no more."""
        best = 0.0
        for number, name in enumerate(names.split("\n")):
            tokens = name.split(" ")
            if common := self._asked.intersection(tokens):
                factor = 1.0 if number < _LABELS else _ALIAS
                covered = _PARTIAL + (1 - _PARTIAL) * _size(common) / _size(tokens)
                best = max(best, factor * covered * self._said(common) / self._total)
        return best

    def _said(self, name: set[str]) -> float:
        """How much of the query a name says."""
        return sum(
            weight * max(way.sureness * _share(way.tokens, name) for way in group.alternatives)
            for group, weight in self._groups
        )


def _size(tokens: Sequence[str] | set[str]) -> float:
    return sum(_PAIR if is_han(token) else 1.0 for token in tokens)


def _share(tokens: Sequence[str], name: set[str]) -> float:
    return sum(token in name for token in tokens) / len(tokens)
