"""The words by which facts are found in an exported database, in Chinese too.

SQLite takes a run of Chinese characters for one word, so that 融资 is not found in 跨境融资. So every part
of a run, from one character to :data:`LONGEST`, is a word here, in simplified and traditional characters.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.search.scripts import variants
from cci_cli.search.words import is_han, pieces, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cci_cli.model import Fact, Text

#: A part of a run of Chinese characters that is found as one word has so many characters at most.
LONGEST = 5
#: More traditional forms than this of one part are not written.
_MOST_FORMS = 8


class Words(NamedTuple):
    """What a fact is found by: the words of its names, and those of all else that is said of it."""

    names: str
    others: str


def words(fact: Fact) -> Words:
    """The words of a fact, each once."""
    said = fact.observations
    slug = fact.id.partition(".")[2].replace("-", " ")
    names = _split([*fact.label, *fact.aliases, slug])
    others = _split(
        [
            *_both(fact.scope, fact.caveat),
            *_both(*(each.text for each in said)),
            *(citation.quote for each in said for citation in each.citations),
        ]
    )
    return Words(" ".join(names), " ".join(others))


def _split(texts: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(word for text in dict.fromkeys(texts) for word in _of_text(text))


def _of_text(text: str) -> Iterator[str]:
    for piece in pieces(plain(text, _simple())):
        run = piece.text
        if not is_han(run):
            yield run
            continue
        for start in range(len(run)):
            for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
                yield from _forms(run[start:end])


@lru_cache(maxsize=1 << 10)  # texts say the same words again and again
def _forms(part: str) -> tuple[str, ...]:
    """A part in simplified characters, then as it can be written in traditional ones."""
    known = _traditional()
    forms = dict.fromkeys([part])
    for chosen in product(*(known.get(char, [char]) for char in part)):
        forms["".join(chosen)] = None
        if len(forms) > _MOST_FORMS:
            break
    return tuple(forms)


@lru_cache(maxsize=1)
def _simple() -> dict[int, str]:
    """The simplified form of traditional characters."""
    return {ord(char): simple for char, simple in variants().items()}


@lru_cache(maxsize=1)
def _traditional() -> dict[str, list[str]]:
    """The traditional forms of simplified characters."""
    found: dict[str, list[str]] = {}
    for char, simple in variants().items():
        found.setdefault(simple, []).append(char)
    return found


def _both(*texts: Text | None) -> Iterator[str]:
    return (word for text in texts if text for word in text)
