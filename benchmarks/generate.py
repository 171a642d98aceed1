"""A fact base of as many observations as are wanted, in the form that people write: for measuring at scale.

    python benchmarks/generate.py OBSERVATIONS FILE

Labels are put together from places, things and measures of both languages, values are drawn over many sizes
and written with hedges and scale words, sources carry them as quotes. The same number gives the same file.
"""

from __future__ import annotations

import random
import sys
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES = [
    ("Chongqing", "重庆"),
    ("Singapore", "新加坡"),
    ("Sichuan", "四川"),
    ("Guizhou", "贵州"),
    ("Yunnan", "云南"),
    ("Shaanxi", "陕西"),
    ("Gansu", "甘肃"),
    ("Qinghai", "青海"),
    ("Ningxia", "宁夏"),
    ("Xinjiang", "新疆"),
    ("Guangxi", "广西"),
    ("Hainan", "海南"),
    ("Johor", "柔佛"),
    ("Penang", "槟城"),
    ("Hanoi", "河内"),
    ("Vientiane", "万象"),
    ("Bangkok", "曼谷"),
    ("Jakarta", "雅加达"),
    ("Manila", "马尼拉"),
    ("Yangon", "仰光"),
]
THINGS = [
    ("freight trains", "货运班列", "train"),
    ("container ships", "集装箱船", "vessel"),
    ("air routes", "航线", "route"),
    ("passengers", "旅客", "person"),
    ("cross-border loans", "跨境贷款", "CNY"),
    ("green bonds", "绿色债券", "USD"),
    ("data centres", "数据中心", "site"),
    ("research projects", "科研项目", "project"),
    ("students", "学生", "person"),
    ("hospital beds", "医院床位", "bed"),
    ("citrus exports", "柑橘出口", "t"),
    ("chip exports", "芯片出口", "USD"),
    ("electric vehicles", "新能源汽车", "vehicle"),
    ("visitors", "游客", "person"),
    ("patents", "专利", "patent"),
    ("warehouses", "仓库", "site"),
    ("customs declarations", "报关单", "document"),
    ("flights", "航班", "flight"),
]
MEASURES = [
    ("total", "总量", "stock"),
    ("in the year", "当年", "flow"),
    ("under construction", "在建", "level"),
    ("signed", "签约", "stock"),
    ("opened", "启用", "flow"),
    ("planned", "规划", "level"),
    ("growth", "增量", "flow"),
    ("imported", "进口", "flow"),
    ("re-exported", "转口", "flow"),
    ("insured", "投保", "level"),
]
UNITS = {
    "train": ("train", "trains", "列"),
    "vessel": ("vessel", "vessels", "艘"),
    "route": ("route", "routes", "条"),
    "person": ("person", "people", "人"),
    "site": ("site", "sites", "处"),
    "project": ("project", "projects", "个"),
    "bed": ("bed", "beds", "张"),
    "t": ("tonne", "tonnes", "吨"),
    "vehicle": ("vehicle", "vehicles", "辆"),
    "patent": ("patent", "patents", "项"),
    "document": ("document", "documents", "份"),
    "flight": ("flight", "flights", "班"),
}
SYLLABLES_EN = (
    "an bel cor dra eth fin gal hor isk jun kel lor mar nor ost pel quin ros tal ver wyn zor".split()
)
SYLLABLES_ZH = "安北川东恩凤广海江吉康林明宁平齐荣山泰文兴永长中"
TOPICS = ["finance", "aviation", "logistics", "ict", "people", "trade", "cooperation", "outlook", "overview"]
#: So many observations a fact has, and so many share a source.
_PER_FACT, _PER_SOURCE = 4, 3


class Observation(NamedTuple):
    """A value as it is stored, with the words that carry it."""

    value: int
    qualifier: str
    words: str


def drawn(random_: random.Random) -> Observation:
    """A value of some size, written in full or with a scale word, with a hedge or none."""
    digits = random_.randint(10, 9999)
    qualifier, hedge = random_.choice([("exact", ""), ("exact", ""), ("over", "over "), ("about", "about ")])
    match random_.randint(0, 3):
        case 0:
            return Observation(digits * 1_000_000, qualifier, f"{hedge}{digits} million")
        case 1:
            return Observation(digits * 10_000, qualifier, f"{hedge}{digits}万")
        case _:
            return Observation(digits, qualifier, f"{hedge}{digits:,}")


def written(observations: int, seed: int = 1) -> Iterator[str]:
    """The text of a fact base of so many observations, piece by piece."""
    random_ = random.Random(seed)
    yield "[units]\n"
    for name, (singular, plural, chinese) in UNITS.items():
        yield f'{name} = {{ en = "{singular}", plural = "{plural}", zh = "{chinese}" }}\n'
    facts = -(-observations // _PER_FACT)
    kinds = list(product(PLACES, THINGS, MEASURES))
    left, source = observations, 0
    for number, topic in enumerate(TOPICS):
        yield f'\n[{topic}]\nlabel = {{ en = "{topic.title()}", zh = "{topic}篇" }}\n'
        for at in range(number, facts, len(TOPICS)):
            count = min(_PER_FACT, left)
            left -= count
            yield fact(random_, f"{topic}.f{at}", kinds[at % len(kinds)], source, count)
            source += count
    for name in range(-(-source // _PER_SOURCE)):
        yield (
            f'\n[sources.s{name}]\ntype = "article-newspaper"\nstanding = "press"\n'
            f'title = "Report {name} on {random_.choice(THINGS)[0]}"\ncontainer-title = "Daily"\n'
            f'issued = "{random_.randint(2015, 2025)}-06-01"\nlanguage = "en"\n'
        )


def fact(random_: random.Random, name: str, kind: tuple[Any, ...], source: int, count: int) -> str:
    """A fact with its observations; its label names a firm, which no other has."""
    (place_en, place_zh), (thing_en, thing_zh, unit), (measure_en, measure_zh, series) = kind
    at = name.partition(".f")[2]
    firm_en = "".join(random_.choices(SYLLABLES_EN, k=3)).title()
    firm_zh = "".join(random_.choices(SYLLABLES_ZH, k=3))
    lines = [
        f"\n[{name}]",
        f'label = {{ en = "{firm_en}, {place_en}: {thing_en} {measure_en} ({at})", '
        f'zh = "{place_zh}{firm_zh}{thing_zh}{measure_zh}（{at}）" }}',
        f'kind = "{series}"',
        f'unit = "{unit}"',
        f'scope = {{ en = "{thing_en} of {firm_en} in {place_en}, {measure_en}", '
        f'zh = "{firm_zh}在{place_zh}的{thing_zh}，{measure_zh}" }}',
    ]
    for number in range(count):
        value, qualifier, words = drawn(random_)
        lines += [
            f"\n[[{name}.observations]]",
            f'time = "{2025 - number}"',
            f"value = {value}",
            *([f'qualifier = "{qualifier}"'] if qualifier != "exact" else []),
            f'citations = [{{ source = "s{(source + number) // _PER_SOURCE}", quote = "{words}" }}]',
        ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the file."""
    with Path(sys.argv[2]).open("w", encoding="utf-8") as file:
        file.writelines(written(int(sys.argv[1])))


if __name__ == "__main__":
    main()
