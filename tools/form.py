"""What each key of a fact base means, with good examples and bad ones: the sentences of its JSON Schema.

A key is named by its table and itself. Of a bad example is told why it is bad, and who notices it: ``schema``
(an editor, while somebody types), ``check`` (``cci check``, since a schema cannot count or compare) or ``person``
(nobody else). Tests hold every example to that.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Bad(NamedTuple):
    """An example of what not to write."""

    value: Any
    why: str
    noticed_by: str


class Entry(NamedTuple):
    """A key: what it means in English and Chinese, good examples, bad ones."""

    en: str
    zh: str
    good: tuple[Any, ...]
    bad: tuple[Bad, ...] = ()


def _both(en: str, zh: str) -> dict[str, str]:
    return {"en": en, "zh": zh}


TABLES = {
    "file": (
        "A fact base: topics, in each its facts, in each fact its observations; the units and the sources they use.",
        "事实库：主题之下有事实，事实之下有观测；另有所用的单位与来源。",
    ),
    "own": (
        "Your own facts, read after the fact base. What has an id of it stands instead; a fact with nothing but observations adds them.",
        "自有事实，在事实库之后读取。与之同标识者替换之；只有观测的事实是为其补充观测。",
    ),
    "topic": (
        "A chapter. Its own keys are label and aliases; every other key is the id of a fact.",
        "一个主题。label和aliases是它自己的键，其余的键都是事实的标识。",
    ),
    "fact": (
        "One series: one thing counted or stated, with one scope. Two scopes are two facts.",
        "一项事实：以一种口径统计或陈述的一件事。口径不同即为两项事实。",
    ),
    "observation": (
        "What was reported for a fact at one time: a value, or a text, with the words that carry it.",
        "某一时间的一次记录：数值或文字，附其原文。",
    ),
    "citation": (
        "The link from an observation to the words of a source.",
        "从观测到来源原文的引证。",
    ),
    "break": (
        "A date from which a fact counts differently; nothing is compared across it.",
        "口径变化的日期，前后不作比较。",
    ),
    "source": (
        "A publication, with the fields of a CSL item. What is not known is left out, never guessed.",
        "一种出版物，字段同CSL。不详者省去，不作猜测。",
    ),
    "unit": (
        "How a unit is written in both languages. Its id is a UCUM code, else a plain singular noun.",
        "单位的中英文写法。标识用UCUM代码，没有则用英文单数名词。",
    ),
}

FORM = {
    "topic.label": Entry(
        "The topic's name, in both languages.",
        "主题名称，中英文俱全。",
        (_both("Financial services", "金融服务"),),
        (
            Bad("Finance", "one language", "schema"),
            Bad({"en": "Finance"}, "the Chinese is missing", "schema"),
        ),
    ),
    "topic.aliases": Entry(
        "Other names that the topic answers to.",
        "主题的其他名称。",
        (["融资", "banking"],),
        (Bad("融资", "a list is wanted, even of one", "schema"),),
    ),
    "fact.label": Entry(
        "What is counted or stated, short enough for a table, to be understood without its topic.",
        "指标名称，简短，离开主题也能看懂。",
        (_both("Cross-border financing", "跨境融资"),),
        (Bad(_both("Total", "总额"), "of what?", "person"),),
    ),
    "fact.kind": Entry(
        "What one time means for it: stock (cumulative up to a date), flow (over a period), level (at a date), share, "
        "event (something that happened), statement (something that is so, or is planned).",
        "时间的含义：stock（截至某日累计）、flow（一段时期内）、level（某一时点）、share（占比）、event（事件）、statement（陈述）。",
        ("stock", "flow"),
        (Bad("total", "a cumulative count is a stock", "schema"),),
    ),
    "fact.unit": Entry(
        "What a value is counted in: an ISO 4217 code, or a unit of the table [units]. Needed where there is a value.",
        "数值的单位：ISO 4217代码，或[units]表中的单位。有数值则必填。",
        ("USD", "train"),
        (Bad("", "an empty text", "schema"), Bad("billion dollars", "base units only", "check")),
    ),
    "fact.headline": Entry(
        "Whether the topic's first page shows it. Few facts are.",
        "是否列入主题首页，宜少。",
        (True,),
        (Bad("yes", "true or false, without quotation marks", "schema"),),
    ),
    "fact.scope": Entry(
        "What exactly is counted, whose it is, since when. Needed where there is a value.",
        "究竟统计什么、谁的、从何时起。有数值则必填。",
        (_both("all loans landed under the initiative since 2015", "2015年以来项目框架下落地的全部贷款"),),
        (Bad(_both("loans", "贷款"), "whose, and since when?", "person"),),
    ),
    "fact.caveat": Entry(
        "What a reader must know before comparing it with another fact, or with itself.",
        "与其他事实或自身前后比较之前须知的事。",
        (_both("Narrower than 'financial service projects'.", "口径小于“金融服务项目”。"),),
        (Bad(_both("See the source.", "见来源。"), "says nothing itself", "person"),),
    ),
    "fact.aliases": Entry(
        "Other names by which somebody may look for it.",
        "读者可能用来查找的其他名称。",
        (["融资通道", "loans"],),
        (Bad([""], "an empty name", "schema"),),
    ),
    "fact.break": Entry(
        "Dates from which it counts differently.",
        "口径变化的日期。",
        ([{"time": "2021-06", "caveat": _both("Without finance from then on.", "此后不含金融。")}],),
        (Bad(["2021-06"], "what changed?", "schema"),),
    ),
    "fact.observations": Entry(
        "What was reported, by time. Sources that contradict each other are observations of one time.",
        "各次记录，按时间排列。互相矛盾的来源是同一时间的多条观测。",
        (),
        (Bad([], "a fact without an observation says nothing", "schema"),),
    ),
    "observation.time": Entry(
        "When it was so, as precisely as the source says and no more: a year, a month, a day, or an interval.",
        "所指时间，来源说到哪一级就写到哪一级：年、月、日或区间。",
        ("2019", "2019-11", "2019-11-07", "2020-01/2020-10"),
        (
            Bad("November 2019", "ISO 8601 is 2019-11", "schema"),
            Bad(2019, "in quotation marks", "schema"),
            Bad("2019-02-30", "there is no such day", "check"),
            Bad("2020/2019", "it ends before it starts", "check"),
        ),
    ),
    "observation.value": Entry(
        "The figure, in base units: 12.38 billion dollars is 12_380_000_000.",
        "数值，以基本单位计：123.8亿美元写作12_380_000_000。",
        (12_380_000_000, 43.2),
        (
            Bad("123.8亿", "a number, without quotation marks", "schema"),
            Bad(123.8, "the value counts dollars, not hundred millions of them", "check"),
        ),
    ),
    "observation.upper": Entry(
        "The upper end, where the source gives a range; value is then the lower one.",
        "来源给出范围时的上端，此时value为下端。",
        (80,),
        (Bad("80", "a number, without quotation marks", "schema"),),
    ),
    "observation.qualifier": Entry(
        "How the source hedges the value; without it, exact.",
        "来源对数值的限定；不写即为exact（确数）。",
        ("over", "about"),
        (Bad("more than", "the word is over", "schema"),),
    ),
    "observation.growth": Entry(
        "The year-on-year change in percent, only if the source itself reports it.",
        "同比增减百分比，仅在来源自行给出时填写。",
        (43.2, -5),
        (Bad("43.2%", "a number, without the sign", "schema"),),
    ),
    "observation.growth-qualifier": Entry(
        "How the source hedges the growth; without it, exact.",
        "来源对增速的限定；不写即为exact（确数）。",
        ("about",),
        (Bad("circa", "the word is about", "schema"),),
    ),
    "observation.text": Entry(
        "What happened or was stated, in our own words. Needed where there is no value.",
        "发生了什么或说了什么，用我们自己的话写。没有数值则必填。",
        (_both("The first train left Chongqing.", "首趟班列从重庆发车。"),),
        (Bad("The first train left.", "one language", "schema"),),
    ),
    "observation.rank": Entry(
        "preferred or deprecated, each with its reason; without it, normal. What is known to be wrong stays, deprecated.",
        "preferred（首选）或deprecated（弃用），并写明理由；不写即为normal。已知有误的数字保留并弃用。",
        ("deprecated",),
        (Bad("wrong", "the word is deprecated", "schema"),),
    ),
    "observation.reason": Entry(
        "Why it is preferred or deprecated.",
        "首选或弃用的理由。",
        (_both("Chongqing's own trains, said of the whole corridor.", "系重庆自身班列，误作全通道。"),),
        (Bad(_both("Wrong.", "有误。"), "what is wrong with it?", "person"),),
    ),
    "observation.caveat": Entry(
        "A doubt about this one observation.",
        "仅对此条观测的疑问。",
        (_both("The year was deduced from the page's date.", "年份系由页面日期推断。"),),
        (Bad("The year was deduced.", "one language", "schema"),),
    ),
    "observation.citations": Entry(
        "The words that carry it, the source nearest the origin first. A mirror of a source corroborates nothing.",
        "含有该数值的原文，最接近原始出处者在前。同一来源的镜像不算佐证。",
        ([{"source": "cci-bureau-2020", "quote": "金额折合约123.8亿美元", "locator": "¶9"}],),
        (Bad([], "nobody reported it", "schema"),),
    ),
    "citation.source": Entry(
        "The id of a table of [sources].",
        "[sources]中的来源标识。",
        ("cci-bureau-2020",),
        (Bad("CCI Bureau", "an id, not a name", "schema"), Bad("cci-bureau-2012", "no such source", "check")),
    ),
    "citation.quote": Entry(
        "The shortest run of the source's own words that carries the figure: at most 30 Chinese characters or 12 words.",
        "含有该数值的最短原文：至多30个汉字或12个单词。",
        ("金额折合约123.8亿美元", "over 2,300 trains"),
        (
            Bad("in the year 2019 the whole corridor ran 2,243 trains in both directions", "13 words", "schema"),
            Bad("陆海新通道全年共开行铁海联运班列两千二百四十三列同比增长百分之四十八", "34 Chinese characters", "schema"),
            Bad("金额折合约123.8万美元", "万 is not 亿", "check"),
        ),
    ),
    "citation.locator": Entry(
        "Where in the source: paragraph, page, table, minute.",
        "在来源中的位置：段、页、表、分钟。",
        ("¶9", "p. 12"),
        (Bad(9, "a text", "schema"),),
    ),
    "citation.exception": Entry(
        "Why the number in the quote is not the value, where no words of the source hold it.",
        "原文确无该数字时，说明引文为何不含数值。",
        (_both("The source says that it tripled.", "来源称增至三倍。"),),
        (Bad("tripled", "one language", "schema"),),
    ),
    "break.time": Entry(
        "From when the count is another.",
        "口径自何时变化。",
        ("2021-06",),
        (Bad("June 2021", "ISO 8601 is 2021-06", "schema"),),
    ),
    "break.caveat": Entry(
        "What is counted differently from then on.",
        "此后统计有何不同。",
        (_both("Counted without finance from June 2021 on.", "2021年6月起不含金融。"),),
        (Bad("Without finance.", "one language", "schema"),),
    ),
    "source.type": Entry(
        "The type of a CSL item.",
        "CSL条目类型。",
        ("article-newspaper", "webpage", "report"),
        (Bad("newspaper", "the type of its articles is article-newspaper", "schema"),),
    ),
    "source.standing": Entry(
        "Who answers for it: official (a government, an agency of it, the initiative's bodies), press, repost (a copy, its "
        "original named), weak (self-media, unnamed, machine-made). Without it, press.",
        "由谁负责：official（政府及其部门、项目机构）、press（媒体）、repost（转载，注明首发）、weak（自媒体、无署名、机器生成）。不写即为press。",
        ("official", "repost"),
        (Bad("government", "the word is official", "schema"),),
    ),
    "source.title": Entry(
        "As printed. A publication without one has none here.",
        "照原样填写；无标题则省去。",
        ("中新互联互通项目5年签约230个项目",),
        (Bad("untitled", "left out, not described", "person"), Bad("", "an empty text", "schema")),
    ),
    "source.author": Entry(
        "People as texts, agencies as { literal = \"…\" }. Which part is the family name is told where "
        "the name does not show it: { name = \"…\", family = \"…\" }.",
        "个人写成文本，机构写成{ literal = \"…\" }。从姓名看不出姓时，须注明：{ name = \"…\", family = \"…\" }。",
        (["申晓佳"], [{"literal": "Xinhua"}], [{"name": "Ong Ye Kung", "family": "Ong"}]),
        (
            Bad("申晓佳", "a list is wanted, even of one", "schema"),
            Bad(["Xinhua"], "an agency is no person", "person"),
            Bad([{"name": "Zhao Yufei", "family": "Zhao Y"}], "not a word of the name", "check"),
        ),
    ),
    "source.container-title": Entry(
        "Where it was read: the newspaper, journal or site.",
        "刊载处：报纸、期刊或网站。",
        ("重庆日报",),
        (Bad(["重庆日报"], "one text", "schema"),),
    ),
    "source.publisher": Entry(
        "Who published it, where that is not the container.",
        "发布者，与刊载处不同时填写。",
        ("重庆市商务委员会",),
        (Bad("", "an empty text", "schema"),),
    ),
    "source.original-publisher": Entry(
        "Who published it first. A repost names it.",
        "首发者。转载须注明。",
        ("新华社",),
        (Bad(True, "its name", "schema"),),
    ),
    "source.issued": Entry(
        "When it was published, as precisely as it says. Left out if it is not known, never guessed.",
        "发布日期，照来源所写。不详则省去，不作猜测。",
        ("2020-11-08", "2021"),
        (Bad("n.d.", "left out if it is not known", "schema"),),
    ),
    "source.url": Entry(
        "Its address. A quote of a source on the web opens there.",
        "网址。网络来源的引文可由此打开。",
        ("https://www.example.org/2020/11/08",),
        (Bad("", "left out if there is none", "schema"),),
    ),
    "source.language": Entry(
        "The language that it is written in (BCP 47).",
        "所用语言（BCP 47）。",
        ("zh-CN", "en"),
        (Bad("Chinese", "the code is zh-CN", "person"),),
    ),
    "source.note": Entry(
        "What must be known of it: how its date was deduced, which copy was read.",
        "须说明的事：日期如何推断、所读为何种副本。",
        (_both("Undated; looks back on five years.", "无日期，回顾五年。"),),
        (Bad("Undated.", "one language", "schema"),),
    ),
    "unit.en": Entry("English, singular.", "英文单数。", ("train",), (Bad("", "an empty text", "schema"),)),
    "unit.plural": Entry(
        "English, plural; without it, the same as the singular.",
        "英文复数；不写则与单数相同。",
        ("trains",),
        (Bad(2, "a text", "schema"),),
    ),
    "unit.zh": Entry(
        "Chinese, with its measure word, as it stands after a number.",
        "中文，带量词，即数字之后的写法。",
        ("列", "个项目"),
        (Bad("", "an empty text", "schema"),),
    ),
}  # fmt: skip

#: The keys that only the user's own facts have.
OWN_FORM = {
    "observation.replaces": Entry(
        "The id of the built-in observation that this one stands instead of: its time, with #2, #3 … where a time occurs again.",
        "本条所替换的内置观测的标识：即其时间，同一时间重复出现时加#2、#3。",
        ("2020-09-30", "2019#2"),
        (
            Bad("the last one", "no id", "schema"),
            Bad("1999", "the fact has no such observation", "check"),
        ),
    ),
}
