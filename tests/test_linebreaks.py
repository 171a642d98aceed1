"""Lines of either language end where a reader would end them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cci_cli.linebreaks import breaks, cells, wrapped

LINES = [
    ("2020年及以前跨境融资项目", 8, ["2020年及", "以前跨境", "融资项目"]),
    ("跨境融资额2020年及以前", 12, ["跨境融资额", "2020年及以前"]),
    ("约217亿美元，超过42.3%。", 9, ["约217亿美", "元，超过", "42.3%。"]),
    ("口径（两个“项目”）、另列", 8, ["口径（两", "个“项", "目”）、", "另列"]),
    ("loans, 跨境贷款, 融资额", 12, ["loans,", "跨境贷款,", "融资额"]),
    ("rail-sea trains of 2,824 trips", 12, ["rail-sea", "trains of", "2,824 trips"]),
    ("supercalifragilistic", 8, ["supercal", "ifragili", "stic"]),
    ("2019-06-25  仅有弱来源", 16, ["2019-06-25", "仅有弱来源"]),
    ("  ", 8, []),
]


@pytest.mark.parametrize(("text", "width", "lines"), LINES)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    assert list(wrapped(text, width)) == lines


WORDS = st.text(st.sampled_from("中新重庆亿年，。、（）“”%.,0123456789 abcXYZ-"), max_size=80)


@given(WORDS, st.integers(2, 60))
def test_no_line_is_wider_and_nothing_is_lost(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert all(cells(line) <= width for line in lines)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)


@given(WORDS, st.integers(40, 60))
def test_no_number_is_torn_apart(text: str, width: int) -> None:
    for place in breaks(text, width):
        before, after = text[:place], text[place:]
        torn = re.search(r"[0-9]$", before) and re.match(r"[0-9亿年%]", after)
        # but a number that is longer than a line
        assert not torn or len(re.split(r"[^\x21-\x7e]", before)[-1]) + 1 >= width // 2
        assert not after.startswith(("，", "。", "、")) or re.search(r"[，。、）”,.]{9}", text)
