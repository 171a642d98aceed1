"""What kind of fact a question asks for: how many wants a figure, when an event, how long a time."""

from __future__ import annotations

_BONUS = 0.06
_FIGURES = ("stock", "flow", "level", "share")
_MONEY = ("USD", "CNY", "SGD")
#: What is asked, and the kinds and units that answer it.
_ASKING = (
    (
        "how many|how much|how large|how big|how fast|how far|how high|number of|"
        "多少|几个|多大|多高|数量|总数",
        _FIGURES,
    ),
    ("how much|worth|value of|cost of|金额|多少钱|多少亿|总额|价值", _MONEY),
    ("when |what date|what year|which year|what day|何时|什么时候|哪一年|哪年|哪天|几月", ("event",)),
    ("who |whom|whose|谁|why |为什么|是什么|what is", ("statement", "event")),
    ("how long|how many days|how many hours|多久|多长时间|几天|多少天", ("d", "h", "a")),
    ("percent|share of|proportion|比重|占比|比例|百分之", ("%",)),
)


def wanted(text: str) -> dict[str, float]:
    """The kinds and units that a plain text asks for, each with how much it counts."""
    return {
        each: _BONUS
        for phrases, kinds in _ASKING
        if any(phrase in text for phrase in phrases.split("|"))
        for each in kinds
    }
