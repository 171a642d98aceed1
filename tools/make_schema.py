"""Write the JSON Schema of a fact base, by which an editor completes and checks one while somebody types.

    python tools/make_schema.py            # rewrite facts-1.json and own-1.json in src/cci_cli/schema
    python tools/make_schema.py --check    # only say whether it would change

``own-1.json`` is for the user's own facts, which are read after a fact base: they need not define what they
add to, and may say what they replace. The keys and the words they take are the reader's own; what they mean
is in ``form.py``. The schema is of draft 7, the newest that both checkers of TOML in editors read (taplo,
tombi). It has no keyword for bad examples: they stand in ``x-bad-examples``, and with the good ones in each
description, which is what editors show.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from cci_cli.factbase import read
from cci_cli.factbase.rules import COMMANDS, MOST_HAN, MOST_WORDS
from cci_cli.model import KINDS, MOST_DIGITS, QUALIFIERS, RANKS, STANDINGS
from form import FORM, OWN_FORM, TABLES, Entry
from tidy_facts import value as toml

FILE = Path(__file__).parents[1] / "src" / "cci_cli" / "schema" / "facts-1.json"
OWN_FILE = FILE.with_name("own-1.json")
Schema = dict[str, Any]
#: The keys of each table, as the reader knows them.
KEYS = {
    "topic": read.TOPIC_KEYS,
    "fact": read.FACT_KEYS,
    "observation": read.OBSERVATION_KEYS,
    "citation": read.CITATION_KEYS,
    "break": read.BREAK_KEYS,
    "source": read.SOURCE_KEYS,
    "unit": read.UNIT_KEYS,
}
_POINT = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
_HAN, _OTHER, _WORD = r"[\u3400-\u9fff]", r"[^\u3400-\u9fff]", r"[^\s\u3400-\u9fff]"
#: At most so many words without a Chinese character among them, or at most so many Chinese characters.
_SHORT = rf"^(\s*{_WORD}+(\s+{_WORD}+){{0,{MOST_WORDS - 1}}}\s*|{_OTHER}*({_HAN}{_OTHER}*){{1,{MOST_HAN}}})$"

ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
TEXT: Schema = {"type": "string", "pattern": r"\S"}
ID_OF_OBSERVATION: Schema = {"type": "string", "pattern": f"^{_POINT}(/{_POINT})?(#[0-9]+)?$"}
TIME: Schema = {"type": "string", "pattern": f"^{_POINT}(/{_POINT})?$"}
NUMBER: Schema = {
    "type": "number",
    "exclusiveMinimum": -(10 ** (MOST_DIGITS + 1)),
    "exclusiveMaximum": 10 ** (MOST_DIGITS + 1),
}
BOTH: Schema = {
    "type": "object",
    "properties": {"en": TEXT, "zh": TEXT},
    "required": ["en", "zh"],
    "additionalProperties": False,
}
TEXTS: Schema = {"type": "array", "items": TEXT}
AGENCY: Schema = {
    "type": "object",
    "properties": {"literal": TEXT},
    "required": ["literal"],
    "additionalProperties": False,
}
PERSON: Schema = {
    "type": "object",
    "properties": {"name": TEXT, "family": TEXT},
    "required": ["name", "family"],
    "additionalProperties": False,
}
#: The form of each key's value; a key that is not here is a text.
FORMS: dict[str, Schema] = {
    "topic.label": BOTH,
    "topic.aliases": TEXTS,
    "fact.label": BOTH,
    "fact.kind": {"enum": list(KINDS)},
    "fact.headline": {"type": "boolean"},
    "fact.scope": BOTH,
    "fact.caveat": BOTH,
    "fact.aliases": TEXTS,
    "fact.break": {"type": "array", "items": {"$ref": "#/definitions/break"}},
    "fact.observations": {"type": "array", "items": {"$ref": "#/definitions/observation"}, "minItems": 1},
    "observation.time": TIME,
    "observation.value": NUMBER,
    "observation.upper": NUMBER,
    "observation.qualifier": {"enum": list(QUALIFIERS), "default": "exact"},
    "observation.growth": NUMBER,
    "observation.growth-qualifier": {"enum": list(QUALIFIERS), "default": "exact"},
    "observation.text": BOTH,
    "observation.rank": {"enum": list(RANKS), "default": "normal"},
    "observation.reason": BOTH,
    "observation.caveat": BOTH,
    "observation.citations": {"type": "array", "items": {"$ref": "#/definitions/citation"}, "minItems": 1},
    "citation.source": ID,
    "citation.quote": {"type": "string", "pattern": _SHORT},
    "citation.exception": BOTH,
    "break.time": TIME,
    "break.caveat": BOTH,
    "source.type": {"enum": list(read.CSL_TYPES)},
    "source.standing": {"enum": list(STANDINGS), "default": "press"},
    "source.author": {"type": "array", "items": {"anyOf": [TEXT, AGENCY, PERSON]}},
    "source.issued": TIME,
    "source.note": BOTH,
}
#: What each table must have, besides what follows from its values.
REQUIRED = {
    "topic": ["label"],
    "fact": ["label", "kind", "observations"],
    "observation": ["time", "citations"],
    "citation": ["source", "quote"],
    "break": ["time", "caveat"],
    "source": ["type"],
    "unit": ["en", "zh"],
}
#: Said of each part that looks at some keys of a table: tombi would warn of the others there.
_AMONG_OTHERS: Schema = {"additionalProperties": True}
_COUNTS = {"type": "array", "contains": {"type": "object", "required": ["value"], **_AMONG_OTHERS}}
_PLACE = {"properties": {"value": {"type": "integer", "minimum": 1}}, **_AMONG_OTHERS}
#: What follows from the values of a table.
RULES: dict[str, Schema] = {
    "fact": {
        "allOf": [
            {
                "if": {
                    "properties": {"observations": _COUNTS},
                    "required": ["observations"],
                    **_AMONG_OTHERS,
                },
                "then": {"required": ["unit", "scope"], **_AMONG_OTHERS},
            },
            {
                "if": {
                    "properties": {"unit": {"enum": ["ordinal", "rank"]}},
                    "required": ["unit"],
                    **_AMONG_OTHERS,
                },
                "then": {"properties": {"observations": {"items": _PLACE}}, **_AMONG_OTHERS},
            },
        ]
    },
    "observation": {
        "anyOf": [{"required": ["value"]}, {"required": ["text"]}],
        "dependencies": {"upper": ["value"]},
        "if": {"properties": {"rank": {"const": "deprecated"}}, "required": ["rank"], **_AMONG_OTHERS},
        "then": {"required": ["reason"], **_AMONG_OTHERS},
    },
}


def schema() -> Schema:
    """The schema of a fact base.

    Raises KeyError for a key that the reader knows and ``form.py`` does not tell of.
    """
    tables = {name: _table(name) for name in KEYS}
    # every key besides a topic's own is a fact
    tables["topic"] |= {"propertyNames": ID, "additionalProperties": {"$ref": "#/definitions/fact"}}
    taken = [name for name in COMMANDS if name not in read.RESERVED]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:cci:schema:facts-1",
        "title": "A fact base of cci",
        "description": "\n\n".join(TABLES["file"]),
        "type": "object",
        "properties": {
            "units": {"type": "object", "additionalProperties": {"$ref": "#/definitions/unit"}},
            "sources": {
                "type": "object",
                "propertyNames": ID,
                "additionalProperties": {"$ref": "#/definitions/source"},
            },
        },
        "propertyNames": ID | {"not": {"enum": taken}},
        "additionalProperties": {"$ref": "#/definitions/topic"},
        "not": {"propertyNames": {"enum": list(read.RESERVED)}},
        "definitions": tables,
    }


def own_schema() -> Schema:
    """The schema of the user's own facts: that of a fact base, less what a file of these may leave out."""
    made = schema()
    tables = made["definitions"]
    del tables["topic"]["required"]
    replaces = _told(OWN_FORM["observation.replaces"], ID_OF_OBSERVATION)
    tables["observation"]["properties"]["replaces"] = replaces
    rules = {name: tables["fact"].pop(name) for name in ("required", "allOf")}
    tables["fact"] |= {
        "if": {"required": ["observations"], "maxProperties": 1, **_AMONG_OTHERS},
        "else": {**rules, **_AMONG_OTHERS},
    }
    del made["not"]
    told = {"title": "Own facts of cci", "description": "\n\n".join(TABLES["own"])}
    return made | {"$id": "urn:cci:schema:own-1"} | told


def _table(name: str) -> Schema:
    return {
        "description": "\n\n".join(TABLES[name]),
        "type": "object",
        "properties": {key: _key(f"{name}.{key}") for key in KEYS[name]},
        "required": REQUIRED[name],
        "additionalProperties": False,
        **RULES.get(name, {}),
    }


def _key(name: str) -> Schema:
    return _told(FORM[name], FORMS.get(name, TEXT))


def _told(entry: Entry, form: Schema) -> Schema:
    """The form of a key's value, with what is said of the key, and its examples."""
    told: Schema = {"description": _description(entry), **form}
    if entry.good:
        told["examples"] = list(entry.good)
    if entry.bad:
        told["x-bad-examples"] = [
            {"value": bad.value, "why": bad.why, "noticed-by": bad.noticed_by} for bad in entry.bad
        ]
    return told


def _description(entry: Entry) -> str:
    """What an editor shows: the meaning in both languages, then the examples as they are typed."""
    parts = [entry.en, entry.zh]
    if entry.good:
        parts.append("Good: " + "; ".join(f"`{_typed(each)}`" for each in entry.good))
    if entry.bad:
        parts.append("Bad: " + "; ".join(f"`{_typed(each.value)}` ({each.why})" for each in entry.bad))
    return "\n\n".join(parts)


def _typed(value: Any) -> str:
    return str(value) if isinstance(value, float) else toml(value)


def text(made: Schema) -> str:
    """A schema as its file holds it."""
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def main() -> int:
    """Rewrite the schemas, or with --check say whether they would change; 1 if they would."""
    texts = {FILE: text(schema()), OWN_FILE: text(own_schema())}
    if "--check" in sys.argv:
        return int(any(file.read_text(encoding="utf-8") != new for file, new in texts.items()))
    for file, new in texts.items():
        file.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
