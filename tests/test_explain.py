"""What is said of each fault is true: its wrong example has this very fault, its right one is sound."""

from __future__ import annotations

import contextlib
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from test_json import validate

from cci_cli.explain import examples, explanation
from cci_cli.factbase.faults import FactBaseError
from cci_cli.factbase.load import load
from cci_cli.factbase.own import contents_of, lay_over
from cci_cli.index.files import Files
from cci_cli.messages.explanations import EXPLANATIONS
from cci_cli.messages.faults import FAULTS

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from conftest import Program

EXAMPLES = examples()
BASE = EXAMPLES["base"]["text"].strip()
COMMANDS = [code for code in FAULTS if EXAMPLES[code]["wrong"].startswith("cci ")]
OWN = [code for code in FAULTS if EXAMPLES[code].get("own")]
FILES = [code for code in FAULTS if code not in (*COMMANDS, *OWN)]
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


def own_codes_of(code: str, side: str, folder: Path) -> set[str]:
    """The faults of an example as the last of the user's own files."""
    base, own = folder / "base.toml", folder / "facts.d"
    base.write_text(BASE, encoding="utf-8")
    own.mkdir()
    (own / "a.toml").write_text(EXAMPLES[code].get("before", ""), encoding="utf-8")
    example, path = EXAMPLES[code][side], own / "mine.toml"
    if example.startswith("mkfifo"):
        os.mkfifo(path)
    else:
        path.write_text("" if example.startswith("touch") else example, encoding="utf-8")
    _, told = lay_over(load(base), contents_of(Files(base, own)))
    assert [each.faults for each in told[:-1]] == [()]
    return {fault.code for fault in told[-1].faults}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
@pytest.mark.parametrize("code", OWN)
@pytest.mark.parametrize(("side", "faults"), [("wrong", 1), ("right", 0)])
def test_examples_of_own_facts_are_what_they_are_said_to_be(
    code: str, side: str, faults: int, tmp_path: Path
) -> None:
    assert own_codes_of(code, side, tmp_path) == ({code} if faults else set())


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


# On the command line

SHOWN = ["malformed-time", "number-not-in-quote", "file-missing"]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("code", SHOWN)
def test_screen_of_an_explanation(
    cci: Program, snapshot: SnapshotAssertion, code: str, width: int, lang: str
) -> None:
    result = cci("--lang", lang, "check", "--explain", code, terminal=True, width=width)
    assert (result.status, result.err) == (0, "")
    assert result.out == snapshot


@pytest.mark.parametrize("code", FAULTS)
def test_an_explanation_for_programs(cci: Program, code: str) -> None:
    told = explanation(code)
    document = json.loads(cci("check", "--explain", code, "--json").out)
    validate("explanation", document)
    assert document == {
        "schema": "cci/1", "code": code, "meaning": told.meaning._asdict(), "remedy": told.remedy._asdict(),
        "wrong": told.wrong, "right": told.right,
    }  # fmt: skip
    rows = [line.split("\t") for line in cci("check", "--explain", code).out.splitlines()]
    assert rows[:3] == [["code", code], ["meaning", told.meaning.en], ["remedy", told.remedy.en]]
    for side in ("wrong", "right"):
        assert "\n".join(line for part, line in rows if part == side) == getattr(told, side)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "words",
    [["--explain", "malformed-tme"], ["--explain", "??"], ["--explain"], ["--explain", "\x1b[2J"]],
    ids=str,
)
def test_a_code_that_there_is_not_is_answered_with_those_there_are(
    cci: Program, snapshot: SnapshotAssertion, words: list[str], lang: str
) -> None:
    result = cci("--lang", lang, "check", *words)
    assert (result.status, result.out) == (2, "")
    assert result.err == snapshot


def test_an_explanation_is_asked_for_without_a_file(cci: Program) -> None:
    result = cci("check", "facts.toml", "--explain", "empty")
    assert (result.status, result.err.splitlines()[0]) == (2, "facts.toml does not apply here.")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("guided", [False, True])
def test_a_check_says_where_faults_are_explained(
    cci: Program, snapshot: SnapshotAssertion, tmp_path: Path, guided: bool, lang: str
) -> None:
    """And how an editor is told of the schema, unless the file names one already."""
    text = '[logistics]\nlabel = { en = "Logistics" }\n'
    (tmp_path / "facts.toml").write_text(
        f"#:schema facts-1.json\n{text}" if guided else text, encoding="utf-8"
    )
    with contextlib.chdir(tmp_path):
        result = cci("--lang", lang, "check", "facts.toml")
    assert result.status == 1
    assert re.sub(r"file://\S*/", "file:///…/", result.out) == snapshot


def test_the_schema_that_a_check_names_is_there(cci: Program, tmp_path: Path) -> None:
    (tmp_path / "facts.toml").write_text('[logistics]\nlabel = ""\n', encoding="utf-8")
    [line] = [
        line for line in cci("check", str(tmp_path / "facts.toml")).out.splitlines() if "#:schema" in line
    ]
    path = Path(url2pathname(urlsplit(line.split()[1]).path))
    assert json.loads(path.read_text(encoding="utf-8"))["$id"] == "urn:cci:schema:facts-1"
