"""Values as a person writes them: right in both languages, and without losing a digit."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cci_cli.model import QUALIFIERS, Fact, Observation, Text, Unit
from cci_cli.numerals import states, written_place
from cci_cli.quantities import step_place
from cci_cli.units import CURRENCIES
from cci_cli.wording import amount, figure, percent, scaled, statement

CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("wording.toml").read_text("utf-8"), parse_float=Decimal
)
UNITS = {name: Unit(name, **words) for name, words in CASES["units"].items()}

#: Up to 15 digits, of either sign: round numbers, whole numbers, and numbers with decimals.
values = (
    st.builds(
        lambda digits, power: Decimal(digits).scaleb(power), st.integers(-9999, 9999), st.integers(-3, 11)
    )
    | st.integers(-(10**15) + 1, 10**15 - 1)
    | st.builds(
        lambda digits, places: Decimal(digits).scaleb(-places),
        st.integers(-(10**15) + 1, 10**15 - 1),
        st.integers(1, 6),
    )
)
languages = st.sampled_from(["en", "zh"])
qualifiers = st.sampled_from(QUALIFIERS)
#: Powers of ten at which both languages write a range's two ends alike.
scales = st.sampled_from([0, 6, 8, 9, 12])
units = st.sampled_from([*sorted(CURRENCIES), *sorted(UNITS), None])


@pytest.mark.parametrize("case", CASES["numbers"], ids=lambda case: case["en"])
def test_scale_words_where_they_lose_no_digit(case: dict[str, Any]) -> None:
    assert scaled(case["value"], "en") == case["en"]
    assert scaled(case["value"], "en", money=True) == case.get("en_money", case["en"])
    assert scaled(case["value"], "zh") == case["zh"]
    assert scaled(case["value"], "zh", money=True) == case.get("zh_money", case["zh"])


@pytest.mark.parametrize("case", CASES["figures"], ids=lambda case: case["en"] or "nothing")
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_figures(case: dict[str, Any], lang: str) -> None:
    value, upper, unit = case.get("value"), case.get("upper"), case.get("unit")
    qualifier = case.get("qualifier", "exact")
    observation = Observation("2019", "2019", value=value, upper=upper, qualifier=qualifier)
    assert figure(observation, unit, UNITS, lang) == case[lang]
    if value is not None and qualifier == "exact":
        assert amount(value, unit, UNITS, lang, upper=upper) == case[lang]


@pytest.mark.parametrize(("number", "written"), CASES["ordinals"].items())
@pytest.mark.parametrize("unit", ["ordinal", "rank"])
def test_ordinals(number: str, written: str, unit: str) -> None:
    assert amount(int(number), unit, UNITS, "en") == written
    assert amount(int(number), unit, UNITS, "zh") == f"第{number}"


@pytest.mark.parametrize("case", CASES["growths"], ids=lambda case: case["en"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_growth_in_percent(case: dict[str, Any], lang: str) -> None:
    assert percent(case["growth"], case.get("qualifier", "exact"), lang) == case[lang]


@given(values, languages, st.booleans())
def test_a_number_is_read_back(value: Decimal | int, lang: str, money: bool) -> None:
    text = scaled(value, lang, money=money)
    assert states(text, value)
    place = written_place(text, value)
    assert place is not None
    assert place <= step_place(value)
    assert text.startswith("-") is (value < 0)
    assert "E" not in text


@given(values, qualifiers, units, languages)
def test_a_figure_is_read_back(value: Decimal | int, qualifier: str, unit: str | None, lang: str) -> None:
    observation = Observation("2019", "2019", value=value, qualifier=qualifier)
    text = figure(observation, unit, UNITS, lang)
    assert states(text, value)
    assert ("-" in text) is (value < 0)
    assert text.endswith(amount(value, unit, UNITS, lang))


@given(st.tuples(st.integers(1, 999), st.integers(1, 999)), scales, qualifiers, units, languages)
def test_a_range_is_read_back(
    ends: tuple[int, int], power: int, qualifier: str, unit: str | None, lang: str
) -> None:
    low, high = (end * 10**power for end in sorted(ends))
    observation = Observation("2019", "2019", value=low, upper=high, qualifier=qualifier)
    text = figure(observation, unit, UNITS, lang)
    assert states(text, low)
    assert states(text, high)


@given(st.integers(0, 10**6), languages)
def test_an_ordinal_is_read_back(value: int, lang: str) -> None:
    assert states(amount(value, "ordinal", UNITS, lang), value)


@given(values, qualifiers, languages)
def test_a_growth_is_read_back(growth: Decimal | int, qualifier: str, lang: str) -> None:
    text = percent(growth, qualifier, lang)
    assert states(text, growth)
    assert ("-" in text) is (growth < 0)
    assert ("+" in text) is not (growth < 0)


@given(values, languages)
def test_zeros_at_the_end_of_decimals_do_not_show(value: Decimal | int, lang: str) -> None:
    longer = Decimal(value) * Decimal("1.000")
    assert scaled(longer, lang) == scaled(value, lang)


@given(values, qualifiers.filter(lambda qualifier: qualifier != "exact"), languages)
def test_a_hedge_is_never_lost(value: Decimal | int, qualifier: str, lang: str) -> None:
    def written(hedge: str) -> str:
        return figure(Observation("", "2019", value=value, qualifier=hedge), "USD", UNITS, lang)

    assert written(qualifier) != written("exact")
    assert len({written(each) for each in QUALIFIERS}) == len(QUALIFIERS)


def test_a_statement_is_figure_and_text() -> None:
    fact = Fact("finance.loans", "finance", Text("Loans", "贷款"), "stock", unit="USD")
    text = Text("for eight provinces", "惠及八个省区市")
    alone = Observation("2019", "2019", value=4_200_000_000, qualifier="over")
    both = alone._replace(text=text)
    words = both._replace(value=None)
    nothing = words._replace(text=None)
    assert statement(fact, both, UNITS, "en") == "over US$4.2 billion; for eight provinces"
    assert statement(fact, both, UNITS, "zh") == "超42亿美元；惠及八个省区市"
    assert [statement(fact, each, UNITS, "en") for each in (alone, words, nothing)] == [
        "over US$4.2 billion",
        "for eight provinces",
        "",
    ]
    assert [statement(fact, each, UNITS, "zh") for each in (alone, words, nothing)] == [
        "超42亿美元",
        "惠及八个省区市",
        "",
    ]
