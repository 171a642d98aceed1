"""References as data: what other programs make of the files."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import citeproc
import pypandoc
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pybtex import errors
from pybtex.database import parse_string
from test_cite_styles import items

from cci_cli import cite
from cci_cli.cite.bibtex import escaped
from cci_cli.cite.item import date_of, item_of
from cci_cli.factbase.load import load
from cci_cli.factbase.read import CSL_TYPES
from cci_cli.model import Source
from cite_processors import by_pandoc
from conftest import ROOT

if TYPE_CHECKING:
    from cci_cli.cite import Noted
    from cci_cli.cite.item import Item

#: The words of CSL itself, as citeproc-py carries them: the types of items and the names of variables.
VOCABULARY = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"


def _noted() -> list[Noted]:
    """Every source of the fact base; some with a quote, some looked at on a day."""
    base = load(ROOT / "data" / "facts.toml")
    return [
        (
            item_of(source, date_of("2026-07-01") if number % 5 == 0 else None),
            ["“约123.8亿美元 & 5%” ¶9"] if number % 3 == 0 else [],
        )
        for number, source in enumerate(base.sources.values())
    ]


@pytest.fixture(scope="module")
def noted() -> list[Noted]:
    return _noted()


def test_bibtex_is_read_back(noted: list[Noted]) -> None:
    with errors.capture() as complaints:
        entries = parse_string(cite.file("bibtex", noted), "bibtex").entries
    assert complaints == []
    assert list(entries) == [item.id for item, _ in noted]
    for item, quotes in noted:
        entry = entries[item.id]
        assert entry.fields.get("url") == item.url
        assert entry.fields.get("year") == (item.date and item.date.years)
        assert _printed(entry.fields["title"]) == (item.title or entry.fields["title"].strip("{}"))
        assert bool(entry.fields.get("annote")) == bool(quotes)
        assert len(entry.persons.get("author", [])) == len(item.responsible)


def _printed(text: str) -> str:
    """What LaTeX prints of a text."""
    inner = text.removeprefix("{").removesuffix("}")
    for char, command in {
        "\\textbackslash{}": "\\", "\\textbraceleft{}": "{", "\\textbraceright{}": "}",
        "\\textasciitilde{}": "~", "\\textasciicircum{}": "^",
    }.items():  # fmt: skip
        inner = inner.replace(char, command)
    return re.sub(r"\\([&%$#_])", r"\1", inner)


@given(st.text("ab项目&%$#_{}~^\\ \"'“”", max_size=30))
def test_latex_prints_what_was_written(text: str) -> None:
    assert _printed("{" + escaped(text) + "}") == text
    assert escaped(text).count("{") == escaped(text).count("}")
    assert not re.search(r"(?<!\\)[&%$#_]", escaped(text))


@given(items)
def test_any_item_is_bibtex(item: Item) -> None:
    with errors.capture() as complaints:
        entries = parse_string(cite.file("bibtex", [(item, ["a { quote %"])]), "bibtex").entries
    assert complaints == []
    assert list(entries) == [item.id]


@pytest.mark.skipif(not shutil.which("bibtex"), reason="BibTeX is not installed")
@pytest.mark.parametrize("style", ["plain", "unsrt", "abbrv", "alpha"])
def test_bibtex_reads_it_without_a_warning(noted: list[Noted], style: str, tmp_path: Path) -> None:
    (tmp_path / "all.bib").write_text(cite.file("bibtex", noted), encoding="utf-8")
    auxiliary = f"\\relax\n\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{all}}\n"
    (tmp_path / "p.aux").write_text(auxiliary, encoding="utf-8")
    done = subprocess.run(["bibtex", "p"], cwd=tmp_path, capture_output=True, check=False)
    told = done.stdout.decode("utf-8", "replace")
    if "I couldn't open style file" in told:
        pytest.skip(f"{style}.bst is not installed")
    assert "Warning" not in told
    assert done.returncode == 0


@pytest.mark.skipif(not shutil.which("biber"), reason="biber is not installed")
def test_biber_reads_it_without_a_warning(noted: list[Noted], tmp_path: Path) -> None:
    (tmp_path / "all.bib").write_text(cite.file("bibtex", noted), encoding="utf-8")
    done = subprocess.run(
        ["biber", "--tool", "--output-file", "out.bib", "all.bib"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    told = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0
    assert [line for line in told.splitlines() if "WARN" in line or "ERROR" in line] == []
    assert (tmp_path / "out.bib").read_text(encoding="utf-8").count("@") >= len(noted)


def test_keys_of_bibtex_are_unique(noted: list[Noted]) -> None:
    keys = re.findall(r"^@\w+\{(.*),$", cite.file("bibtex", noted), re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(noted)


def test_ris_is_read_back(noted: list[Noted]) -> None:
    records = rispy.loads(cite.file("ris", noted))
    assert [record["id"] for record in records] == [item.id for item, _ in noted]
    for record, (item, quotes) in zip(records, noted, strict=True):
        assert record["urls"] == [item.url] if item.url else "urls" not in record
        assert record.get("year") == (item.date and f"{item.date.year:04d}")
        assert len(record.get("authors", [])) == len(item.responsible)
        assert record["title"] == item.title or record["title"].startswith("[")
        assert all(quote in record["notes"] for quote in quotes)


def _vocabulary(file: str, name: str) -> set[str]:
    text = re.sub("#.*", "", (VOCABULARY / file).read_text(encoding="utf-8"))
    body = re.search(rf"{re.escape(name)} =\s*((?:\s*\|?\s*\"[^\"]+\")+)", text)
    assert body
    return set(re.findall(r'"([^"]+)"', body[1]))


def _schema() -> dict[str, Any]:
    """What CSL says of data: its own words for types and variables, and the shape of names and dates.

    Its JSON Schema for data is in no package; this is put together from the words of its schema for styles,
    which are the same.
    """
    types = _vocabulary("csl-types.rnc", "item-types")
    strings = _vocabulary("csl-variables.rnc", "variables.strings") | _vocabulary(
        "csl-variables.rnc", "variables.titles"
    )
    dates = _vocabulary("csl-variables.rnc", "variables.dates")
    people = _vocabulary("csl-variables.rnc", "variables.names")
    numbers = _vocabulary("csl-variables.rnc", "variables.numbers")
    text = {"type": "string", "minLength": 1}
    part = {"type": "integer"}
    parts = {"type": "array", "items": part, "minItems": 1, "maxItems": 3}
    date = {
        "type": "object",
        "properties": {"date-parts": {"type": "array", "items": parts, "minItems": 1, "maxItems": 2}},
        "required": ["date-parts"],
        "additionalProperties": False,
    }
    name = {
        "type": "object",
        "properties": {"family": text, "given": text, "literal": text},
        "minProperties": 1,
        "additionalProperties": False,
    }
    names = {"type": "array", "items": name}
    properties = {
        **dict.fromkeys(strings | numbers, text),
        **dict.fromkeys(dates, date),
        **dict.fromkeys(people, names),
        "id": text,
        "type": {"enum": sorted(types)},
        "language": text,
    }
    return {
        "type": "array",
        "items": {
            "type": "object",
            "properties": properties,
            "required": ["id", "type"],
            "additionalProperties": False,
        },
    }


def test_csl_json_keeps_to_the_words_of_csl(noted: list[Noted]) -> None:
    Draft202012Validator(_schema()).validate(json.loads(cite.file("csl-json", noted)))


@pytest.mark.parametrize("type_", CSL_TYPES)
def test_every_type_of_a_source_is_one_of_csl(type_: str) -> None:
    item = item_of(Source("id", type_, url="https://e.org"))
    Draft202012Validator(_schema()).validate(json.loads(cite.file("csl-json", [(item, [])])))


def test_csl_json_is_rendered_by_a_processor(noted: list[Noted]) -> None:
    data = json.loads(cite.file("csl-json", noted))
    entries = by_pandoc("apa", data, pypandoc.get_pandoc_path())
    assert len(entries) == len(noted)
    for entry, (item, _) in zip(entries, noted, strict=True):
        assert (item.url or "") in entry
        assert item.date is None or f"{item.date.year:04d}" in entry


def test_what_is_not_known_is_absent() -> None:
    item = item_of(Source("bare", "webpage"))
    assert json.loads(cite.file("csl-json", [(item, [])])) == [
        {"id": "bare", "type": "webpage", "title": "[Web page]", "language": "en"}
    ]
    assert cite.file("ris", [(item, [])]) == "TY  - GEN\nID  - bare\nTI  - [Web page]\nLA  - en\nER  - \n"
