"""TOML tables to the model. Every value is looked at, and every fault is kept, not only the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cci_cli import model
from cci_cli.factbase.table import Table
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


def read(tables: dict[str, Any]) -> tuple[model.FactBase, list[Fault]]:
    """The fact base of a parsed file, as written, and its faults. What could not be read is left out."""
    file = Table(tables, (), [])
    sources = {name: _source(table, name) for name, table in _named(file, "sources")}
    # the name of a unit is no slug ("%"), so it is made harmless as texts are
    units = {visible(name): _unit(table, visible(name)) for name, table in _named(file, "units", slugs=False)}
    topics: list[model.Topic] = []
    facts: list[model.Fact] = []
    for name in tables:
        if name not in RESERVED and (table := file.table(name)):
            _slug(file, name)
            topics.append(_topic(table, name))
            facts += _facts(table, name)
    if not topics:
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


def _topic(table: Table, name: str) -> model.Topic:
    label = table.text("label", required=True)
    return model.Topic(name, label or model.Text(name, name), table.strings("aliases"))


def _facts(topic: Table, name: str) -> Iterator[model.Fact]:
    for slug, value in topic.values.items():
        if slug in TOPIC_KEYS:
            continue
        if not isinstance(value, dict):
            topic.unknown(slug, TOPIC_KEYS)
        elif table := topic.table(slug):
            _slug(topic, slug)
            yield _fact(table, name, slug)


def _fact(table: Table, topic: str, slug: str) -> model.Fact:
    table.only(FACT_KEYS)
    observations = [_observation(each) for each in table.tables("observations")]
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
    )


def _break(table: Table) -> model.Break | None:
    table.only(BREAK_KEYS)
    time, caveat = table.time("time", required=True), table.text("caveat", required=True)
    return model.Break(time, caveat) if time and caveat else None


def _observation(table: Table) -> model.Observation:
    table.only(OBSERVATION_KEYS)
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


def _source(table: Table, name: str) -> model.Source:
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


def _unit(table: Table, name: str) -> model.Unit:
    table.only(UNIT_KEYS)
    english = table.string("en", required=True) or name
    return model.Unit(
        name, english, table.string("plural") or english, table.string("zh", required=True) or name
    )
