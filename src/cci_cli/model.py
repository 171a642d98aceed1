"""What the fact base holds: topics, facts, observations, citations, sources.

The words are those of SDMX (observation, time, unit), Wikidata (rank, qualifier), the W3C Web
Annotation model (quote, locator) and CSL (source fields). Everything is immutable; a module that
adds knowledge to a fact (:mod:`cci_cli.derive`) returns a new one.

``own`` is the name of the user's own file (``facts.d``) that a thing comes from, and None for what the fact
base itself says; ``replaces_builtin`` marks what stands instead of something of the same id there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

    Number = int | Decimal

KINDS = ("stock", "flow", "level", "share", "event", "statement")
QUALIFIERS = ("exact", "over", "about", "nearly", "at-least", "at-most")
RANKS = ("preferred", "normal", "deprecated")
STATUSES = ("reported", "implied")
#: A floating-point number keeps so many digits exactly: with more, a value could not go through JSON.
MOST_DIGITS = 15
#: Best first: who stands behind a source. See :attr:`Source.standing`.
STANDINGS = ("official", "press", "repost", "weak")


class Text(NamedTuple):
    """One text in both languages."""

    en: str
    zh: str


class Citation(NamedTuple):
    """The link from an observation to the words of a source that carry it.

    ``exception`` says why the number in the quote is not the observation's value (for example when
    the quote says "tripled"); without one, ``cci check`` demands the number. ``link`` is the address
    at which the source opens at the quote, for a source on the web; it follows from the two.
    """

    source: str
    quote: str
    locator: str | None = None
    exception: Text | None = None
    link: str | None = None


class Break(NamedTuple):
    """A date from which a fact counts differently: nothing is compared across it."""

    time: str
    caveat: Text


class Observation(NamedTuple):
    """What was reported for a fact at one time: a value in base units, or a text.

    ``time`` is ISO 8601 (a year, month, day, or an interval ``start/end``). ``upper`` is the upper
    end where the source gave a range; ``value`` is then its lower end. ``growth`` is the
    year-on-year change in percent that the source itself reported. ``partial`` marks a flow that
    does not cover whole calendar years, ``weak`` one that rests on weak sources alone.
    ``conflicts_with`` names the ids of the observations that this one contradicts; ``formula`` is
    given for implied values only. ``replaces`` is the observation of the fact base that one of the user's
    own stands for, so that what was said there is not lost.
    """

    id: str
    time: str
    value: Number | None = None
    upper: Number | None = None
    qualifier: str = "exact"
    growth: Number | None = None
    growth_qualifier: str = "exact"
    text: Text | None = None
    status: str = "reported"
    rank: str = "normal"
    reason: Text | None = None
    caveat: Text | None = None
    formula: str | None = None
    partial: bool = False
    weak: bool = False
    conflicts_with: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    own: str | None = None
    replaces: Observation | None = None


class Fact(NamedTuple):
    """One series: one thing counted or stated, with one scope. ``id`` is ``topic.slug``.

    ``headline`` marks the facts that a topic's page shows first. ``observations`` are in order of
    time.
    """

    id: str
    topic: str
    label: Text
    kind: str
    unit: str | None = None
    scope: Text | None = None
    caveat: Text | None = None
    aliases: tuple[str, ...] = ()
    headline: bool = False
    breaks: tuple[Break, ...] = ()
    observations: tuple[Observation, ...] = ()
    own: str | None = None
    replaces_builtin: bool = False


class Author(NamedTuple):
    """A person's name as it is printed, or (``literal``) an agency's, as in a CSL name.

    ``family`` is the part of a person's name that is the family name, where a reader could not know:
    "Zhao Yufei" is a Zhao, "Yuting Chen" a Chen.
    """

    name: str
    literal: bool = False
    family: str | None = None


class Source(NamedTuple):
    """A publication, with the fields and the ``type`` of a CSL item; what is not known is absent.

    ``standing`` is ``official`` (a government, an agency of it, the initiative's bodies), ``press``,
    ``repost`` (a copy, its original named) or ``weak`` (self-media, unnamed, machine-made).
    """

    id: str
    type: str
    standing: str = "press"
    title: str | None = None
    author: tuple[Author, ...] = ()
    container_title: str | None = None
    publisher: str | None = None
    original_publisher: str | None = None
    issued: str | None = None
    url: str | None = None
    language: str | None = None
    note: Text | None = None
    own: str | None = None
    replaces_builtin: bool = False


class Unit(NamedTuple):
    """How a unit is written: in English (singular and plural) and in Chinese (the measure word)."""

    id: str
    en: str
    plural: str
    zh: str
    own: str | None = None


class Topic(NamedTuple):
    """A chapter of the fact base."""

    id: str
    label: Text
    aliases: tuple[str, ...] = ()
    own: str | None = None


class FactBase(NamedTuple):
    """Everything a fact base holds, in the order of its file."""

    topics: tuple[Topic, ...]
    facts: tuple[Fact, ...]
    sources: dict[str, Source]
    units: dict[str, Unit]
