"""How dates are written, in Chinese and English: a date is no figure."""

from __future__ import annotations

from cci_cli.proof.figures import MEASURE, NUMERAL

_DAY = "(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
_MONTH = "(?:1[0-2]|0?[1-9])(?![0-9])"
_YEAR = "(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9])"
_TO = r"\s?(?:[-‐‑–—~〜、,/]|至|到|和|与|to|and)\s?"
_HAN_DAY = "[一二三四五六七八九十]{1,3}"
_MONTHS = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_TH = "(?:st|nd|rd|th)?"
_DAYS = rf"{_DAY}{_TH}(?:{_TO}{_DAY}{_TH})?"
_YEARS = rf"{_YEAR}(?:{_TO}(?:{_YEAR}|[0-9]{{2}}\b))?"
#: A number that is counted or measured is no year: 2000余人次, 1900个, 2020.5亿.
_NO_UNIT = rf"(?!\s?(?:[余多几百千万亿%‰]|个?(?:{MEASURE})|[.,][0-9]))"
_BEFORE_YEAR = (
    "in|since|by|of|from|to|until|till|year|during|for|end|early|late|mid|before|after|between|and|through|FY"
)

#: The case matters: May is a month.
DATE = "|".join(
    (
        # 2018年11月7日, 2015—2020年, 2018、2019年, 20世纪90年代, 1990s
        rf"{_YEAR}(?:年?{_TO}{_YEAR}){{0,9}}\s?(?:年度?[底末初中前后]?|财年)"
        rf"(?:\s?{_MONTH}\s?月(?:\s?{_DAY}\s?[日号])?)?",
        r"[0-9]{1,2}世纪(?:[0-9]{2}年代)?|[0-9]{2,4}年代|[0-9]{2}(?:[0-9]{2})?s\b",
        # 11月7日, 1至10月, 19日至21日
        rf"(?<![0-9.]){_MONTH}(?:月?{_TO}{_MONTH}){{0,9}}\s?月"
        rf"(?:{_DAY}(?:日?{_TO}{_DAY}){{0,9}}[日号]|份|[底末初中上下])?",
        rf"(?<![0-9.]){_DAY}(?:日?{_TO}{_DAY}){{0,9}}日(?!均)",
        rf"(?<![0-9.]){_DAY}号(?!线|楼|门|馆|厅|航|机|院|文|令|公)",
        # 10:30, 14时30分
        r"(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])",
        r"(?<![0-9.])[0-9]{1,2}时(?:[0-9]{1,2}分|许|整)?(?![代间期])",
        # 二〇一九年, 十一月七日, 第三季度
        rf"[一二三四五六七八九〇零]{{4}}年|{_HAN_DAY}月(?:{_HAN_DAY}日|份|[底末初中])?|第?[一二三四1-4]季度",
        # 2020-11-07, 2020.11, 7/11/2020
        rf"{_YEAR}\s?[-./]\s?{_MONTH}(?:\s?[-./]\s?{_DAY})?{_NO_UNIT}",
        rf"(?<![0-9]){_DAY}[-./]{_DAY}[-./](?:19|20)[0-9]{{2}}(?![0-9])",
        # 7 November 2020, November 7-9, 2020, third quarter
        rf"(?:{_DAYS}\s+(?:of\s+)?)?\b{_MONTHS}(?:\s+{_DAYS}(?![,.]?[0-9]{{3}}))?(?:,?\s+{_YEAR})?",
        r"\b(?:first|second|third|fourth|1st|2nd|3rd|4th)[ -](?:quarter|half)\b|\b(?:Q[1-4]|[1-4]Q|[12]H)\b",
        # a year by itself: in 2019, 2020线上智博会, 2015-2020; but not 2019 trains
        rf"\b(?:{_BEFORE_YEAR})[\s-]+{_YEARS}{_NO_UNIT}|{_YEARS}{_NO_UNIT}(?!\s+[a-z-]+s\b)",
    )
)

_COUNT = rf"(?<![0-9])(?:[0-9]{{1,9}}|[数几]?{NUMERAL}{{1,9}})[余多几]?"
_SPELT = (
    "(?:[0-9]{1,9}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|one|first|few)"
)
_LATELY = "past|last|next|coming|previous|recent|over|within|in|after|first"

#: Dates reckoned from another: 5年来, 近三年, 5周年, the past five years, a fifth anniversary.
RECKONED_DATE = "|".join(
    (
        rf"{_COUNT}个?[年月](?:多|余)?(?:来|间|以来|之?前|之?后|之?内|之?中)|{_COUNT}[天日]前|{_COUNT}周年",
        rf"(?:近|过去|未来|今后|最近|此前|此后|接下来|前|后|时隔)的?{_COUNT}个?[年月]",
        rf"\b(?:{_LATELY})\s+(?:the\s+)?(?:(?:past|last|next|about)\s+)?{_SPELT}[\s-]+(?:years?|months?|decades?)\b",
        rf"\b{_SPELT}[\s-]+(?:years?|months?|decades?|weeks?|days?)\s+(?:ago|later|since|on|earlier|after|before)\b",
        rf"\b(?:{_SPELT}|[a-z]{2, 12}th){_TH}[\s-]+(?:year\s+)?anniversary",
    )
)
