"""What is said of sources, in English and Chinese."""

from __future__ import annotations

MESSAGES = {
    "sums": (
        "Leaning on it: {observations} of {facts}, {alone} of them on nothing else.",
        "引用此来源：{facts}的{observations}，其中{alone}条别无其他来源。",
    ),
    "rests": ("Rests on it", "依据"),
    "alone": ("alone", "别无其他来源"),
    "rests-alone": ("rests on this source alone", "仅有此来源"),
    "rests-on": ("also: {others}", "另见：{others}"),
    "none": ("No source is like that.", "没有这样的来源。"),
    "none-at-all": ("There is none: every source is cited.", "没有：每个来源都有引用。"),
    "standings": ("There are, by standing: {counts}.", "现有来源，按级别：{counts}。"),
    "years": ("There are, by year: {counts}.", "现有来源，按年份：{counts}。"),
}
