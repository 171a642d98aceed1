"""What ``cci search`` says."""

from __future__ import annotations

MESSAGES = {
    "too-long": (
        "{count} characters are too many to search for; write {most} at most.",
        "查询有{count}个字符，过长；至多{most}个。",
    ),
    "bad-limit": (
        "'{value}' is not a number of facts from 1 to {most}.",
        "“{value}”不是1到{most}之间的项数。",
    ),
    "taken-for": (
        "'{typed}' is found nowhere; showing results for {read}",
        "没有“{typed}”；以下是“{read}”的结果",
    ),
    "read-aloud": (
        "'{typed}' is read as pinyin; showing results for {read}",
        "“{typed}”按拼音读；以下是“{read}”的结果",
    ),
    "missed": ("nothing is recorded for {years}", "无{years}年的记录"),
    "instead": ("this figure stands instead: {time} {value}", "应以此为准：{time} {value}"),
    "in-aliases": ("also called: {text}", "又称：{text}"),
    "in-scope": ("scope: {text}", "口径：{text}"),
    "in-text": ("also says: {text}", "另述：{text}"),
    "in-quote": ("quoted: {text}", "引文：{text}"),
    "in-source": ("source: {text}", "来源：{text}"),
    "score": ("Score", "得分"),
    "field": ("Found in", "匹配处"),
    "label": ("label", "名称"),
    "aliases": ("alias", "别名"),
    "scope": ("scope", "口径"),
    "text": ("text", "正文"),
    "quote": ("quote", "引文"),
    "topic": ("topic", "主题"),
    "unit": ("unit", "单位"),
    "source": ("source title", "来源标题"),
    "value": ("value", "数值"),
    "growth": ("growth", "同比"),
    "year": ("year", "年份"),
}
