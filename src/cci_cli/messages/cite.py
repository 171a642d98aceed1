"""What ``cci cite`` says besides its references."""

from __future__ import annotations

MESSAGES = {
    "fact-base": (
        "Fact base of cci: the record of the China-Singapore (Chongqing) Connectivity Initiative",
        "cci事实库：中新（重庆）战略性互联互通示范项目的公开记录",
    ),
    "own-fact-base": ("Fact base {name}, read with cci", "事实库{name}，以cci读取"),
    "implied": (
        "implied: these words are of the year after, with its growth",
        "推算：此为次年的数字及同比增速",
    ),
    "contradicts": ("contradicts the above", "与上述矛盾"),
    "wants-access": (
        "This style also gives the day on which you opened a page; cci cannot know it. State it, as in "
        "--accessed 2026-07-01",
        "此格式还须著录网页的引用日期，cci无从得知。请自行注明，如 --accessed 2026-07-01",
    ),
    "bad-accessed": (
        "'{value}' is not a day; write year, month and day, as in 2026-07-01.",
        "“{value}”不是日期；请写年月日，如2026-07-01。",
    ),
    "data-format": (
        "{style} is a file of its own; --format {format} does not apply to it.",
        "{style}本身即为文件格式，不能再用--format {format}。",
    ),
    "words-with-self": (
        "--self cites cci itself; name no fact or source with it.",
        "--self引用cci本身，请勿同时指定事实或来源。",
    ),
    "needs-fact": (
        "--year chooses an observation of a fact; no fact is named.",
        "--year用于选择事实的观测，而此处没有指定事实。",
    ),
}
