"""Pages of HTML as trees, for tests; and a fact base whose every text would act on a page that let it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from cci_cli.exports import Manner
from cci_cli.exports.html import pieces
from cci_cli.exports.selection import Selection
from cci_cli.factbase.load import load
from cci_cli.index import Index
from cci_cli.index.build import build
from cci_cli.links import web_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

VOID = {"br", "hr", "input", "link", "meta", "wbr"}

HOSTILE = r"""
[units]
"<i>" = { en = "<b>one</b>", plural = "<b>many</b>", zh = "<b>个</b>" }

[sources.one]
type = "webpage"
standing = "weak"
title = "<img src=x onerror=alert(1)> & \"quoted\" 'title'"
author = ["</li><script>alert(2)</script>"]
container-title = "<style>*{display:none}</style>"
url = "javascript:alert(3)"
language = "en\" onclick=\"alert(4)"
note = { en = "<!-- ", zh = "<![CDATA[" }

[sources.two]
type = "webpage"
title = "港口 "
url = "https://example.org/?a=1&b=\"><script>alert(5)</script>"
language = "zh-CN"

[port]
label = { en = "</h2><script>alert(6)</script>", zh = "</title><svg onload=alert(7)>" }
aliases = ["\"><script>alert(8)</script>"]

[port.ships]
label = { en = "Ships & \"boats\" </script>", zh = "船 <b>" }
kind = "level"
unit = "<i>"
scope = { en = "<a href='javascript:alert(9)'>all</a>", zh = "&lt;全部&gt;" }
caveat = { en = "see port.ships and port.none", zh = "见 port.ships" }
aliases = ["' onfocus='alert(10)", "\" autofocus onfocus=\"alert(11)"]
break = [{ time = "2021", caveat = { en = "</dd></dl>", zh = "</svg>" } }]

[[port.ships.observations]]
time = "2020"
value = 3
text = { en = "<h1>text</h1>", zh = "]]>" }
caveat = { en = "&amp;", zh = "&#60;" }
citations = [
  { source = "one", quote = "<script>alert(0)</script> \u202Eab", exception = { en = "<u>", zh = "</u>" } },
  { source = "two", quote = "共3艘 & <b>", locator = "<p>" },
]

[[port.ships.observations]]
time = "2021"
value = 5
rank = "deprecated"
reason = { en = "</p>--><script>alert(13)</script>", zh = "<q>" }
citations = [{ source = "two", quote = "5" }]
"""


class Node:
    """An element: its attributes, its elements and its text in order."""

    def __init__(self, tag: str, attributes: dict[str, str], above: Node | None = None) -> None:
        self.tag, self.attributes, self.above = tag, attributes, above
        self.contents: list[Node | str] = []

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def __contains__(self, name: str) -> bool:
        return name in self.attributes

    def all(self, tag: str = "", **attributes: str) -> list[Node]:
        """Every element beneath this one with a tag and with attributes."""
        return [
            each
            for each in self._beneath()
            if tag in ("", each.tag)
            and all(each.attributes.get(key.rstrip("_")) == value for key, value in attributes.items())
        ]

    def one(self, tag: str = "", **attributes: str) -> Node:
        found = self.all(tag, **attributes)
        assert len(found) == 1, (tag, attributes, len(found))
        return found[0]

    def _beneath(self) -> Iterator[Node]:
        for each in self.contents:
            if isinstance(each, Node):
                yield each
                yield from each._beneath()

    def text(self, lang: str | None = None) -> str:
        """All text; with a language, what is shown in it."""
        if lang and self.tag == "span" and self.attributes.get("lang", lang) != lang:
            return ""
        return "".join(each if isinstance(each, str) else each.text(lang) for each in self.contents)


class _Parser(HTMLParser):
    """Makes a tree of a page in which every element that is started is ended, inside the one it is in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = self.at = Node("", {})
        self.declared = ""

    def handle_decl(self, decl: str) -> None:
        self.declared = decl

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), attrs
        node = Node(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.contents.append(node)
        if tag not in VOID:
            self.at = node

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.at.tag, (tag, self.at.tag, self.at.attributes)
        assert self.at.above
        self.at = self.at.above

    def handle_data(self, data: str) -> None:
        self.at.contents.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def tree(page: str) -> Node:
    """A page as a tree. Its elements must be nested well."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    assert parser.declared == "DOCTYPE html"
    assert parser.at is parser.top
    return parser.top.one("html")


def page_of(path: Path, lang: str = "en", topic: str = "", year: int | None = None) -> str:
    """The page of a fact base, or of a topic or a year of it."""
    index = Index(build(load(path)))
    try:
        topics = [each for each in index.topics() if each.id == topic]
        return "".join(pieces(Selection(index, topics, year), Manner(lang)))
    finally:
        index.close()


def is_link(url: str | None) -> bool:
    """Whether an address becomes a link."""
    return web_address(url) is not None
