"""What in a copy is written as a number and is no figure of what it says: rules that hold for any page.

Each rule has a name, under which a report lists what it left out. The first that applies counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.proof.figures import MEASURE, NUMERAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.proof.copies import Copy


class LeftOut(NamedTuple):
    """A span of a copy's clean text that holds no figure of the source, by the rule of this name."""

    start: int
    end: int
    rule: str


_DAY = "(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_MONTH = "(?:1[0-2]|0?[1-9])(?![0-9])"
_YEAR = "(?<![0-9.,])(?:19|20)[0-9]{2}(?![0-9])"
_TO = r"\s?(?:[-‐‑–—~〜、,/]|至|到|和|与|to|and)\s?"
_HAN_DAY = "[一二三四五六七八九十]{1,3}"
_MONTHS = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_NO_UNIT = rf"(?!\s?(?:[余多几百千万亿%‰]|个?(?:{MEASURE})|[.,][0-9]))"
_COUNT = rf"(?:[0-9]+|[数几]?{NUMERAL}+)[余多几]?"
_SPELT = "(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|one|first|few)"

_DATE = "|".join((
    # 2018年11月7日, 2015—2020年, 2018、2019年, 20世纪90年代
    rf"{_YEAR}(?:年?{_TO}{_YEAR})*\s?(?:年度?[底末初中前后]?|财年)(?:\s?{_MONTH}\s?月(?:\s?{_DAY}\s?[日号])?)?",
    r"[0-9]{1,2}世纪(?:[0-9]{2}年代)?|[0-9]{2,4}年代|[0-9]{2}(?:[0-9]{2})?s\b",
    # 11月7日, 1至10月, 19日至21日, 上午10时30分
    rf"(?<![0-9.]){_MONTH}(?:月?{_TO}{_MONTH})*\s?月(?:{_DAY}(?:日?{_TO}{_DAY})*[日号]|份|[底末初中上下])?",
    rf"(?<![0-9.]){_DAY}(?:日?{_TO}{_DAY})*日(?!均)|(?<![0-9.]){_DAY}号(?!线|楼|门|馆|厅|航|机|院|文|令|公)",
    r"(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])|(?<![0-9.])[0-9]{1,2}时(?:[0-9]{1,2}分|许|整)?(?![代间期])",
    # 二〇一九年, 十一月七日, 第三季度
    rf"[一二三四五六七八九〇零]{{4}}年|{_HAN_DAY}月(?:{_HAN_DAY}日|份|[底末初中])?|第?[一二三四1-4]季度",
    # 2020-11-07, 2020.11, 7/11/2020
    rf"{_YEAR}\s?[-./]\s?{_MONTH}(?:\s?[-./]\s?{_DAY})?{_NO_UNIT}|(?<![0-9]){_DAY}[-./]{_DAY}[-./](?:19|20)[0-9]{{2}}(?![0-9])",
    # 7 November 2020, November 7-9, 2020, third quarter
    rf"(?:{_DAY}(?:st|nd|rd|th)?(?:{_TO}{_DAY}(?:st|nd|rd|th)?)?\s+(?:of\s+)?)?\b{_MONTHS}"
    rf"(?:\s+{_DAY}(?:st|nd|rd|th)?(?![,.]?[0-9]{{3}})(?:{_TO}{_DAY}(?:st|nd|rd|th)?(?![,.]?[0-9]{{3}}))?)?"
    rf"(?:,?\s+{_YEAR})?",
    r"\b(?:first|second|third|fourth|1st|2nd|3rd|4th)[ -](?:quarter|half)\b|\b(?:Q[1-4]|[1-4]Q|H[12]|[12]H)\b",
    # a year by itself: 2020线上智博会, in 2019, 2015-2020; not 2019 trains
    rf"\b(?:in|since|by|of|from|to|until|till|year|during|for|end|early|late|mid|before|after|between|and|through|FY)"
    rf"[\s-]+{_YEAR}(?:{_TO}(?:{_YEAR}|[0-9]{{2}}\b))?{_NO_UNIT}",
    rf"{_YEAR}(?:{_TO}(?:{_YEAR}|[0-9]{{2}}\b))?{_NO_UNIT}(?!\s+[a-z-]+s\b)",
))  # fmt: skip
_RECKONED = "|".join((
    rf"{_COUNT}个?[年月](?:多|余)?(?:来|间|以来|之?前|之?后|之?内|之?中)|{_COUNT}[天日]前|{_COUNT}周年",
    rf"(?:近|过去|未来|今后|最近|此前|此后|接下来|前|后|时隔)的?{_COUNT}个?[年月]",
    rf"(?:past|last|next|coming|previous|recent|over|within|in|after|first)\s+(?:the\s+)?(?:past\s+|last\s+|next\s+|about\s+)?"
    rf"{_SPELT}[\s-]+(?:years?|months?|decades?)\b",
    rf"{_SPELT}[\s-]+(?:years?|months?|decades?|weeks?|days?)\s+(?:ago|later|since|on|earlier|after|before)\b",
    rf"(?:{_SPELT}|[a-z]+th)(?:st|nd|rd|th)?[\s-]+(?:year\s+)?anniversary",
))  # fmt: skip
_BULLET = rf"[(]\s?(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})\s?[)]|第[一二三四五六七八九十]{{1,2}}(?:[,:、;]|是)|其[一二三四五]|[一二三四五六七八九十]是"
_LIST = "|".join((
    rf"(?:(?<=\n)|\A)\s*(?:{_BULLET}|[0-9]{{1,2}}(?:[、)]|\.(?![0-9]))|[一二三四五六七八九十]{{1,3}}(?:、|\.))",
    rf"(?<=[。;!?:,\s])\s?(?:{_BULLET})",
    r"\[[0-9]{1,3}(?:[-,–][0-9]{1,3})*\]",
))  # fmt: skip
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("address", r"https?://[^\s\u2e80-\uffef]+|\bwww\.[^\s\u2e80-\uffef]+|[\w.+-]+@[\w-]+\.[\w.-]+|"
                r"[\w/-]+\.(?:com|cn|net|org|gov|sg|html?|jpe?g|png|gif|pdf|docx?|mp4)\b[^\s\u2e80-\uffef]*"),
    ("telephone", r"(?:电话|热线|传真|手机|微信|QQ群?|Tel|Telephone|Phone|Fax|Hotline|WhatsApp|Call)(?:号码?)?[^0-9\n]{0,12}"
                  r"\+?[0-9][0-9()\s-]{3,20}[0-9]|\+[0-9]{1,3}[\s-]?[0-9][0-9\s-]{5,14}[0-9]|"
                  r"(?<![0-9])(?:0[0-9]{2,3}-?[0-9]{7,8}|1[3-9][0-9]{9}|[48]00-?[0-9]{3}-?[0-9]{4})(?![0-9])"),
    ("postal-code", r"(?:邮编|邮政编码|postal code|zip code|Singapore)\W{0,3}[0-9]{5,6}(?![0-9])"),
    ("document-number", r"[〔\[(【]\s?(?:19|20)[0-9]{2}\s?[〕\])】]\s?第?\s?[0-9]+\s?号|"
                        r"(?:ICP[备证]|[网公]安备|许可证|备案号?|刊号|代码|编号|文号|证号|准字|ISSN|ISBN|DOI|\bCN)"
                        r"[^\n0-9。,]{0,12}[0-9][0-9A-Za-z()/.-]*(?:\s?号(?:-[0-9]+)?)?|第?[0-9]+号(?:文|令|公告|决定)"),
    ("page", r"(?:阅读|浏览|点击|评论|点赞|收藏|转发|访问)(?:量|数|次数)?\s?[:(]?\s?[0-9][0-9,.]*[万kw]?|"
             r"第\s?[0-9]+\s?[页版]|共\s?[0-9]+\s?页|\bpage\s[0-9]+(?:\sof\s[0-9]+)?|[0-9]+\s(?:comments?|views?|shares?|likes?)\b|"
             r"[0-9]+[ -]min(?:ute)?s?[ -]read"),
    ("date", _DATE),
    ("reckoned-date", _RECKONED),
    ("list-number", _LIST),
    # G20, COVID-19, A380, T3; not US$5, S$5, RMB5
    ("name", r"\b(?!(?:RMB|USD|SGD|CNY|HKD|EUR|GBP|US|S|Rs)[0-9])[A-Za-z]+-?[0-9]+[A-Za-z0-9]*(?:-[A-Za-z0-9]+)*|"
             r"(?<![0-9.])[0-9]{1,2}[GDKA](?![A-Za-z0-9])|[0-9]+号(?:线|楼|门|馆|厅|航站楼|机位|院)"),
    ("word", rf"十[二三四五]五(?=[规期时”\"])|百年(?:未有|变局|大计|奋斗)|两个一百年|[四五]位一体|四个(?:全面|自信)|"
             rf"一国两制|{NUMERAL}+(?:国集团|点钟)"),
)  # fmt: skip
# the case matters where a word can be another: May and may
_COMPILED = [
    (name, re.compile(pattern, re.MULTILINE if name in ("date", "name", "word") else re.MULTILINE | re.IGNORECASE))
    for name, pattern in _PATTERNS
]
_COPYRIGHT = re.compile(
    r"©|版权所有|[【\[]?(?:版权|免责)声明|(?:未经|经).{0,8}授权.{0,20}(?:转载|使用)|Copyright|All rights reserved|Disclaimer:",
    re.IGNORECASE,
)
_PAGE_LINE = re.compile(
    r"\s*[(【\[]?\s*(?:当前位置|您?(?:现在|所在)的?位置|首页|责任编辑|责编|编辑|来源|作者|记者|发布时间|发布日期|时间|日期|"
    r"上一篇|下一篇|相关(?:阅读|新闻|链接|推荐)|推荐阅读|热门|扫一扫|字号|打印|分享|Home\b|You are here|By\s|Editor|"
    r"Source\s?:|Share|Related|Read more|Tags?\s?:|Published|Updated|Posted|Advertisement|Subscribe|Follow us)",
    re.IGNORECASE,
)


def left_out(copy: Copy) -> Iterator[LeftOut]:
    """The spans of a copy that hold no figures of what its source says, the strongest rule first."""
    text = copy.clean.text
    for block in copy.blocks:
        if copy.is_furniture(block.start):
            yield LeftOut(block.start, block.end, "page")
        elif _COPYRIGHT.search(text, block.start, block.end):
            yield LeftOut(block.start, block.end, "copyright")
        elif block.number is None and _PAGE_LINE.match(text, block.start, block.end):
            yield LeftOut(block.start, block.end, "page")
    for name, pattern in _COMPILED:
        for match in pattern.finditer(text):
            if match.end() > match.start():
                yield LeftOut(match.start(), match.end(), name)
