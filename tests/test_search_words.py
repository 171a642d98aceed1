"""What a text is found by, and how a query is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cci_cli.search import asked, spelling
from cci_cli.search.query import groups
from cci_cli.search.stems import stem
from cci_cli.search.words import plain, tokens

ALIKE = [
    "flight flights", "centre center centres", "programme program programs", "agency agencies",
    "sign signed signing signs", "finance financing financed", "organisation organization organise organize",
    "agree agreement agreed agreements", "invest investment investor invested",
    "traveller traveler travelled",
    "person people persons", "ship shipping shipped ships", "labour labor", "tonne ton tonnes", "data",
    "tourist tourism tourists", "licence license licences", "memorandum memoranda",
    "plane airplane aeroplane",
    "defence defense", "catalogue catalog", "analyse analyze", "bus buses", "truck trucks lorry lorries",
]  # fmt: skip
APART = [
    "financing financial",
    "plan plane",
    "trade train",
    "port report",
    "university universe",
    "bond bonded",
]
words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14)


@pytest.mark.parametrize("forms", ALIKE)
def test_forms_of_one_word_are_alike(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("forms", APART)
def test_words_are_kept_apart(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == len(forms.split())


@given(words)
def test_a_word_never_vanishes(word: str) -> None:
    assert stem(word)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("跨境融资", "跨 境 融 资 跨境 境融 融资"),
        ("Chongqing's T3A, 1,252 trips", "chongq t3a 1252 trip"),
        ("kuà jìng", "kua jing"),
        ("２６０Ｇ带宽", "260g 260 带 宽 带宽"),
        ("43.2 per cent.", "43.2 percent"),
        ("BLOCK71重庆", "block71 block 71 重 庆 重庆"),
    ],
)
def test_tokens(text: str, found: str) -> None:
    assert set(found.split()) <= set(tokens(plain(text)))


@given(st.text(max_size=50))
def test_any_text_has_plain_words(text: str) -> None:
    readable = plain(text)
    assert plain(readable) == readable
    assert all(token.strip() and "\0" not in token and '"' not in token for token in tokens(readable))


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("322亿美元", 32_200_000_000, "USD"),
        ("us$32.2bn", 32_200_000_000, "USD"),
        ("32.2 billion", 32_200_000_000, None),
        ("$32.2 billion", 32_200_000_000, "$"),
        ("s$1.6 million", 1_600_000, "SGD"),
        ("1086.7亿元", 108_670_000_000, "CNY"),
        ("rmb 1.2 trillion", 1_200_000_000_000, "CNY"),
        ("43.2%", 43.2, "%"),
        ("43.2 percent", 43.2, "%"),
        ("九成", 90, None),
        ("9成", 90, "%"),
        ("260gbps", 260, "Gbit/s"),
        ("41万1000吨", 411_000, None),
        ("1,252", 1252, None),
        ("20,000 teu", 20_000, "TEU"),
        ("3rd", 3, "ordinal"),
        ("第5次", 5, "ordinal"),
        ("third", 3, "ordinal"),
        ("一百三十七", 137, None),
    ],
)
def test_figures_are_read(typed: str, value: float, unit: str | None) -> None:
    _, figures, _ = asked.read(typed)
    assert (value, unit) in [(each.value, each.unit) for each in figures]


@pytest.mark.parametrize(
    ("typed", "years", "months", "rest"),
    [
        ("trains 2019", (2019,), (), "trains"),
        ("2019年货值", (2019,), (), "货值"),
        ("2020年10月融资", (2020,), ("2020-10",), "融资"),
        ("2020-10", (2020,), ("2020-10",), ""),
        ("november 2015 agreement", (2015,), ("2015-11",), "agreement"),
        ("7 nov 2015", (2015,), ("2015-11",), ""),
        ("2019 to 2024", (2019, 2024), (), "to"),
        ("2019%", (), (), ""),
        ("block71", (), (), "block71"),
    ],
)
def test_times_are_read(typed: str, years: tuple[int, ...], months: tuple[str, ...], rest: str) -> None:
    words_left, _, times = asked.read(typed)
    assert (times.years, times.months, words_left.split()) == (years, months, rest.split())


def test_words_that_ask_are_passed_over() -> None:
    assert [group.typed for group in groups("how many trains ran?")] == ["trains"]
    assert [group.typed for group in groups("目前有多少家企业")] == ["企业"]
    assert [group.typed for group in groups("what is it")] == ["what", "is", "it"]


@given(words, words)
def test_distance_is_a_distance(one: str, other: str) -> None:
    apart = spelling.distance(one, other, 20)
    assert apart == spelling.distance(other, one, 20)
    assert (apart == 0) == (one == other)
    assert abs(len(one) - len(other)) <= apart <= max(len(one), len(other))


@given(words)
def test_every_spelling_one_away_is_one_away(word: str) -> None:
    assert all(spelling.distance(word, near) == 1 for near in sorted(spelling.one_away(word))[:40])


@given(st.text("abcdef", min_size=6, max_size=12), st.data())
def test_two_other_letters_leave_a_third_right(word: str, data: st.DataObject) -> None:
    wrong = list(word)
    for _ in range(2):
        wrong[data.draw(st.integers(0, len(word) - 1))] = "x"
    stored = {(len(word), number, letters) for number, (_, letters) in enumerate(spelling.thirds(word))}
    assert stored & spelling.keys("".join(wrong))
