"""``cci check --against``: what a reader sees, what a script gets, how it ends; the founding documents."""

from __future__ import annotations

import json
import os
import shutil
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

import research
from conftest import FACTS, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

    from conftest import Program

HARBOUR = ROOT / "tests" / "cases" / "proof"
BASE, COPIES = str(HARBOUR / "facts.toml"), str(HARBOUR / "copies")
SCHEMA = json.loads((files("cci_cli") / "schema" / "cci-1.json").read_text(encoding="utf-8"))
FOUNDING = research.FOLDER.parent / "sources"
#: The founding documents as they were collected, and the sources that they are copies of.
DOCUMENTS = {"000_d99cb1c772c42d58.txt": "cqrb-5-years", "003_af652e0862d5d3d6.txt": "cci-bureau-2020"}


def proof_of(cci: Program, folder: Path | str, base: str = BASE) -> tuple[int, dict[str, Any]]:
    result = cci("check", base, "--against", str(folder), "--json")
    report = json.loads(result.out)
    Draft202012Validator(SCHEMA | {"anyOf": [{"$ref": "#/$defs/report"}]}).validate(report)
    return result.status, report["against"]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80, 160])
def test_screen(cci: Program, snapshot: SnapshotAssertion, width: int, lang: str) -> None:
    words = ("--lang", lang, "check", BASE, "--against", COPIES)
    result = cci(*words, terminal=True, width=width)
    assert result.out.replace(str(HARBOUR), "HARBOUR").replace("tests/cases/proof", "HARBOUR") == snapshot
    assert (result.status, result.err) == (1, "")


def test_what_is_found_is_told_with_its_place(cci: Program) -> None:
    status, proof = proof_of(cci, COPIES)
    assert (status, proof["complete"], proof["quotes"], proof["found"]) == (1, False, 5, 4)
    [missing] = proof["missing"]
    assert missing["quote"] == "码头，每周15班"
    assert missing["nearest"]["text"] == "码头,每周14班"
    assert (missing["nearest"]["line"], missing["nearest"]["paragraph"]) == (14, 2)
    [elsewhere] = proof["elsewhere"]
    assert (elsewhere["locator"], elsewhere["places"]) == ("¶1", [{"line": 14, "paragraph": 2}])
    assert [copy["encoding"] for copy in proof["copies"]] == ["gb18030", "utf-8"]
    assert [each["figure"] for copy in proof["copies"] for each in copy["uncovered"]] == ["14班", "3座"]
    assert proof["without_copy"] == ["harbour-yearbook"]
    assert proof["unread"] == [{"file": "harbor-daily.md", "why": "no-source", "detail": "harbour-daily"}]


def test_every_line_of_the_text_stands_by_itself_in_a_pipe(cci: Program) -> None:
    out = cci("check", BASE, "--against", COPIES).out
    assert "page furniture: 2 (1); 五 (7)\n" in out
    assert "\x1b" not in out


def test_what_is_complete_ends_well(cci: Program, tmp_path: Path) -> None:
    shutil.copy(HARBOUR / "copies" / "harbour-mirror.txt", tmp_path)
    status, proof = proof_of(cci, tmp_path)
    assert (status, proof["complete"]) == (0, True)
    assert "Nothing is missing." in cci("check", BASE, "--against", str(tmp_path)).out


def test_a_figure_that_no_quote_holds_is_something_missing(cci: Program, tmp_path: Path) -> None:
    (tmp_path / "harbour-mirror.txt").write_text("港湾公司共有船舶9艘，灯塔3座。", encoding="utf-8")
    status, proof = proof_of(cci, tmp_path)
    assert (status, proof["missing"]) == (1, [])
    assert [each["figure"] for each in proof["copies"][0]["uncovered"]] == ["3座"]


def test_several_copies_of_one_source_prove_it_together(cci: Program, tmp_path: Path) -> None:
    (tmp_path / "harbour-mirror.txt").write_text("第一页。", encoding="utf-8")
    (tmp_path / "harbour-mirror.html").write_text("<p>港湾公司共有船舶9艘。</p>", encoding="utf-8")
    status, proof = proof_of(cci, tmp_path)
    assert (status, proof["found"], len(proof["copies"])) == (0, 1, 2)


def test_a_file_is_recognised_by_its_words(cci: Program, tmp_path: Path) -> None:
    page = (HARBOUR / "copies" / "harbour-daily.html").read_bytes()
    (tmp_path / "saved page (3).html").write_bytes(page)
    _, proof = proof_of(cci, tmp_path)
    [copy] = proof["copies"]
    assert (copy["source"], copy["recognised"]) == ("harbour-daily", True)
    out = cci("check", BASE, "--against", str(tmp_path)).out
    assert "taken for a copy of this source by its words; name it harbour-daily.html" in out


def test_a_copy_that_cannot_be_read_is_something_missing(cci: Program, tmp_path: Path) -> None:
    shutil.copy(HARBOUR / "copies" / "harbour-mirror.txt", tmp_path)
    (tmp_path / "harbour-daily.txt").write_bytes(b"\0\1\2")
    (tmp_path / "harbour-yearbook.pdf").write_bytes(b"%PDF")
    status, proof = proof_of(cci, tmp_path)
    assert status == 1
    assert {each["file"]: each["why"] for each in proof["unread"]} == {
        "harbour-daily.txt": "not-text",
        "harbour-yearbook.pdf": "other-kind",
    }


def test_a_file_name_does_no_harm(cci: Program, tmp_path: Path) -> None:
    shutil.copy(HARBOUR / "copies" / "harbour-mirror.txt", tmp_path)
    (tmp_path / "\x1b[31mred\u202e.txt").write_text("x", encoding="utf-8")
    out = cci("check", BASE, "--against", str(tmp_path), terminal=True).out
    assert "\x1b" not in out
    assert "\\x1b[31mred\\u202e.txt  named after no source" in out


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_holds_no_copies_is_refused(cci: Program, tmp_path: Path, lang: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "harbour-daily.txt").write_bytes(b"\0")
    said = {
        "none": "没有文件夹" if lang == "zh" else "There is no folder",
        "empty": "harbour-daily.html",
        "broken": "harbour-daily.txt  ",
    }
    for name, words in said.items():
        result = cci("--lang", lang, "check", BASE, "--against", str(tmp_path / name))
        assert (result.status, result.out) == (2, "")
        assert words in result.err
    result = cci("--lang", lang, "check", BASE, "--against", BASE)
    assert result.status == 2
    assert ("不是文件夹" if lang == "zh" else "is no folder") in result.err
    assert cci("check", BASE, "--against").status == 2
    assert cci("check", BASE, "--against", "\0").status == 2
    assert cci("check", BASE, "--against", "").status == 2
    assert cci("check", "--explain", "empty", "--against", COPIES).status == 2


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="everything can be read")
def test_a_folder_that_cannot_be_read_is_refused(cci: Program, tmp_path: Path) -> None:
    tmp_path.chmod(0)
    assert cci("check", BASE, "--against", str(tmp_path)).status == 2
    tmp_path.chmod(0o700)


def test_a_fact_base_with_faults_is_mended_first(cci: Program, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.toml"
    faulty.write_text("[rail]\nlabel = 3\n", encoding="utf-8")
    result = cci("check", str(faulty), "--against", COPIES)
    assert result.status == 1
    assert "mend the file first" in result.out
    status, proof = proof_of(cci, COPIES, str(faulty))
    assert (status, proof) == (1, None)


def test_without_copies_nothing_is_held_against_anything(cci: Program) -> None:
    assert json.loads(cci("check", BASE, "--json").out)["against"] is None


@pytest.mark.skipif(not FOUNDING.exists(), reason="the founding documents are not beside this checkout")
@pytest.mark.parametrize("named", [True, False], ids=["named", "as collected"])
def test_the_founding_documents(cci: Program, tmp_path: Path, named: bool) -> None:
    """Every quote of both documents stands in them where its locator says, and every figure in a quote."""
    for name, source in DOCUMENTS.items():
        shutil.copy(FOUNDING / name, tmp_path / (f"{source}.txt" if named else name))
    status, proof = proof_of(cci, tmp_path, str(FACTS))
    assert (status, proof["missing"], proof["elsewhere"]) == (0, [], [])
    for copy in proof["copies"]:
        assert copy["source"] in DOCUMENTS.values()
        assert copy["recognised"] is not named
        assert (copy["uncovered"], copy["percent"]) == ([], 100.0)
        assert copy["figures"] >= 25


@pytest.mark.skipif(not FOUNDING.exists(), reason="the founding documents are not beside this checkout")
def test_a_figure_of_the_founding_documents_that_is_not_quoted_shows(cci: Program, tmp_path: Path) -> None:
    text = (FOUNDING / "003_af652e0862d5d3d6.txt").read_text(encoding="utf-8")
    altered = text.replace("260Gbps", "270Gbps").replace("　　依托中新", "　　另有灯塔37座。\n　　依托中新")
    (tmp_path / "cci-bureau-2020.txt").write_text(altered, encoding="utf-8")
    status, proof = proof_of(cci, tmp_path, str(FACTS))
    assert status == 1
    assert [each["fact"] for each in proof["missing"]] == ["ict.data-channel-bandwidth"]
    assert [each["figure"] for each in proof["copies"][0]["uncovered"]] == ["37座", "270Gbps"]
    # the paragraph put in moves those behind it
    assert {each["locator"] for each in proof["elsewhere"]} >= {"¶7", "¶25"}


@pytest.mark.skipif(not research.FOLDER.exists(), reason="the research is not beside this checkout")
def test_every_quote_of_the_base_stands_in_the_phrases_of_its_source(cci: Program, tmp_path: Path) -> None:
    """The research's phrases, as a copy of each source, hold every quote of a source with an address."""
    from cci_cli.factbase.load import load

    phrases: dict[str, list[str]] = {}
    for record in research.records().values():
        phrases.setdefault(research.address(record["source"]["url"]), []).append(record["phrase"])
    for source in load(FACTS).sources.values():
        if source.url:
            text = "\n".join(phrases[research.address(source.url)])
            (tmp_path / f"{source.id}.txt").write_text(text, encoding="utf-8")
    _, proof = proof_of(cci, tmp_path, str(FACTS))
    assert proof["missing"] == []
    assert proof["quotes"] > 900
