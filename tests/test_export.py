"""What is exported is what the fact base holds: whole, of topics, of a year; as JSON, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd
import pypandoc
import pytest

from cci_cli import encode
from cci_cli.derive import derived
from cci_cli.factbase.load import load
from conftest import FACTS, ROOT
from exporting import HARMFUL, exported, harmful_facts, piped

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

SMALL = ROOT / "tests" / "small.toml"
sys.path.insert(0, str(ROOT / "benchmarks"))


@pytest.fixture(params=["built-in", "small", "generated", "harmful"])
def base(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The files of fact bases of all sorts."""
    from generate import written

    if request.param == "harmful":
        return harmful_facts(tmp_path)
    if request.param == "generated":
        (tmp_path / "facts.toml").write_text("".join(written(200)), encoding="utf-8")
        return tmp_path / "facts.toml"
    return {"built-in": FACTS, "small": SMALL}[request.param]


def test_json_is_the_fact_base(cci: Program, base: Path) -> None:
    """The way there and back: from the file to JSON to the same facts, numbers exact."""
    held = derived(load(base))
    told = json.loads(cci("--facts", str(base), "export").out, parse_float=Decimal)
    assert tuple(encode.fact_of(each) for each in told["facts"]) == held.facts
    assert tuple(encode.topic_of(each) for each in told["topics"].values()) == held.topics
    assert {name: encode.source_of(each) for name, each in told["sources"].items()} == held.sources
    assert told["units"] == {name: encode.unit_json(unit) for name, unit in held.units.items()}


@pytest.mark.parametrize("terminal", [False, True])
def test_json_in_pieces_is_json_in_one(cci: Program, base: Path, *, terminal: bool) -> None:
    written = cci("--facts", str(base), "export", terminal=terminal).out
    told = json.loads(written)
    assert written == (
        json.dumps(told, ensure_ascii=False, indent=2) + "\n" if terminal else encode.json_line(told) + "\n"
    )


def test_lines_are_the_document(cci: Program, base: Path) -> None:
    document = json.loads(cci("--facts", str(base), "export").out)
    lines = [
        json.loads(line)
        for line in cci("--facts", str(base), "export", "--format", "jsonl").out.split("\n")[:-1]
    ]
    for kind, held in (("fact", document["facts"]), ("source", list(document["sources"].values()))):
        assert [{"record": kind} | each for each in held] == [
            each for each in lines if each["record"] == kind
        ]


@pytest.mark.parametrize("format_", ["jsonl", "csv", "markdown", "json"])
def test_of_nothing_there_is_nothing_to_tell(cci: Program, tmp_path: Path, format_: str) -> None:
    bare = tmp_path / "bare.toml"
    bare.write_text('[rail]\nlabel = { en = "Rail", zh = "铁路" }\n', encoding="utf-8")
    whole = cci("--facts", str(bare), "export", "--format", format_)
    assert (whole.status, whole.err) == (0, "")
    assert "rail" in whole.out or "Rail" in whole.out or whole.out.count("\n") == 1
    part = cci("--facts", str(bare), "export", "--format", format_, "--topic", "rail")
    assert (part.status, part.out) == (1, "")
    assert part.err == "The topic 'rail' has no facts.\n"


def cited(document: dict[str, Any]) -> set[str]:
    return {
        citation["source"]
        for fact in document["facts"]
        for observation in fact["observations"]
        for citation in observation["citations"]
    }


@pytest.mark.parametrize(
    ("words", "topics", "year"),
    [
        (["--topic", "finance"], ["finance"], None),
        (["--topic", "trade", "--topic", "金融"], ["finance", "trade"], None),
        (["--topic", "LOGIS", "--year", "2020"], ["logistics"], 2020),
        (["--year", "2019"], None, 2019),
    ],
    ids=str,
)
def test_a_part_is_what_its_topics_show(
    cci: Program, words: list[str], topics: list[str] | None, year: int | None
) -> None:
    """The same facts as ``cci TOPIC --year``, and no source that they do not lean on."""
    document = json.loads(cci("export", *words).out)
    whole = json.loads(cci("export").out)
    assert list(document["topics"]) == (topics or list(whole["topics"]))
    shown = []
    for topic in document["topics"]:
        page = cci(topic, "--json", *(["--year", str(year)] if year else []))
        shown += json.loads(page.out)["facts"] if page.status == 0 else []
    assert document["facts"] == shown
    assert set(document["sources"]) == cited(document)
    assert [each for each in whole["sources"] if each in document["sources"]] == list(document["sources"])
    assert 0 < len(document["sources"]) < len(whole["sources"])


def test_topics_stand_before_the_command_too(cci: Program) -> None:
    assert cci("--topic", "trade", "export").out == cci("export", "--topic", "trade").out
    assert cci("--format", "jsonl", "export").out == cci("export", "--format", "jsonl").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--topic", "nothing"], "There is no topic or command 'nothing'."),
        (["--year", "1900"], "Nothing was observed for 1900.\nYears with observations: 2004"),
        (
            ["--topic", "finance", "--year", "1900"],
            "Nothing was observed for 1900.\nYears with observations: 2015",
        ),
    ],
    ids=str,
)
@pytest.mark.parametrize("format_", ["json", "csv", "sqlite"])
def test_where_there_is_nothing_of_a_part(cci: Program, words: list[str], said: str, format_: str) -> None:
    status, out, err = piped(cci, "export", "--format", format_, *words)
    assert (status, out) == (1, b"")
    assert err.startswith(said)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--force"], "--force"),
        (["--force", "-o", "-"], "--force"),
        (["--bom"], "--bom"),
        (["--bom", "-o", "x.json"], "--bom"),
        (["--year", "19"], "19"),
    ],
    ids=str,
)
def test_options_that_say_nothing_together(cci: Program, words: list[str], said: str) -> None:
    result = cci("export", *words)
    assert (result.status, result.out) == (2, "")
    assert said in result.err


def cells(cci: Program, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(cci(*words, "export", "--format", "csv").out, newline="")))


def test_no_cell_of_csv_is_a_formula_and_no_text_is_lost(cci: Program, tmp_path: Path) -> None:
    rows = cells(cci, "--facts", str(harmful_facts(tmp_path)))
    assert [row["label_en"].removeprefix("'") for row in rows[:-1]] == [
        each.removeprefix("'") for each in HARMFUL
    ]
    number = {"value", "upper", "growth"}
    assert not [
        cell
        for row in rows
        for name, cell in row.items()
        if name not in number and cell[:1] in set("=+-@＝＋－＠\t")
    ]
    assert rows[0]["label_en"] == "'=1+1"
    assert (rows[-1]["value"], rows[-1]["growth"]) == ("-43.2", "-7.5")


def test_excel_is_told_that_it_is_utf_8(cci: Program, tmp_path: Path) -> None:
    plain, marked = exported(cci, tmp_path / "plain.csv"), exported(cci, tmp_path / "marked.csv", "--bom")
    assert marked.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()
    assert cci("export", "--format", "csv", "--bom").out.startswith("\ufefffact,")


def test_csv_is_read_by_pandas(cci: Program, tmp_path: Path) -> None:
    document = json.loads(cci("export").out)
    read = pd.read_csv(exported(cci, tmp_path / "facts.csv"), keep_default_na=False, dtype={"value": str})
    told = [(fact, each) for fact in document["facts"] for each in fact["observations"]]
    assert len(read) == len(told)
    for (fact, each), row in zip(told, read.itertuples(), strict=True):
        assert (row.fact, row.label_zh, row.observation) == (fact["id"], fact["label"]["zh"], each["id"])
        assert row.value == ("" if each["value"] is None else str(each["value"]))
        assert row.sources == " ".join(dict.fromkeys(citation["source"] for citation in each["citations"]))


@pytest.mark.parametrize("form", ["gfm", "markdown-smart"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_markdown_is_read_by_pandoc(cci: Program, tmp_path: Path, form: str, lang: str) -> None:
    """Every fact is a heading and a table, of as many rows as it has observations, with its text as it is."""
    facts = harmful_facts(tmp_path)
    document = json.loads(cci("--facts", str(facts), "export").out)
    text = cci("--facts", str(facts), "export", "--format", "markdown", "--lang", lang).out
    blocks = json.loads(pypandoc.convert_text(text, "json", format=form))["blocks"]
    tables = [each["c"] for each in blocks if each["t"] == "Table"]
    assert [len(table[4][0][3]) for table in tables] == [
        len(fact["observations"]) for fact in document["facts"]
    ]
    headings = [written(each["c"][2]) for each in blocks if each["t"] == "Header" and each["c"][0] == 3]
    assert headings == [fact["label"][lang] for fact in document["facts"]]
    said = [written(table[4][0][3][0][1][0][4]) for table in tables]
    assert said[:-1] == HARMFUL


def written(node: Any) -> str:
    """The text of a part of pandoc's document; markup in it would be missing, or be more."""
    if isinstance(node, list):
        return "".join(map(written, node))
    match node["t"]:
        case "Str":
            return str(node["c"])
        case "Space" | "SoftBreak":
            return " "
        case "Plain" | "Para":
            return written(node["c"])
        case "Quoted":
            sign = "'" if node["c"][0]["t"] == "SingleQuote" else '"'
            return sign + written(node["c"][1]) + sign
        case other:
            raise AssertionError(other)
