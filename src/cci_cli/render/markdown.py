"""Markdown: a page as a table, a whole fact base as a document. Text from the fact base is escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cci_cli.messages import say
from cci_cli.references import marked_own, quoted, reference
from cci_cli.render.rows import Rows, fact_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cci_cli.index import Index
    from cci_cli.model import Fact, Unit

#: A whole word that is an address, of signs that mean nothing in Markdown between angle brackets.
_ADDRESS = re.compile(r"https?://[^\s<>|\\`\"\x00-\x20]+")
_MARKUP = re.compile(r"([\\`*_\[\]<>&|#~!])")


def escaped(text: str) -> str:
    """Text that Markdown and HTML show as it is."""
    return _MARKUP.sub(r"\\\1", text)


def shown(text: str) -> str:
    """Text that is shown as it is, but for the addresses in it, which are links."""
    return " ".join(f"<{word}>" if _ADDRESS.fullmatch(word) else escaped(word) for word in text.split(" "))


def markdown_table(rows: Rows) -> str:
    """Rows as a table of GitHub's Markdown."""
    lines = [rows.heading, ["---"] * len(rows.heading)]
    cells = [*lines, *([shown(cell) for cell in row] for row in rows.body)]
    return "".join("| " + " | ".join(row) + " |\n" for row in cells)


def markdown_book(index: Index, lang: str) -> Iterator[str]:
    """A whole fact base as one document: a chapter a topic, a table a fact, the sources at the end."""
    units = index.units()
    yield f"# {say(lang, 'program')}\n"
    if any(not faults for _, faults, *_ in index.kept("files")[1:]):
        yield f"\n{escaped(say(lang, 'mark-own'))}: {escaped(say(lang, 'own.legend'))}\n"
    for topic in index.topics():
        yield f"\n## {escaped(marked_own(getattr(topic.label, lang), topic.own, lang))}\n"
        for fact in index.facts(topic.id):
            yield from _section(fact, units, lang)
    yield f"\n## {say(lang, 'sources')}\n\n"
    for source in index.sources().values():
        yield f'- <a id="{source.id}"></a>`{source.id}` {escaped(reference(source, lang))}'
        yield f" <{source.url}>\n" if source.url and _ADDRESS.fullmatch(source.url) else "\n"


def _section(fact: Fact, units: Mapping[str, Unit], lang: str) -> Iterator[str]:
    yield f"\n### {escaped(getattr(fact.label, lang))}\n\n`{fact.id}`\n"
    for key, text in (("scope", fact.scope), ("caveat", fact.caveat)):
        if text:
            yield f"\n*{say(lang, key)}*: {escaped(getattr(text, lang))}\n"
    for gap in fact.breaks:
        yield f"\n*{say(lang, 'break')}* {gap.time}: {escaped(getattr(gap.caveat, lang))}\n"
    heading = [say(lang, key) for key in ("value", "as-of", "growth", "note", "sources")]
    body = [fact_cells(fact, each, units, lang) for each in fact.observations]
    yield "\n" + markdown_table(Rows(heading, body))
    for each in fact.observations:
        # the words beneath an implied value are those of the year after, and stand there
        for citation in each.citations if each.status == "reported" else ():
            locator = f" {escaped(citation.locator)}" if citation.locator else ""
            quote = quoted(escaped(citation.quote), lang)
            words = f"[{quote}](<{citation.link}>)" if citation.link else quote
            yield f"\n> {words} ({each.time}, `{citation.source}`{locator})\n"
