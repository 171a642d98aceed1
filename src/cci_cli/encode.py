"""The model as JSON and back: the contract ``cci/1``, which the JSON Schema in the package describes.

The index keeps facts and sources in this form. Numbers are numbers: a value has at most fifteen
digits, so that a floating-point number carries it exactly. Absent is ``null``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cci_cli import model

if TYPE_CHECKING:
    from cci_cli.model import Fact, Observation, Source, Text, Topic, Unit

SCHEMA = "cci/1"
Json = dict[str, Any]


def json_line(value: object) -> str:
    """A value as JSON on one line, as short as it can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _text(text: Text | None) -> Json | None:
    return None if text is None else {"en": text.en, "zh": text.zh}


def number_json(value: model.Number | None) -> int | float | None:
    """A number as JSON: whole where it is, and exact with up to fifteen digits."""
    if value is None or isinstance(value, int):
        return value
    whole = value == value.to_integral_value() and value.adjusted() <= model.MOST_DIGITS
    return int(value) if whole else float(value)


def topic_json(topic: Topic) -> Json:
    """A topic as JSON."""
    return {"id": topic.id, "label": _text(topic.label), "aliases": topic.aliases, "own": topic.own}


def unit_json(unit: Unit) -> Json:
    """A unit as JSON."""
    return {"en": unit.en, "plural": unit.plural, "zh": unit.zh, "own": unit.own}


def _citation_json(citation: model.Citation) -> Json:
    return citation._asdict() | {"exception": _text(citation.exception)}


def observation_json(observation: Observation) -> Json:
    """An observation as JSON. Its ``id`` is what ``conflicts_with`` of another names."""
    return {
        "id": observation.id,
        "time": observation.time,
        "value": number_json(observation.value),
        "upper": number_json(observation.upper),
        "qualifier": observation.qualifier,
        "growth": number_json(observation.growth),
        "growth_qualifier": observation.growth_qualifier,
        "text": _text(observation.text),
        "status": observation.status,
        "rank": observation.rank,
        "reason": _text(observation.reason),
        "caveat": _text(observation.caveat),
        "formula": observation.formula,
        "partial": observation.partial,
        "weak": observation.weak,
        "conflicts_with": observation.conflicts_with,
        "citations": [_citation_json(citation) for citation in observation.citations],
        "own": observation.own,
        "replaces": None if observation.replaces is None else observation_json(observation.replaces),
    }


def fact_json(fact: Fact) -> Json:
    """A fact as JSON, with all its observations."""
    return {
        "id": fact.id,
        "topic": fact.topic,
        "label": _text(fact.label),
        "kind": fact.kind,
        "unit": fact.unit,
        "scope": _text(fact.scope),
        "caveat": _text(fact.caveat),
        "aliases": fact.aliases,
        "headline": fact.headline,
        "break": [{"time": each.time, "caveat": _text(each.caveat)} for each in fact.breaks],
        "observations": [observation_json(each) for each in fact.observations],
        "own": fact.own,
        "replaces_builtin": fact.replaces_builtin,
    }


def source_json(source: Source) -> Json:
    """A source as JSON."""
    authors = [_author_json(author) for author in source.author]
    return source._asdict() | {"author": authors, "note": _text(source.note)}


def _author_json(author: model.Author) -> str | Json:
    """A person's name, with the family name where it is told; ``{"literal": name}`` for an agency."""
    if author.literal:
        return {"literal": author.name}
    return {"name": author.name, "family": author.family} if author.family is not None else author.name


def _to_text(value: Json | None) -> Text | None:
    return None if value is None else model.Text(value["en"], value["zh"])


def topic_of(value: Json) -> Topic:
    """A topic from its JSON."""
    return model.Topic(value["id"], model.Text(**value["label"]), tuple(value["aliases"]), value["own"])


def _citation_of(value: Json) -> model.Citation:
    return model.Citation(**value | {"exception": _to_text(value["exception"])})


def observation_of(value: Json) -> Observation:
    """An observation from its JSON."""
    return model.Observation(
        **value
        | {
            "text": _to_text(value["text"]),
            "reason": _to_text(value["reason"]),
            "caveat": _to_text(value["caveat"]),
            "conflicts_with": tuple(value["conflicts_with"]),
            "citations": tuple(_citation_of(each) for each in value["citations"]),
            "replaces": None if value["replaces"] is None else observation_of(value["replaces"]),
        }
    )


def fact_of(value: Json) -> Fact:
    """A fact from its JSON."""
    return model.Fact(
        id=value["id"],
        topic=value["topic"],
        label=model.Text(**value["label"]),
        kind=value["kind"],
        unit=value["unit"],
        scope=_to_text(value["scope"]),
        caveat=_to_text(value["caveat"]),
        aliases=tuple(value["aliases"]),
        headline=value["headline"],
        breaks=tuple(model.Break(each["time"], model.Text(**each["caveat"])) for each in value["break"]),
        observations=tuple(observation_of(each) for each in value["observations"]),
        own=value["own"],
        replaces_builtin=value["replaces_builtin"],
    )


def source_of(value: Json) -> Source:
    """A source from its JSON."""
    authors = tuple(_author_of(each) for each in value["author"])
    return model.Source(**value | {"author": authors, "note": _to_text(value["note"])})


def _author_of(value: str | Json) -> model.Author:
    if isinstance(value, str):
        return model.Author(value)
    return model.Author(value["literal"], literal=True) if "literal" in value else model.Author(**value)
