"""Where the keys of a TOML document stand."""

from __future__ import annotations

import json
import string
from typing import TYPE_CHECKING, NamedTuple

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from cci_cli.factbase.locate import Lines

if TYPE_CHECKING:
    from cci_cli.factbase.faults import Key


def assert_places(document: str, places: dict[Key, int | None]) -> None:
    tomli.loads(document)
    lines = Lines(document)
    assert {key: lines.of(key) for key in places} == places


def test_a_document_without_keys() -> None:
    assert_places("", {(): None, ("a",): None, ("a", 0): None})


def test_tables_and_their_keys() -> None:
    assert_places(
        "top = 1\n\n[a]\nx = 1\n\n[a.b]\nx = 2\n[c.d]\ny = 3\n",
        {
            ("top",): 1, ("a",): 3, ("a", "x"): 4, ("a", "b"): 6, ("a", "b", "x"): 7, ("c", "d"): 8,
            ("c", "d", "y"): 9, ("nothing",): None,
        },
    )  # fmt: skip


def test_a_key_without_a_line_of_its_own_has_that_of_the_nearest_above() -> None:
    assert_places(
        "[a]\nlabel = { en = 'x', zh = { y = 1 } }\n",
        {("a", "label", "en"): 2, ("a", "label", "zh", "y"): 2, ("a", "missing"): 1, ("a", "b", 3, "c"): 1},
    )


def test_dotted_keys_and_spaces() -> None:
    assert_places(
        "[ a . b ]\n  c . d = 1\ne.f.g=2\n\tx\t=\t3\n",
        {("a", "b"): 1, ("a", "b", "c", "d"): 2, ("a", "b", "e", "f", "g"): 3, ("a", "b", "x"): 4},
    )


def test_quoted_keys() -> None:
    assert_places(
        """["a.b".'c]d']\n"x = y" = 1\n'k # k' = 2\n"中 文" = 3\n"[z]" = 4\n"" = 5\nafter = 6\n""",
        {
            ("a.b", "c]d"): 1, ("a.b", "c]d", "x = y"): 2, ("a.b", "c]d", "k # k"): 3,
            ("a.b", "c]d", "中 文"): 4, ("a.b", "c]d", "[z]"): 5, ("a.b", "c]d", ""): 6,
            ("a.b", "c]d", "after"): 7,
        },
    )  # fmt: skip


def test_arrays_of_one_element_a_line() -> None:
    assert_places(
        "[a]\nlist = [\n  1,\n  'two ]',\n\n  { x = 3 },\n  [4, 5],\n  [\n    6,\n  ],\n  7\n]\nafter = 1\n",
        {
            ("a", "list"): 2, ("a", "list", 0): 3, ("a", "list", 1): 4, ("a", "list", 2, "x"): 6,
            ("a", "list", 3, 1): 7, ("a", "list", 4): 8, ("a", "list", 4, 0): 9, ("a", "list", 5): 11,
            ("a", "after"): 13,
        },
    )  # fmt: skip


def test_arrays_on_one_line() -> None:
    assert_places("[a]\nx = [1, 2]\ny = []\n", {("a", "x", 1): 2, ("a", "x", 7): 2, ("a", "y"): 3})


def test_arrays_within_inline_tables_that_span_lines() -> None:
    document = """\
observations = [
  { time = "2019", citations = [
    { source = "a" },
    { source = "b" },
  ] },
  { time = "2020", citations = [] },
]
after = 1
"""
    assert_places(
        document,
        {
            ("observations", 0, "time"): 2,
            ("observations", 0, "citations", 1, "source"): 4,
            ("observations", 1, "time"): 6,
            ("after",): 8,
        },
    )


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_texts_of_many_lines_hold_no_keys(quotes: str) -> None:
    document = f"""\
[a]
text = {quotes}
[x]
y = 1
z = [
# it's }}
{quotes}
after = 1
[[b]]
list = [
  {quotes}]{quotes},
  2,
]
after = 2
"""
    assert_places(
        document,
        {
            ("a", "text"): 2, ("x",): None, ("a", "y"): 1, ("a", "z"): 1, ("a", "after"): 8,
            ("b", 0): 9, ("b", 0, "list", 1): 12, ("b", 0, "after"): 14,
        },
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["'''it's'''", '"""a "quoted" word"""', r'"""\""""', r'"\\"', r'"\"]"', "'\\'"]
)
def test_quotes_within_quotes(text: str) -> None:
    assert_places(f"a = [\n  {text},\n  2,\n]\nb = {text}\nc = 3\n", {("a", 1): 3, ("b",): 5, ("c",): 6})


def test_brackets_and_signs_of_equality_within_texts() -> None:
    assert_places(
        """a = "[x]"\nb = "y = 1"\nc = '{ [['\nd = "]" # [e] = {\n# f = 1\ng = ["[", ']']\nh = 1\n""",
        {("a",): 1, ("b",): 2, ("c",): 3, ("d",): 4, ("f",): None, ("x",): None, ("g",): 6, ("h",): 7},
    )


def test_arrays_of_tables_are_numbered() -> None:
    assert_places(
        "[[a]]\nx = 1\n[[a]]\nx = 2\n[a.b]\ny = 1\n[[a]]\n[[a.c]]\nz = 1\n[[a.c]]\nz = 2\n[a.c.d]\nw = 1\n",
        {
            ("a", 0): 1, ("a", 0, "x"): 2, ("a", 1): 3, ("a", 1, "x"): 4, ("a", 1, "b", "y"): 6,
            ("a", 2): 7, ("a", 2, "c", 0, "z"): 9, ("a", 2, "c", 1): 10, ("a", 2, "c", 1, "z"): 11,
            ("a", 2, "c", 1, "d", "w"): 13,
        },
    )  # fmt: skip


def test_facts_and_their_observations() -> None:
    document = """\
[overview]
label = { en = "Overview", zh = "总览" }

[overview.launch]
kind = "event"

[[overview.launch.observations]]
time = "2015"
citations = [
  { source = "a", quote = "launched [in 2015]" },
  { source = "b", quote = "启动 = 2015" },
]

[[overview.launch.observations]]
time = "2016"
citations = [{ source = "a", quote = "again" }]
"""
    observations = ("overview", "launch", "observations")
    assert_places(
        document,
        {
            ("overview", "label", "zh"): 2, ("overview", "launch", "kind"): 5, (*observations, 0): 7,
            (*observations, 0, "citations", 0, "quote"): 10, (*observations, 0, "citations", 1, "source"): 11,
            (*observations, 1): 14, (*observations, 1, "time"): 15, (*observations, 1, "citations", 0): 16,
        },
    )  # fmt: skip


def test_line_breaks_of_windows() -> None:
    assert_places(
        '[a]\r\nx = 1\r\ny = """\r\n[q]\r\n"""\r\nz = [\r\n  1,\r\n  2,\r\n]\r\n[[b]]\r\nx = 2\r\n',
        {("a", "x"): 2, ("a", "y"): 3, ("a", "z"): 6, ("a", "z", 1): 8, ("b", 0, "x"): 11, ("q",): None},
    )


def test_the_last_line_needs_no_break() -> None:
    assert_places("[a]\nx = [\n 1]", {("a", "x"): 2, ("a", "x", 0): 3})


# Generated documents: the line of every key is known from writing it


class Written(NamedTuple):
    """A document and the line on which each of its keys was written."""

    document: str
    places: dict[Key, int]


KEYS = st.text(string.ascii_lowercase + string.digits + "-_", min_size=1, max_size=6) | st.text(
    "ab 中.=#[]{}'", max_size=5
)
TEXTS = st.text("ab 中\"'\\[]{}=#,\n", max_size=12)
VALUES = st.integers() | st.booleans() | TEXTS.map(lambda text: json.dumps(text, ensure_ascii=False))
COMMENTS = st.sampled_from(["", " # note", " # [x] = {", " # it's \"]"])
LITERALS = st.text('ab 中"\\[]{}=#,\n', max_size=20).map(lambda text: f"'''\n{text}'''")
MANY_LINES = st.text("ab 中'[]{}=#,\n", max_size=20).map(lambda text: f'"""{text}"""')


def key_text(key: str) -> str:
    plain = key and all(char in string.ascii_letters + string.digits + "-_" for char in key)
    return key if plain else f'"{key}"'


class Writer:
    """Writes TOML and remembers where each key went."""

    def __init__(self) -> None:
        self.text = ""
        self.places: dict[Key, int] = {}

    def line(self, text: str, key: Key | None = None) -> None:
        if key is not None:
            self.places[key] = self.text.count("\n") + 1
        self.text += text + "\n"


@st.composite
def documents(draw: st.DrawFn) -> Written:
    """Tables, arrays of tables, lists and texts over lines, and comments wherever they can stand."""
    writer = Writer()
    for name in draw(st.lists(KEYS, unique=True, max_size=4)):
        if draw(st.booleans()):
            writer.line(f"[{key_text(name)}]{draw(COMMENTS)}", (name,))
            _statements(draw, writer, (name,))
            continue
        for number in range(draw(st.integers(1, 3))):
            writer.line(f"[[ {key_text(name)} ]]{draw(COMMENTS)}", (name, number))
            _statements(draw, writer, (name, number))
    return Written(writer.text, writer.places)


def _statements(draw: st.DrawFn, writer: Writer, table: Key) -> None:
    for name in draw(st.lists(KEYS, unique=True, max_size=4)):
        key = (*table, name)
        match draw(st.sampled_from(["value", "text", "table", "list", "blank"])):
            case "value":
                value = draw(VALUES)
                told = str(value).lower() if isinstance(value, bool) else value
                writer.line(f"{key_text(name)} = {told}{draw(COMMENTS)}", key)
            case "text":
                writer.line(f"{key_text(name)} = {draw(MANY_LINES | LITERALS)}{draw(COMMENTS)}", key)
            case "table":
                writer.line(f"{key_text(name)} = {{ en = 'x]', zh = [1] }}{draw(COMMENTS)}", key)
                writer.places[*key, "zh", 0] = writer.places[key]
            case "list":
                _list(draw, writer, key)
            case "blank":
                writer.line(draw(st.sampled_from(["", "  ", "# x = 1", "# [x]", "# [["])))


def _list(draw: st.DrawFn, writer: Writer, key: Key) -> None:
    writer.line(f"{key_text(str(key[-1]))} = [", key)
    position = 0
    for _ in range(draw(st.integers(0, 4))):
        if draw(st.booleans()):
            writer.line("  # none, [")
        count = draw(st.integers(1, 2))
        elements = [draw(st.sampled_from(["1", "'x,]'", "{ x = 1 }", "[2, 3]"])) for _ in range(count)]
        for offset in range(count):
            writer.places[*key, position + offset] = writer.text.count("\n") + 1
        position += count
        writer.line("  " + ", ".join(elements) + "," + draw(COMMENTS))
    writer.line("]")


def test_the_writer_writes_what_it_says() -> None:
    writer = Writer()
    writer.line("[a]", ("a",))
    writer.line("x = 1", ("a", "x"))
    assert (writer.text, writer.places) == ("[a]\nx = 1\n", {("a",): 1, ("a", "x"): 2})


@settings(deadline=None)
@given(documents())
def test_every_key_is_found_on_its_line(written: Written) -> None:
    tomli.loads(written.document)
    lines = Lines(written.document)
    for key, line in written.places.items():
        assert lines.of(key) == line, key


@settings(deadline=None)
@given(documents())
def test_the_line_of_a_key_contains_it(written: Written) -> None:
    lines, text = Lines(written.document), written.document.split("\n")
    for key in written.places:
        line = lines.of(key)
        name = next((part for part in reversed(key) if isinstance(part, str)), "")
        if isinstance(key[-1], str) and name not in ("en", "zh"):
            assert line
            assert name in text[line - 1]


@settings(deadline=None)
@given(st.text("ab=[]{}#'\"\\\n ,.1"))
def test_no_document_that_is_toml_is_too_much(document: str) -> None:
    try:
        tomli.loads(document)
    except tomli.TOMLDecodeError:
        return
    lines = Lines(document)
    assert (lines.of(("a",)) or 1) <= document.count("\n") + 1


# What is hard to see


@pytest.mark.parametrize("header", ["[b] # the second", "[b]#x", "[b] # ] and ["])
def test_a_comment_after_a_header(header: str) -> None:
    assert_places(
        f"[a]\nx = 1\n{header}\nx = 2\ny = 3\n",
        {("a", "x"): 2, ("b",): 3, ("b", "x"): 4, ("b", "y"): 5, ("a", "y"): 1},
    )


@pytest.mark.parametrize(("header", "key"), [('["]#"]', "]#"), ("[['x] # y']]", "x] # y")])
def test_a_name_that_looks_like_a_comment(header: str, key: str) -> None:
    place: Key = (key, 0) if header.startswith("[[") else (key,)
    assert_places(f"{header}\na = 1\n", {place: 1, (*place, "a"): 2})


def test_a_comment_after_the_header_of_an_observation() -> None:
    assert_places(
        "[[a]] # one\nx = 1\n[[a]] # two\nx = 2\n", {("a", 0, "x"): 2, ("a", 1): 3, ("a", 1, "x"): 4}
    )


def test_a_comment_within_a_list() -> None:
    assert_places("a = [\n  # { x = 1 },\n  2, # two\n  3,\n]\n", {("a", 0): 3, ("a", 1): 4})


def test_a_text_of_many_lines_within_a_list() -> None:
    assert_places('a = [\n  """one\ntwo\n""",\n  3,\n]\n', {("a", 0): 2, ("a", 1): 5})


@pytest.mark.parametrize(
    ("document", "places"),
    [
        ("a = [\n  1, 2,\n  3,\n]\n", {("a", 0): 2, ("a", 1): 2, ("a", 2): 3}),
        ("a = [1,\n  2,\n]\n", {("a", 0): 1, ("a", 1): 2}),
        ("a = [{ x = 1 },\n  { x = 2 }]\n", {("a", 0, "x"): 1, ("a", 1, "x"): 2}),
        ("a = [\n  1\n  , 2\n  , 3\n]\n", {("a", 0): 2, ("a", 1): 3, ("a", 2): 4}),
        ("a = [\n  {\n    x = 1 }, { x = 2 },\n]\n", {("a", 0): 2, ("a", 1): 3}),
    ],
)
def test_lists_that_are_not_one_element_a_line(document: str, places: dict[Key, int]) -> None:
    lines = Lines(document)
    assert {key: lines.of(key) for key in places} == places


def test_arrays_of_tables_within_arrays_of_tables() -> None:
    assert_places(
        "[[a]]\n[[a.b]]\nx = 1\n[[a.b]]\nx = 2\n[[a]]\n[[a.b]]\nx = 3\n",
        {("a", 0, "b", 1, "x"): 5, ("a", 1): 6, ("a", 1, "b", 0): 7, ("a", 1, "b", 0, "x"): 8},
    )


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_text_that_ends_in_quotes(quote: str) -> None:
    three = quote * 3
    assert_places(
        f"a = [{three}x{three}{quote}, {quote}]{quote}]\nb = 1\nc = 2\n", {("a",): 1, ("b",): 2, ("c",): 3}
    )


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\u0085"])
def test_only_line_feeds_end_lines(separator: str) -> None:
    assert_places(f'a = "x{separator}y"\nb = 1\n', {("a",): 1, ("b",): 2})


@pytest.mark.parametrize(("written", "key"), [(r'"x\"y"', 'x"y'), (r'"\u4e2d"', "中"), (r'"a\tb"', "a\tb")])
def test_quoted_keys_with_escapes(written: str, key: str) -> None:
    assert_places(f"[a]\n\n{written} = 1\n", {("a", key): 3})


def test_a_table_that_only_its_parts_declare_stands_where_the_first_does() -> None:
    assert_places("x = 1\n[a.b]\ny = 1\nc.d = 2\n", {("a",): 2, ("a", "b", "c"): 4})
