"""The rules that a well-formed fact base must keep, each a function that yields its faults.

They look at the model as it was written, so that the position of an observation or a citation is
its position in the file.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from cci_cli import numerals
from cci_cli.factbase.faults import Fault, Key
from cci_cli.factbase.table import near
from cci_cli.safe import shortened
from cci_cli.units import CURRENCIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.model import Citation, Fact, FactBase, Observation

#: A quote is the shortest run of words that carries a figure, never a sentence of a source.
MOST_HAN, MOST_WORDS = 30, 12
#: What is longer counts as several words: a text without blanks has a length too.
_LONGEST_WORD = 40
#: So many names at most are compared to find the one that was meant: for each of ten thousand that are not
#: defined to be compared with as many that are would take hours.
_MOST_COMPARED = 20_000
#: Words that a topic cannot be named by, because the program answers to them.
COMMANDS = (
    "show", "search", "compare", "timeline", "conflicts", "sources", "cite", "check", "export",
    "completion", "paths", "help",
)  # fmt: skip
#: Chinese characters, for counting the length of a quote.
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")


def broken_rules(base: FactBase, beneath: FactBase | None = None) -> list[Fault]:
    """Every fault of a fact base that could be read; of the user's own facts, with what is beneath them.

    Own facts may define a source that none of them cites: it is there for what cites it beneath, or in the
    files that follow.
    """
    faults = list(_unused_sources(base)) if beneath is None else []
    seen = base if beneath is None else _seen(base, beneath)
    faults = [*_topic_names(seen), *faults]
    for fact in base.facts:
        key: Key = tuple(fact.id.split("."))
        faults += _fact(fact, key, seen)
        for number, observation in enumerate(fact.observations):
            place = (*key, "observations", number)
            faults += [*_observation(observation, place), *_ordinals(fact, observation, place)]
            quoted: list[Fault] = []
            for position, citation in enumerate(observation.citations):
                faults += _citation(citation, (*place, "citations", position), seen)
                quoted += _quote(observation, citation, (*place, "citations", position, "quote"))
            faults += quoted or _unstated(observation, place)
    return list(_guessed(faults, seen))


def _guessed(faults: list[Fault], base: FactBase) -> Iterator[Fault]:
    """The faults, those of a name that is not defined with the one that was probably meant."""
    known = {"undefined-source": list(base.sources), "malformed-unit": [*base.units, *CURRENCIES]}
    compared = 0
    for fault in faults:
        names = known.get(fault.code)
        if names is None:
            yield fault
            continue
        compared += len(names)
        (_, written), *_ = fault.details
        guess = shortened(near(written, names)) if compared <= _MOST_COMPARED else ""
        yield fault._replace(details=(*fault.details, ("near", guess)))


def _seen(own: FactBase, beneath: FactBase) -> FactBase:
    """What own facts can name. Their topics come last, so that they are blamed for taking a name."""
    redefined = {topic.id for topic in own.topics}
    kept = (topic for topic in beneath.topics if topic.id not in redefined)
    return own._replace(
        topics=(*kept, *own.topics), sources=beneath.sources | own.sources, units=beneath.units | own.units
    )


def independent(broken: list[Fault], malformed: list[Fault]) -> Iterator[Fault]:
    """The broken rules that are more than the consequence of a value that could not be read."""
    keys = {fault.key for fault in malformed}
    above = {key[:length] for key in keys for length in range(len(key) + 1)}
    for fault in broken:
        within = any(fault.key[:length] in keys for length in range(len(fault.key) + 1))
        if fault.key not in above and not within and not (malformed and fault.code == "unused-source"):
            yield fault


def _fault(code: str, key: Key, **details: object) -> Fault:
    return Fault(code, key, details=tuple((name, shortened(str(value))) for name, value in details.items()))


def _topic_names(base: FactBase) -> Iterator[Fault]:
    """No topic answers to the name of a command, nor two topics to one name."""
    owner: dict[str, str] = {}
    for topic in base.topics:
        for name in {name.casefold(): name for name in (topic.id, *topic.label, *topic.aliases)}.values():
            folded = name.casefold()
            if folded in COMMANDS:
                yield _fault("topic-named-like-command", (topic.id,), name=name)
            elif owner.setdefault(folded, topic.id) != topic.id:
                yield _fault("duplicate-id", (topic.id,), name=name, other=owner[folded])


def _unused_sources(base: FactBase) -> Iterator[Fault]:
    observations = chain.from_iterable(fact.observations for fact in base.facts)
    used = {citation.source for observation in observations for citation in observation.citations}
    for source in base.sources:
        if source not in used:
            yield _fault("unused-source", ("sources", source), name=source)


def _fact(fact: Fact, key: Key, base: FactBase) -> Iterator[Fault]:
    counts = any(observation.value is not None for observation in fact.observations)
    if counts and not fact.unit:
        yield _fault("missing-unit", key)
    if counts and not fact.scope:
        yield _fault("missing-scope", key)
    if fact.unit and fact.unit not in base.units and fact.unit not in CURRENCIES:
        yield _fault("malformed-unit", (*key, "unit"), value=fact.unit)


def _ordinals(fact: Fact, observation: Observation, key: Key) -> Iterator[Fault]:
    value = observation.value
    if fact.unit in ("ordinal", "rank") and value is not None and (value < 1 or value % 1):
        yield _fault("malformed-ordinal", (*key, "value"), value=value)


def _observation(observation: Observation, key: Key) -> Iterator[Fault]:
    if observation.rank == "deprecated" and not observation.reason:
        yield _fault("deprecated-without-reason", key)
    if observation.upper is not None and (
        observation.value is None or observation.upper <= observation.value
    ):
        yield _fault("malformed-range", (*key, "upper"))


def _citation(citation: Citation, key: Key, base: FactBase) -> Iterator[Fault]:
    if citation.source not in base.sources:
        yield _fault("undefined-source", (*key, "source"), name=citation.source)
    han = len(_HAN.findall(citation.quote))
    words = [
        each
        for each in _HAN.sub(" ", citation.quote).split()
        if not han or _LETTER.search(each) or len(each) > _LONGEST_WORD
    ]
    if han > MOST_HAN or sum(1 + len(word) // _LONGEST_WORD for word in words) > MOST_WORDS:
        yield _fault("quote-too-long", (*key, "quote"), han=MOST_HAN, words=MOST_WORDS)


def _quote(observation: Observation, citation: Citation, key: Key) -> Iterator[Fault]:
    """A quote holds the value, an end of the range, or the growth, or an exception says why not."""
    numbers = [n for n in (observation.value, observation.upper, observation.growth) if n is not None]
    stated = any(numerals.states(citation.quote, number) for number in numbers)
    if numbers and not stated and not citation.exception:
        yield _fault("number-not-in-quote", key, value=numbers[0], quote=citation.quote)
    if citation.exception and (stated or not numbers):
        yield _fault("needless-exception", (*key[:-1], "exception"))


def _unstated(observation: Observation, key: Key) -> Iterator[Fault]:
    """The value, and both ends of a range, stand in some quote, or an exception says why not."""
    if any(citation.exception for citation in observation.citations) or not observation.citations:
        return
    quotes = [citation.quote for citation in observation.citations]
    for name, value in (("value", observation.value), ("upper", observation.upper)):
        if value is not None and not any(numerals.states(quote, value) for quote in quotes):
            yield _fault("value-in-no-quote", (*key, name), value=value)
