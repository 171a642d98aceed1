"""Which facts are to be compared: those of a topic, those that words name, or all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.lookup import NotFound, find_topic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cci_cli.index import Index
    from cci_cli.model import Topic


#: A sign of which words with blanks between them are made.
_LATIN = re.compile(r"[0-9a-z\u00df-\u024f]")


class Choice(NamedTuple):
    """Facts by their positions in the file; ``named`` are those that a word meant, and not their topic."""

    positions: frozenset[int]
    named: frozenset[int]


def choice(index: Index, words: Sequence[str], topic: str | None = None) -> Choice | None:
    """The facts that words name, within a topic if one is given; None means all facts.

    Each word is a topic (its slug, label or another name of it), or a fact's id, its slug, a label or an
    alias; else it means every fact with it in one of these: in Latin letters where a word begins (``por``
    is not ``Singapore``), in Chinese anywhere, which writes no blanks. Hyphens and blanks are alike. Raises
    NotFound for a word that means nothing there.
    """
    if not words and topic is None:
        return None
    within = None if topic is None else frozenset(index.positions(find_topic(index, topic).id))
    if not words:
        return Choice(within or frozenset(), frozenset())
    topics = index.topics()
    names: list[_Named] = []
    positions: set[int] = set()
    named: set[int] = set()
    for word in words:
        if found := _topic(topics, word):
            positions.update(index.positions(found.id))
        elif (position := index.position(word)) is not None and (within is None or position in within):
            positions.add(position)
            named.add(position)
        else:
            # very many names in a large fact base, which an id does without
            names = names or list(_names(index))
            meant = _facts(names, word, within)
            if not meant:
                raise NotFound("fact", word, _near(names, word))
            positions |= meant
            named |= meant
    if within is not None:
        positions, named = positions & within, named & within
    return Choice(frozenset(positions), frozenset(named))


class _Named(NamedTuple):
    position: int
    id: str
    words: tuple[str, ...]


def _names(index: Index) -> Iterator[_Named]:
    """What each fact answers to."""
    for position, (identifier, *labels, aliases) in enumerate(index.fact_names()):
        slug = identifier.partition(".")[2]
        words = (identifier, slug, *labels, *aliases.splitlines())
        yield _Named(position, identifier, tuple(map(_plain, words)))


def _plain(word: str) -> str:
    return word.casefold().replace("-", " ").strip()


def _topic(topics: Iterable[Topic], word: str) -> Topic | None:
    """The topic of this very name."""
    asked = _plain(word)
    for topic in topics:
        if asked in map(_plain, (topic.id, *topic.label, *topic.aliases)):
            return topic
    return None


def _facts(names: Sequence[_Named], word: str, within: frozenset[int] | None) -> set[int]:
    """The facts with this very name, or else all that have it in one of theirs."""
    asked = _plain(word)
    able = [each for each in names if within is None or each.position in within]
    exact = {each.position for each in able if asked in each.words}
    if exact or not asked:
        return exact
    holds = _held(asked)
    return {each.position for each in able if any(map(holds, each.words))}


def _held(asked: str) -> Callable[[str], object]:
    """What tells whether a name holds a word, from the beginning of one of its own if that is Latin."""
    if not _LATIN.match(asked):
        return lambda name: asked in name
    return re.compile(f"(?<!{_LATIN.pattern}){re.escape(asked)}").search


def _near(names: Sequence[_Named], word: str) -> list[str]:
    from difflib import get_close_matches

    owners = {name: each.id for each in names for name in each.words}
    return [owners[match] for match in get_close_matches(_plain(word), owners, n=1, cutoff=0.6)]
