"""References show disagreement, and what is only implied, wherever a figure is cited."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Program


def quotes(cci: Program, *words: str) -> list[dict[str, object]]:
    told = json.loads(cci("cite", *words, "--json").out)
    return [quote for each in told["references"] for quote in each["quotes"]]


@pytest.mark.parametrize(
    "words", [("summits-held",), ("logistics.corridor-rail-sea-trains", "--year", "2019")]
)
def test_both_sides_of_a_conflict_are_cited(cci: Program, words: tuple[str, ...]) -> None:
    first, *others = quotes(cci, *words)
    assert first["contradicts"] is None
    against = [quote for quote in others if quote["contradicts"] == first["observation"]]
    assert against
    assert all(quote["observation"] != first["observation"] for quote in against)
    for lang, said in (("en", "contradicts the above"), ("zh", "与上述矛盾")):
        text = cci("cite", *words, "--lang", lang).out
        assert text.count(said) == len(against)
    assert "contradicts the above" in cci("cite", *words, "--style", "bibtex").out


def test_words_behind_an_implied_value_say_of_which_year_they_are(cci: Program) -> None:
    words = ("trade.chongqing-asean-trade", "--year", "2018")
    assert {quote["status"] for quote in quotes(cci, *words)} == {"implied"}
    for line in cci("cite", *words).out.splitlines():
        assert not line.startswith("  ") or line.endswith("year after, with its growth")


def test_what_is_undisputed_and_reported_says_nothing_more(cci: Program) -> None:
    told = quotes(cci, "finance.cross-border-financing")
    assert {(quote["status"], quote["contradicts"]) for quote in told} == {("reported", None)}
