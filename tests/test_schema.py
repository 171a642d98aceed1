"""The JSON Schema of a fact base: current, and of one mind with the reader as far as a schema can be."""

from __future__ import annotations

import copy
import json
import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from test_faults import CASES, expected

if TYPE_CHECKING:
    from pathlib import Path

import make_schema
from cci_cli.factbase.faults import key_path
from cci_cli.factbase.read import read
from cci_cli.factbase.rules import broken_rules
from cci_cli.messages.faults import FAULTS
from conftest import FACTS, ROOT
from form import FORM, TABLES

SCHEMA = json.loads(make_schema.FILE.read_text(encoding="utf-8"))
WHOLE = Draft7Validator(SCHEMA)
SOUND = sorted((ROOT / "tests" / "cases" / "derive").glob("*.toml"))
#: Faults that the schema notices wherever they are.
ALWAYS = {
    "unknown-key", "missing-key", "empty", "wrong-type", "not-one-of", "time-not-string", "malformed-id",
    "missing-unit", "missing-scope", "no-observations", "says-nothing", "no-citations",
    "deprecated-without-reason", "malformed-ordinal", "no-topics",
}  # fmt: skip
#: Faults that it notices in part: it cannot compare two values, count digits, or fold capital letters.
PARTLY = {
    "malformed-time", "malformed-range", "number-too-fine", "quote-too-long", "topic-named-like-command",
}  # fmt: skip
#: Faults that lie between two places of the file, or need the numbers in words.
NEVER = {
    "duplicate-id", "malformed-unit", "undefined-source", "unused-source", "number-not-in-quote",
    "needless-exception", "value-in-no-quote", "family-not-in-name",
}  # fmt: skip
#: Faults that leave no TOML to look at.
BEFORE = {
    "file-missing", "file-is-folder", "no-ordinary-file", "file-unreadable", "not-utf-8", "not-toml",
    "declared-twice",
}  # fmt: skip
#: Faults of the user's own facts, which have a schema of their own.
OF_OWN = {"undefined-topic", "undefined-fact", "undefined-observation", "given-in-own-file"}


def of_key(name: str) -> Draft7Validator:
    """What the schema says of the value of one key."""
    table, key = name.split(".")
    form = SCHEMA["definitions"][table]["properties"][key]
    return Draft7Validator({**form, "definitions": SCHEMA["definitions"]})


def parsed(path: Path) -> Any:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def codes_of(tables: dict[str, Any]) -> set[str]:
    """The codes of the faults that the reader finds."""
    exact = json.loads(json.dumps(tables), parse_float=Decimal)
    base, faults = read(exact)
    return {fault.code for fault in (*faults, *broken_rules(base))}


def test_the_schema_is_current() -> None:
    assert make_schema.FILE.read_text(encoding="utf-8") == make_schema.text(make_schema.schema()), (
        "run tools/make_schema.py"
    )
    Draft7Validator.check_schema(SCHEMA)
    own = make_schema.own_schema()
    assert make_schema.OWN_FILE.read_text(encoding="utf-8") == make_schema.text(own), (
        "run tools/make_schema.py"
    )
    Draft7Validator.check_schema(own)


def test_every_key_of_the_reader_is_told_of_and_no_other() -> None:
    keys = {f"{table}.{key}" for table, known in make_schema.KEYS.items() for key in known}
    assert keys == FORM.keys()
    assert make_schema.KEYS.keys() | {"file", "own"} == TABLES.keys()
    assert {"sources", "units"} == SCHEMA["properties"].keys()


def test_the_fact_base_names_the_schema_in_its_first_line() -> None:
    first = FACTS.read_text(encoding="utf-8").partition("\n")[0]
    directive, _, path = first.partition(" ")
    assert directive == "#:schema"
    assert (FACTS.parent / path).resolve() == make_schema.FILE.resolve()


@pytest.mark.parametrize("path", [FACTS, ROOT / "tests" / "small.toml", *SOUND], ids=lambda path: path.stem)
def test_sound_fact_bases_are_valid(path: Path) -> None:
    assert [error.message for error in WHOLE.iter_errors(parsed(path))] == []


def test_every_fault_is_known_to_be_noticed_or_not() -> None:
    groups = [ALWAYS, PARTLY, NEVER, BEFORE, OF_OWN]
    assert set().union(*groups) == FAULTS.keys()
    assert sum(map(len, groups)) == len(FAULTS)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_faults_are_noticed_where_they_are(path: Path) -> None:
    told = expected(path.read_text(encoding="utf-8"))
    codes = {each.code for each in told}
    if codes & BEFORE:
        assert codes <= BEFORE
        return
    errors = {key_path(tuple(error.absolute_path)) for error in WHOLE.iter_errors(parsed(path))}
    if codes <= NEVER:
        assert not errors
    for fault in told:
        above = fault.key[: -len("[0]")] if fault.key.endswith("]") else fault.key.rpartition(".")[0]
        if fault.code in ALWAYS:
            assert above in errors or any(each.startswith(fault.key) for each in errors), fault


# Examples


def faults_with(name: str, value: Any) -> set[str]:
    """The faults of a sound base in which one key has this value."""
    table, key = name.split(".")
    tables = json.loads(json.dumps(BASE))
    places: dict[str, Any] = {
        "topic": tables["rail"],
        "fact": tables["rail"]["trains"],
        "observation": tables["rail"]["trains"]["observations"][0],
        "citation": tables["rail"]["trains"]["observations"][0]["citations"][0],
        "break": tables["rail"]["trains"]["break"][0],
        "source": tables["sources"]["daily"],
        "unit": tables["units"]["train"],
    }
    places[table][key] = value
    return codes_of(tables)


@pytest.mark.parametrize("name", FORM)
def test_good_examples_are_valid(name: str) -> None:
    for value in FORM[name].good:
        assert of_key(name).is_valid(value), value


@pytest.mark.parametrize("name", FORM)
def test_bad_examples_are_noticed_by_whom_they_say(name: str) -> None:
    assert FORM[name].bad
    for value, _, noticed_by in FORM[name].bad:
        assert of_key(name).is_valid(value) == (noticed_by != "schema"), value
        assert bool(faults_with(name, value)) == (noticed_by != "person"), value


@pytest.mark.parametrize("name", FORM)
def test_descriptions_are_in_both_languages_with_their_examples(name: str) -> None:
    table, key = name.split(".")
    entry = SCHEMA["definitions"][table]["properties"][key]
    english, chinese, *_ = entry["description"].split("\n\n")
    assert english.isprintable()
    assert chinese.endswith("。")
    assert len(entry["x-bad-examples"]) == len(FORM[name].bad)
    assert "Bad: " in entry["description"]


# Of one mind

BASE: dict[str, Any] = {
    "units": {"train": {"en": "train", "plural": "trains", "zh": "列"}},
    "sources": {
        "daily": {
            "type": "article-newspaper", "standing": "press", "title": "Trains", "issued": "2020-11-08",
            "author": ["Li Si", {"literal": "Bureau"}], "url": "https://example.org", "language": "en",
            "container-title": "Daily", "note": {"en": "A note.", "zh": "说明。"},
        },
    },
    "rail": {
        "label": {"en": "Rail", "zh": "铁路"},
        "aliases": ["班列"],
        "trains": {
            "label": {"en": "Trains", "zh": "班列"},
            "kind": "stock",
            "unit": "train",
            "headline": True,
            "scope": {"en": "all trains", "zh": "全部班列"},
            "caveat": {"en": "A caveat.", "zh": "注意。"},
            "break": [{"time": "2021", "caveat": {"en": "More.", "zh": "增加。"}}],
            "observations": [
                {
                    "time": "2019", "value": 2300, "upper": 2400, "qualifier": "about", "growth": 43.2,
                    "growth-qualifier": "over", "rank": "deprecated",
                    "reason": {"en": "Why.", "zh": "理由。"},
                    "citations": [{"source": "daily", "quote": "2,300 to 2,400", "locator": "p. 1"}],
                },
                {
                    "time": "2020-01/2020-10",
                    "text": {"en": "Began.", "zh": "开始。"},
                    "citations": [{"source": "daily", "quote": "they began"}],
                },
            ],
        },
    },
}  # fmt: skip
JUNK = st.sampled_from(
    [
        "", " ", "x", "2019-02-30", "2019-1", "2020/2019", "train", "USD", "rank", "stock", "daily", "show",
        0, -1, 1.5, 2300, 10**16, True, False, [], [""], ["x"], [3], {},
        {"en": "x"}, {"en": "x", "zh": "字"}, {"en": "x", "zh": " "}, {"literal": "x"}, [{}],
        [{"time": "2019", "value": 1, "citations": [{"source": "daily", "quote": "1"}]}],
        "w " * 12, "w " * 13, "字" * 30, "字" * 31, "2300 字 " * 13, "2,300 to 2,400 of 43.2",
    ]
)  # fmt: skip
NAMES = st.sampled_from(
    [
        "x",
        "X",
        "show",
        "sources",
        "units",
        "aliases",
        "label",
        "value",
        "upper",
        "text",
        "rank",
        "exception",
        "note",
    ]
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place within a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, each in inner for place in places(each, (*path, key)))]


def changed(document: Any, draw: st.DataObject) -> None:
    """Put something else at a place of a document, take away what is there, or add a key to it."""
    *way, last = draw.draw(st.sampled_from(places(document)[1:]))
    holder = document
    for key in way:
        holder = holder[key]
    action = draw.draw(st.sampled_from(["put", "put", "remove", "add", "rename"]))
    if action == "put":
        holder[last] = copy.deepcopy(draw.draw(JUNK))
    elif action == "remove" or not isinstance(last, str):
        del holder[last]
    elif action == "rename":
        holder[draw.draw(NAMES)] = holder.pop(last)
    else:
        holder[draw.draw(NAMES)] = copy.deepcopy(draw.draw(JUNK))


@settings(max_examples=200)
@given(st.data())
def test_reader_and_schema_agree(data: st.DataObject) -> None:
    """What the reader accepts the schema accepts; and what it must notice it does."""
    document = copy.deepcopy(BASE)
    for _ in range(data.draw(st.integers(0, 3))):
        if len(places(document)) > 1:
            changed(document, data)
    codes, errors = codes_of(document), [error.message for error in WHOLE.iter_errors(document)]
    if not codes:
        assert not errors
    if codes & ALWAYS:
        assert errors, codes
    if codes <= NEVER:
        # that a name is no name at all is one way of not being defined
        ill_named = "undefined-source" in codes
        assert not [each for each in errors if not (ill_named and "does not match" in each)]


def test_the_base_of_these_tests_is_sound() -> None:
    assert codes_of(BASE) == set()
