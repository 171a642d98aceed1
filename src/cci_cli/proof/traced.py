"""A text that knows where it comes from: each of its signs names a place in the text it was made from."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Sequence


class Traced(NamedTuple):
    """A text made from another: ``places[n]`` is the place in the other that sign ``n`` came from.

    Places never fall from one sign to the next. A sign made out of several has the place of the first.
    """

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the other text that the signs from ``start`` to before ``end`` came from."""
        if start >= end:
            here = (
                self.places[start] if start < len(self.places) else self.places[-1] + 1 if self.places else 0
            )
            return here, here
        return self.places[start], self.places[end - 1] + 1


def untouched(text: str) -> Traced:
    """A text as made from itself."""
    return Traced(text, range(len(text)))


def joined(pieces: Iterable[tuple[str, int, bool]]) -> Traced:
    """A text put together from pieces: each its text, its place, and whether its signs were each kept.

    The signs of a piece that was kept come from one place after another; those of one that was made all come
    from the place where it was made.
    """
    parts: list[str] = []
    places = array("I")
    for text, place, kept in pieces:
        parts.append(text)
        places.extend(range(place, place + len(text)) if kept else [place] * len(text))
    return Traced("".join(parts), places)


def substituted(text: str, pattern: re.Pattern[str], made: str | Callable[[re.Match[str]], str]) -> Traced:
    """The text with every match of a pattern replaced, as ``re.sub`` does, traced."""
    if not pattern.search(text):
        return untouched(text)

    def pieces() -> Iterable[tuple[str, int, bool]]:
        done = 0
        for match in pattern.finditer(text):
            yield text[done : match.start()], done, True
            yield made if isinstance(made, str) else made(match), match.start(), False
            done = match.end()
        yield text[done:], done, True

    return joined(pieces())


def translated(text: str, table: dict[str, str]) -> Traced:
    """The text with every sign replaced by what a table makes of it: nothing, one sign or several."""
    parts: list[str] = []
    places = array("I")
    for place, sign in enumerate(text):
        made = table[sign]
        if made:
            parts.append(made)
            if len(made) == 1:
                places.append(place)
            else:
                places.extend([place] * len(made))
    return Traced("".join(parts), places)


def through(outer: Traced, inner: Traced) -> Traced:
    """``outer`` was made from the text of ``inner``: it as made from what ``inner`` was made from."""
    if isinstance(inner.places, range):
        return outer
    where = inner.places
    if isinstance(outer.places, range):
        return Traced(outer.text, where)
    return Traced(outer.text, array("I", (where[place] for place in outer.places)))
