"""Text of a fact base is data: whatever stands in whatever field, every output shows it and none obeys it."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
import rispy
from markdown_it import MarkdownIt
from pybtex.database import parse_string

from cci_cli.cite import STYLES
from cci_cli.completion.line import split
from cci_cli.completion.tab import VARIABLE, answer
from cci_cli.exports import FORMATS as EXPORTS
from cci_cli.exports import is_text
from cci_cli.factbase.load import load
from conftest import ROOT
from hostile import FIELDS, PIECES, hostile_base, shown_of, word_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from conftest import Program

#: A line of every command that shows anything of a fact base.
LINES = [
    (), ("rail",), ("rail", "--all"), ("show", "rail.trains"), ("show", "rail.opened"),
    ("compare", "2019", "2020"),
    ("timeline",), ("conflicts",), ("sources",), ("sources", "paper"), ("search", "12"),
    ("search", "opened"), ("cite", "rail.trains"),
]  # fmt: skip
#: Those that have no format but their own.
PLAIN = [
    ("compare", "2019", "2020", "--plot"), ("--help",), ("rail", "--help"), ("rial",), ("show", "nothing"),
    *(("cite", "rail.trains", "--style", style) for style in STYLES),
]  # fmt: skip
#: What no output may hold: everything that is no letter, number or sign to be seen.
ACTING = ("Cc", "Cf", "Cs", "Zl", "Zp")
FORMULA = tuple("=+-@\t\r＝＋－＠")
KINDS = pytest.mark.parametrize("kind", PIECES)
MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")


@pytest.fixture(scope="session")
def bases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("hostile")
    return {kind: str(hostile_base(folder, kind)) for kind in PIECES}


@pytest.fixture
def base(kind: str, bases: dict[str, str]) -> str:
    return bases[kind]


def lang_of(kind: str) -> str:
    return ("en", "zh")[len(kind) % 2]


def said(cci: Program, base: str, kind: str, *words: str, **how: Any) -> str:
    """What the program writes, which never holds what acts on a terminal."""
    if words[:1] != ("check",):
        words = (*words, "--facts", base, "--lang", lang_of(kind))
    result = cci(*words, width=9999, **how)
    assert result.status in (0, 1), result.err
    out = result.out + result.err
    allowed = "\n\r" if "csv" in words else "\n\t"
    assert not {char for char in set(out) if unicodedata.category(char) in ACTING and char not in allowed}, (
        words
    )
    return out


@KINDS
def test_no_line_of_any_command_acts_on_a_terminal(
    cci: Program, base: str, kind: str, tmp_path: Path
) -> None:
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "paper.txt").write_text(
        "12 " + re.sub("[\0-\x08]", "", "".join(PIECES[kind])) + " 14", "utf-8", "replace"
    )
    for words in (*PLAIN, ("check", base), ("check", base, "--against", str(tmp_path / "copies"))):
        assert said(cci, base, kind, *words, terminal=words[0] == "compare")


@KINDS
def test_tables_show_every_text_as_it_is(cci: Program, base: str, kind: str) -> None:
    seen = set()
    for words in LINES:
        out = said(cci, base, kind, *words, "--format", "table", terminal=True)
        seen |= whole(out, kind, folding=words[:1] in (("compare",), ("cite",)) or kind == "combining")
    lacking = {"topic-alias", "unit", *(f"{name}-{other(kind)}" for name in BOTH)}
    assert seen >= set(FIELDS) - lacking - {"unit-en", "unit-zh", "unit-plural"}


@KINDS
def test_a_narrow_screen_loses_nothing(cci: Program, base: str) -> None:
    """Pieces of a text that is folded stand beneath one another; every sign of it is there."""
    wide, narrow = (
        cci("show", "rail.opened", "--facts", base, terminal=True, width=width).out for width in (9999, 40)
    )
    assert sorted(re.sub(r"\s", "", narrow)) == sorted(re.sub(r"\s", "", wide))


@KINDS
def test_json_holds_every_text(cci: Program, base: str, kind: str) -> None:
    seen = set()
    for words in LINES:
        document = json.loads(said(cci, base, kind, *words, "--format", "json"))
        seen |= whole("\n".join(texts(document)), kind, folding=words[:1] == ("cite",))
    assert seen >= set(FIELDS) - {"unit-en", "unit-zh", "unit-plural"}


@KINDS
def test_csv_is_read_back_and_calculates_nothing(cci: Program, base: str, kind: str) -> None:
    seen = set()
    for words in LINES[:-1]:
        rows = list(csv.reader(io.StringIO(said(cci, base, kind, *words, "--format", "csv"), newline="")))
        assert len({len(row) for row in rows}) == 1
        cells = [cell for row in rows for cell in row]
        assert not [
            cell for cell in cells if cell.startswith(FORMULA) and not re.fullmatch(r"-?[\d.]+", cell)
        ]
        seen |= whole("\n".join(cells), kind)
    assert seen >= {
        "label-en",
        "scope-zh",
        "caveat-en",
        "text-zh",
        "quote",
        "locator",
        "title",
        "agency",
        "url",
    }


@KINDS
def test_rows_of_a_pipe_are_a_line_each(cci: Program, base: str, kind: str) -> None:
    seen = set()
    for words in LINES[:-1]:
        rows = [line.split("\t") for line in said(cci, base, kind, *words, "--format", "tsv").splitlines()]
        assert len({len(row) for row in rows}) == 1
        seen |= whole("\n".join(cell for row in rows for cell in row), kind)
    assert seen >= {
        f"label-{lang_of(kind)}",
        f"text-{lang_of(kind)}",
        "quote",
        "title",
        "agency",
        "container",
    }


@KINDS
def test_markdown_shows_every_text_and_makes_nothing_of_it(cci: Program, base: str, kind: str) -> None:
    seen = set()
    for words in (*LINES, ("export",)):
        shown, tokens = rendered(said(cci, base, kind, *words, "--format", "markdown"))
        assert not tokens & {"image", "fence", "html_block", "hr", "s_open", "em_open"} - allowed(words)
        seen |= whole(shown, kind, folding=words[:1] == ("cite",))
    assert seen >= {f"scope-{lang_of(kind)}", f"text-{lang_of(kind)}", "quote", "locator", "title"}


@KINDS
@pytest.mark.parametrize("format_", [each for each in EXPORTS if is_text(each)])
def test_exports_hold_every_text(cci: Program, base: str, kind: str, format_: str) -> None:
    out = said(cci, base, kind, "export", "--format", format_)
    if format_ in ("json", "jsonl"):
        documents = [json.loads(line) for line in out.splitlines()]
        assert whole("\n".join(texts(documents)), kind) == set(FIELDS)
    for field in ("label-en", "quote", "reason-zh"):
        assert word_of(field) in out or format_ not in ("json", "jsonl", "csv")


@KINDS
def test_a_page_of_html_is_made_of_nothing_but_its_own(cci: Program, base: str, kind: str) -> None:
    made, shown = page_of(said(cci, base, kind, "export", "--format", "html"))
    own, _ = page_of(cci("export", "--format", "html", "--facts", str(ROOT / "tests" / "small.toml")).out)
    assert made.keys() <= own.keys()
    assert made[("script", ())] == own[("script", ())]
    assert whole(shown, kind) >= {f"label-{lang_of(kind)}", "quote", f"scope-{lang_of(kind)}"}


@KINDS
def test_a_database_holds_every_text(cci: Program, base: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "facts.sqlite"
    result = cci("export", "--format", "sqlite", "--output", str(path), "--facts", base)
    assert (result.status, result.err) == (0, "")
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = [row for name in tables for row in connection.execute(f'SELECT * FROM "{name}"')]
    connection.close()
    assert whole("\n".join(each for row in rows for cell in row for each in told_in(cell)), kind) >= {
        "label-en", "label-zh", "scope-en", "caveat-zh", "text-en", "reason-en", "quote", "locator", "title",
    }  # fmt: skip


@KINDS
def test_references_are_read_back(cci: Program, base: str, kind: str) -> None:
    def cited(style: str) -> str:
        return said(cci, base, kind, "cite", "rail.trains", "plain", "--style", style)

    assert len(parse_string(cited("bibtex"), "bibtex").entries) == 2
    assert [each["type_of_reference"] for each in rispy.loads(cited("ris"))] == ["NEWS", "RPRT"]
    assert len(json.loads(cited("csl-json"))) == 2


@KINDS
def test_pictures_hold_texts_only(cci: Program, base: str, tmp_path: Path) -> None:
    picture = tmp_path / "picture.svg"
    result = cci("compare", "2019", "2020", "rail.trains", "--plot", str(picture), "--facts", base)
    assert (result.status, result.err) == (0, "")
    tree = ET.parse(picture)
    assert not [
        each
        for each in tree.iter()
        if each.tag.rpartition("}")[2] in ("script", "a", "image", "foreignObject")
    ]
    drawn = "".join("".join(each.itertext()) for each in tree.iter() if each.tag.endswith("}text"))
    assert word_of("label-en") in drawn
    assert not [char for char in drawn if unicodedata.category(char) in ACTING and char != "\n"]


@KINDS
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_what_tab_offers_is_a_line_a_word(base: str, shell: str, tmp_path: Path) -> None:
    variables = {"XDG_CACHE_HOME": str(tmp_path), "LANG": "en_GB.UTF-8", "CCI_FACTS": base, VARIABLE: shell}
    for typed in ("cci ", "cci show ", "cci sources ", "cci cite "):
        arguments = [typed, "", str(len(typed))] if shell == "bash" else split(typed)
        told = answer(arguments, variables)
        assert not [char for char in told if unicodedata.category(char) in ACTING and char not in "\n\t"]
        lines = told.splitlines()
        assert all(re.match(r"stem=|[\w./|-]+|%|-", line) for line in lines), lines


@pytest.mark.parametrize("text", ["x" * 1_000_000, "重庆 " * 60_000], ids=["word", "words"])
def test_a_megabyte_in_one_cell_is_shown_whole(cci: Program, tmp_path: Path, text: str) -> None:
    path = hostile_base(tmp_path, "combining")
    document = path.read_text(encoding="utf-8")
    scope = re.compile(r"scope = \{ en = \"[^\"]*\"")
    path.write_text(scope.sub(f'scope = {{ en = "{text}"', document), encoding="utf-8")
    for format_ in ("json", "csv", "table"):
        out = cci(
            "show", "rail.trains", "--facts", str(path), "--format", format_, terminal=True, width=100
        ).out
        assert "".join(text.split()) in re.sub(r"\s|\\n", "", out)


# What of a text is to be found


#: Fields in both languages, of which a screen shows one.
BOTH = (
    "topic", "label", "scope", "caveat", "break", "text", "reason", "note", "exception", "remark",
)  # fmt: skip


def other(kind: str) -> str:
    return ("zh", "en")[len(kind) % 2]


def whole(out: str, kind: str, *, folding: bool = False) -> set[str]:
    """The fields of which something is shown; what is shown of one is all of it, unless it is folded."""
    seen = {field for field in FIELDS if word_of(field) in out}
    if not folding:
        assert not [field for field in seen if shown_of(field, kind) not in out]
    return seen


class Page(HTMLParser):
    """What a page is made of: tags with the names of their attributes; and what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.made: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self.shown: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = () if tag == "script" else tuple(sorted({name for name, _ in attrs if name.startswith("on")}))
        self.made[tag, names] += 1
        assert not [value for _, value in attrs if (value or "").strip().lower().startswith("javascript")]

    def handle_data(self, data: str) -> None:
        self.shown.append(data)


def page_of(html: str) -> tuple[Counter[tuple[str, tuple[str, ...]]], str]:
    page = Page()
    page.feed(html)
    return page.made, "".join(page.shown)


def told_in(cell: Any) -> Iterator[str]:
    """The texts of a cell, which may be a list of JSON."""
    try:
        yield from texts(json.loads(cell))
    except (TypeError, ValueError):
        yield str(cell)


def texts(value: Any) -> Iterator[str]:
    """Every text in a JSON document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def rendered(markdown: str) -> tuple[str, set[str]]:
    """What a reader of Markdown sees, and what it is made of."""
    shown: list[str] = []
    made: set[str] = set()

    def look(tokens: Sequence[Any]) -> None:
        for token in tokens:
            own = token.type == "html_inline" and re.match(r'</a>|<a id="[a-z-]+">', token.content)
            made.add("anchor" if own else token.type)
            if token.type in ("text", "code_inline"):
                shown.append(token.content)
            if token.type == "link_open":
                assert re.match(r"https?://", str(token.attrs["href"]))
            look(token.children or ())
        shown.append("\n")

    look(MARKDOWN.parse(markdown))
    return "".join(shown), made


@cache
def allowed(words: tuple[str, ...]) -> set[str]:
    """What our own Markdown is made of besides tables."""
    return {"em_open", "html_block"} if words[:1] in (("cite",), ("export",)) else set()


@KINDS
def test_the_base_of_these_tests_is_sound(base: str, tmp_path: Path) -> None:
    assert load(tmp_path / base).facts
