"""Pieces of HTML. Whatever is put into markup is escaped, unless it is markup itself.

A sentence stands in the page in both languages, each in a ``span`` of its language, of which the page shows
one. Words of sources are never in a ``span``, so that no choice of a language hides them.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cci_cli.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cci_cli.model import Text

#: The languages of the page, by the names that the rest of the program has for them (BCP 47).
TAGS = {"en": "en", "zh": "zh"}
#: Elements that have no content and no end.
_VOID = frozenset({"br", "hr", "input", "link", "meta", "wbr"})


class Html(str):
    """Markup. Any other text is data."""

    __slots__ = ()


def html(content: str) -> Html:
    """A text as markup that shows it as it is."""
    return content if isinstance(content, Html) else Html(escape(content))


def joined(contents: Iterable[str], between: str = "") -> Html:
    """Some contents after one another."""
    return Html(html(between).join(html(each) for each in contents))


def started(name: str, /, **attributes: str | bool | None) -> Html:
    """The start of an element.

    An attribute that is None or False is left out, one that is True has no value. ``class_`` is ``class``,
    ``aria_label`` is ``aria-label``.
    """
    written = [f"<{name}"]
    for key, value in attributes.items():
        if value is not None and value is not False:
            shown = key.rstrip("_").replace("_", "-")
            written.append(shown if value is True else f'{shown}="{escape(value)}"')
    return Html(" ".join(written) + ">")


def element(name: str, /, *contents: str, **attributes: str | bool | None) -> Html:
    """An element with its contents; see :func:`started`."""
    start = started(name, **attributes)
    return start if name in _VOID else Html(f"{start}{joined(contents)}</{name}>")


def pair(english: str, chinese: str) -> Html:
    """What is said in either language, once where both say the same."""
    if english == chinese:
        return html(english)
    return joined(
        element("span", words, lang=TAGS[lang]) for lang, words in (("en", english), ("zh", chinese)) if words
    )


def both(words: Callable[[str], str]) -> Html:
    """What a function says in either language; it is given ``en`` and ``zh``."""
    return pair(words("en"), words("zh"))


def each_of(words: Callable[[str], Sequence[str]]) -> Iterator[Html]:
    """Each of the things that a function says in either language, as many in one as in the other."""
    return (pair(english, chinese) for english, chinese in zip(words("en"), words("zh"), strict=True))


def said(key: str, **values: object) -> Html:
    """A message in both languages."""
    return both(lambda lang: say(lang, key, **values))


def told(text: Text) -> Html:
    """A text of the fact base in both languages."""
    return both(lambda lang: getattr(text, lang))


def breakable(time: str) -> Html:
    """A time that may be broken between the start and the end of an interval."""
    return joined(time.split("/"), Html("/<wbr>"))
