"""The user's own facts: files read after a fact base, each laid over it whole, or left out whole.

A file says what is its own in the form of a fact base. A table that defines a topic, a fact, a source or
a unit stands instead of the one of this id, or is new; a fact's table that holds nothing but observations
adds them to the fact of this id; an observation that names one in ``replaces`` stands instead of it. A file
may lean on the fact base and on the files before it.
"""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING

from cci_cli.factbase.faults import FactBaseError, Fault
from cci_cli.factbase.load import content_of, located, parsed, text_of
from cci_cli.factbase.read import Laid, read
from cci_cli.factbase.readfile import ReadFile
from cci_cli.factbase.rules import broken_rules, independent
from cci_cli.safe import visible

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from cci_cli.factbase.faults import Key
    from cci_cli.index.files import Files
    from cci_cli.model import Fact, FactBase, Observation, Topic


class Beneath:
    """What an own file is laid over: a fact base with the own files before it."""

    def __init__(self, builtin: FactBase) -> None:
        self.builtin = builtin
        self.base = builtin
        #: What own files gave, by what it is, and which of them.
        self._given: dict[tuple[str, ...], str] = {}
        self._builtin_facts = {fact.id for fact in builtin.facts}

    def read(self, path: Path, content: bytes | None = None) -> FactBase:
        """An own file as it was written; a fact that is added to has its own observations alone.

        Raises FactBaseError with every fault found.
        """
        document = text_of(path, content_of(path) if content is None else content)
        tables = parsed(path, document)
        name = name_of(path)
        own, malformed = read(tables, Laid(name, self.base))
        broken = [*broken_rules(own, self.base), *self._given_before(own, name)]
        faults = [*malformed, *independent(broken, malformed)]
        if faults:
            raise FactBaseError(path, located(faults, document))
        return own

    def lay(self, own: FactBase, name: str) -> None:
        """Lay an own file over what is beneath."""
        self._given |= {what: name for what, _ in _given(own, name)}
        builtin, base = self.builtin, self.base
        sources = {
            each.id: each._replace(replaces_builtin=each.id in builtin.sources)
            for each in own.sources.values()
        }
        topics = {topic.id: topic for topic in (*base.topics, *own.topics)}
        facts = {fact.id: fact for fact in base.facts}
        for fact in own.facts:
            if fact.own == name:
                facts[fact.id] = fact._replace(replaces_builtin=fact.id in self._builtin_facts)
            else:
                facts[fact.id] = _added_to(facts[fact.id], fact.observations)
        self.base = base._replace(
            topics=tuple(topics.values()),
            facts=tuple(_by_topic(facts.values(), topics.values())),
            sources=base.sources | sources,
            units=base.units | own.units,
        )

    def _given_before(self, own: FactBase, name: str) -> Iterator[Fault]:
        """What an own file gives that one of them gave already: nothing says which of the two is meant."""
        given = dict(self._given)
        for what, key in _given(own, name):
            if what in given:
                told = (("name", visible(what[-1])), ("other", given[what]))
                yield Fault("given-in-own-file", key, details=told)
            given[what] = name


def lay_over(
    builtin: FactBase, contents: Mapping[str, bytes | FactBaseError]
) -> tuple[FactBase, list[ReadFile]]:
    """A fact base with the user's own files laid over it in their order, and what became of each.

    ``contents`` gives of each file what it holds, or why it cannot be read. A faulty one is left out whole.
    """
    beneath = Beneath(builtin)
    told = []
    for name, content in contents.items():
        try:
            if isinstance(content, FactBaseError):
                raise content
            own = beneath.read(Path(name), content)
        except FactBaseError as error:
            told.append(ReadFile(visible(name), tuple(error.faults)))
            continue
        beneath.lay(own, name_of(Path(name)))
        told.append(counts(Path(name), own))
    return beneath.base, told


def contents_of(files: Files) -> dict[str, bytes | FactBaseError]:
    """What each of the user's own files holds, or why it cannot be read; nothing is waited for."""
    if files.problem and files.folder is not None:
        fault = Fault("file-unreadable", details=(("reason", files.problem),))
        return {files.folder: FactBaseError(Path(files.folder), [fault])}
    return {path: _content(Path(path), state) for path, state in zip(files.own, files.states, strict=True)}


def _content(path: Path, state: os.stat_result | None) -> bytes | FactBaseError:
    if state and not stat.S_ISREG(state.st_mode) and not stat.S_ISDIR(state.st_mode):
        return FactBaseError(path, [Fault("no-ordinary-file")])
    try:
        return content_of(path)
    except FactBaseError as error:
        return error


def only_own(laid: FactBase, path: Path) -> FactBase:
    """What one own file says, as a fact base: its observations, with the sources that they cite."""
    name = name_of(path)
    facts = [
        fact._replace(observations=kept)
        for fact in laid.facts
        if (kept := tuple(each for each in fact.observations if each.own == name))
    ]
    cited = {each.source for fact in facts for said in fact.observations for each in said.citations}
    sources = {key: each for key, each in laid.sources.items() if key in cited or each.own == name}
    return laid._replace(facts=tuple(facts), sources=sources)


def counts(path: Path, own: FactBase) -> ReadFile:
    """How much an own file gives. A fact that it only adds observations to is not counted as its own."""
    observations = sum(len(fact.observations) for fact in own.facts)
    facts = sum(fact.own == name_of(path) for fact in own.facts)
    return ReadFile(visible(str(path)), (), len(own.topics), facts, observations, len(own.sources))


def name_of(path: Path) -> str:
    """How an own file is named in answers."""
    return visible(path.name)


def _added_to(fact: Fact, added: Iterable[Observation]) -> Fact:
    """A fact with observations added, each in the place of the one that it replaces, else behind."""
    observations = list(fact.observations)
    for each in added:
        if each.replaces is None:
            observations.append(each)
        else:
            written = each.replaces._replace(id="")
            observations[observations.index(written)] = each
    return fact._replace(observations=tuple(observations))


def _by_topic(facts: Iterable[Fact], topics: Iterable[Topic]) -> list[Fact]:
    """Facts in the order of their topics; of one topic, those that were there first."""
    order = {topic.id: position for position, topic in enumerate(topics)}
    return sorted(facts, key=lambda fact: order[fact.topic])


def _given(own: FactBase, name: str) -> Iterator[tuple[tuple[str, ...], Key]]:
    """What an own file defines or replaces, and the key of each."""
    yield from ((("topic", topic.id), (topic.id,)) for topic in own.topics)
    yield from ((("source", source), ("sources", source)) for source in own.sources)
    yield from ((("unit", unit), ("units", unit)) for unit in own.units)
    for fact in own.facts:
        key: Key = tuple(fact.id.split("."))
        if fact.own == name:
            yield ("fact", fact.id), key
        for number, each in enumerate(fact.observations):
            if each.replaces is not None:
                place = (*key, "observations", number, "replaces")
                yield ("observation", fact.id, each.replaces.id), place
