"""What is fuzzed: for each reader of untrusted text how cases are made, and what must hold for every one.

``tests/test_hostile_input.py`` tries some of each, ``tools/fuzz.py`` as many as are wanted.
"""

# ruff: noqa: E501, PT017 - lists of signs; what is caught is looked at
from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from cci_cli import periods
from cci_cli.factbase.faults import FactBaseError
from cci_cli.factbase.load import load
from cci_cli.index.build import build
from cci_cli.index.store import Index
from cci_cli.lookup import NotFound
from cci_cli.messages.faults import fault_sentence
from cci_cli.numerals import readings
from cci_cli.proof.copies import copy_of
from cci_cli.proof.nearest import nearest
from cci_cli.proof.quotes import matches
from cci_cli.render import FORMATS, write
from cci_cli.render.reports import fault_line
from cci_cli.search.find import MOST_CHARACTERS, find

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

SMALL = Path(__file__).parent / "small.toml"
NAME = Path("facts.toml")

#: Signs that mean something to a reader of TOML, a terminal, a query or a number.
SIGNS = [
    "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", '"', "'", '"""', "'''", "\\", "\\u0000", "\\ud800",
    "\\U00110000", "\n", "\r\n", "\r", "\t", " ", "\0", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff",
    "\u200b", "\u0301", "e\u0301", "𠀀", "🚄", "中文", "nan", "-inf", "1e999", "1e-999", "0x" + "f" * 40,
    "9" * 30, "0.1", "-0", "1_000", "2019-02-30", "2019-13", "0000", "9999-12-31T23:59:60Z", "25:61", "true",
    "sources", "units", "label", "kind", "value", "upper", "time", "citations", "observations", "aliases", "break",
    "en", "zh", "*", "AND", "NEAR(", "OR 1=1 --", "%", "_", "(", ")", ":", ";", "/", "..", "-", "~", "|", "<", ">",
]  # fmt: skip
NUMBERS = [
    "1", "2,243", "1,11", "12.38", ".5", "5.", "43.2%", "亿", "万", "千", "百", "十", "成", "第", "三", "两", "零", "〇",
    "余", "多", "个", "half", "one", "twenty-three", "hundred", "million", "billion", "bn", "k", "dozen", "fold",
    "至", "到", "—", "–", "-", " ", "\u00a0", ",", ".", "１２", "²", "½", "٣", "百分之", "百分点", "US$", "美元",
    "2019", "2019年", "10月", "Nov", "a", "and", "to",
]  # fmt: skip
ANY = st.text(st.characters(), max_size=60)
WORDS = st.lists(st.sampled_from(SIGNS + NUMBERS) | st.text(st.characters(), max_size=4), max_size=25).map(
    "".join
)


@st.composite
def documents(draw: Callable[..., Any]) -> bytes:
    """Bytes, texts, runs of TOML's signs, and most often a sound fact base with some places spoilt."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return bytes(draw(st.binary(max_size=200)))
    if kind <= 2:
        return str(draw(WORDS)).encode("utf-8", "surrogatepass")
    text = SMALL.read_text(encoding="utf-8") if kind == 3 else MINUTE
    for _ in range(draw(st.integers(1, 4))):
        text = spoilt(text, draw)
    return text.encode("utf-8", "surrogatepass")


def spoilt(text: str, draw: Callable[..., Any]) -> str:
    """A text of which one place is taken away, said twice, or followed by a sign that means something."""
    at = draw(st.integers(0, len(text)))
    end = min(len(text), at + draw(st.integers(0, 30)))
    match draw(st.integers(0, 3)):
        case 0:
            return text[:at] + text[end:]
        case 1:
            return text[:end] + text[at:]
        case 2:  # a value, in place of another
            values = [each.span() for each in re.finditer(r'"[^"\n]*"|(?<== )[0-9_.]+', text)] or [(at, end)]
            at, end = draw(st.sampled_from(values))
            made = draw(st.sampled_from(SIGNS) | st.sampled_from(SIGNS).map(lambda each: f'"{each}"'))
            return f"{text[:at]}{made}{text[end:]}"
        case _:
            return text[:at] + draw(st.sampled_from(SIGNS)) + text[end if draw(st.booleans()) else at :]


MINUTE = """\
[units]
train = { en = "train", plural = "trains", zh = "列" }
[sources.daily]
type = "article-newspaper"
author = ["申晓佳", { literal = "Bureau" }]
issued = "2020-11"
url = "https://example.org/"
[rail]
label = { en = "Rail", zh = "铁路" }
aliases = ["trains"]
[rail.trains]
label = { en = "Trains", zh = "班列" }
kind = "flow"
unit = "train"
headline = true
scope = { en = "all", zh = "全部" }
break = [{ time = "2021", caveat = { en = "more", zh = "更多" } }]
[[rail.trains.observations]]
time = "2019"
value = 2243
growth = 43.2
citations = [{ source = "daily", quote = "2,243 trains, +43.2%", locator = "¶9" }]
[[rail.trains.observations]]
time = "2020-01/2020-10"
value = 3
upper = 4
qualifier = "about"
citations = [{ source = "daily", quote = "three to four" }]
"""


def hold_document(content: bytes) -> None:
    """A document is refused, with faults that can be told in both languages on a line each, or answered from."""
    try:
        base = load(NAME, content)
    except FactBaseError as refused:
        assert refused.faults
        for fault in refused.faults:
            assert fault.line is None or 1 <= fault.line <= content.count(b"\n") + 1
            for lang in ("en", "zh"):
                assert fault_sentence(lang, fault.code, dict(fault.details)).isprintable()
                assert fault_line(NAME, fault, lang).isprintable()
        return
    index = Index(build(base))
    assert len(index.facts()) == len(base.facts)
    index.close()


@cache
def small_index() -> Index:
    """The index of the small fact base, in memory."""
    return Index(build(load(SMALL)))


class Page(io.StringIO):
    """Standard output that a person looks at."""

    def isatty(self) -> bool:
        return True


def hold_query(typed: str) -> None:
    """A query is answered or told to find nothing."""
    from cci_cli.environment import Environment

    try:
        page = find(small_index(), typed[:MOST_CHARACTERS])
    except NotFound as missed:
        assert missed.kind in ("words", "year")
        return
    assert page.hits
    assert all(hit.score > 0 for hit in page.hits)
    out = Page()
    write(
        page, FORMATS[len(typed) % len(FORMATS)], Environment([], {"COLUMNS": "60"}, out, io.StringIO()), "en"
    )
    assert out.getvalue()


def hold_time(written: str) -> None:
    """A time is refused, or covers days in their order; what is a time before has a time after."""
    try:
        start, end = periods.span(written)
    except ValueError:
        return
    assert (1, 1, 1) <= start <= end <= (9999, 12, 31)
    assert periods.same_time("flow", written, written)
    assert periods.sort_key(written) == (end, start)
    try:
        before = periods.span(periods.year_before(written))
    except ValueError:
        assert start.year == 1
        return
    assert (before.start.year, before.end.year) == (start.year - 1, end.year - 1)


def hold_numbers(text: str) -> None:
    """The numbers that words are read to say are finite, and stated by these words."""
    for value, place in readings(text):
        assert value >= 0
        assert value.is_finite()
        assert -len(text) <= place <= 20 * len(text)


class Sought(NamedTuple):
    """A quote, and the text in which it is looked for."""

    quote: str
    text: str
    kind: str


def hold_quote(sought: Sought) -> None:
    """A quote is found at places within the text, in their order; and what is not found has a nearest passage."""
    copy = copy_of(sought.text, sought.kind)
    length = len(copy.clean.text)
    found = matches(sought.quote, copy)
    assert found == sorted(found)
    for start, end in found:
        assert 0 <= start < end <= length
        assert copy.place(start).line <= sought.text.count("\n") + sought.text.count("\r") + 1
    near = nearest(sought.quote, copy)
    assert near is None or 0 <= near.start <= near.end <= length


@st.composite
def sought(draw: Callable[..., Any]) -> Sought:
    """A quote and a text that holds it, or most of it, or none of it."""
    quote = draw(WORDS | ANY)
    around = st.lists(
        st.sampled_from([*SIGNS, *NUMBERS, "\ufffd", "?xùn)|", "(chóng)", "<b>", "&#22269;"]) | ANY,
        max_size=6,
    )
    at = draw(st.integers(0, len(quote)))
    middle = draw(
        st.sampled_from([quote, quote[:at], quote[:at] + "\ufffd" + quote[at + 1 :], quote + quote, ""])
    )
    text = "".join([*draw(around), middle, *draw(around)])
    return Sought(quote, text, draw(st.sampled_from(["txt", "md", "html"])))


class Target(NamedTuple):
    """A reader: how its cases are made, and what must hold for each."""

    cases: SearchStrategy[Any]
    hold: Callable[[Any], None]


_POINT = st.sampled_from(
    ["2019", "2019-11", "2019-11-07", "0001", "0000", "9999-12-31", "2020-02-29", "2019-02-29", "2019-2"]
)
_TIMES = st.lists(
    _POINT | st.sampled_from(["/", "-", "0", "29", "T", "Z", " ", "٢", "\n"]) | st.text(max_size=3),
    max_size=6,
)
TARGETS = {
    "loader": Target(documents(), hold_document),
    "query": Target(ANY | WORDS | st.lists(WORDS, max_size=30).map(" ".join), hold_query),
    "periods": Target(
        _TIMES.map("".join) | st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?"),
        hold_time,
    ),
    "numbers": Target(
        st.lists(st.sampled_from(NUMBERS) | st.text(max_size=3), max_size=40).map("".join), hold_numbers
    ),
    "quotes": Target(sought(), hold_quote),
}
