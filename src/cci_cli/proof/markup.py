"""What a reader of a page sees of its HTML, traced to the file.

No parser of the standard library tells of each sign where it stood, which a report of a quote's place needs.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.proof.traced import Traced, joined, substituted, untouched

if TYPE_CHECKING:
    from collections.abc import Iterator

    Piece = tuple[str, int, bool]


class Page(NamedTuple):
    """A page's text, a line for each of its blocks, and the spans of its navigation and the like."""

    text: Traced
    furniture: list[tuple[int, int]]


#: Elements whose content is not shown as text.
_UNSEEN = frozenset("script style template noscript svg math object iframe textarea".split())
#: Elements that lead about a site and are not of what it says.
_FURNITURE = frozenset("nav footer aside form button select menu dialog".split())
_LINES = frozenset(
    "address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary "
    "table tbody tfoot thead title tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_SIGN_OF_MARKUP = re.compile(
    r"<(?:!doctype|html|body|div|p|br|span|a|b|i|em|strong|td|h[1-6])(?:[\s/][^<>]*)?>", re.IGNORECASE
)
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*)(?:[^"'>]*+(?:"[^"]{0,65536}"|'[^']{0,65536}'))*+[^"'>]*+>""")
_PLAIN_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)[^>]*>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
#: Where a link of Markdown leads to, and the pictures in it.
_TARGET = re.compile(r"!\[[^\]\n]{0,300}\]\([^()\s]{1,2000}\)|(?<=\])\([^()\s]{1,2000}\)")


def looks_like_markup(text: str) -> bool:
    """Whether a text has tags of HTML in it."""
    return bool(_SIGN_OF_MARKUP.search(text))


def plain(text: str, kind: str) -> Page:
    """A file's text as it is read: of HTML what is shown, of Markdown not where its links lead to.

    ``kind`` is how the file's name ends: ``html``, ``htm``, ``md``, ``txt``. A text with tags in it is read
    as HTML whatever its name is.
    """
    if kind in ("html", "htm", "xhtml") or looks_like_markup(text):
        return _shown(text)
    if kind == "md":
        return Page(substituted(text, _TARGET, ""), [])
    return Page(untouched(text), [])


def _shown(text: str) -> Page:
    furniture: list[tuple[int, int]] = []
    return Page(joined(_pieces(text, furniture)), furniture)


def _pieces(text: str, furniture: list[tuple[int, int]]) -> Iterator[Piece]:
    """The runs of text that are shown, and a line break or tab where elements part them."""
    tags, inside, written, at = _Tags(text), _Inside(furniture), 0, 0
    while at < len(text):
        sign = text.find("<", at)
        for piece in _words(text, at, len(text) if sign < 0 else sign, keep_lines=inside.keeps_lines):
            written += len(piece[0])
            yield piece
        if sign < 0:
            break
        at, name, closing = tags.at(sign)
        shown = (
            "\n"
            if name in _LINES
            else "\t"
            if name in _CELLS and not closing
            else "<"
            if at == sign + 1
            else ""
        )
        if name:
            inside.meet(name, written, closing=closing)
        if name in _UNSEEN and not closing:
            at = tags.end_of(name, at)
        written += len(shown)
        yield shown, sign, False
    inside.end(written)


class _Inside:
    """Which elements of furniture are open, and since where."""

    def __init__(self, furniture: list[tuple[int, int]]) -> None:
        self.furniture = furniture
        self.keeps_lines = False
        self._name = ""
        self._depth = self._start = 0

    def meet(self, name: str, place: int, *, closing: bool) -> None:
        """Take note of a tag."""
        if name == "pre":
            self.keeps_lines = not closing
        if not self._name and name in _FURNITURE and not closing:
            self._name, self._depth, self._start = name, 1, place
        elif name == self._name:
            self._depth += -1 if closing else 1
            if not self._depth:
                self.end(place)

    def end(self, place: int) -> None:
        """Whatever is open ends here."""
        if self._name:
            self.furniture.append((self._start, place))
            self._name = ""


class _Tags:
    """The tags of a text, however broken it is, found in time that grows with its length."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._last = text.rfind(">")
        self._never_closed: set[str] = set()

    def at(self, sign: int) -> tuple[int, str, bool]:
        """What begins at a ``<``: where it ends, an element's name (none of a comment), and if it closes it.

        A ``<`` that begins nothing ends behind itself.
        """
        text = self.text
        if text.startswith("<!--", sign):
            end = text.find("-->", sign + 4)
            return (end + 3 if end >= 0 else len(text)), "", False
        if sign > self._last:
            return sign + 1, "", False
        tag = _TAG.match(text, sign) or _PLAIN_TAG.match(text, sign)
        if tag:
            return tag.end(), tag[2].lower(), bool(tag[1])
        if text[sign + 1 : sign + 2] in ("!", "?", "/"):
            return text.find(">", sign) + 1, "", False
        return sign + 1, "", False

    def end_of(self, name: str, start: int) -> int:
        """Where an element whose content is not shown is closed; where it began, if it never is."""
        if name not in self._never_closed:
            found = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(self.text, start)
            if found:
                return found.start()
            self._never_closed.add(name)
        return start


def _words(text: str, start: int, end: int, *, keep_lines: bool) -> Iterator[Piece]:
    """A run of text between tags: its entities read, its line breaks spaces, as a browser has it."""
    at = start
    while at < end:
        entity = _ENTITY.search(text, at, end)
        stop = entity.start() if entity else end
        run = text[at:stop]
        yield (run if keep_lines else run.replace("\n", " ").replace("\r", " ")), at, True
        if not entity:
            return
        yield html.unescape(entity[0]), stop, False
        at = entity.end()
