"""What in a copy is written as a number and is no figure of what it says: rules that hold for any page.

Each rule has a name, under which a report lists what it left out. The first that applies counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.proof.dates import DATE, RECKONED_DATE
from cci_cli.proof.figures import NUMERAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.proof.copies import Copy
    from cci_cli.proof.paragraphs import Block


class LeftOut(NamedTuple):
    """A span of a copy's clean text that holds no figure of the source, by the rule of this name."""

    start: int
    end: int
    rule: str


#: Rules under which the number alone is told, not all that they leave out.
BLOCK_RULES = ("copyright", "page")
_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_BULLET = "|".join(
    (
        rf"[(]\s?(?:[0-9]{{1,2}}|{_HAN_NUMBER})\s?[)]",
        rf"第{_HAN_NUMBER}(?:[,:、;]|是)|其[一二三四五]|[一二三四五六七八九]是",
    )
)
_URL_END = r"(?:[^\s\u2e80-\uffef]*[^\s\u2e80-\uffef.,;:!?)\]])"
#: Each rule's patterns. Those of the first table are read without regard to case.
_ANY_CASE: dict[str, tuple[str, ...]] = {
    "address": (
        rf"https?://{_URL_END}|\bwww\.{_URL_END}|[a-z0-9_.+-]{{1,64}}@[a-z0-9-]+\.[a-z0-9.-]*[a-z]",
        rf"[a-z0-9_/-]{{1,200}}\.(?:com|cn|net|org|gov|sg|html?|jpe?g|png|gif|pdf|docx?|mp4)\b{_URL_END}?",
    ),
    "telephone": (
        r"(?:电话|热线|传真|手机|微信|QQ群?|Tel|Telephone|Phone|Fax|Hotline|WhatsApp|Call)(?:号码?)?"
        r"[^0-9\n]{0,12}\+?[0-9][0-9()\s-]{3,20}[0-9]",
        r"\+[0-9]{1,3}[\s-]?[0-9][0-9\s-]{5,14}[0-9]",
        r"(?<![0-9])(?:0[0-9]{2,3}-?[0-9]{7,8}|1[3-9][0-9]{9}|[48]00-?[0-9]{3}-?[0-9]{4})(?![0-9])",
    ),
    "postal-code": (r"(?:邮编|邮政编码|postal code|zip code|Singapore)\W{0,3}[0-9]{5,6}(?![0-9])",),
    "document-number": (
        r"[〔\[(【]\s?(?:19|20)[0-9]{2}\s?[〕\])】]\s?第?\s?[0-9]+\s?号",
        r"(?:ICP[备证]|[网公]安备|许可证|备案号?|刊号|代码|编号|文号|证号|准字|ISSN|ISBN|DOI|\bCN)"
        r"[^\n0-9。,]{0,12}[0-9][0-9A-Za-z()/.-]*(?:\s?号(?:-[0-9]+)?)?",
        r"第?[0-9]{1,9}号(?:文|令|公告|决定)",
    ),
    "page": (
        r"(?:阅读|浏览|点击|评论|点赞|收藏|转发|访问)(?:量|数|次数)?\s?[:(]?\s?[0-9][0-9,.]*[万kw]?",
        rf"第\s?(?:[0-9]{{1,9}}|{_HAN_NUMBER})\s?[页版]|共\s?[0-9]{{1,9}}\s?页|\bpage\s[0-9]+(?:\sof\s[0-9]+)?",
        r"[0-9]{1,9}\s(?:comments?|views?|shares?|likes?)\b|[0-9]{1,9}[ -]min(?:ute)?s?[ -]read",
    ),
    "reckoned-date": (RECKONED_DATE,),
    "list-number": (
        rf"^[^\S\n]{{0,9}}(?:{_BULLET}|[0-9]{{1,2}}(?:[、)]|\.(?![0-9]))|{_HAN_NUMBER}(?:、|\.))",
        rf"(?<=[。;!?:,\s])\s?(?:{_BULLET})",
        r"\[[0-9]{1,3}(?:[-,–][0-9]{1,3}){0,20}\]",
    ),
}
_SAME_CASE: dict[str, tuple[str, ...]] = {
    "date": (DATE,),
    # G20, COVID-19, A380, T3, 5G, 3号线; not US$5, S$5, RMB5
    "name": (
        r"\b(?!(?:RMB|USD|SGD|CNY|HKD|EUR|GBP|US|S|Rs)[0-9])[A-Za-z]{1,20}-?[0-9]+[A-Za-z0-9]*(?:-[A-Za-z0-9]+){0,9}",
        r"(?<![0-9.])[0-9]{1,2}[GDKA](?![A-Za-z0-9])|[0-9]{1,9}号(?:线|楼|门|馆|厅|航站楼|机位|院)",
    ),
    "word": (
        r"十[二三四五]五(?=[规期时”\"])|百年(?:未有|变局|大计|奋斗)|两个一百年|[四五]位一体",
        rf"四个(?:全面|自信)|一国两制|{NUMERAL}{{1,9}}(?:国集团|点钟)",
    ),
}
_RULES = [
    *((name, re.compile("|".join(each), re.MULTILINE | re.IGNORECASE)) for name, each in _ANY_CASE.items()),
    *((name, re.compile("|".join(each), re.MULTILINE)) for name, each in _SAME_CASE.items()),
]
_COPYRIGHT = re.compile(
    r"©|版权所有|[【\[(](?:版权|免责)声明|^\s*(?:版权|免责)声明|未经.{0,8}(?:授权|许可).{0,20}(?:转载|使用)|"
    r"Copyright\s*(?:\(c\)|[0-9]{4}|notice|:)|All rights reserved|^\s*Disclaimer",
    re.IGNORECASE,
)
#: What a line that is no paragraph begins with where it leads about the site or tells how the page was made.
_PAGE_LINE = re.compile(
    r"\s*[(【\[]?\s*(?:当前位置|您?(?:现在|所在)的?位置|首页|责任编辑|责编|编辑|来源|作者|记者|发布时间|发布日期|"
    r"时间|日期|上一篇|下一篇|相关(?:阅读|新闻|链接|推荐)|推荐阅读|热门|扫一扫|字号|打印|分享|Home\b|"
    r"You are here|By\s|Editor|Source\s?:|Share|Related|Read more|Tags?\s?:|Published|Updated|Posted|"
    r"Advertisement|Subscribe|Follow us)",
    re.IGNORECASE,
)


def left_out(copy: Copy) -> Iterator[LeftOut]:
    """The spans of a copy that hold no figures of what its source says, the narrowest rules first."""
    text = copy.clean.text
    for name, pattern in _RULES:
        for match in pattern.finditer(text):
            yield LeftOut(match.start(), match.end(), name)
    for block in copy.blocks:
        rule = _rule_of_block(copy, block)
        if rule:
            yield LeftOut(block.start, block.end, rule)


def _rule_of_block(copy: Copy, block: Block) -> str | None:
    """The rule that leaves a whole block out."""
    text = copy.clean.text
    if _COPYRIGHT.search(text[block.start : block.end]):
        return "copyright"
    if copy.is_furniture(block.start):
        return "page"
    is_line = block.number is None and _PAGE_LINE.match(text, block.start, block.end)
    return "page" if is_line else None
