"""What is said where years are compared."""

from __future__ import annotations

MESSAGES = {
    # which years
    "not-years": (
        "'{word}' is neither a year nor a range of years; write four digits each, as in 2019 2024 or 2018..2025.",
        "“{word}”不是年份，也不是年份范围；年份须为四位数字，如2019 2024或2018..2025。",
    ),
    "no-years": (
        "Which years? Write two or more, as in 2019 2024, or a range, as in 2018..2025.",
        "比较哪些年份？请写两个或更多年份，如2019 2024，或年份范围，如2018..2025。",
    ),
    "one-year": (
        "One year cannot be compared; write another beside {word}, or a range, as in 2018..2025. "
        "For one year alone: cci TOPIC --year {word}",
        "只有一个年份无从比较；请在{word}之外再写一个年份，或写年份范围，如2018..2025。查看单个年份：cci 主题 --year {word}",
    ),
    # headings
    "title": ("{years} side by side", "{years}年对比"),
    "and": (" and ", "与"),
    "comma": (", ", "、"),
    "and-so": (", ", "，"),
    "change": ("Change", "变化"),
    "difference": ("Difference", "差额"),
    "percent": ("Percent", "百分比"),
    "annual": ("A year", "年均"),
    "change-is": ("Change: {change}", "变化：{change}"),
    "scope-is": ("Scope: {scope}", "口径：{scope}"),
    "from-to": ("{first} to {last}", "{first}年至{last}年"),
    "in-unit": ("in {unit}", "单位：{unit}"),
    # changes
    "a-year": ("{rate} a year", "年均{rate}"),
    "over-years": ("over {years} years", "历时{years}年"),
    "as-reported": ("{growth}, as reported", "{growth}（来源所报）"),
    "unchanged": ("unchanged", "持平"),
    "no-change": ("no change at this precision", "按此精度看不出变化"),
    "vague": ("too vague to tell", "过于笼统，无从判断"),
    "otherwise": ("with {value}: {change}", "若取{value}：{change}"),
    "about": ("≈ {value}", "≈{value}"),
    "between": ("{low} to {high}", "{low}至{high}"),
    "at-least": ("at least {value}", "至少{value}"),
    "at-most": ("at most {value}", "至多{value}"),
    "points": ("{number} percentage points", "{number}个百分点"),
    "no-percent": ("no percent: the base may be zero or less", "基数可能为零或负，不计百分比"),
    "like-with-like": ("Same months of both years, {months}: {change}", "两年同期（{months}）：{change}"),
    "value-then": ("{year}: {value} {sources}", "{year}年：{value} {sources}"),
    # cells
    "implied-by": ("implied by {growth}", "由同比{growth}推算"),
    "also": ("also {value} {sources}", "另有{value} {sources}"),
    "also-at": ("also {time}: {value} {sources}", "另有{time}：{value} {sources}"),
    "note-on": ("{on}: note: {caveat}", "{on}：说明：{caveat}"),
    "no-figure": ("no figure: {years}", "无数据：{years}"),
    # the legend, by its signs
    "legend-gap": ("no figure for this year", "该年无数据"),
    "legend-date": ("as of this date within the year", "截至年内该日"),
    "legend-partial": (
        "part of the year, never set against a whole one",
        "仅为年内一段时间，不与全年相比",
    ),
    "legend-implied": (
        "implied: computed from the growth that a source reported for the year after",
        "推算值：由来源所报次年同比增速算出",
    ),
    "legend-conflict": (
        "sources disagree; the better-sourced figure is compared, and beside the change stands "
        "what an equally well-sourced one would give",
        "来源互相矛盾；以来源较可靠的数字作比较，来源同样可靠的数字所得的变化列于旁",
    ),
    "legend-break": (
        "the count changed between these years: nothing is compared across it",
        "统计口径在此之间改变，前后不可比",
    ),
    "legend-weak": ("weak sources only", "仅有弱来源"),
    "legend-note": ("has a note, which stands beneath its row", "有说明，见该行之下"),
    "legend-about": ("about: the figures are hedged, or implied", "约数：原数字带约、超等限定，或为推算"),
    # why not
    "not-compared": ("Not compared: {reason}", "不作比较：{reason}"),
    "why-break": ("the count changed in {time}. {caveat}", "统计口径于{time}改变。{caveat}"),
    "why-part": (
        "part of a year is never set against a whole one.",
        "年内一段时间不与全年相比。",
    ),
    "why-months": (
        "these are not the same months of the years.",
        "各年所覆盖的月份不同。",
    ),
    "why-event": ("events have no figures for a year.", "事件没有年度数据。"),
    "why-statement": ("statements have no figures for a year.", "陈述没有年度数据。"),
    "why-rank": ("ranks are places, not amounts.", "位次不是数量，不可相减。"),
    "why-text": ("a year has words only, no value.", "有年份只有文字而无数值。"),
    "why-open": ("the hedges leave the change open.", "数字的限定使变化无从确定。"),
    "why-one-year": ("it has a figure for one of the years only.", "仅有其中一年的数据。"),
    "why-scope": (
        "the other year has another fact only, which counts differently: {facts}.",
        "另一年只有口径不同的另一项事实：{facts}。",
    ),
    "why-apart": (
        "these are different facts, each counted in its own way.",
        "这是口径不同的事实。",
    ),
    # beneath
    "rest": (
        "{facts} for one of these years only; to list them: --all",
        "另有{facts}仅有其中一年的数据；全部列出：--all",
    ),
    "texts": (
        "{facts} of these years, events and statements; in order: cci timeline {years}",
        "这些年份另有{facts}为事件与陈述；按时间查看：cci timeline {years}",
    ),
}
