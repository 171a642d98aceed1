"""Which numbers of a copy are its figures, by which rules others are none, and which no quote holds."""

from __future__ import annotations

from typing import Any

import pytest
import tomli

from cci_cli.messages import say
from cci_cli.proof.copies import copy_of
from cci_cli.proof.coverage import coverage
from cci_cli.proof.quotes import matches
from cci_cli.render.proofs import RULES
from conftest import ROOT

CASES = tomli.loads((ROOT / "tests" / "cases" / "proof" / "figures.toml").read_text(encoding="utf-8"))["case"]


def covered_by(text: str, *quotes: str, kind: str = "txt") -> Any:
    copy = copy_of(text, kind)
    return coverage(copy, [match for quote in quotes for match in matches(quote, copy)], quotes)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:24])
def test_figures_and_rules(case: dict[str, Any]) -> None:
    found = covered_by(case["text"], kind=case.get("kind", "txt"))
    assert [each.figure for each in found.missing] == case.get("figures", [])
    rules: dict[str, list[str]] = {}
    for each in found.excluded:
        rules.setdefault(each.rule, []).append(each.text)
    assert rules == case.get("rules", {})


def test_every_rule_has_a_case_and_a_name() -> None:
    tried = {rule for case in CASES for rule in case.get("rules", {})}
    assert tried | {"said-again"} == RULES.keys()
    for message in RULES.values():
        assert say("zh", message) != say("en", message)


def test_a_figure_in_a_quote_is_covered() -> None:
    found = covered_by("累计开行1252班，运送旅客41万人次。", "开行1252班")
    assert (found.figures, found.quoted, found.percent) == (2, 1, 50.0)
    assert [(each.figure, each.place.line, each.place.paragraph) for each in found.missing] == [
        ("41万人次", 1, 1)
    ]


def test_the_same_number_of_something_else_is_not_covered() -> None:
    assert covered_by("旅客增长25%。货物增长25%。", "旅客增长25%").quoted == 1
    assert covered_by("灯塔7座。码头7座在建。", "灯塔7座").quoted == 1
    assert covered_by("共有7个码头，另有7个灯塔。", "共有7个码头").quoted == 1


def test_the_same_count_said_again_is_left_out() -> None:
    found = covered_by("共有7个码头。这7个码头都很忙。", "共有7个码头")
    assert (found.figures, found.quoted) == (1, 1)
    assert [(each.text, each.rule) for each in found.excluded] == [("7个", "said-again")]


def test_a_quote_that_was_not_found_covers_nothing() -> None:
    assert covered_by("灯塔7座。", "码头7座").quoted == 0


def test_no_figures_have_no_share() -> None:
    found = covered_by("轮渡开航。")
    assert (found.figures, found.percent, found.missing) == (0, None, [])


def test_a_share_is_never_rounded_up_to_the_whole() -> None:
    text = "".join(f"灯塔{number}座。" for number in range(1000, 4000))
    assert covered_by(text, *(f"灯塔{number}座" for number in range(1000, 3999))).percent == 99.9


def test_a_passage_is_short_and_of_one_sentence() -> None:
    [found] = covered_by("前一句。" + "很" * 40 + "灯塔3座" + "好" * 40 + "。后一句。").missing
    assert found.passage == "…" + "很" * 16 + "灯塔3座" + "好" * 18 + "…"


@pytest.mark.parametrize("number", range(2, 100))
def test_chinese_numerals_are_figures(number: int) -> None:
    digits = "零一二三四五六七八九十"
    tens, ones = divmod(number, 10)
    numeral = (
        digits[number]
        if number <= 10
        else (digits[tens] if tens > 1 else "") + "十" + (digits[ones] if ones else "")
    )
    [found] = covered_by(f"灯塔{numeral}座。").missing
    assert found.figure == f"{numeral}座"
