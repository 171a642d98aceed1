"""Pages as rows of written-out cells: what a pipe and a Markdown table show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import wording
from cci_cli.lookup import FactPage, Overview, SourcesPage, TopicPage, speaking
from cci_cli.messages import say
from cci_cli.references import reference
from cci_cli.render.remarks import notes, source_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cci_cli.model import Fact, Observation, Unit
    from cci_cli.render import Page


class Rows(NamedTuple):
    """A heading and rows of cells, all of one length."""

    heading: list[str]
    body: list[list[str]]


def rows(page: Page, lang: str) -> Rows:
    """The rows of a page."""
    match page:
        case TopicPage():
            return _topic(page, lang)
        case FactPage():
            return _fact(page, lang)
        case SourcesPage():
            return _sources(page, lang)
        case Overview():
            heading = [say(lang, key) for key in ("id", "topic", "facts")]
            return Rows(
                heading, [[topic.id, getattr(topic.label, lang), str(count)] for topic, count in page.topics]
            )


def _topic(page: TopicPage, lang: str) -> Rows:
    heading = ["id", "what", "latest", "as-of", "growth", "note", "sources"]
    body = []
    for fact in page.facts:
        if observation := speaking(fact, page.sources):
            label = getattr(fact.label, lang)
            body.append([fact.id, label, *fact_cells(fact, observation, page.units, lang)])
    return Rows([say(lang, key) for key in heading], body)


def _fact(page: FactPage, lang: str) -> Rows:
    heading = ["value", "as-of", "growth", "note", "sources"]
    body = [fact_cells(page.fact, each, page.units, lang) for each in page.fact.observations]
    return Rows([say(lang, key) for key in heading], body)


def fact_cells(fact: Fact, observation: Observation, units: Mapping[str, Unit], lang: str) -> list[str]:
    """An observation as cells: what it says, when, growth, what must be said beside it, sources."""
    growth = observation.growth
    return [
        wording.statement(fact, observation, units, lang),
        observation.time,
        "" if growth is None else wording.percent(growth, observation.growth_qualifier, lang),
        "; ".join(notes(fact, observation, units, lang)),
        source_ids(observation),
    ]


def leaning(page: SourcesPage) -> Iterator[tuple[Fact, Observation]]:
    """What the one source of a page itself reported: the observations that cite it."""
    for fact in page.facts:
        for each in fact.observations:
            if each.status == "reported" and any(cite.source in page.sources for cite in each.citations):
                yield fact, each


def _sources(page: SourcesPage, lang: str) -> Rows:
    """All sources; or of one source each observation that leans on it, with its words."""
    if page.facts:
        heading = ["id", "what", "latest", "as-of", "growth", "note", "sources", "quotes"]
        body = []
        for fact, each in leaning(page):
            quotes = [cite.quote for cite in each.citations if cite.source in page.sources]
            cells = fact_cells(fact, each, page.units, lang)
            body.append([fact.id, getattr(fact.label, lang), *cells, " | ".join(quotes)])
        return Rows([say(lang, key) for key in heading], body)
    heading = [say(lang, key) for key in ("id", "source", "standing", "url")]
    listed = [
        [source.id, reference(source, lang), say(lang, source.standing), source.url or ""]
        for source in page.sources.values()
    ]
    return Rows(heading, listed)
