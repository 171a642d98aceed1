"""How near a query is to a fact's names: how much of it the name says, and how much of the name it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.search.stems import stem
from cci_cli.search.stopwords import ENGLISH
from cci_cli.search.words import pairs, pieces, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cci_cli.search.query import Group

#: A name in an alias is a little less than the label itself.
_ALIAS = 0.92
#: How much of it a name that the query covers only in part keeps.
_PARTIAL = 0.55


def _measure(name: str) -> dict[str, float]:
    """The words and pairs of a name with how much each is of it: a word 1, a pair of characters as half of one."""
    found: dict[str, float] = {}
    for piece in pieces(plain(name)):
        if piece.is_han:
            share = max(len(piece.text), 1) / 2 / len(pairs(piece.text))
            found.update(dict.fromkeys(pairs(piece.text), share))
        elif piece.text not in ENGLISH:
            found[stem(piece.text)] = 1.0
    return found


def nearness(groups: Sequence[Group], labels: Sequence[str], aliases: Sequence[str]) -> float:
    """From 0, nothing in common with any name, to 1, a label and no more."""
    total = sum(group.weight for group in groups)
    if not total:
        return 0.0
    best = 0.0
    for factor, names in ((1.0, labels), (_ALIAS, aliases)):
        for name in names:
            best = max(best, factor * _near(groups, _measure(name), total))
    return best


def _near(groups: Sequence[Group], name: dict[str, float], total: float) -> float:
    size = sum(name.values())
    if not size:
        return 0.0
    said: set[str] = set()
    asked = 0.0
    for group in groups:
        share = 0.0
        for way in group.alternatives:
            common = [token for token in way.tokens if token in name]
            said.update(common)
            share = max(share, way.sureness * len(common) / max(len(way.tokens), 1))
        asked += group.weight * share
    covered = sum(name[token] for token in said) / size
    return asked / total * (_PARTIAL + (1 - _PARTIAL) * covered)
