"""What is said of a fact's development over the years."""

from __future__ import annotations

MESSAGES = {
    "figure": ("{value} ({beside})", "{value}（{beside}）"),
    "words": ("from {first} to {last}", "由{first}至{last}"),
    "since": ("after the break of {time}: {words}", "{time}断点之后：{words}"),
    "within": ("with the break of {time} within: {words}", "期内有{time}断点：{words}"),
    "scale": (
        "one sign a year, {first} to {last}: the higher, the more",
        "每格一年，{first}年至{last}年，高低表示大小",
    ),
    "gaps": ("no reported figure for the year: {years}", "无公布的年度数据：{years}"),
    "break": ("break, heights not comparable across it:", "断点，两侧高低不可比："),
    "disputed": ("sources disagree: {years}", "来源互相矛盾：{years}"),
    "run": ("{first} to {last}", "{first}至{last}"),
    "list": (", ", "、"),
}
