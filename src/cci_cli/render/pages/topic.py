"""A topic's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import encode
from cci_cli.lookup import speaking
from cci_cli.render.documents import contract, sources_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.encode import Json
    from cci_cli.lookup import TopicPage
    from cci_cli.render.records import Record
    from cci_cli.render.rows import Rows


def document(page: TopicPage) -> Json:
    """The topic, its facts, and the sources they cite."""
    topic = {"id": page.topic.id, "label": page.topic.label._asdict(), "own": page.topic.own}
    facts = [encode.fact_json(fact) for fact in page.facts]
    return contract(topic=topic, facts=facts, sources=sources_json(page.sources))


def rows(page: TopicPage, lang: str) -> Rows:
    """A row a fact: what speaks for it."""
    from cci_cli.render.rows import FACT_CELLS, fact_cells, titled

    body = []
    for fact in page.facts:
        if observation := speaking(fact, page.sources):
            label = getattr(fact.label, lang)
            body.append([fact.id, label, *fact_cells(fact, observation, page.units, lang)])
    return titled(("id", "what", "latest", *FACT_CELLS[1:]), body, lang)


def records(page: TopicPage) -> Iterator[Record]:
    """A record an observation."""
    from cci_cli.render.records import observation_records

    return observation_records(page.facts)
