"""TOML tables to the model. Every value is looked at, and every fault is kept, not only the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cci_cli import model
from cci_cli.derive import named
from cci_cli.factbase.table import Table, near
from cci_cli.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.factbase.faults import Fault

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
#: Tables of the file that are not topics.
RESERVED = ("sources", "units")
#: The keys of each kind of table, in the order in which a tidy file has them.
TOPIC_KEYS = ("label", "aliases")
FACT_KEYS = ("label", "kind", "unit", "headline", "scope", "caveat", "aliases", "break", "observations")
OBSERVATION_KEYS = (
    "time", "value", "upper", "qualifier", "growth", "growth-qualifier", "text", "rank", "reason",
    "caveat", "citations",
)  # fmt: skip
SOURCE_KEYS = (
    "type", "standing", "title", "author", "container-title", "publisher", "original-publisher",
    "issued", "url", "language", "note",
)  # fmt: skip
CITATION_KEYS = ("source", "quote", "locator", "exception")
BREAK_KEYS = ("time", "caveat")
UNIT_KEYS = ("en", "plural", "zh")
#: The types of a CSL item that a source may have.
CSL_TYPES = (
    "article", "article-journal", "article-magazine", "article-newspaper", "book", "broadcast",
    "chapter", "dataset", "document", "entry", "event", "interview", "legislation", "pamphlet",
    "paper-conference", "post", "post-weblog", "regulation", "report", "speech", "treaty", "webpage",
)  # fmt: skip


class Laid:
    """How a file of the user's own is laid over what is beneath it: a fact base, with own files before.

    ``name`` is the file's. ``topics`` and ``facts`` are those beneath, by their ids.
    """

    def __init__(self, name: str, base: model.FactBase) -> None:
        self.name = name
        self.topics = {topic.id: topic for topic in base.topics}
        self.facts = {fact.id: fact for fact in base.facts}

    def replaceable(self, fact: model.Fact) -> dict[str, model.Observation]:
        """The observations of the fact base that can be replaced in a fact, by their ids."""
        if fact.own is not None:
            return {}
        builtin = [each.replaces or each for each in fact.observations if each.own is None or each.replaces]
        return named([each._replace(id="") for each in builtin])


def read(tables: dict[str, Any], over: Laid | None = None) -> tuple[model.FactBase, list[Fault]]:
    """The fact base of a parsed file, as written, and its faults. What could not be read is left out.

    A file of the user's own is laid ``over`` something: it need not define what it adds to.
    """
    file = Table(tables, (), [])
    own = over.name if over else None
    sources = {name: _source(table, name, own) for name, table in _named(file, "sources")}
    # the name of a unit is no slug ("%"), so it is made harmless as texts are
    units = {
        visible(name): _unit(table, visible(name), own) for name, table in _named(file, "units", slugs=False)
    }
    topics: list[model.Topic] = []
    facts: list[model.Fact] = []
    for name in tables:
        if name not in RESERVED and (table := file.table(name)):
            _slug(file, name)
            if over is None or table.values.keys() & set(TOPIC_KEYS):
                topics.append(_topic(table, name, own))
            elif name not in over.topics:
                file.fault("undefined-topic", name, name=name, near=near(name, list(over.topics)))
                continue
            facts += _facts(table, name, over)
    if not topics and over is None:
        file.fault("no-topics")
    return model.FactBase(tuple(topics), tuple(facts), sources, units), file.faults


def _named(file: Table, group: str, *, slugs: bool = True) -> Iterator[tuple[str, Table]]:
    parent = file.table(group)
    for name in parent.values if parent else ():
        assert parent
        if slugs:
            _slug(parent, name)
        if table := parent.table(name):
            yield name, table


def _slug(parent: Table, name: str) -> None:
    if not _SLUG.fullmatch(name):
        parent.fault("malformed-id", name, name=name)


def _topic(table: Table, name: str, own: str | None) -> model.Topic:
    label = table.text("label", required=True)
    return model.Topic(name, label or model.Text(name, name), table.strings("aliases"), own)


def _facts(topic: Table, name: str, over: Laid | None) -> Iterator[model.Fact]:
    for slug, value in topic.values.items():
        if slug in TOPIC_KEYS:
            continue
        if not isinstance(value, dict):
            topic.unknown(slug, TOPIC_KEYS)
        elif table := topic.table(slug):
            _slug(topic, slug)
            if over and table.values.keys() == {"observations"}:
                yield from _added(table, f"{name}.{slug}", over)
            else:
                yield _fact(table, name, slug, over.name if over else None)


def _added(table: Table, name: str, over: Laid) -> Iterator[model.Fact]:
    """The fact beneath that own observations are added to, with these alone."""
    fact = over.facts.get(name)
    if fact is None:
        table.fault("undefined-fact", name=name, near=near(name, list(over.facts)))
        return
    known = over.replaceable(fact)
    if table.lacks("observations"):
        table.fault("no-observations")
    added = [_replacing(each, known, over.name) for each in table.tables("observations")]
    yield fact._replace(observations=tuple(added))


def _replacing(table: Table, known: dict[str, model.Observation], own: str) -> model.Observation:
    """An own observation, with the one beneath that it replaces, if it names one."""
    table.only((*OBSERVATION_KEYS, "replaces"))
    observation = _said(table, own)
    wanted = table.string("replaces")
    if wanted is None:
        return observation
    if wanted not in known:
        told = {"name": wanted, "known": ", ".join(known), "near": near(wanted, list(known))}
        table.fault("undefined-observation", "replaces", **told)
        return observation
    return observation._replace(replaces=known[wanted])


def _fact(table: Table, topic: str, slug: str, own: str | None) -> model.Fact:
    table.only(FACT_KEYS)
    observations = [_observation(each, own) for each in table.tables("observations")]
    if table.lacks("observations"):
        table.fault("no-observations")
    breaks = [_break(each) for each in table.tables("break")]
    return model.Fact(
        id=f"{topic}.{slug}",
        topic=topic,
        label=table.text("label", required=True) or model.Text(slug, slug),
        kind=table.choice("kind", model.KINDS),
        unit=table.string("unit"),
        scope=table.text("scope"),
        caveat=table.text("caveat"),
        aliases=table.strings("aliases"),
        headline=table.flag("headline"),
        breaks=tuple(each for each in breaks if each),
        observations=tuple(observations),
        own=own,
    )


def _break(table: Table) -> model.Break | None:
    table.only(BREAK_KEYS)
    time, caveat = table.time("time", required=True), table.text("caveat", required=True)
    return model.Break(time, caveat) if time and caveat else None


def _observation(table: Table, own: str | None) -> model.Observation:
    table.only(OBSERVATION_KEYS)
    return _said(table, own)


def _said(table: Table, own: str | None) -> model.Observation:
    citations = [_citation(each) for each in table.tables("citations")]
    if table.lacks("citations"):
        table.fault("no-citations")
    observation = model.Observation(
        id="",
        time=table.time("time", required=True) or "0001",
        value=table.number("value"),
        upper=table.number("upper"),
        qualifier=table.choice("qualifier", model.QUALIFIERS, "exact"),
        growth=table.number("growth"),
        growth_qualifier=table.choice("growth-qualifier", model.QUALIFIERS, "exact"),
        text=table.text("text"),
        rank=table.choice("rank", model.RANKS, "normal"),
        reason=table.text("reason"),
        caveat=table.text("caveat"),
        citations=tuple(citations),
        own=own,
    )
    if not {"value", "text"} & table.values.keys():
        table.fault("says-nothing")
    return observation


def _citation(table: Table) -> model.Citation:
    table.only(CITATION_KEYS)
    return model.Citation(
        table.string("source", required=True) or "",
        table.string("quote", required=True) or "",
        table.string("locator"),
        table.text("exception"),
    )


def _source(table: Table, name: str, own: str | None) -> model.Source:
    table.only(SOURCE_KEYS)
    return model.Source(
        id=name,
        type=table.choice("type", CSL_TYPES),
        standing=table.choice("standing", model.STANDINGS, "press"),
        title=table.string("title"),
        author=tuple(_authors(table)),
        container_title=table.string("container-title"),
        publisher=table.string("publisher"),
        original_publisher=table.string("original-publisher"),
        issued=table.time("issued"),
        url=table.string("url"),
        language=table.string("language"),
        note=table.text("note"),
        own=own,
    )


def _authors(table: Table) -> Iterator[model.Author]:
    """People are plain strings, agencies ``{ literal = "…" }``, as in CSL.

    A person whose family name must be told is ``{ name = "…", family = "…" }``.
    """
    authors = table.values.get("author", [])
    if not isinstance(authors, list):
        table.strings("author")
        return
    names = Table(dict(enumerate(authors)), (*table.key, "author"), table.faults)
    for position, author in enumerate(authors):
        if isinstance(author, dict):
            if read := _author(Table(author, (*names.key, position), table.faults)):
                yield read
        elif name := names.string(position):
            yield model.Author(name)


def _author(table: Table) -> model.Author | None:
    table.only(("name", "family") if "name" in table.values else ("literal",))
    if "name" not in table.values:
        literal = table.string("literal", required=True)
        return model.Author(literal, literal=True) if literal else None
    name, family = table.string("name", required=True), table.string("family", required=True)
    if not (name and family):
        return None
    if not re.search(rf"(?<!\w){re.escape(family)}(?!\w)", name):
        table.fault("family-not-in-name", "family", family=family, name=name)
    return model.Author(name, family=family)


def _unit(table: Table, name: str, own: str | None) -> model.Unit:
    table.only(UNIT_KEYS)
    english = table.string("en", required=True) or name
    return model.Unit(
        name, english, table.string("plural") or english, table.string("zh", required=True) or name, own
    )
