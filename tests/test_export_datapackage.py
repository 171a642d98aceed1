"""The exported data package: valid to frictionless, exact, the same each time."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import duckdb
import pytest
from frictionless import Package

from conftest import ROOT
from exporting import HARMFUL, exported, harmful_facts, piped

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

SMALL = str(ROOT / "tests" / "small.toml")


def unpacked(file: Path) -> Path:
    folder = file.parent / "unpacked"
    with ZipFile(file) as package:
        assert package.testzip() is None
        package.extractall(folder)
    return folder


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("words", [[], ["--topic", "trade"], ["--year", "2020"], ["--facts", SMALL]], ids=str)
def test_frictionless_finds_no_fault(cci: Program, tmp_path: Path, words: list[str]) -> None:
    """Types, keys, references between tables, words that may stand in a column, bytes and hashes."""
    file = exported(cci, tmp_path / "cci.zip", *words)
    report = Package(str(file)).validate()
    assert report.valid, report.flatten(["title", "note"])
    assert report.stats["tasks"] == 8


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_a_fault_would_be_found(cci: Program, tmp_path: Path) -> None:
    folder = unpacked(exported(cci, tmp_path / "cci.zip", "--facts", SMALL))
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        del resource["bytes"], resource["hash"]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    facts = folder / "facts.csv"
    facts.write_bytes(facts.read_bytes().replace(b",rail,", b",road,", 1))
    report = Package(str(folder / "datapackage.json")).validate()
    assert [each[0] for each in report.flatten(["type"])] == ["foreign-key"]


def test_the_descriptor_says_what_it_is(cci: Program, tmp_path: Path) -> None:
    folder = unpacked(exported(cci, tmp_path / "cci.zip"))
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    document = json.loads(cci("export").out)
    assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert descriptor["licenses"] == [
        {"name": "MIT", "title": "MIT License", "path": "https://opensource.org/license/mit"}
    ]
    assert [each.get("path") for each in descriptor["sources"]] == [
        each["url"] for each in document["sources"].values()
    ]
    assert descriptor["created"] == f"{max(filter(None, dates(document)))}T00:00:00Z"
    assert "quotes" in descriptor["description"]
    for resource in descriptor["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert (len(content), f"sha256:{sha256(content).hexdigest()}") == (
            resource["bytes"],
            resource["hash"],
        )
        heading = next(csv.reader(io.StringIO(content.decode())))
        assert heading == [field["name"] for field in resource["schema"]["fields"]]


def dates(document: dict[str, Any]) -> list[str | None]:
    return [each["issued"] for each in document["sources"].values()]


def test_the_terms_of_a_readers_own_file_are_theirs(cci: Program, tmp_path: Path) -> None:
    folder = unpacked(exported(cci, tmp_path / "own.zip", "--facts", SMALL, "--lang", "zh"))
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert not {"licenses", "contributors", "version"} & descriptor.keys()
    assert descriptor["title"] == "事实库small.toml，以cci读取"


def test_it_holds_what_json_holds(cci: Program, tmp_path: Path) -> None:
    folder = unpacked(exported(cci, tmp_path / "cci.zip"))
    document = json.loads(cci("export").out, parse_float=Decimal)
    told = [(fact, each) for fact in document["facts"] for each in fact["observations"]]
    held = table(folder, "observations")
    for (fact, each), row in zip(told, held, strict=True):
        assert (row["fact"], row["id"], row["time"]) == (fact["id"], each["id"], each["time"])
        assert row["value"] == ("" if each["value"] is None else str(each["value"]))
        assert row["text_zh"].removeprefix("'") == (each["text"] or {"zh": ""})["zh"]
    assert [json.loads(row["aliases"]) for row in table(folder, "facts")] == [
        fact["aliases"] for fact in document["facts"]
    ]
    quotes = [citation["quote"] for _, each in told for citation in each["citations"]]
    assert [row["quote"].removeprefix("'") for row in table(folder, "citations")] == quotes


def test_duckdb_reads_its_tables(cci: Program, tmp_path: Path) -> None:
    folder = unpacked(exported(cci, tmp_path / "cci.zip"))
    document = json.loads(cci("export").out)
    query = f"""
        SELECT f.id, f.label_zh, o.value FROM '{folder}/facts.csv' AS f
        JOIN '{folder}/observations.csv' AS o ON o.fact = f.id WHERE o.speaks ORDER BY f.position
    """
    found = duckdb.sql(query).fetchall()
    assert [row[:2] for row in found] == [(fact["id"], fact["label"]["zh"]) for fact in document["facts"]]
    values = {fact["id"]: [each["value"] for each in fact["observations"]] for fact in document["facts"]}
    assert [name for name, _, value in found if value not in values[name]] == []


def test_no_cell_is_a_formula(cci: Program, tmp_path: Path) -> None:
    facts = harmful_facts(tmp_path)
    folder = unpacked(exported(cci, tmp_path / "odd.zip", "--facts", str(facts)))
    labels = [row["label_en"] for row in table(folder, "facts")][:-1]
    assert not [label for label in labels if label[:1] in set("=+-@＝")]
    assert [label.removeprefix("'") for label in labels] == [each.removeprefix("'") for each in HARMFUL]
    assert table(folder, "observations")[-1]["value"] == "-43.2"


def test_the_same_base_gives_the_same_bytes(cci: Program, tmp_path: Path) -> None:
    one, other = exported(cci, tmp_path / "one.zip"), exported(cci, tmp_path / "other.zip")
    assert one.read_bytes() == other.read_bytes()
    assert piped(cci, "export", "--format", "datapackage") == (0, one.read_bytes(), "")
