"""What the page of ``cci export --format html`` says of itself."""

from __future__ import annotations

MESSAGES = {
    "title": (
        "China-Singapore (Chongqing) Connectivity Initiative: the record",
        "中新（重庆）战略性互联互通示范项目：公开记录",
    ),
    "about": (
        "Every figure here says what it counts, when, who reported it and in which words. Where sources contradict "
        "each other, both sides are shown; what must not be compared says so.",
        "本页每个数字都注明统计口径、时间、出处与原文。来源互相矛盾之处，各方并列；不可相比之处，均有说明。",
    ),
    "summary-of-year": (
        "{facts}, {observations} for {year}, {sources}",
        "{facts}，{observations}（{year}年），{sources}",
    ),
    "of-topics": ("Only of the topic: {topics}.", "只收录主题：{topics}。"),
    "of-year": ("Only what was reported for {year}.", "只收录{year}年的记录。"),
    "made": (
        "Written by cci {version}. The newest source is of {date}.",
        "由cci {version}生成。最新来源的日期为{date}。",
    ),
    "made-undated": ("Written by cci {version}.", "由cci {version}生成。"),
    "own": (
        "The facts are those of a reader's own file, {file}.",
        "事实取自使用者自己的文件：{file}。",
    ),
    "licence": ("Licence of the fact base:", "事实库的许可证："),
    "skip": ("Skip to the facts", "跳至正文"),
    "contents": ("Contents", "目录"),
    "language": ("Language", "语言"),
    "search": ("Search", "查找"),
    "search-hint": (
        "Words, figures, pinyin or its first letters",
        "词语（中英文、繁体）、数字、拼音或首字母",
    ),
    "all": ("{facts}", "共{facts}"),
    "found": ("{{n}} of {facts} found", "在{facts}中找到{{n}}项"),
    "found-none": (
        "Nothing is found. Try fewer or other words.",
        "没有找到。请减少字词，或换个说法。",
    ),
    "open-all": ("Open all quotes", "展开全部引文"),
    "reading": ("How to read this page", "阅读说明"),
    "overview-of": ("{topic}: all facts", "{topic}：全部事实"),
    "observations-of": ("{fact}: what was reported", "{fact}：全部观测"),
    "as-of": ("as of {time}", "截至{time}"),
    "in-time": ("for {time}", "{time}"),
    "words": ("Who says so, in which words", "出处与原文"),
    "in-full": (
        "{observations}, with the words of their sources",
        "{observations}，附来源原文",
    ),
    "in-full-one": (
        "{observations}, with the words of its sources",
        "{observations}，附来源原文",
    ),
    "disagree": ("Sources disagree", "来源互相矛盾"),
    "leaning": ("Rests on it: {facts}", "引用此来源：{facts}"),
    # how to read
    "read-fact": (
        "A fact is one thing counted, with one scope; what is counted otherwise is another fact. An observation is "
        "what was reported for a fact at one time.",
        "一项事实只统计一件事、只有一个口径；口径不同，另列一项。观测是就某一时间公布的数值或陈述。",
    ),
    "read-hedge": (
        "Hedges are those of the sources: “over”, “about”, “nearly”. Quotes are the sources' own words, unaltered.",
        "“超”“约”“近”等措辞均依来源。引文为来源原文，未作改动。",
    ),
    "read-implied": (
        "implied: computed from a growth that was reported for the year after, with the formula; never reported itself.",
        "推算：由次年公布的同比增速算出，附算式；并非公布值。",
    ),
    "read-deprecated": (
        "deprecated: was published and is known to be wrong; kept, with the reason, for those who meet it elsewhere.",
        "弃用：曾经公布、已知有误；保留并说明理由，供在他处见到者查对。",
    ),
    "read-weak": (
        "weak sources only: rests on self-media, unnamed or machine-made pages alone.",
        "仅有弱来源：只见于自媒体、未署名或机器生成的网页。",
    ),
    "read-drawing": (
        "Drawings show a figure a year, from zero unless they say otherwise:",
        "图中每年一个数值，除注明者外均自零起：",
    ),
    "read-links": (
        "A quote is a link where its source is on the web: it opens the page at these words, in browsers that can.",
        "来源见于网络者，引文即为链接：浏览器支持时，直接打开至原文所在之处。",
    ),
}
