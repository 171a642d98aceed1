"""A figure and all that must be said beside it, as pieces of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cci_cli import wording
from cci_cli.exports.html.markup import Html, both, breakable, each_of, element, joined, pair, said
from cci_cli.messages import say
from cci_cli.references import short_reference
from cci_cli.render.remarks import explanations, marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.conflicts import Conflict
    from cci_cli.exports.html.contents import Contents
    from cci_cli.model import Fact, Observation, Text

#: A fact's id in a sentence.
_FACT = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+")


def value(fact: Fact, observation: Observation, known: Contents) -> Html:
    """A value as it is written in both languages; nothing if there is none."""
    if observation.value is None:
        return Html()
    written = both(lambda lang: wording.figure(observation, fact.unit, known.units, lang))
    return element("strong", written, class_="value")


def remarks(observation: Observation) -> Html:
    """The reported growth, and the words that qualify a figure, each of them apart."""
    grown = [] if observation.growth is None else [both(lambda lang: _growth(observation, lang))]
    given = list(each_of(lambda lang: marks(observation._replace(caveat=None), lang)))  # told in full beneath
    if observation.rank == "preferred":
        given.append(said("mark-preferred"))
    return joined(
        [
            *(element("span", each, class_="growth") for each in grown),
            *(element("span", each, class_="mark") for each in given),
        ],
        " ",
    )


def _growth(observation: Observation, lang: str) -> str:
    assert observation.growth is not None
    growth = wording.percent(observation.growth, observation.growth_qualifier, lang)
    return say(lang, "growth-of", growth=growth)


def reasons(observation: Observation, known: Contents) -> Html:
    """Why a figure is ranked as it is, what is to be doubted, how it was computed."""
    said_so = each_of(lambda lang: [_linked(each, known) for each in explanations(observation, lang)])
    return joined(element("p", each, class_="reason") for each in said_so)


def _named(observation: Observation, known: Contents) -> Iterator[Html]:
    """The sources of an observation, each by its number and in short."""
    for name in dict.fromkeys(each.source for each in observation.citations):
        yield source_mark(name, known)
        yield in_short(name, known)


def in_short(name: str, known: Contents) -> Html:
    """Who published a source, and when."""
    source = known.sources[name]
    return element("small", both(lambda lang: short_reference(source, lang)), class_="who")


def source_marks(observation: Observation, known: Contents) -> Html:
    """The numbers of an observation's sources, each a link into the list of sources."""
    named = dict.fromkeys(each.source for each in observation.citations)
    return joined(source_mark(name, known) for name in named)


def source_mark(name: str, known: Contents) -> Html:
    """The number of a source, a link into the list of sources."""
    return element("a", known.numbering.mark(name), href=f"#source:{name}", class_="ref")


def sides(conflict: Conflict, known: Contents) -> Html:
    """All sides of a disagreement, a line each: when, what, marks, who says so, and why it may be."""
    fact = conflict.fact
    return element("ul", *(_side(fact, each, known) for each in conflict.sides), class_="sides")


def _side(fact: Fact, side: Observation, known: Contents) -> Html:
    parts = [breakable(side.time), value(fact, side, known), remarks(side), *_named(side, known)]
    return element("li", joined([each for each in parts if each], " "), reasons(side, known))


def linked(text: Text, known: Contents) -> Html:
    """A text in both languages in which the id of a fact that is on the page is a link to it."""
    return pair(*(_linked(each, known) for each in text))


def _linked(text: str, known: Contents) -> Html:
    parts, end = [], 0
    for match in _FACT.finditer(text):
        if match[0] in known.facts:
            parts += [text[end : match.start()], element("a", match[0], href=f"#{match[0]}")]
            end = match.end()
    return joined([*parts, text[end:]])
