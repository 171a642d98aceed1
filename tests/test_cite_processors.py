"""Our references beside those of pandoc and citeproc-py: alike, or different for a written reason.

The reasons: ``cases/cite/differences.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
import tomli

from cci_cli import cite
from cci_cli.cite.runs import plain
from cite_processors import STYLES, apart, by_citeproc_py, by_pandoc, items_of
from cite_table import Case, table
from conftest import ROOT

DIFFERENCES: list[dict[str, Any]] = tomli.loads(
    (ROOT / "tests" / "cases" / "cite" / "differences.toml").read_text(encoding="utf-8")
)["difference"]
#: citeproc-py keeps commas and full stops outside quotation marks and shortens names that it should not.
PROCESSORS = {"pandoc": tuple(STYLES), "citeproc-py": ("apa", "gb7714-2015")}
PAIRS = [(processor, style) for processor, styles in PROCESSORS.items() for style in styles]


@cache
def _cases(processor: str) -> tuple[Case, ...]:
    """The cases; for citeproc-py, which is slow, without those that differ in the month or day alone."""
    cases = apart(table())
    if processor == "citeproc-py":
        cases = [case for case in cases if not re.search(", 2020(-11)?,", case.label)]
    return tuple(cases)


@cache
def _theirs(processor: str, style: str) -> tuple[str, ...]:
    items = items_of(_cases(processor))
    if processor == "citeproc-py":
        return tuple(by_citeproc_py(style, items))
    pypandoc = pytest.importorskip("pypandoc")
    return tuple(by_pandoc(style, items, pypandoc.get_pandoc_path()))


def _applies(rule: dict[str, Any], processor: str, style: str, label: str) -> bool:
    named = style in rule["styles"] and processor in rule.get("processors", PROCESSORS)
    return named and re.search(rule.get("of", ""), label) is not None


def _explained(processor: str, style: str, label: str, pair: tuple[str, str]) -> tuple[str, str, set[int]]:
    """Our text and theirs, made alike where a difference is explained; and which rules did it."""
    ours, theirs = pair
    used = set()
    for number, rule in enumerate(DIFFERENCES):
        if not _applies(rule, processor, style, label):
            continue
        before = ours, theirs
        if "theirs" in rule:
            theirs = re.sub(rule["theirs"], rule["becomes"], theirs)
        if "ours" in rule:
            ours = re.sub(rule["ours"], rule["becomes"], ours)
        if rule.get("fold"):
            ours, theirs = ours.lower(), theirs.lower()
        if (ours, theirs) != before:
            used.add(number)
    return ours, theirs, used


def _compared(processor: str, style: str) -> tuple[list[str], set[int]]:
    """What remains different, and the rules that explained the rest."""
    remaining, used = [], set()
    theirs = _theirs(processor, style)
    assert len(theirs) == len(_cases(processor))
    for case, their in zip(_cases(processor), theirs, strict=True):
        our, said, rules = _explained(
            processor, style, case.label, (plain(cite.reference(style, case.item)), their)
        )
        used |= rules
        if our != said:
            remaining.append(f"{case.label}\n  ours:   {our}\n  theirs: {said}")
    return remaining, used


@pytest.mark.parametrize(("processor", "style"), PAIRS)
def test_every_difference_is_explained(processor: str, style: str) -> None:
    remaining, _ = _compared(processor, style)
    assert "\n".join(remaining) == ""


def test_every_explanation_explains_something() -> None:
    used = {number for pair in PAIRS for number in _compared(*pair)[1]}
    assert [rule for number, rule in enumerate(DIFFERENCES) if number not in used] == []
    assert all(rule["reason"] for rule in DIFFERENCES)
