"""Numbers in words: what they state, and to which digit."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cci_cli.numerals import readings, states, written_place

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("numerals.toml").read_text("utf-8"), parse_float=Decimal
)["cases"]

EN_SCALES = {"thousand": 3, "million": 6, "mln": 6, "mn": 6, "billion": 9, "bln": 9, "bn": 9, "trillion": 12}
ZH_SCALES = {
    "百": 2,
    "千": 3,
    "万": 4,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "十亿": 9,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
}
FULL_WIDTH = str.maketrans("0123456789.,%-", "０１２３４５６７８９．，％－")
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen".split()
)
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


@st.composite
def written(draw: st.DrawFn) -> str:
    """Digits as one writes them, with up to three decimals, zeros at the end included."""
    whole = str(draw(st.integers(0, 99_999)))
    decimals = draw(st.text("0123456789", max_size=3))
    return f"{whole}.{decimals}" if decimals else whole


def han(number: int) -> str:
    """A number below 10,000 in Chinese numerals: 一千零五十, 十二."""
    text, gap = "", False
    for digit, unit in zip(f"{number:04d}", "千百十_", strict=True):
        if digit == "0":
            gap = bool(text)
        else:
            text += "零" * gap + "零一二三四五六七八九"[int(digit)] + unit.strip("_")
            gap = False
    text = text or "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def english(number: int) -> str:
    """A number below a million in English words: two hundred and five thousand and twenty-three."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    size, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = number % size
    joint = " and " if rest < 100 else " "
    return f"{english(number // size)} {word}" + (joint + english(rest) if rest else "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"] or "empty")
def test_words_state_their_values(case: dict[str, Any]) -> None:
    for value, *place in case.get("says", []):
        assert states(case["text"], value)
        assert [written_place(case["text"], value)] == place or not place


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"] or "empty")
def test_words_state_nothing_else(case: dict[str, Any]) -> None:
    for value in case.get("denies", []):
        assert not states(case["text"], value)
        assert written_place(case["text"], value) is None


def test_every_number_is_found() -> None:
    found = readings("第三届，逾322亿美元，增长43.2%")
    assert sorted((int(value), place) for value, place in found) == [(3, 0), (43, -1), (32_200_000_000, 8)]


@given(written())
def test_digits_are_read_to_the_last_one_written(number: str) -> None:
    assert states(f"共{number}吨", Decimal(number))
    assert written_place(f"a total of {number} tonnes", Decimal(number)) == -len(number.partition(".")[2])


@given(written(), st.sampled_from(sorted(EN_SCALES)), st.sampled_from(["", " ", "-"]))
def test_an_english_scale_moves_value_and_place(number: str, scale: str, joint: str) -> None:
    power = EN_SCALES[scale]
    text = f"over US${number}{joint}{scale} in loans"
    place = power - len(number.partition(".")[2])
    assert written_place(text, Decimal(number).scaleb(power)) == place
    assert written_place(text.upper(), Decimal(number).scaleb(power)) == place


@given(written(), st.sampled_from(sorted(ZH_SCALES)))
def test_a_chinese_scale_moves_value_and_place(number: str, scale: str) -> None:
    power = ZH_SCALES[scale]
    place = power - len(number.partition(".")[2])
    assert (Decimal(number).scaleb(power), place) in readings(f"逾{number}{scale}美元")


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["-", "–", "~", " to ", "至", "－", "～"]))
def test_the_ends_of_a_range_share_their_scale(low: int, high: int, joint: str) -> None:
    for scale, power in (("万", 4), ("亿", 8), (" million", 6), ("bn", 9)):
        text = f"{min(low, high)}{joint}{max(low, high) + 1}{scale}"
        assert states(text, min(low, high) * 10**power)
        assert states(text, (max(low, high) + 1) * 10**power)


def test_a_low_end_written_in_full_does_not_share_the_scale() -> None:
    for text in ("900,000 to 1.2 million", "from 900 to 1.2 million", "9000至1.2万"):
        assert states(text, 900_000) or states(text, 900) or states(text, 9000)
        assert not states(text, 900_000_000)
        assert not states(text, 900_000_000_000)
        assert not states(text, 90_000_000)


@given(st.integers(0, 10**15 - 1), st.sampled_from([",", " ", "\u00a0", "\u202f"]))
def test_groups_of_three_are_one_number(value: int, separator: str) -> None:
    text = f"{value:,}".replace(",", separator)
    assert written_place(f"{text} trains", value) == 0


@given(written(), st.sampled_from(["亿", "万", "%", " billion", "车"]))
def test_full_width_signs_are_plain_ones(number: str, end: str) -> None:
    assert readings((number + end).translate(FULL_WIDTH)) == readings(number + end)


@given(st.integers(0, 9999))
def test_chinese_numerals(number: int) -> None:
    assert states(f"第{han(number)}届", number)


@given(st.integers(1, 9999), st.sampled_from(["万", "亿", "万亿"]))
def test_chinese_numerals_with_a_scale(number: int, scale: str) -> None:
    value = number * 10 ** ZH_SCALES[scale]
    assert written_place(f"超{han(number)}{scale}元", value) == ZH_SCALES[scale]


@given(st.integers(1, 9))
def test_tenths(number: int) -> None:
    assert written_place(f"超{han(number)}成", 10 * number) == 1


@given(st.integers(0, 999_999))
def test_english_number_words(number: int) -> None:
    assert states(f"a total of {english(number)} projects", number)
    assert states(english(number).replace(" and ", " ").title(), number)


@given(st.integers(1, 999), st.sampled_from(["million", "billion", "trillion"]))
def test_english_number_words_with_a_scale(number: int, scale: str) -> None:
    assert states(f"{english(number)} {scale} yuan", number * 10 ** EN_SCALES[scale])


@given(st.text(max_size=40), st.integers(-(10**12), 10**12))
def test_a_sign_does_not_matter(text: str, value: int) -> None:
    assert states(text, value) == states(text, -value)
    assert written_place(text, value) == written_place(text, -value)


@given(st.text() | st.text("0123456789,.-~ 百千万亿成第零一二两十余多个tomilbnkhudredyw", max_size=30))
def test_any_words_can_be_read(text: str) -> None:
    for value, place in readings(text):
        assert value >= 0
        assert value.is_finite()
        assert states(text, value)
        written = written_place(text, value)
        assert written is not None
        assert written <= place
