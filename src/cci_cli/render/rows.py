"""Pages as rows of written-out cells: what a pipe and a Markdown table show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import wording
from cci_cli.lookup import FactPage, Overview, SourcesPage, TopicPage, rivals, speaking
from cci_cli.messages import say
from cci_cli.references import reference

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
        _source_ids(observation),
    ]


def notes(fact: Fact, observation: Observation, units: Mapping[str, Unit], lang: str) -> list[str]:
    """What must be said beside a figure: its marks, and each figure that contradicts it."""
    return [*marks(observation, lang), *conflicts(fact, observation, units, lang, _source_ids)]


def conflicts(
    fact: Fact,
    observation: Observation,
    units: Mapping[str, Unit],
    lang: str,
    sources_of: Callable[[Observation], str],
) -> list[str]:
    """What contradicts an observation: of each figure when it was, what it is, and who says so."""
    said = []
    for rival in rivals(fact, observation):
        value = wording.figure(rival, fact.unit, units, lang)
        if rival.status == "implied":
            value = say(lang, "implied-value", value=value)
        said.append(say(lang, "conflict", time=rival.time, value=value, sources=sources_of(rival)))
    return said


def _source_ids(observation: Observation) -> str:
    return " ".join(dict.fromkeys(citation.source for citation in observation.citations))


def marks(observation: Observation, lang: str) -> list[str]:
    """The words that qualify a figure: implied, part of a year, weak sources only, deprecated, a doubt."""
    given = {
        "mark-implied": observation.status == "implied",
        "mark-partial": observation.partial,
        "mark-weak": observation.weak,
        "mark-deprecated": observation.rank == "deprecated",
        "mark-note": observation.caveat is not None,
    }
    return [say(lang, key) for key, holds in given.items() if holds]


def _sources(page: SourcesPage, lang: str) -> Rows:
    heading = [say(lang, key) for key in ("id", "source", "standing", "url")]
    body = [
        [source.id, reference(source, lang), source.standing, source.url or ""]
        for source in page.sources.values()
    ]
    return Rows(heading, body)
