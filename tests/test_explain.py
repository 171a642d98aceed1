"""What is said of each fault is true: its wrong example has this very fault, its right one is sound."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

import pytest

from cci_cli.explain import examples, explanation
from cci_cli.factbase.faults import FactBaseError
from cci_cli.factbase.load import load
from cci_cli.messages.explanations import EXPLANATIONS
from cci_cli.messages.faults import FAULTS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

EXAMPLES = examples()
BASE = EXAMPLES["base"]["text"].strip()
COMMANDS = [code for code in FAULTS if EXAMPLES[code]["wrong"].startswith("cci ")]
FILES = [code for code in FAULTS if code not in COMMANDS]
HEADER = re.compile(r"^\[\[?([^\]]+)\]\]?$", re.MULTILINE)


def within_base(code: str, example: str) -> bytes:
    """An example as a whole file: the tables of the base, but for those that the example shows."""
    text = example.strip() + "\n"
    if not EXAMPLES[code].get("whole"):
        shown = set(HEADER.findall(text))
        tables = re.split(r"\n\n(?=\[)", BASE)
        text += "".join(f"\n{table}\n" for table in tables if not shown & set(HEADER.findall(table)))
    return text.encode("gbk" if "# saved as GBK" in text else "utf-8")


def codes_of(path: Path) -> set[str]:
    try:
        load(path)
    except FactBaseError as error:
        return {fault.code for fault in error.faults}
    return set()


@pytest.mark.parametrize("code", FILES)
@pytest.mark.parametrize(("side", "faults"), [("wrong", 1), ("right", 0)])
def test_examples_are_what_they_are_said_to_be(code: str, side: str, faults: int, tmp_path: Path) -> None:
    path = tmp_path / "facts.toml"
    path.write_bytes(within_base(code, EXAMPLES[code][side]))
    assert codes_of(path) == ({code} if faults else set())


@pytest.mark.parametrize("code", COMMANDS)
def test_command_lines_do_what_they_are_said_to_do(cci: Program, code: str, tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text(BASE, encoding="utf-8")
    with contextlib.chdir(tmp_path):
        wrong, right = (cci(*EXAMPLES[code][side].split()[1:]) for side in ("wrong", "right"))
    assert (wrong.status, right.status) == (2, 0)
    assert wrong.err.rstrip().endswith(f"[{code}]")


def test_every_fault_is_explained_and_nothing_else() -> None:
    assert EXPLANATIONS.keys() == FAULTS.keys() == EXAMPLES.keys() - {"base"}


@pytest.mark.parametrize("code", FAULTS)
def test_an_explanation_is_in_both_languages_and_has_two_examples(code: str) -> None:
    told = explanation(code)
    for text in (told.meaning, told.remedy):
        assert text.en.rstrip(")").endswith((".", "}."))
        assert text.zh.endswith("。")
        assert re.search(r"[\u4e00-\u9fff]", text.zh)
    assert told.wrong != told.right
    assert max(len(line) for line in f"{told.wrong}\n{told.right}".splitlines()) <= 110
