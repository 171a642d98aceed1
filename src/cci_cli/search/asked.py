"""What a query asks for besides words: figures and years."""

from __future__ import annotations

from typing import NamedTuple

#: A text without any of these names no figure.
_DIGITS = frozenset("0123456789一二三四五六七八九十百千万亿两")
_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen "
    "half first second third fourth fifth sixth seventh eighth ninth tenth".split()
)


class Asked(NamedTuple):
    """A figure that a query names: what it can mean, its value, its unit if it says one.

    ``spoken`` is one in words, which may only be words.
    """

    typed: str
    value: float
    low: float
    high: float
    unit: str | None = None
    spoken: bool = False


class Times(NamedTuple):
    """The years that a query names, and the months (``2020-10``) if it does."""

    years: tuple[int, ...] = ()
    months: tuple[str, ...] = ()


class Match(NamedTuple):
    """An observation that may be the figure asked: how close it is, from 0 to 1."""

    doc: int
    observation: str
    closeness: float
    growth: bool


def read(text: str) -> tuple[str, list[Asked], Times]:
    """A plain text without its figures and years; the figures; the years.

    What reads them is loaded only for a text that may hold one.
    """
    if _DIGITS.isdisjoint(text) and _WORDS.isdisjoint(text.replace("-", " ").split()):
        return text, [], Times()
    from cci_cli.search.figures import read as read_figures

    return read_figures(text)
