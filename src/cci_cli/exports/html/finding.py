"""What the search box of a page finds a fact by: its words once each, in one form, and how its names sound.

The page asks in a simpler way than :mod:`cci_cli.search`: each word of a query must begin a word of the fact,
or stand somewhere in its Chinese. It has no other words than these, so that the rules of language stay here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import wording
from cci_cli.model import FactBase
from cci_cli.search import fields
from cci_cli.search.scripts import sounds, variants
from cci_cli.search.words import han_runs, pieces, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.exports.html.contents import Contents
    from cci_cli.model import Fact, Topic


class Finder:
    """Writes what facts are found by."""

    def __init__(self, known: Contents) -> None:
        self._base = FactBase((), (), dict(known.sources), dict(known.units))
        self._units = known.units
        self._simple = {ord(char): simple for char, simple in variants().items()}

    def words(self, fact: Fact, topic: Topic) -> str:
        """The words of everything that a fact says and quotes, in order, each once, with blanks between."""
        found: dict[str, None] = {}
        for text in self._texts(fact, topic):
            found.update((piece.text, None) for piece in pieces(plain(text, self._simple)))
        return " ".join(found)

    def _texts(self, fact: Fact, topic: Topic) -> Iterator[str]:
        for texts in fields.texts(fact, self._base, topic).values():
            yield from texts
        for each in fact.observations:
            yield each.time
            yield from (wording.figure(each, fact.unit, self._units, lang) for lang in ("en", "zh"))
            if each.growth is not None:
                yield wording.percent(each.growth, each.growth_qualifier, "en")

    def sounds(self, fact: Fact) -> str:
        """How the Chinese names of a fact are read: syllables parted by blanks, names by commas."""
        runs = han_runs(plain(name, self._simple) for name in (*fact.label, *fact.aliases))
        known = sounds()
        read = (" ".join(known.syllables(run)) for run in dict.fromkeys(runs))
        return ",".join(dict.fromkeys(each for each in read if " " in each))


def scripts() -> tuple[str, str]:
    """Traditional characters, and at the same places their simplified forms."""
    known = variants()
    return "".join(known), "".join(known.values())
