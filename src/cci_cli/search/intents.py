"""What kind of fact a question asks for: how many wants a figure, when an event, how long a time."""

from __future__ import annotations

import re

_BONUS = 0.06
_FIGURES = ("stock", "flow", "level", "share")
_MONEY = ("USD", "CNY", "SGD")
#: What is asked, and the kinds and units that answer it.
_ASKING = (
    (
        re.compile(
            r"how (?:many|much|large|big|fast|far|high)|number of|多少|几(?![内])|多大|多高|数量|总数"
        ),
        _FIGURES,
    ),
    (
        re.compile(r"how much (?:money|is|was|are|were)|worth|value of|cost of|金额|多少钱|多少亿|总额|价值"),
        _MONEY,
    ),
    (re.compile(r"\bwhen\b|what (?:date|year|day)|何时|什么时候|哪一?年|哪天|几月"), ("event",)),
    (re.compile(r"\bwho\b|\bwhom\b|\bwhose\b|谁|\bwhy\b|为什么|是什么|what is\b"), ("statement", "event")),
    (re.compile(r"how long|how many (?:days|hours)|多久|多长时间|几天|多少天"), ("d", "h", "a")),
    (re.compile(r"percent|share of|proportion|比重|占比|比例|百分之"), ("%",)),
)


def wanted(text: str) -> dict[str, float]:
    """The kinds and units that a plain text asks for, each with how much it counts."""
    return {each: _BONUS for pattern, kinds in _ASKING if pattern.search(text) for each in kinds}
