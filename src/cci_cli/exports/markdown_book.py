"""The fact base as a document in Markdown, to be read. Text from the fact base is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.messages import say
from cci_cli.references import marked_own, quoted, reference
from cci_cli.render.markdown import ADDRESS, escaped, markdown_table
from cci_cli.render.rows import Rows, fact_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cci_cli.exports import Manner
    from cci_cli.exports.selection import Selection
    from cci_cli.model import Fact, Unit


def pieces(selection: Selection, manner: Manner) -> Iterator[str]:
    """A whole fact base as one document: a chapter a topic, a table a fact, the sources at the end."""
    mark, shown = escaped(say(manner.lang, "mark-own")), False
    for piece in _pieces(selection, manner):
        shown = shown or mark in piece
        yield piece
    if shown:
        yield f"\n{mark}: {escaped(say(manner.lang, 'own.legend'))}\n"


def _pieces(selection: Selection, manner: Manner) -> Iterator[str]:
    lang, units = manner.lang, selection.units()
    yield f"# {say(lang, 'program')}\n"
    for topic in selection.topics():
        yield f"\n## {escaped(marked_own(getattr(topic.label, lang), topic.own, lang))}\n"
        for fact in selection.facts(topic.id):
            yield from _section(fact, units, lang)
    yield f"\n## {say(lang, 'sources')}\n\n"
    for source in selection.sources():
        yield f'- <a id="{source.id}"></a>`{source.id}` {escaped(reference(source, lang))}'
        yield f" <{source.url}>" if source.url and ADDRESS.fullmatch(source.url) else ""
        yield f" *{say(lang, 'own.instead-source')}*\n" if source.replaces_builtin else "\n"


def _section(fact: Fact, units: Mapping[str, Unit], lang: str) -> Iterator[str]:
    yield f"\n### {escaped(getattr(fact.label, lang))}\n\n`{fact.id}`\n"
    for key, text in (("scope", fact.scope), ("caveat", fact.caveat)):
        if text:
            yield f"\n*{say(lang, key)}*: {escaped(getattr(text, lang))}\n"
    for gap in fact.breaks:
        yield f"\n*{say(lang, 'break')}* {gap.time}: {escaped(getattr(gap.caveat, lang))}\n"
    if fact.replaces_builtin:
        yield f"\n*{say(lang, 'own')}*: {say(lang, 'own.instead-fact')}\n"
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
