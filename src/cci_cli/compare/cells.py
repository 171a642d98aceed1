"""What speaks for a fact in a year: one cell of a comparison.

A year speaks through the last observation within it for a stock, a level and a share, and through the
observation that covers the whole year for a flow. So

- a flow of part of a year is ``partial``: it never stands for the year. Of several the longest is taken;
- a period that begins in another year (a fiscal year, the sum of five years) belongs to no year;
- a stock, level or share that is given for a period (January to September) is partial as a flow is;
- ``implied`` values, computed from a growth reported for the year after, speak only where no reported value
  does. The whole year that is implied speaks before the part that is reported, which is then listed;
- what is deprecated never speaks;
- an event or a statement has no figure for a year: its last text of the year is shown as ``text``, as is an
  observation of any other kind that has no value.

Of several observations of one time the better-sourced speaks, as everywhere (``lookup.speaking``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import periods
from cci_cli.derive import TEXTS, in_year
from cci_cli.lookup import rivals, speaking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cci_cli.model import Fact, Observation, Source


class Cell(NamedTuple):
    """What a fact says for one year.

    ``kind`` is ``reported``, ``implied``, ``partial`` or ``text``. ``others`` are further observations of
    that time which agree with it (of an event all of that year; of an implied value also the longest part
    of the year that is reported); ``against`` those that contradict it.
    """

    observation: Observation
    kind: str
    others: tuple[Observation, ...] = ()
    against: tuple[Observation, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it is a figure that stands for the year."""
        return self.kind in ("reported", "implied")


def is_part(kind: str, time: str) -> bool:
    """Whether a time is part of a calendar year where a whole one is wanted: of a flow, or of a period."""
    return (kind == "flow" or "/" in time) and not periods.whole_years(time)


def year_speaks(fact: Fact, year: int, sources: Mapping[str, Source]) -> Cell | None:
    """What speaks for a fact in a year, by the rules of this module; None if nothing does."""
    able = [
        each
        for each in fact.observations
        if each.rank != "deprecated" and in_year(fact.kind, each.time, year)
    ]
    if fact.kind in TEXTS:
        return _text(fact, able)
    figures = [each for each in able if each.value is not None]
    for kind, group in _groups(fact, figures):
        if group:
            return _cell(fact, kind, group, figures, sources)
    return _text(fact, able)


def _groups(fact: Fact, figures: Sequence[Observation]) -> list[tuple[str, list[Observation]]]:
    """Figures of one year with the kind of cell that they make; the first group with any speaks."""
    whole = [each for each in figures if not is_part(fact.kind, each.time)]
    part = [each for each in figures if is_part(fact.kind, each.time)]
    reported, implied = _longest(_with(part, "reported")), _longest(_with(part, "implied"))
    return [
        ("reported", _with(whole, "reported")),
        ("implied", _with(whole, "implied")),
        ("partial", reported),
        ("partial", implied),
    ]


def _with(figures: Sequence[Observation], status: str) -> list[Observation]:
    return [each for each in figures if each.status == status]


def _longest(part: Sequence[Observation]) -> list[Observation]:
    """Of the parts of a year the longest, and of two as long the later."""
    best = max((_length(each.time) for each in part), default=None)
    return [each for each in part if _length(each.time) == best]


def _length(time: str) -> tuple[int, periods.Day]:
    start, end = periods.span(time)
    return (end.month - start.month) * 31 + end.day - start.day, end


def _cell(
    fact: Fact,
    kind: str,
    group: Sequence[Observation],
    figures: Sequence[Observation],
    sources: Mapping[str, Source],
) -> Cell:
    speaker = speaking(fact._replace(observations=tuple(group)), sources)
    assert speaker
    against = tuple(rivals(fact, speaker))
    others = [
        each
        for each in figures
        if each.id != speaker.id
        and each not in against
        and each.status == "reported"
        and periods.same_time(fact.kind, each.time, speaker.time)
    ]
    if kind == "implied":
        others += _longest([each for each in _with(figures, "reported") if is_part(fact.kind, each.time)])
    return Cell(speaker, kind, tuple(others), against)


def _text(fact: Fact, able: Sequence[Observation]) -> Cell | None:
    if not able:
        return None
    *others, last = able  # they are in order of time
    against = tuple(rivals(fact, last))
    return Cell(last, "text", tuple(each for each in others if each not in against), against)
