"""The search, held to the collection of queries. What is reached may not be lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import quality

from conftest import Program

if TYPE_CHECKING:
    from pathlib import Path

#: The share of each kind that must be answered at the first place, and among the first three.
LEAST = {
    "english": (0.90, 0.96),
    "simplified": (0.94, 0.98),
    "traditional": (0.96, 0.96),
    "pinyin": (0.97, 1.0),
    "initials": (0.81, 0.93),
    "typing-error": (0.88, 1.0),
    "figure": (0.98, 1.0),
    "question": (0.75, 0.91),
    "all": (0.91, 0.97),
}


@pytest.fixture(scope="module")
def scores(_cache: Path) -> dict[str, quality.Score]:
    cci = Program(_cache)

    def search(query: str) -> list[str]:
        result = cci("search", "--json", "--", query)
        return [hit["fact"]["id"] for hit in json.loads(result.out)["hits"]] if result.out else []

    return quality.by_kind(quality.queries(), search)


@pytest.mark.parametrize("kind", LEAST)
def test_queries_are_answered(scores: dict[str, quality.Score], kind: str) -> None:
    first, three = LEAST[kind]
    assert scores[kind].first >= first
    assert scores[kind].three >= three
