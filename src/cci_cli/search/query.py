"""A query, read: the words it is about, the figures and years it names.

A word may be meant in several ways (as English, as pinyin); what stands in a run of Chinese characters is
found by
their pairs. Each way is an :class:`Alternative`, all ways of one word a :class:`Group`.
"""

from __future__ import annotations

from typing import NamedTuple

from cci_cli.search import stopwords
from cci_cli.search.stems import stem
from cci_cli.search.words import Piece, is_han, pairs, pieces

#: A query says no more words than this; more are not read.
MOST_GROUPS = 32
_WEAK = 0.3


class Alternative(NamedTuple):
    """One way to understand a word: what is looked up for it, and how sure it is (1 is as it was typed).

    ``text`` is what a reader sees of it.
    """

    text: str
    tokens: tuple[str, ...]
    sureness: float = 1.0


class Group(NamedTuple):
    """A word of the query, or a run of Chinese characters, in every way that it can be meant.

    ``weight`` is how much it says beside the others.
    """

    typed: str
    alternatives: tuple[Alternative, ...]
    weight: float = 1.0


def word_group(word: str) -> Group:
    """A word that is not Chinese, as it is typed."""
    return Group(word, (word_alternative(word),), _WEAK if word in stopwords.WEAK else 1.0)


def word_alternative(word: str, sureness: float = 1.0) -> Alternative:
    """What a word that is not Chinese is looked up by."""
    return Alternative(word, (stem(word),), sureness)


def han_alternative(run: str, sureness: float = 1.0) -> Alternative:
    """What a run of Chinese characters is looked up by."""
    return Alternative(run, tuple(dict.fromkeys(pairs(run))), sureness)


def han_group(run: str) -> Group:
    """A run of Chinese characters, as it is typed."""
    weak = all(pair in stopwords.WEAK_PAIRS for pair in pairs(run))
    return Group(run, (han_alternative(run),), _WEAK if weak else max(1.0, len(run) / 2))


def groups(text: str) -> list[Group]:
    """The words of a plain text as they are typed; those that only ask or join if there are no others."""
    read = list(pieces(text))
    told = [each for piece in read for each in _telling(piece)]
    apart = [part for each in told for part in stopwords.without_initiative(each).split()]
    words = apart or told or [each.text for each in read]
    found = [han_group(word) if is_han(word) else word_group(word) for word in words]
    return list({group.typed: group for group in found}.values())[:MOST_GROUPS]


def _telling(piece: Piece) -> list[str]:
    """What a piece says apart from asking and joining."""
    if piece.is_han:
        return stopwords.parted(piece.text)
    return [] if piece.text in stopwords.ENGLISH else [piece.text]
