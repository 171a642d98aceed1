"""What a timeline says."""

from __future__ import annotations

MESSAGES = {
    "title": ("Timeline", "大事记"),
    "figures": ("Figures for {year}", "{year}年数据"),
    "more": ("Also {left}: {command}", "另有{left}：{command}"),
    "years-twice": (
        "The years are given twice: as an argument and with --year.",
        "年份给了两次：既作参数，又用--year。",
    ),
}
