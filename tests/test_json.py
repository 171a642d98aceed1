"""What is written as JSON is what the schema in the package describes."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from conftest import ROOT

if TYPE_CHECKING:
    from conftest import Program

SCHEMA = json.loads((files("cci_cli") / "schema" / "cci-1.json").read_text(encoding="utf-8"))
SMALL = str(ROOT / "tests" / "small.toml")
TOPICS = ["overview", "finance", "aviation", "logistics", "ict", "people", "trade", "cooperation", "outlook"]


def validate(definition: str, document: Any) -> None:
    schema = SCHEMA | {"anyOf": [{"$ref": f"#/$defs/{definition}"}]}
    Draft202012Validator(schema).validate(document)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("words", "definition"),
    [
        *[((topic,), "topicPage") for topic in TOPICS],
        (("finance", "--year", "2020"), "topicPage"),
        (("show", "finance.cross-border-financing"), "factPage"),
        (("sources",), "sourcesPage"),
        (("sources", "cci-bureau-2020"), "sourcesPage"),
        (("search", "cross-border", "loans"), "searchPage"),
        (("search", "kjrz", "137"), "searchPage"),
        ((), "overviewPage"),
        (("compare", "2019", "2024"), "comparisonPage"),
        (("compare", "2018..2025", "--all"), "comparisonPage"),
        (("check",), "report"),
        (("export",), "export"),
        (("--facts", SMALL, "rail"), "topicPage"),
    ],
    ids=str,
)
def test_documents_are_valid(cci: Program, words: tuple[str, ...], definition: str) -> None:
    result = cci(*words, "--json")
    assert result.status == 0
    validate(definition, json.loads(result.out))
    assert result.out.count("\n") == 1


def test_a_report_of_faults_is_valid(cci: Program, tmp_path: Any) -> None:
    faulty = tmp_path / "faulty.toml"
    faulty.write_text("[rail]\nlabel = 3\n", encoding="utf-8")
    result = cci("check", str(faulty), "--json")
    assert result.status == 1
    report = json.loads(result.out)
    validate("report", report)
    assert [fault["code"] for fault in report["faults"]] == ["wrong-type"]
    assert report["sound"] is False


def test_every_line_of_jsonl_is_an_object(cci: Program) -> None:
    lines = cci("export", "--format", "jsonl", terminal=True).out.splitlines()
    records = [json.loads(line) for line in lines]
    assert {record["record"] for record in records} == {"topic", "unit", "fact", "source"}
    for record in records[:20] + records[-20:]:
        rest = {name: value for name, value in record.items() if name != "record"}
        if record["record"] == "unit":
            rest.pop("id")
        validate(record["record"], rest)


@pytest.mark.parametrize("topic", TOPICS)
def test_the_short_way_gives_the_same_document(cci: Program, topic: str) -> None:
    """A topic's JSON for a pipe is put together from the index; on a terminal it goes through the model."""
    piped, drawn = cci(topic, "--json"), cci(topic, "--json", terminal=True)
    assert json.loads(piped.out) == json.loads(drawn.out)
    assert list(json.loads(piped.out)) == list(json.loads(drawn.out))


def test_numbers_are_numbers(cci: Program) -> None:
    share = json.loads(cci("--facts", SMALL, "show", "share", "--json").out)["fact"]["observations"][0]
    assert share["value"] == 43.2
    assert '"value":43.2,' in cci("--facts", SMALL, "show", "share", "--json").out
    assert '"value":12380000000,' in cci("--facts", SMALL, "show", "financing", "--json").out


def test_conflicts_name_ids_of_the_same_fact(cci: Program) -> None:
    base = json.loads(cci("export").out)
    for fact in base["facts"]:
        ids = [each["id"] for each in fact["observations"]]
        assert len(ids) == len(set(ids))
        assert {rival for each in fact["observations"] for rival in each["conflicts_with"]} <= set(ids)
