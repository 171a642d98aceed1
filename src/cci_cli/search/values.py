"""The observations that may be a figure that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.search.asked import Match

if TYPE_CHECKING:
    from cci_cli.index import Index
    from cci_cli.search.asked import Asked

#: So many rows are read for each size of interval.
_MOST_ROWS = 1000
#: The sizes of intervals there are, as powers of ten.
_SIZES = range(-7, 16)
#: What is less close is not meant: "over 100" is not found for 137.
_CLOSE = 0.2
_DOLLARS = ("USD", "SGD")
_MONEY = ("USD", "SGD", "CNY", "HKD", "EUR", "GBP")


def matches(index: Index, asked: Asked) -> list[Match]:
    """The observations whose values meet a figure, the closest first."""
    found: list[Match] = []
    query = (
        "SELECT low, high, value, unit, doc, observation, growth, rank FROM figure "
        "WHERE width = ? AND low BETWEEN ? AND ? AND high >= ? LIMIT ?"
    )
    for size in _SIZES:
        rows = index.ask_search(query, [size, asked.low - 10.0**size, asked.high, asked.low, _MOST_ROWS])
        for low, high, value, unit, doc, observation, growth, rank in rows:
            near = _closeness(asked, low, high, value) * _of_unit(asked.unit, unit) * (1.0, 0.7, 0.5)[rank]
            if near >= _CLOSE:
                found.append(Match(doc, observation, near, bool(growth)))
    return sorted(found, key=lambda each: -each.closeness)


def _closeness(asked: Asked, low: float, high: float, value: float) -> float:
    """1 for the very value; less the wider the two intervals are, beside the value; 0 if they do not meet."""
    if abs(value - asked.value) <= 1e-9 * max(abs(value), 1.0):
        return 1.0
    if high <= asked.low or low >= asked.high:
        return 0.0
    size = max(abs(value), abs(asked.value))
    apart = abs(value - asked.value) / size if size else 0.0
    return max(0.85 - 2 * apart - (high - low) / size / 4, 0.05) if size else 0.05


def _of_unit(asked: str | None, unit: str | None) -> float:
    """How well a unit is the one asked for: another money is not meant, another count hardly."""
    if asked is None or asked == unit or (asked == "$" and unit in _DOLLARS):
        return 1.0 if asked != "$" or unit == "USD" else 0.95
    return 0.1 if asked in (*_MONEY, "$", "%") else 0.3
