"""The help of commands and options, in English and Chinese."""

from __future__ import annotations

HELP = {
    "program": (
        "The record of the China-Singapore (Chongqing) Connectivity Initiative: every figure with what it counts, "
        "when, who said it and in which words. Type a topic (cci finance) to read its facts.",
        "中新（重庆）战略性互联互通示范项目的公开记录：每个数字都注明统计口径、时间、出处与原文。键入主题（cci 金融）即可阅读。",
    ),
    "topic": ("The facts of the topic: {label}.", "主题“{label}”的事实。"),
    "show": (
        "One fact in full: observations, quotes, conflicts.",
        "一项事实的全文：全部观测、来源与原文、相互矛盾之处。",
    ),
    "compare": (
        "Years side by side: what changed, and what must not be compared.",
        "年份对比：有何变化，以及哪些不可相比。",
    ),
    "search": (
        "Find facts by words in either language, pinyin or a figure.",
        "按词语（中英文、繁体、拼音、首字母）或数字查找事实。",
    ),
    "WORDS": (
        "Words, a question, or a figure such as 322亿 or 43.2%; after -- one may begin with a hyphen.",
        "词语、问题，或322亿、43.2%一类的数字；以连字符开头的写在--之后。",
    ),
    "topic-of-search": ("Only facts of this topic.", "只查该主题。"),
    "limit": ("Show so many facts at most.", "至多显示几项事实。"),
    "timeline": (
        "What happened, in order; for one year, its figures too.",
        "按时间顺序列出大事；只看一年时附该年数据。",
    ),
    "conflicts": (
        "Where sources disagree: all sides, and why if it is known.",
        "来源互相矛盾之处：并列各方，并附已知原因。",
    ),
    "sources": (
        "The sources; or one, with all that leans on it.",
        "来源列表；或某一来源及引用它的全部事实。",
    ),
    "cite": (
        "References to paste, for a fact's sources or for sources.",
        "可直接粘贴的参考文献：某事实的来源，或指定来源。",
    ),
    "check": (
        "Is a fact base sound? Its faults, and its conflicts.",
        "事实库是否可靠？列出每处错误的行号与改法，以及来源之间的矛盾。",
    ),
    "export": (
        "The fact base, or a part of it, as a file for other programs.",
        "将事实库或其一部分导出为文件，供其他程序使用。",
    ),
    "completion": (
        "The script that lets a shell complete commands and ids at Tab.",
        "让shell用Tab键补全命令与标识的脚本。",
    ),
    "COMMAND": ("TOPIC | COMMAND ...", "主题 | 命令 …"),
    "FACT": (
        "An id such as finance.cross-border-financing, or an unambiguous part of one.",
        "事实标识，或其不含歧义的一部分。",
    ),
    "YEARS": (
        "Years, as 2019 2024 or 2018..2025; then facts or topics, or parts of their names.",
        "年份，如2019 2024或2018..2025；其后可写事实、主题或其名称的一部分。",
    ),
    "YEAR": (
        "A year (2019) or the first and the last (2018..2025); all, if there is none.",
        "年份（2019），或起止年份（2018..2025）；不写则为全部。",
    ),
    "SOURCE": ("A source's id, or an unambiguous part of one.", "来源标识，或其不含歧义的一部分。"),
    "WORDS-cite": (
        "Ids of facts or sources, or unambiguous parts of them.",
        "事实或来源的标识，或其不含歧义的一部分。",
    ),
    "style": (
        "The style: {styles}. Without it, that of the language: apa in English, gb7714 in Chinese.",
        "著录格式：{styles}。不写时依语言：英文用apa，中文用gb7714。",
    ),
    "accessed": (
        "The day on which you opened the sources; given where the style wants it.",
        "您查阅来源的日期（引用日期），仅在格式要求处著录。",
    ),
    "self": ("Cite cci and its fact base.", "引用cci及其事实库。"),
    "SHELL": (
        "One of {shells}; without it, the shell that you are in.",
        "{shells}之一；不写则为当前的shell。",
    ),
    "install": (
        "Put the completion script where the shell looks for it, and say what else is to be done.",
        "把补全脚本放到shell查找之处，并说明还需做什么。",
    ),
    "FILE": (
        "The fact base to check; without one, the one in use.",
        "待检查的事实库；不写则检查当前使用的。",
    ),
    "against": (
        "Also look for the quotes, and for figures that none holds, in copies of the sources: DIR/SOURCE.html, .txt, .md.",
        "并在来源副本（DIR/来源标识.html、.txt、.md）中查找引文，以及没有引文含有的数字。",
    ),
    "json": ("Write JSON; the same as --format json.", "输出JSON，同--format json。"),
    "format": (
        "How to write: {formats}. Without it, a table on a terminal and tab-separated rows in a pipe.",
        "输出格式：{formats}。不写时，终端用表格，管道用制表符分隔。",
    ),
    "format-of-file": (
        "How to write: {formats}. Without it, the first.",
        "输出格式：{formats}。不写时用第一种。",
    ),
    "year": ("Only what was observed for this year.", "只看该年的记录。"),
    "explain": (
        "What the fault with this code means and how it is mended, with an example.",
        "说明此代码的错误是什么、如何改正，并举例。",
    ),
    "year.cite": (
        "Of a fact, what speaks for this year.",
        "事实取该年的记录。",
    ),
    "year.issued": ("Only the sources issued in this year.", "只看该年发布的来源。"),
    "standing": (
        "Only the sources of this standing: official, press, repost or weak.",
        "只看该级别的来源：official（官方）、press（媒体）、repost（转载）或weak（弱来源）。",
    ),
    "unused": (
        "Only the sources that no observation cites.",
        "只看没有观测引用的来源。",
    ),
    "all": (
        "All facts of the topic, not only its headline figures.",
        "显示该主题的全部事实，而非仅主要数据。",
    ),
    "all.compare": (
        "Also the facts of one year only, and events and statements.",
        "也列出仅有一年数据的事实，以及事件与陈述。",
    ),
    "topic.only": ("Only this topic.", "只看该主题。"),
    "topic.each": (
        "Only this topic; may be given several times.",
        "只取该主题；可多次使用。",
    ),
    "output": (
        "Write to this file; its ending tells the format, if --format does not. - is standard output.",
        "写入此文件；不写--format时由扩展名决定格式。-表示标准输出。",
    ),
    "bom": (
        "With csv: begin with a byte order mark, by which Excel knows UTF-8.",
        "配合csv：以字节顺序标记（BOM）开头，Excel据此识别UTF-8。",
    ),
    "all.timeline": (
        "Statements and all figures too, not only events and headline figures.",
        "同时显示陈述与全部数据，而非仅事件与主要数据。",
    ),
    "plot": (
        "Draw the figures on the terminal; or, with FILE.svg, FILE.png or FILE.pdf, a chart for a report.",
        "在终端绘图；写明文件名（.svg、.png或.pdf）则生成可用于报告的图。",
    ),
    "ascii": ("With --plot: draw with plain ASCII.", "配合--plot：仅用ASCII字符绘图。"),
    "force": ("Replace the file, if there is one.", "文件已存在时覆盖。"),
    "lang": ("Language: en or zh. Without it, from the locale.", "语言：en或zh。不写时依系统语言。"),
    "facts": (
        "Read this fact base instead of the built-in one (also: CCI_FACTS).",
        "改读此事实库（亦可用CCI_FACTS）。",
    ),
    "color": (
        "Colour: auto (on a terminal), always or never.",
        "颜色：auto（仅终端）、always（总是）或never（从不）。",
    ),
    "no-pager": ("Do not show long pages in a pager.", "长页面不经分页器显示。"),
    "OPTIONS": ("[OPTIONS]", "[选项]"),
    "usage": ("Usage: ", "用法："),
    "examples": ("Examples:", "示例："),
    "arguments": ("Arguments:", "参数："),
    "options": ("Options:", "选项："),
    "topics": ("Topics:", "主题："),
    "commands": ("Commands:", "命令："),
    "statuses": ("Exit status:", "退出状态："),
    "variables": ("Variables:", "环境变量："),
    "status-0": ("done", "完成"),
    "status-1": ("nothing found, or faults found by check", "没有找到，或check发现问题"),
    "status-2": (
        "a command line that is not understood, or a fact base that cannot be read",
        "命令有误，或事实库无法读取",
    ),
    "status-130": ("interrupted", "被中断"),
    "variable-CCI_FACTS": ("the fact base to read instead of the built-in one", "改读的事实库"),
    "variable-LC_ALL, LC_MESSAGES, LANG": ("the language: Chinese for zh", "语言：以zh开头则用中文"),
    "variable-NO_COLOR, FORCE_COLOR": ("no colour, or colour in a pipe too", "不用颜色，或在管道中也用颜色"),
    "variable-FORCE_HYPERLINK": (
        "links that can be clicked, where the terminal does not tell that it knows them; 0 for none",
        "终端未表明支持时也用可点击的链接；0则不用",
    ),
    "variable-COLUMNS, LINES": ("the size of the terminal", "终端的宽与高"),
    "variable-PAGER": ("the pager for long pages; empty for none", "长页面的分页器；留空则不用"),
    "variable-XDG_CACHE_HOME": ("where the index is kept", "索引的存放处"),
    "help": ("Show this help.", "显示本帮助。"),
    "version": ("Show the version.", "显示版本。"),
}


def help_text(lang: str, key: str, **values: str) -> str:
    """The help of a command, argument or option in a language."""
    english, chinese = HELP[key]
    return (chinese if lang == "zh" else english).format(**values)
