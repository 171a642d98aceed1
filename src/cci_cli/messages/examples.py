"""Examples of the help: command lines that are run by the tests, and what each is for."""

from __future__ import annotations

EXAMPLES = {
    "program": (
        ("cci finance", "the figures of a topic", "一个主题的主要数据"),
        ("cci show summits-held", "one fact, with the words of its sources", "一项事实及其来源原文"),
        ("cci finance --json", "for a script", "供程序读取"),
        ("cci --lang zh logistics", "in Chinese", "用中文"),
    ),
    "topic": (
        ("cci finance", "its headline figures", "主要数据"),
        ("cci finance --all", "all of its facts", "全部事实"),
        ("cci finance --year 2020", "what was observed for a year", "某一年的记录"),
        ("cci finance --format csv", "for a spreadsheet", "供电子表格使用"),
    ),
    "show": (
        ("cci show finance.summits-held", "by its id", "用完整标识"),
        ("cci show summits-held", "by an unambiguous part of it", "用不含歧义的一部分"),
        ("cci show summits-held --year 2020", "what was observed for a year", "某一年的记录"),
    ),
    "search": (
        ("cci search cross-border loans", "words", "词语"),
        ("cci search kuajing rongzi", "pinyin", "拼音"),
        ("cci search 322亿美元", "a figure somebody saw", "见过的数字"),
        ("cci search how many trains ran in 2024", "a question", "问句"),
    ),
    "compare": (
        ("cci compare 2019 2024", "all that can be compared", "全部可比的事实"),
        ("cci compare 2018..2025 --topic trade", "one topic, year by year", "某一主题，逐年"),
        ("cci compare 2020 2021 signed-projects", "some facts", "若干事实"),
        ("cci compare 2018..2025 chongqing-value --plot", "drawn", "绘图"),
    ),
    "timeline": (
        ("cci timeline 2019", "a year: what happened, and its figures", "某一年的大事与数据"),
        ("cci timeline 2018..2020 --topic ict", "some years of one topic", "某一主题数年的大事"),
        ("cci timeline --all", "everything, with what was stated", "全部大事与陈述"),
    ),
    "conflicts": (
        ("cci conflicts", "all of them", "全部矛盾"),
        ("cci conflicts --topic finance", "of one topic", "某一主题的矛盾"),
        ("cci conflicts --year 2019", "of one year", "某一年的矛盾"),
    ),
    "sources": (
        ("cci sources", "all of them", "全部来源"),
        ("cci sources cqrb-5-years", "one, with all that leans on it", "某一来源及引用它的全部内容"),
        ("cci sources --standing weak", "those of one standing", "某一级别的来源"),
    ),
    "cite": (
        ("cci cite summits-held", "the sources of a fact, with their words", "某一事实的来源及其原文"),
        ("cci cite cqrb-5-years --style mla", "a source, in a style", "用指定格式著录某一来源"),
        ("cci cite summits-held --style bibtex", "for a reference manager", "供文献管理软件使用"),
        ("cci cite --self", "cci itself", "cci本身"),
    ),
    "check": (
        ("cci check", "the fact base in use", "当前使用的事实库"),
        ("cci check --explain malformed-time", "what a fault means", "某种错误的含义"),
        ("cci check --json", "for a script", "供程序读取"),
    ),
    "export": (
        ("cci export --format csv", "every observation as a row", "每条观测一行"),
        ("cci export -o cci.sqlite", "a database", "数据库"),
        ("cci export --topic finance -o finance.csv --bom", "for Excel", "供Excel使用"),
        ("cci export --year 2020 -o 2020.zip", "a data package of one year", "某一年的数据包"),
    ),
    "paths": (
        ("cci paths", "the files, and what each gives", "各文件及其内容"),
        ("cci paths --json", "for a script", "供程序读取"),
    ),
    "completion": (
        ("cci completion bash", "print the script for bash", "打印bash的脚本"),
        ("cci completion fish --help", "how to install it", "如何安装"),
    ),
}
