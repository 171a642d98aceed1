"""What there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import encode
from cci_cli.render.documents import contract

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.encode import Json
    from cci_cli.lookup import Overview
    from cci_cli.render.records import Record
    from cci_cli.render.rows import Rows


def document(page: Overview) -> Json:
    """The topics with their numbers of facts, and numbers about the whole."""
    topics = [encode.topic_json(topic) | {"facts": count} for topic, count in page.topics]
    return contract(topics=topics, summary=page.summary)


def rows(page: Overview, lang: str) -> Rows:
    """A row a topic."""
    from cci_cli.references import marked_own
    from cci_cli.render.rows import titled

    body = [
        [topic.id, marked_own(getattr(topic.label, lang), topic.own, lang), str(count)]
        for topic, count in page.topics
    ]
    return titled(("id", "topic", "facts"), body, lang)


def records(page: Overview) -> Iterator[Record]:
    """A record a topic."""
    yield ("topic", "label_en", "label_zh", "facts", "own")
    for topic, count in page.topics:
        yield (topic.id, *topic.label, count, topic.own)
