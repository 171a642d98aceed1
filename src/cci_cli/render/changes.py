"""Changes between years as a person writes them, and why there are none, in English and Chinese.

A change says as much as its figures do. Where they are exact it is a number; hedged, ``≈`` stands before
it; and where the hedges make it wide, so that one number would mislead, it is a range whose ends are rounded
outwards. All numbers of one change are ranges, or none is. Where the figures are too vague for a number to
say anything, words say so.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, NamedTuple

from cci_cli import periods, wording
from cci_cli.messages import say
from cci_cli.units import CURRENCIES, is_count

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cci_cli.compare import Change, Range, Row
    from cci_cli.model import Unit

#: A change is given as a range where its half width is more than this part of it ...
_WIDE = Decimal("0.1")
#: ... and, of percentages, more than this.
_WIDE_POINTS = Decimal("0.5")
#: A loss of all, and a doubling, in percent.
_ALL = Decimal(100)
#: Of a percentage so many decimals are given, if the figures carry them.
_DECIMALS = 1


def change_lines(change: Change, unit: str | None, units: Mapping[str, Unit], lang: str) -> list[str]:
    """A change as short lines: difference, percent, growth a year, and over how long."""
    lines = [difference(change, unit, units, lang)]
    if verdict(change) or (change.difference.exact and change.difference.value == 0):
        return lines
    if rate := percent(change, lang):
        lines.append(rate)
    elif not change.points:
        lines.append(say(lang, "compare.no-percent"))
    if rate := annual(change, lang):
        lines.append(say(lang, "compare.a-year", rate=rate))
        if (over := years(change.elapsed)) != f"{change.last - change.first}":
            lines.append(say(lang, "compare.over-years", years=over))
    return lines


def otherwise(change: Change, unit: str | None, units: Mapping[str, Unit], lang: str) -> list[str]:
    """What the change would be with each figure that an equally good source gives: ``with 200: -25%``."""
    said = []
    for other in change.otherwise:
        lines = change_lines(other.change, unit, units, lang)
        value = wording.figure(other.observation, unit, units, lang)
        line = lines[1] if other.change.percent and len(lines) > 1 else lines[0]
        said.append(say(lang, "compare.otherwise", value=value, change=line))
    return list(dict.fromkeys(said))


def verdict(change: Change) -> str:
    """The key of the words that stand instead of numbers; empty where numbers say something.

    ``no-change``: the figures are written alike, so that only their rounding could differ. ``vague``: the
    change could be anything from a loss of all to a doubling or more.
    """
    before, after, found = change.before, change.after, change.percent
    alike = [(each.value, each.upper, each.qualifier, each.status) for each in (before, after)]
    if alike[0] == alike[1] and before.status == "reported" and not change.difference.exact:
        return "compare.no-change"
    if found and found.low <= -_ALL and found.high >= _ALL:
        return "compare.vague"
    return ""


def difference(change: Change, unit: str | None, units: Mapping[str, Unit], lang: str) -> str:
    """The difference, with its unit, or in percentage points."""
    if change.difference.exact and change.difference.value == 0:
        return say(lang, "compare.unchanged")
    if words := verdict(change):
        return say(lang, words)

    def number(value: Decimal) -> str:
        return _signed(value, _plain(abs(value)) if change.points else wording.scaled(abs(value), lang))

    def money(value: Decimal) -> str:
        return _signed(value, wording.amount(_number(abs(value)), unit, units, lang))

    if unit in CURRENCIES:
        return _worded(change.difference, _Style(money), lang, _form(change))
    # there are no parts of a train
    style = _Style(number, 0) if is_count(unit) else _Style(number)
    said = _worded(change.difference, style, lang, _form(change))
    if change.points:
        return say(lang, "compare.points", number=said)
    one = change.difference.exact and abs(change.difference.value) == 1
    return wording.with_unit(said, unit, units, lang, singular=one)


def percent(change: Change, lang: str) -> str:
    """The change in percent; empty where there is none."""
    if change.percent is None or verdict(change):
        return ""
    after = change.after
    if change.grown and after.growth is not None:
        growth = wording.percent(after.growth, after.growth_qualifier, lang)
        return say(lang, "compare.as-reported", growth=growth)
    return _rate(change.percent, lang, _form(change))


def annual(change: Change, lang: str) -> str:
    """The compound growth a year, in percent; empty where there is none."""
    return "" if change.annual is None or verdict(change) else _rate(change.annual, lang, _form(change))


def years(elapsed: Decimal) -> str:
    """A number of years with one decimal, if it is not whole."""
    return _plain(elapsed.quantize(Decimal("0.1")))


def _rate(found: Range, lang: str, form: _Form) -> str:
    def written(value: Decimal) -> str:
        return _signed(value, f"{_plain(abs(value))}%")

    least = min(-_DECIMALS, _fine(found.value))
    if found.exact:
        return written(
            _at(found.value, least, ROUND_HALF_EVEN) if _place(found.value) < least else found.value
        )
    return _worded(found, _Style(written, least), lang, form)


class _Form(NamedTuple):
    """How all numbers of one change are given: as ranges, or as numbers, which may be about right."""

    ranged: bool
    hedged: bool


def _form(change: Change) -> _Form:
    """The form of a change, for all its numbers: ranges where one of them is too wide for a number."""
    rates = [] if change.grown else [change.percent]
    ranged = _wide(change.difference) or any(
        _wide(each, _WIDE_POINTS) for each in (*rates, change.annual) if each
    )
    return _Form(ranged, change.hedged)


def _wide(found: Range, narrow: Decimal = Decimal(0)) -> bool:
    """Whether one number would mislead; ``narrow`` is a half width that does not."""
    if found.exact or not (found.low.is_finite() and found.high.is_finite()):
        return False
    half, middle = (found.high - found.low) / 2, (found.low + found.high) / 2
    return half > max(narrow, _WIDE * abs(middle))


class _Style(NamedTuple):
    """How a computed number is written; ``least`` is the place of the last digit that it may have."""

    written: Callable[[Decimal], str]
    least: int = -20


def _worded(found: Range, style: _Style, lang: str, form: _Form) -> str:
    """A computed number in words: a number, ``≈`` a number, a range, or one end of it."""
    written, least = style
    if found.exact:
        return written(found.value)
    if not found.low.is_finite():
        return say(lang, "compare.at-most", value=written(_at(found.high, _fine(found.high), ROUND_CEILING)))
    if not found.high.is_finite():
        return say(lang, "compare.at-least", value=written(_at(found.low, _fine(found.low), ROUND_FLOOR)))
    half = (found.high - found.low) / 2
    if form.ranged:
        place = max(half.adjusted() - 1, least)
        low, high = _at(found.low, place, ROUND_FLOOR), _at(found.high, place, ROUND_CEILING)
        return say(lang, "compare.between", low=written(low), high=written(high))
    shown = written(_at(found.value, max(half.adjusted(), least), ROUND_HALF_EVEN))
    return say(lang, "compare.about", value=shown) if form.hedged else shown


def _place(value: Decimal) -> int:
    """The place of the last digit of a number that is not zero."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent


def _fine(value: Decimal) -> int:
    """The place of a number's second digit."""
    return value.adjusted() - 1 if value else 0


def _at(value: Decimal, place: int, rounding: str) -> Decimal:
    return value.quantize(Decimal(1).scaleb(place), rounding)


def _number(value: Decimal) -> int | Decimal:
    return value if value % 1 else int(value)


def _plain(value: Decimal) -> str:
    return f"{value.normalize() + 0:,f}"


def _signed(value: Decimal, size: str) -> str:
    return ("-" if value < 0 else "+" if value > 0 else "") + size


_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def months(time: str, lang: str) -> str:
    """The part of a year that a time covers: ``Jan-Oct``, ``1 Jan-7 Nov``, ``1-10月``, ``1月1日-11月7日``."""
    start, end = periods.span(time)
    whole = start.day == 1 and end.day == periods.days_in_month(end.year, end.month)
    if lang == "zh":
        ends = (
            [f"{start.month}", f"{end.month}月"]
            if whole
            else [f"{day.month}月{day.day}日" for day in (start, end)]
        )
        return f"{end.month}月" if whole and start.month == end.month else "-".join(ends)
    names = [_MONTHS[day.month - 1] for day in (start, end)]
    if not whole:
        names = [f"{day.day} {name}" for day, name in zip((start, end), names, strict=True)]
    return "-".join(dict.fromkeys(names))


#: The message of each reason.
_WHY = {
    "part": "compare.why-part",
    "months": "compare.why-months",
    "rank": "compare.why-rank",
    "text": "compare.why-text",
    "open": "compare.why-open",
    "one-year": "compare.why-one-year",
}
_WHY_KIND = {"event": "compare.why-event", "statement": "compare.why-statement"}


def reason(row: Row, lang: str) -> str:
    """Why a fact has no change, in a sentence; empty if it has one."""
    why = row.why_not
    if why is None:
        return ""
    if why.code == "kind":
        return say(lang, _WHY_KIND[row.fact.kind])
    if why.code == "scope":
        said = say(lang, "compare.why-scope", facts=("、" if lang == "zh" else ", ").join(why.facts))
        caveat = getattr(row.fact.caveat, lang) if row.fact.caveat else ""
        return f"{said}{'' if lang == 'zh' else ' '}{caveat}" if caveat else said
    if why.code == "break":
        return " ".join(
            say(lang, "compare.why-break", time=each.gap.time, caveat=getattr(each.gap.caveat, lang))
            for each in row.breaks
        )
    return say(lang, _WHY[why.code])
