"""A quote is found in a copy whatever the web did to the copy, and never if a digit of it differs."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

import pytest
import tomli
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cci_cli.factbase.load import load
from cci_cli.proof.copies import copy_of
from cci_cli.proof.nearest import nearest
from cci_cli.proof.quotes import matches
from conftest import FACTS, ROOT
from mangling import MANGLINGS, NUMERALS, mangled

if TYPE_CHECKING:
    from cci_cli.proof.copies import Copy

CASES = tomli.loads((ROOT / "tests" / "cases" / "proof" / "quotes.toml").read_text(encoding="utf-8"))
QUOTES = sorted(
    {
        citation.quote
        for fact in load(FACTS).facts
        for observation in fact.observations
        for citation in observation.citations
    }
)
WITH_DIGITS = [quote for quote in QUOTES if re.search(f"[0-9{NUMERALS}]", quote)]
#: What stands about a quote; it ends in neither a letter nor a digit, which would be part of the quote's own.
SURROUNDINGS = st.text(
    st.sampled_from("重庆新加坡项目合作的通道abc XYZ,.，。、；“”（）()?!0123456789%一二三十万亿\n\u3000"),
    max_size=60,
).map(lambda text: text + "。\n")


def placed(before: str, words: str, after: str, kind: str) -> tuple[Copy, str]:
    """A copy with words in it, and the text of its file."""
    if kind == "html":
        text = f"<html><body><p>{html.escape(before)}{words}。{html.escape(after)}</p></body></html>"
    else:
        text = f"{before}{words}。{after}"
    return copy_of(text, kind), text


def found(quote: str, copy: Copy) -> list[str]:
    return [copy.clean.text[match.start : match.end] for match in matches(quote, copy)]


@pytest.mark.parametrize("case", CASES["mangled"], ids=lambda case: case["why"])
def test_a_mangled_copy_holds_its_quote(case: dict[str, Any]) -> None:
    assert found(case["quote"], copy_of(case["copy"], case.get("kind", "txt")))


@pytest.mark.parametrize("case", CASES["altered"], ids=lambda case: case["why"])
def test_a_quote_altered_by_one_digit_is_caught(case: dict[str, Any]) -> None:
    copy = copy_of(case["copy"], case.get("kind", "txt"))
    assert found(case["true"], copy)
    assert not found(case["altered"], copy)
    near = nearest(case["altered"], copy)
    assert near is not None
    assert near.likeness > 0.5


def test_there_are_ten_of_each() -> None:
    assert len(CASES["mangled"]) >= 10
    assert len(CASES["altered"]) >= 10


@given(st.data(), st.sampled_from(QUOTES), SURROUNDINGS, SURROUNDINGS)
def test_any_quote_is_found_in_any_text_after_any_mangling(
    data: Any, quote: str, before: str, after: str
) -> None:
    words, kind = data.draw(mangled(quote))
    copy, _ = placed(before, words, after, kind)
    assert found(quote, copy)


@pytest.mark.parametrize("name", [*MANGLINGS, "tags"])
@settings(max_examples=25)
@given(data=st.data(), quote=st.sampled_from(QUOTES))
def test_each_mangling_by_itself(name: str, data: Any, quote: str) -> None:
    words, kind = data.draw(mangled(quote, names=[name]))
    assert found(quote, placed("", words, "", kind)[0])


@given(st.data(), st.sampled_from(WITH_DIGITS))
def test_a_quote_of_which_a_digit_differs_is_not_found(data: Any, quote: str) -> None:
    """In its copy a digit, of whichever script, is another, one more or one less."""
    places = [at for at, sign in enumerate(quote) if sign in "0123456789" or sign in NUMERALS]
    at = data.draw(st.sampled_from(places))
    signs = "0123456789" if quote[at].isascii() else NUMERALS.replace("〇", "")
    other = data.draw(st.sampled_from([sign for sign in signs if sign != quote[at]]))
    changed = data.draw(st.sampled_from([other, quote[at] + other, other + quote[at], ""]))
    altered = quote[:at] + changed + quote[at + 1 :]
    # 0,5 is no other number than 05 was, nor 2,300 than 2300
    assume(
        re.sub(r"(?<=\d)[, ](?=\d{3}(?!\d))", "", altered) != re.sub(r"(?<=\d)[, ](?=\d{3}(?!\d))", "", quote)
    )
    names = data.draw(st.sets(st.sampled_from(sorted(MANGLINGS))))
    words, kind = data.draw(mangled(altered, names=sorted(names)))
    copy, _ = placed("", words, "", kind)
    if quote in altered:  # what was put in stands at an end, where it may be no part of the number
        assume(_goes_on(quote, altered))
    assert not found(quote, copy)


def _goes_on(quote: str, altered: str) -> bool:
    start = altered.find(quote)
    before, after = altered[:start], altered[start + len(quote) :]
    scripts = ("0123456789", NUMERALS)
    return any(
        (before and before[-1] in script and quote[0] in script)
        or (after and after[0] in script and quote[-1] in script)
        for script in scripts
    )


@given(st.data(), st.sampled_from(QUOTES), st.integers(0, 6))
def test_the_place_of_a_quote_is_where_it_was_put(data: Any, quote: str, lines: int) -> None:
    names = ["traditional", "full_width", "pinyin", "invisible_signs"]
    words, _ = data.draw(mangled(quote, names=names))
    copy, text = placed("上文。\n" * lines, words, "", "txt")
    [match] = matches(quote, copy)[:1]
    place = copy.place(match.start)
    assert (place.line, place.paragraph) == (lines + 1, lines + 1)
    start, end = copy.shown.span(*copy.clean.span(match.start, match.end))
    assert text[start:end].strip("。“”\"'（）()「」") in words


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("30个项目", "签约230个项目"),
        ("300列", "开行2,300列"),
        ("35亿美元", "逾42.35亿美元"),
        ("增长2", "增长2.5%"),
        ("三届峰会", "第十三届峰会"),
        ("项目二十", "项目二十三"),
        ("34份", "3、4份"),
        ("1234份", "12 34份"),
        ("ten projects", "often projects"),
        ("seven", "seventy"),
        ("东盟", "三盟"),
    ],
)
def test_a_quote_is_not_found_in_a_longer_number_or_word(quote: str, text: str) -> None:
    assert not found(quote, copy_of(text, "txt"))


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("第三届", "第?xùn)|届"),
        ("三届峰会", "?xùn)|届峰会"),
        ("7个项目", "?xùn)|个项目"),
        ("东盟", "?xùn)|?xùn)|"),
    ],
)
def test_a_lost_character_is_never_taken_for_a_numeral_nor_for_the_whole(quote: str, text: str) -> None:
    assert not found(quote, copy_of(text, "txt"))


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("三大标准", "统一三大标准"),
        ("2300列", "超过2 300列"),
        ("约70－80ms", "约70 ~ 80 ms"),
        ("100 trains", "over 100trains"),
    ],
)
def test_a_quote_is_found_where_only_the_writing_differs(quote: str, text: str) -> None:
    assert found(quote, copy_of(text, "txt"))


def test_every_place_is_found() -> None:
    copy = copy_of("东盟。\n东盟和东\n盟。", "txt")
    assert [copy.place(match.start).line for match in matches("东盟", copy)] == [1, 2, 2]


@pytest.mark.parametrize("quote", ["", "。", "\u200b"])
def test_a_quote_of_no_words_is_found_nowhere(quote: str) -> None:
    assert matches(quote, copy_of("东盟。", "txt")) == []


def test_nothing_near_is_nothing() -> None:
    assert nearest("铁海联运班列开行超过2300列", copy_of("Entirely other words.", "txt")) is None
    assert nearest("列", copy_of("", "txt")) is None


def test_the_nearest_passage_is_the_one_with_most_of_the_words() -> None:
    text = "铁海联运很好。\n今年铁海联运班列开行超过2301列，\n公路班车更多。"
    copy = copy_of(text, "txt")
    near = nearest("铁海联运班列开行超过2300列", copy)
    assert near is not None
    assert copy.clean.text[near.start : near.end].startswith("铁海联运班列开行超过2301"[:12])
    assert copy.place(near.start).line == 2


def test_the_nearest_passage_begins_and_ends_with_whole_numbers() -> None:
    copy = copy_of("全市共开行跨境公路班车1230辆，同比增长。", "txt")
    near = nearest("230辆", copy)
    assert near is not None
    assert copy.clean.text[near.start : near.end] == "1230辆"
