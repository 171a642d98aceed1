"""Links that open a page at the words quoted from it."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cci_cli.links import web_address, words_address
from cci_cli.pager import paged
from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

#: What stands unencoded in a text directive: nothing that means something there, or in an address.
DIRECTIVE = re.compile(r"(?:[A-Za-z0-9._~]|%[0-9A-F]{2})*")
#: Any text that UTF-8 can hold.
WORDS = st.text(st.characters(codec="utf-8"), min_size=1)
PAGES = st.sampled_from(
    [
        "https://example.org/2020/11", "http://example.org/a?b=c&d=e,f-g", "HTTPS://EXAMPLE.ORG",
        "https://example.org/中新/项目?词=金融", "https://例子.中国/a b", "https://example.org/%E4%B8%AD",
    ]
)  # fmt: skip
FRAGMENTS = st.sampled_from(
    ["", "#", "#part-2", "#/route?a=b", "#第二节", "#part:~:text=else", "#:~:text=a&text=b"]
)


@given(PAGES, FRAGMENTS, WORDS)
def test_the_fragment_gives_the_words_back(page: str, fragment: str, words: str) -> None:
    address = words_address(page + fragment, words)
    assert address is not None
    before, _, text = address.partition(":~:text=")
    assert unquote(text, errors="strict") == words
    assert DIRECTIVE.fullmatch(text)
    assert unquote(before) == unquote(page) + ("#" + fragment.lstrip("#").partition(":~:")[0])


@given(PAGES, FRAGMENTS, WORDS)
def test_a_link_is_one_word_of_ascii(page: str, fragment: str, words: str) -> None:
    address = words_address(page + fragment, words) or ""
    assert re.fullmatch(r"[\x21-\x7e]+", address)
    assert not set(address) & set('<>"`\\^{|}')
    assert address.count("#") == 1
    assert urlsplit(address).scheme in ("http", "https")


@given(st.one_of(st.text(), st.none()), WORDS)
def test_only_addresses_of_the_web_become_links(url: str | None, words: str) -> None:
    of_the_web = bool(url and re.match(r"(?i)https?://[^\s/?#]", url))
    assert (words_address(url, words) is not None) == of_the_web


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "ftp://example.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "doi:10.1/2",
        "//example.org",
        "https:",
        "https://",
    ],
)
def test_what_is_no_address_of_the_web(url: str | None) -> None:
    assert web_address(url) is None
    assert words_address(url, "words") is None


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("two summits", "two%20summits"),
        ("a-b, c & d", "a%2Db%2C%20c%20%26%20d"),
        ("50%", "50%25"),
        ("三届", "%E4%B8%89%E5%B1%8A"),
        ("+48.5 percent", "%2B48.5%20percent"),
        ('"#?/:~:', "%22%23%3F%2F%3A~%3A"),
    ],
)
def test_how_words_are_written(words: str, text: str) -> None:
    assert words_address("https://example.org/a", words) == f"https://example.org/a#:~:text={text}"


# In every output

SMALL = str(ROOT / "tests" / "small.toml")
LINK = re.compile(r"\x1b\]8;id=(\d+);([!-~]+)\x1b\\(.*?)\x1b\]8;;\x1b\\", re.DOTALL)
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
KNOWING = {"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}


def test_each_quote_of_a_web_source_has_its_link_in_json_and_the_others_null(cci: Program) -> None:
    base = json.loads(cci("export").out)
    citations = [
        cite for fact in base["facts"] for each in fact["observations"] for cite in each["citations"]
    ]
    for cite in citations:
        assert cite["link"] == words_address(base["sources"][cite["source"]]["url"], cite["quote"])
    assert any(cite["link"] for cite in citations)
    assert any(cite["link"] is None for cite in citations)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("colour", ["", "1"])
@pytest.mark.parametrize("words", [("show", "financing"), ("sources", "daily"), ("sources",)], ids=" ".join)
def test_a_terminal_that_knows_links_gets_the_same_screen_with_links(
    cci: Program, words: tuple[str, ...], colour: str, width: int
) -> None:
    given = KNOWING | {"NO_COLOR": colour}
    linked = cci("--facts", SMALL, *words, terminal=True, width=width, **given).out
    plain = cci("--facts", SMALL, *words, terminal=True, width=width).out
    text = COLOUR.sub("", linked)
    assert LINK.sub(r"\3", text) == plain
    assert ("\x1b[" in linked) == (not colour)
    addresses = {address for _, address, _ in LINK.findall(text)}
    assert "https://example.org/2020/11" in addresses
    assert words[-1] == "sources" or any(":~:text=" in address for address in addresses)
    assert linked == cci("--facts", SMALL, *words, terminal=True, width=width, **given).out


def test_the_lines_of_one_quote_are_one_link(cci: Program) -> None:
    screen = cci("--facts", SMALL, "show", "financing", terminal=True, width=24, **KNOWING).out
    quote = [(number, text) for number, address, text in LINK.findall(screen) if "12.38%20" in address]
    assert len(quote) > 1
    assert len({number for number, _ in quote}) == 1
    assert " ".join(text for _, text in quote) == '"about 12.38 billion dollars"'


@pytest.mark.parametrize("variables", [{}, KNOWING, {"FORCE_HYPERLINK": "1"}], ids=str)
@pytest.mark.parametrize("format_", ["tsv", "csv", "markdown", "json", "table"])
def test_nothing_that_acts_on_a_terminal_goes_into_a_pipe(
    cci: Program, format_: str, variables: dict[str, str]
) -> None:
    assert "\x1b" not in cci("--facts", SMALL, "show", "financing", "--format", format_, **variables).out


@pytest.mark.parametrize(
    ("variables", "known"),
    [
        ({}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM": "dumb", "TERM_PROGRAM": "vscode"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "alacritty"}, True),
        ({"TERM": "foot-extra"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7200"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "5000"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "none"}, False),
        ({"WT_SESSION": "4f1c"}, True),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "220401"}, True),
        ({"TERM": "screen-256color", "WT_SESSION": "4f1c"}, False),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"}, True),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.5a"}, True),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"}, False),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "VTE_VERSION": "7200"}, False),
        ({"TERM": "xterm-256color", "FORCE_HYPERLINK": "1"}, True),
        ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, False),
        ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": ""}, False),
    ],
    ids=str,
)
def test_which_terminals_know_links(cci: Program, variables: dict[str, str], known: bool) -> None:
    screen = cci("--facts", SMALL, "show", "financing", terminal=True, **variables).out
    assert ("\x1b]8;" in screen) == known


def test_links_in_markdown_are_links(cci: Program) -> None:
    table = cci("--facts", SMALL, "show", "share", "--format", "markdown").out
    assert "| <https://example.org/2020/11#:~:text=43.2%20percent> |" in table
    book = cci("--facts", SMALL, "export", "--format", "markdown").out
    assert '> ["43.2 percent"](<https://example.org/2020/11#:~:text=43.2%20percent>)' in book


def test_rows_of_a_fact_hold_quotes_and_links(cci: Program) -> None:
    [row] = cci("--facts", SMALL, "show", "financing").out.splitlines()
    assert row.split("\t")[-2:] == [
        "约123.8亿美元 | about 12.38 billion dollars",
        " | https://example.org/2020/11#:~:text=about%2012.38%20billion%20dollars",
    ]


PAGERS = [
    ("less", "less 590 (GNU regular expressions)", {}, True),
    ("less", "less 590 (GNU regular expressions)", {"LESS": "-FRX"}, True),
    ("less", "less 590 (GNU regular expressions)", {"LESS": "-i"}, False),
    ("less", "less 551 (GNU regular expressions)", {}, False),
    ("less", "BusyBox v1.36.1 multi-call binary.", {}, False),
    ("most", "less 590", {}, False),
]


@pytest.mark.skipif(sys.platform == "win32", reason="the pager is a shell script")
@pytest.mark.parametrize(("name", "version", "variables", "kept"), PAGERS)
def test_a_pager_gets_links_only_if_it_hands_them_on(
    tmp_path: Path, name: str, version: str, variables: dict[str, str], kept: bool
) -> None:
    pager, got = tmp_path / name, tmp_path / "got"
    pager.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo "{version}" || cat > "{got}"\n')
    pager.chmod(0o755)
    given = {"PATH": os.defpath, "PAGER": str(pager), **variables}
    link = "\x1b]8;id=1;https://example.org\x1b\\words\x1b]8;;\x1b\\"
    assert paged(f"{link}\n", given, "utf-8")
    assert got.read_text(encoding="utf-8") == (f"{link}\n" if kept else "words\n")


def test_colour_that_is_asked_for_in_a_pipe_brings_no_links(cci: Program) -> None:
    coloured = cci(
        "--facts", SMALL, "show", "financing", "--format", "table", "--color", "always", **KNOWING
    ).out
    assert "\x1b[" in coloured
    assert "\x1b]" not in coloured
