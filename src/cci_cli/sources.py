"""The sources of a fact base: those that answer to a question, and what leans on one of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cci_cli import periods
from cci_cli.lookup import NotFound, cited, find_source
from cci_cli.model import STANDINGS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cci_cli.index import Index
    from cci_cli.index.files import Files
    from cci_cli.model import Citation, Fact, Observation, Source, Unit


class SourcesPage(NamedTuple):
    """Sources, in the order of their file."""

    sources: dict[str, Source]


class Leaning(NamedTuple):
    """An observation that leans on a source: with these citations of it, on it ``alone`` or on others too.

    An implied value leans on the source that reported the growth it follows from.
    """

    fact: Fact
    observation: Observation
    citations: Sequence[Citation]
    alone: bool


class SourcePage(NamedTuple):
    """One source, and every observation that leans on it, whatever its rank or status."""

    source: Source
    leaning: list[Leaning]
    units: dict[str, Unit]


class NoSources(NotFound):
    """No source answers to what was asked of them.

    ``standings`` and ``years`` count those that there are, None being the year of the undated.
    """

    def __init__(self, sources: Mapping[str, Source]) -> None:
        super().__init__("sources", "")
        standings = Counter(each.standing for each in sources.values())
        self.standings = {standing: standings[standing] for standing in STANDINGS if standings[standing]}
        years = Counter(_year(each) for each in sources.values())
        self.years = dict(sorted(years.items(), key=lambda each: each[0] or 9999))


def source_page(index: Index, word: str) -> SourcePage:
    """The source that a word names, with what leans on it.

    Raises NotFound or Ambiguous.
    """
    source = find_source(index, word)
    return SourcePage(source, leaning(index.facts_citing(source.id), source.id), index.units())


def leaning(facts: Sequence[Fact], source: str) -> list[Leaning]:
    """The observations of some facts that lean on a source."""
    each_citing = (
        (fact, each, [citation for citation in each.citations if citation.source == source])
        for fact in facts
        for each in fact.observations
    )
    return [
        Leaning(fact, each, citations, alone=len(citations) == len(each.citations))
        for fact, each, citations in each_citing
        if citations
    ]


def sources_page(
    sources: Mapping[str, Source], standing: str | None = None, year: int | None = None
) -> SourcesPage:
    """Those of some sources that have a standing and were issued in a year; all where neither is asked.

    Raises NoSources if there is none.
    """
    kept = {
        name: source
        for name, source in sources.items()
        if standing in (None, source.standing) and year in (None, _year(source))
    }
    if not kept:
        raise NoSources(sources)
    return SourcesPage(kept)


def unused_sources(files: Files) -> dict[str, Source]:
    """The sources that a fact base file, or the user's own after it, defines and that no observation cites.

    Such a source is a fault, since no lookup ever leads to it; but while a base grows, sources are often
    noted first and cited later. So the file is read past that one fault, which keeps it from being read for
    anything else.

    Raises FactBaseError if it has any other.
    """
    from cci_cli.factbase.load import load
    from cci_cli.factbase.own import contents_of, lay_over

    base = load(Path(files.facts), forgiven=("unused-source",))
    base, _ = lay_over(base, contents_of(files))
    used = cited(base.facts)
    return {name: source for name, source in base.sources.items() if name not in used}


def _year(source: Source) -> int | None:
    return periods.year_of(source.issued) if source.issued else None
