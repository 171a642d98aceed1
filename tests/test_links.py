"""Links that open a page at the words quoted from it."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cci_cli.links import web_address, words_address

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
