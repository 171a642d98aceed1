"""The fact base as tables whose keys refer to each other: what a database and a data package are made of.

A text in two languages is two columns, a list is a JSON array. Absent is null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli.exports import rows
from cci_cli.model import KINDS, QUALIFIERS, RANKS, STANDINGS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cci_cli.exports.rows import Row, Told
    from cci_cli.exports.selection import Selection


class Column(NamedTuple):
    """A column: its name, its type in the words of Table Schema, and what it holds.

    ``required`` columns are never null; ``among`` are the only words that stand in it.
    """

    name: str
    type: str
    about: str
    required: bool = False
    among: tuple[str, ...] = ()


class Reference(NamedTuple):
    """Columns that name a row of another table by columns of that."""

    columns: tuple[str, ...]
    table: str
    named: tuple[str, ...] = ("id",)


class Table(NamedTuple):
    """A table. Its rows come from the whole (``of_all``), or fact by fact (``of_fact``)."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    of_all: Callable[[Selection], Iterable[Row]] | None = None
    of_fact: Callable[[Told], Iterable[Row]] | None = None


def _must(name: str, about: str, type_: str = "string", among: tuple[str, ...] = ()) -> Column:
    return Column(name, type_, about, required=True, among=among)


def _both(name: str, about: str, *, required: bool = False) -> tuple[Column, Column]:
    return (
        Column(f"{name}_en", "string", f"{about}, in English", required),
        Column(f"{name}_zh", "string", f"{about}, in Chinese", required),
    )


#: What tells the user's own facts from those of the fact base.
_OWN = Column("own", "string", "the user's own file that it comes from; null for what is built in")
_INSTEAD = _must("replaces_builtin", "whether it stands instead of the built-in one of this id", "boolean")
_OF_OBSERVATION = Reference(("fact", "observation"), "observations", ("fact", "id"))

TABLES = (
    Table(
        "topics",
        "The chapters of the fact base.",
        (
            _must("id", "what the topic is called on the command line"),
            *_both("label", "its name", required=True),
            _must("aliases", "other names", "array"),
            _OWN,
        ),
        ("id",),
        of_all=rows.topics,
    ),
    Table(
        "units",
        "The units of values: ISO 4217 codes of money, UCUM codes, and plain nouns.",
        (
            _must("id", "the unit as facts name it"),
            _must("en", "how one of it is written in English; of money, the sign"),
            _must("plural", "how several are written in English; of money, the sign"),
            _must("zh", "how it is written in Chinese"),
            _OWN,
        ),
        ("id",),
        of_all=rows.units,
    ),
    Table(
        "facts",
        "Each one thing that is counted or stated, with one scope.",
        (
            _must("position", "where in the fact base it stands, from 1 on", "integer"),
            _must("id", "topic.slug"),
            _must("topic", "its topic"),
            *_both("label", "what it is", required=True),
            _must("kind", "how its times are to be read", among=KINDS),
            Column("unit", "string", "the unit of its values"),
            *_both("scope", "what exactly is counted, whose, since when"),
            *_both("caveat", "what must be known before it is compared"),
            _must("aliases", "other names", "array"),
            _must("headline", "whether its topic's page shows it first", "boolean"),
            _OWN,
            _INSTEAD,
        ),
        ("id",),
        (Reference(("topic",), "topics"), Reference(("unit",), "units")),
        of_fact=rows.facts,
    ),
    Table(
        "breaks",
        "Times from which a fact counts differently: nothing is to be compared across one.",
        (
            _must("fact", "the fact"),
            _must("time", "from when on, in ISO 8601"),
            *_both("caveat", "what changed", required=True),
        ),
        ("fact", "time"),
        (Reference(("fact",), "facts"),),
        of_fact=rows.breaks,
    ),
    Table(
        "observations",
        "What was reported for a fact at one time: a value, or a text.",
        (
            _must("fact", "the fact"),
            _must("id", "its time, and #2, #3 … where a time occurs again"),
            _must("time", "ISO 8601: a year, a month, a day, or start/end"),
            _must("first_day", "the first day of its time", "date"),
            _must("last_day", "the last day of its time", "date"),
            Column("value", "number", "in base units (12.38 billion is 12380000000); null for a text alone"),
            Column("upper", "number", "the upper end, where the source gave a range from the value on"),
            Column("low", "number", "the lowest value that its words can mean; null for no limit"),
            Column("high", "number", "the highest value that its words can mean; null for no limit"),
            _must("qualifier", "how the source hedged the value", among=QUALIFIERS),
            Column(
                "growth", "number", "the change from the year before that the source reported, in percent"
            ),
            _must("growth_qualifier", "how the source hedged the growth", among=QUALIFIERS),
            *_both("text", "what happened or is so, in our words"),
            _must("status", "reported, or implied by the growth reported for the year after", among=STATUSES),
            _must("rank", "deprecated ones were published and are known to be wrong", among=RANKS),
            *_both("reason", "the reason for its rank"),
            *_both("caveat", "a doubt about it"),
            Column("formula", "string", "how an implied value was computed"),
            _must("partial", "whether it covers only a part of a year, and a whole one could be", "boolean"),
            _must("weak", "whether it rests on weak sources alone", "boolean"),
            _must("speaks", "whether it is what the fact says now, of all that is exported", "boolean"),
            _OWN,
            Column(
                "replaces", "string", "the id of the built-in observation that one of the user's stands for"
            ),
            Column("replaced_value", "number", "the value of that"),
            Column("replaced_upper", "number", "the upper end of that, where its source gave a range"),
            Column("replaced_qualifier", "string", "how the source of that hedged it", among=QUALIFIERS),
        ),
        ("fact", "id"),
        (Reference(("fact",), "facts"),),
        of_fact=rows.observations,
    ),
    Table(
        "sources",
        "The publications, with the fields of CSL items.",
        (
            _must("id", "publisher and date"),
            _must("type", "the type of a CSL item"),
            _must("standing", "who stands behind it", among=STANDINGS),
            Column("title", "string", "its title as published"),
            _must("authors", "names as printed; {name, family} of a person, {literal} of an agency", "array"),
            Column("container_title", "string", "where it was read"),
            Column("publisher", "string", "who published it"),
            Column("original_publisher", "string", "who published it first, if this is a copy"),
            Column("issued", "string", "its date, as far as it is known, in ISO 8601"),
            Column("url", "string", "its address"),
            Column("language", "string", "its language, as BCP 47 names it"),
            *_both("note", "what must be known of it"),
            _OWN,
            _INSTEAD,
        ),
        ("id",),
        of_all=rows.sources,
    ),
    Table(
        "citations",
        "The words of a source that carry an observation; those of an implied one are of the year after.",
        (
            _must("fact", "the fact"),
            _must("observation", "the observation"),
            _must("number", "which of the observation's citations, from 1 on", "integer"),
            _must("source", "the source"),
            _must("quote", "its own words"),
            Column("locator", "string", "where in the source they stand; ¶9 is its ninth paragraph"),
            *_both("exception", "why the number in the quote is not the value"),
            Column("link", "string", "the address at which the source opens at these words"),
        ),
        ("fact", "observation", "number"),
        (_OF_OBSERVATION, Reference(("source",), "sources")),
        of_fact=rows.citations,
    ),
    Table(
        "contradictions",
        "Pairs of observations of one time that cannot both be right, each pair once.",
        (
            _must("fact", "the fact"),
            _must("observation", "one of them"),
            _must("other", "the other"),
        ),
        ("fact", "observation", "other"),
        (_OF_OBSERVATION, Reference(("fact", "other"), "observations", ("fact", "id"))),
        of_fact=rows.contradictions,
    ),
)


def batches(selection: Selection) -> Iterator[tuple[Table, Iterable[Row]]]:
    """The rows of all tables with the table that they belong to, the facts being read but once."""
    for table in TABLES:
        if table.of_all:
            yield table, table.of_all(selection)
    for told in rows.told(selection):
        yield from of_fact(told)


def of_fact(told: Told) -> Iterator[tuple[Table, Iterable[Row]]]:
    """The rows of a fact with the table that they belong to."""
    for table in TABLES:
        if table.of_fact:
            yield table, table.of_fact(told)
