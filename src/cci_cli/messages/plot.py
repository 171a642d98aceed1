"""What is said on charts, and where one cannot be drawn."""

from __future__ import annotations

MESSAGES = {
    "years": ("{first} to {last}", "{first}至{last}年"),
    "no-figure": ("no figure", "无数据"),
    "conflict": ("conflict", "矛盾"),
    "break": ("break {time}", "断点 {time}"),
    "log": (
        "logarithmic scale: each step is ten times the one before; places, not lengths, show the values",
        "对数刻度：每格为前一格的十倍；以位置而非长度表示数值",
    ),
    "order": ("places in an order, not amounts", "表示位次，而非数量"),
    # the legend: what each sign means
    "reported": ("reported", "公布值"),
    "implied": (
        "implied by the growth reported for the year after",
        "由次年公布的同比增速推算",
    ),
    "partial": ("part of a year, not to be set against a whole one", "非全年，不可与全年相比"),
    "implied-partial": ("implied, for part of a year", "推算值，非全年"),
    "allowed": ("as far as the words allow", "措辞所容许的范围"),
    "over": ("over, or at least", "超过或至少"),
    "nearly": ("nearly, or at most", "接近或至多"),
    "about": ("about", "约"),
    "break-legend": ("break: the count changed; not comparable across it", "断点：统计口径变更，前后不可比"),
    "conflict-legend": ("conflict: another source's figure", "矛盾：另一来源的数值"),
    "gap-legend": ("no bar: no figure speaks for that year", "无图形：该年无数据"),
    "sources": ("Sources: {sources}", "来源：{sources}"),
    "caveat": ("Note: {caveat}", "注意：{caveat}"),
    "scope": ("Counted: {scope}", "口径：{scope}"),
}
