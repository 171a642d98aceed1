"""Where a word of a fact can stand, best first, and how much it counts there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.units import CURRENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.model import Fact, FactBase, Text, Topic

#: A field's name, with the letter that marks its words in the index, and its weight.
FIELDS = {
    "label": ("a", 1.0),
    "aliases": ("b", 0.95),
    "scope": ("c", 0.6),
    "text": ("d", 0.55),
    "quote": ("e", 0.45),
    "topic": ("f", 0.35),
    "unit": ("g", 0.3),
    "source": ("h", 0.15),
}
#: Marks the id of a topic, and a year or a month (``201910``) of an observation.
TOPIC_MARK, TIME_MARK = "t", "y"


def texts(fact: Fact, base: FactBase, topic: Topic) -> dict[str, list[str]]:
    """The texts of each field of a fact; the words of its id count as one of its other names."""
    slug = fact.id.partition(".")[2].replace("-", " ")
    cited = {each.source: None for observation in fact.observations for each in observation.citations}
    return {
        "label": list(fact.label),
        "aliases": [*fact.aliases, slug],
        "scope": list(_both(fact.scope)),
        "text": [each for observation in fact.observations for each in _both(observation.text)],
        "quote": list(
            {each.quote: None for observation in fact.observations for each in observation.citations}
        ),
        "topic": [topic.id, *topic.label, *topic.aliases],
        "unit": list(unit_words(fact.unit, base)),
        "source": [title for name in cited if (title := base.sources[name].title)],
    }


def _both(text: Text | None) -> tuple[str, ...]:
    return tuple(text) if text else ()


def unit_words(unit: str | None, base: FactBase) -> Iterator[str]:
    """The words for a unit."""
    if unit in CURRENCIES:
        yield from (unit, *(part.strip() for part in CURRENCIES[unit]))
    elif unit:
        known = base.units.get(unit)
        yield from dict.fromkeys((unit, *((known.en, known.plural, known.zh) if known else ())))
