"""Which figures of a copy no quote holds: what a reader of that source would still miss."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.proof.figures import figures
from cci_cli.proof.normal import clean
from cci_cli.proof.rules import BLOCK_RULES, LeftOut, left_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cci_cli.proof.copies import Copy, Place
    from cci_cli.proof.figures import Figure
    from cci_cli.proof.quotes import Match

#: How many signs of its sentence are shown on either side of a figure.
_BESIDE = 18
_STOPS = re.compile(r"[。！？!?;；\n]|\.\s")
#: What is no identity: 25% of one thing is not 25% of another.
_NO_COUNTS = re.compile("[%‰]|元|百分|币|dollars?|yuan|[rn]mb|usd|percent")


class Found(NamedTuple):
    """A figure of a copy, as it is written there, its place, and the words about it."""

    figure: str
    place: Place
    passage: str


class Excluded(NamedTuple):
    """Something written as a number that no figure has to be made of, and by which rule."""

    text: str
    place: Place
    rule: str


class Coverage(NamedTuple):
    """How much of a copy is quoted: its figures, how many of them stand in quotes, those that do not."""

    figures: int
    quoted: int
    missing: list[Found]
    excluded: list[Excluded]

    @property
    def percent(self) -> float | None:
        """The share of the figures that are quoted, rounded down to a tenth; None of no figures."""
        return (1000 * self.quoted // self.figures) / 10 if self.figures else None


def coverage(copy: Copy, quoted: Iterable[Match], quotes: Iterable[str]) -> Coverage:
    """Hold the figures of a copy against the places where quotes stand in it.

    A figure is covered if a quote that was found holds its number. A count that is only said again (the same
    number of the same thing, in other words about it) is left out under the rule ``said-again``, as all else
    that is no figure is left out under the name of its rule.
    """
    text = copy.clean.text
    spans = _Spans((each.start, each.end) for each in quoted)
    rules = _Rules(left_out(copy))
    said = {
        identity for quote in quotes for each in figures(clean(quote).text) if (identity := _identity(each))
    }
    count = 0
    missing: list[Found] = []
    excluded: dict[LeftOut, Excluded] = {}
    for figure in figures(text):
        within = spans.hold(figure.start, figure.end)
        again = not within and _identity(figure) in said
        rule = rules.of(figure) or _rule_of_word(text, figure, again=again)
        if rule:
            said_there = " ".join(text[rule.start : rule.end].split())
            excluded.setdefault(rule, Excluded(said_there, copy.place(figure.start), rule.rule))
            continue
        count += 1
        if not within:
            words = passage(text, figure.start, figure.unit_end)
            missing.append(Found(_words(text, figure), copy.place(figure.start), words))
    return Coverage(count, count - len(missing), missing, list(excluded.values()))


def _rule_of_word(text: str, figure: Figure, *, again: bool) -> LeftOut | None:
    """The rule that leaves a number out for what it is itself: part of a word, or said before."""
    if figure.is_bare:
        return LeftOut(figure.start, min(figure.unit_end + 1, len(text)), "word")
    return LeftOut(figure.start, figure.unit_end, "said-again") if again else None


def passage(text: str, start: int, end: int, beside: int = _BESIDE) -> str:
    """The words of a span of a text with so many signs on either side, at most those of its sentence."""
    before = text[max(0, start - beside) : start]
    after = text[end : end + beside]
    left = max((stop.end() for stop in _STOPS.finditer(before)), default=0)
    right = next((stop.start() for stop in _STOPS.finditer(after)), len(after))
    cut = "…" if not left and start > beside > 0 else ""
    more = "…" if right == len(after) and 0 < beside < len(text) - end else ""
    return cut + " ".join((before[left:] + text[start:end] + after[:right]).split()) + more


def _words(text: str, figure: Figure) -> str:
    return " ".join(text[figure.start : figure.unit_end].split())


def _identity(figure: Figure) -> tuple[frozenset[object], str, str] | None:
    """What makes two figures the same count: value, unit, and what is counted. None of what is no count."""
    is_han = figure.unit and not figure.unit.isascii()
    if not figure.values or not figure.unit or _NO_COUNTS.search(figure.unit) or (is_han and not figure.noun):
        return None
    return frozenset(figure.values), figure.unit, figure.noun if is_han else ""


class _Spans:
    """Spans of a text, to be asked whether one of them holds another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if not self._ends or end > self._ends[-1]:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, start: int, end: int) -> bool:
        """Whether a span lies within one of these."""
        position = bisect_right(self._starts, start) - 1
        return position >= 0 and end <= self._ends[position]


class _Rules:
    """The rules by the spans of text that they leave out."""

    def __init__(self, spans: Iterable[LeftOut]) -> None:
        of_rule: dict[str, list[LeftOut]] = {}
        for each in spans:
            of_rule.setdefault(each.rule, []).append(each)
        self._rules: Sequence[list[LeftOut]] = [sorted(each) for each in of_rule.values()]
        self._starts = [[each.start for each in rule] for rule in self._rules]

    def of(self, figure: Figure) -> LeftOut | None:
        """The first rule that leaves a figure's number out."""
        for rule, starts in zip(self._rules, self._starts, strict=True):
            position = bisect_right(starts, figure.start) - 1
            if position >= 0 and figure.start < rule[position].end:
                found = rule[position]
                # of a whole block the number alone is told
                return (
                    found if found.rule not in BLOCK_RULES else LeftOut(figure.start, figure.end, found.rule)
                )
        return None
