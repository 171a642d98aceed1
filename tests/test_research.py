"""No figure changed on its way in: each observation with a web source is tied to its record.

Where the fact base says otherwise than a record, ``cases/corrections.toml`` says so and why.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
import tomli

import research
from cci_cli.factbase.load import load
from conftest import FACTS, ROOT

if TYPE_CHECKING:
    from cci_cli.model import Fact, Observation

pytestmark = pytest.mark.skipif(
    not research.FOLDER.exists(), reason="the research is not beside this checkout"
)

Difference = tuple[str, str, str, str, str]


def corrections() -> dict[Difference, str]:
    text = (ROOT / "tests" / "cases" / "corrections.toml").read_text(encoding="utf-8")
    return {
        (each["record"], each["fact"], each["field"], each["from"], each["to"]): each["why"]
        for each in tomli.loads(text)["correction"]
    }


def differences(name: str, record: research.Record, fact: Fact, observation: Observation) -> set[Difference]:
    """Where an observation is not what a record says: time, value, unit."""
    pairs: list[tuple[str, Any, Any]] = [("time", research.time_of(record), observation.time)]
    if observation.value is not None:
        value = None if record["value"] is None else Decimal(record["value"])
        pairs.append(("value", value, Decimal(observation.value)))
        pairs.append(("unit", research.unit_of(record), fact.unit))
    return {
        (name, fact.id, field, "" if given is None else plain(given), plain(kept))
        for field, given, kept in pairs
        if given != kept
    }


def plain(value: Any) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def test_every_observation_with_a_web_source_is_its_record() -> None:
    base = load(FACTS)
    known = corrections()
    by_address: dict[str, list[tuple[str, research.Record]]] = defaultdict(list)
    for name, record in research.records().items():
        by_address[research.address(record["source"]["url"])].append((name, record))
    strays, wrong, used = [], [], set()
    for fact in base.facts:
        for observation in fact.observations:
            for citation in observation.citations:
                url = base.sources[citation.source].url
                if not url:
                    continue
                carriers = [
                    (name, record)
                    for name, record in by_address[research.address(url)]
                    if citation.quote in record["phrase"]
                ]
                tried = [differences(name, record, fact, observation) for name, record in carriers]
                if not tried:
                    strays.append((fact.id, observation.time, citation.quote))
                elif not any(each <= known.keys() for each in tried):
                    wrong.append((fact.id, observation.time, citation.quote, min(tried, key=len)))
                else:
                    used.update(*[each for each in tried if each <= known.keys()])
    assert strays == []
    assert wrong == []
    assert known.keys() - used == set()


def test_every_correction_has_a_reason() -> None:
    assert all(len(why) > 10 for why in corrections().values())
