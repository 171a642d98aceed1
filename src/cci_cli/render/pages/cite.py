"""References as a JSON document, as lines of text, as Markdown, and as a file of data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cci_cli import cite
from cci_cli.cite.runs import plain
from cci_cli.messages import say
from cci_cli.references import quoted
from cci_cli.render.documents import contract, sources_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.cite.page import CitePage, Quote, Reference
    from cci_cli.encode import Json

_LINKED = re.compile(r"https?://[^\s<>]+")


def document(page: CitePage) -> Json:
    """The references as text and as Markdown, what is quoted from each, and the sources."""
    references = [
        {
            "id": each.item.id,
            "text": text(page, each),
            "markdown": markdown_of(page, each) if page.style in cite.TEXT_STYLES else None,
            "quotes": [quote._asdict() for quote in each.quotes],
        }
        for each in page.references
    ]
    return contract(style=page.style, references=references, sources=sources_json(page.sources))


def text(page: CitePage, each: Reference) -> str:
    """One reference; in a style of data, its entry."""
    if page.style in cite.TEXT_STYLES:
        return plain(cite.reference(page.style, each.item))
    return cite.file(page.style, [(each.item, [noted(quote) for quote in each.quotes])])


def data(page: CitePage) -> str:
    """All references as one file in a style of data."""
    return cite.file(
        page.style,
        [(each.item, [noted(quote) for quote in each.quotes]) for each in page.references],
    )


def words(quote: Quote, lang: str) -> str:
    """What is quoted, and where it stands."""
    return quoted(quote.quote, lang) + (f" {quote.locator}" if quote.locator else "")


def noted(quote: Quote) -> str:
    """What is quoted, for a reference manager, whose notes are read apart from the others."""
    return "  ".join([words(quote, "en"), *_marks(quote, "en")])


def carried(page: CitePage, quote: Quote, lang: str) -> str:
    """Which observation the words carry: its time, and where several facts are cited, the fact.

    Words that contradict what was asked for, or from which it only follows, say so.
    """
    said = f"{quote.fact} {quote.time}" if len(page.spoken) > 1 else quote.time
    return "  ".join([said, *_marks(quote, lang)])


def _marks(quote: Quote, lang: str) -> list[str]:
    given = {"cite.implied": quote.status == "implied", "cite.contradicts": quote.contradicts is not None}
    return [say(lang, key) for key, holds in given.items() if holds]


def lines(page: CitePage, lang: str) -> Iterator[str]:
    """A line a reference, to be pasted, and beneath it, moved to the right, a line a quote."""
    for each in page.references:
        yield f"{text(page, each)}\n"
        for quote in each.quotes:
            yield f"  {words(quote, lang)}  {carried(page, quote, lang)}\n"


def markdown(page: CitePage, lang: str) -> Iterator[str]:
    """A list of Markdown: an entry a reference, with what is quoted from it beneath."""
    from cci_cli.render.markdown import escaped

    for each in page.references:
        yield f"- {markdown_of(page, each)}\n"
        for quote in each.quotes:
            yield f"  - {escaped(words(quote, lang))}  {carried(page, quote, lang)}\n"


def markdown_of(page: CitePage, each: Reference) -> str:
    """One reference with its titles in italics and its address as a link."""
    from cci_cli.render.markdown import escaped

    url = each.item.url or ""
    link = f"<{url}>" if _LINKED.fullmatch(url) else escaped(url)
    parts = []
    for run in cite.reference(page.style, each.item):
        pieces = run.text.split(url) if url else [run.text]
        said = link.join(escaped(piece) for piece in pieces)
        parts.append(f"*{said}*" if run.italic else said)
    return "".join(parts)
