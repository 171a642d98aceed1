"""Which years are to be compared: ``2019 2024``, ``2018..2025``, and words that are no years.

A word is about years if it has nothing but digits and what may stand between two years. So years and
the parts of facts' names may stand in any order: ``compare cross-border 2020 2024``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: What may stand between the first and the last year of a range, besides two dots.
_BETWEEN = r"(?:\.{2,3}|…|-|–|—|~|〜|～|/|至|到)"
_ABOUT_YEARS = re.compile(r"\d(?:[\d\s.,:;…\-–—~〜～/至到年,，、]|\.\.)*")
_ONE = re.compile(r"(\d{4})年?")
_RANGE = re.compile(rf"(\d{{4}})年?\s*{_BETWEEN}\s*(\d{{4}})年?")


class BadYears(ValueError):
    """Years that cannot be compared: ``key`` is that of a message, ``word`` what was written."""

    def __init__(self, key: str, word: str = "") -> None:
        super().__init__(word)
        self.key, self.word = key, word


class Asked(NamedTuple):
    """One year, or all years from ``first`` to ``last``; earlier than ``last`` in any case."""

    first: int
    last: int


def split(words: Iterable[str]) -> tuple[list[Asked], list[str]]:
    """The years that words ask for, and the words that are about something else.

    ``2019``, ``2019年``, ``2018..2025``, ``2018-2025``, ``2019,2024``; a range may be written backwards.
    Raises BadYears for a word of digits that is neither a year nor a range of years.
    """
    asked: list[Asked] = []
    others: list[str] = []
    for word in words:
        plain = _plain(word)
        if _ABOUT_YEARS.fullmatch(plain):
            asked += [_asked(part, word) for part in re.split(r"[,，、]\s*", plain) if part]
        else:
            others.append(word)
    return asked, others


def _plain(word: str) -> str:
    if not word.isascii():
        from unicodedata import normalize

        # full-width digits are digits; this makes three dots of an ellipsis, which is one of the signs
        word = normalize("NFKC", word)
    return word.strip()


def _asked(part: str, word: str) -> Asked:
    if one := _ONE.fullmatch(part):
        first = last = int(one[1])
    elif pair := _RANGE.fullmatch(part):
        first, last = sorted((int(pair[1]), int(pair[2])))
    else:
        raise BadYears("compare.not-years", word)
    if first == 0:  # there is none
        raise BadYears("compare.not-years", word)
    return Asked(first, last)


def chosen(asked: Sequence[Asked], known: Sequence[int]) -> list[int]:
    """The years to compare, each once and in order of time.

    A year that was named is one of them whether or not anything was observed for it; of a range only
    those that are ``known``, the years for which there are observations. Raises BadYears where one
    year alone is named, or none.
    """
    if not asked:
        raise BadYears("compare.no-years")
    if len({year for each in asked for year in each}) == 1:
        raise BadYears("compare.one-year", str(asked[0].first))
    years = {each.first for each in asked if each.first == each.last}
    for each in asked:
        years.update(year for year in known if each.first <= year <= each.last)
    return sorted(years)


def written(asked: Iterable[Asked]) -> str:
    """What was asked for, in one form: ``2019 2021..2024``."""
    return " ".join(
        f"{each.first:04d}" if each.first == each.last else f"{each.first:04d}..{each.last:04d}"
        for each in asked
    )
