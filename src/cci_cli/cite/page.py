"""What ``cci cite`` found: references to sources, with what a fact quotes from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import __released__, __version__, lookup
from cci_cli.cite import TEXT_STYLES, reference
from cci_cli.cite.item import Date, Item, date_of, item_of
from cci_cli.lookup import Ambiguous, NotFound
from cci_cli.model import STANDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cci_cli.index import Index
    from cci_cli.model import Fact, Observation, Source, Unit


class Quote(NamedTuple):
    """A source's own words that carry an observation of a fact, and where they stand in it.

    ``status`` is the observation's: the words behind an implied one are of the year after. ``contradicts``
    is the id of the observation asked for, where these words are of one that contradicts it.
    """

    fact: str
    observation: str
    time: str
    quote: str
    locator: str | None
    status: str = "reported"
    contradicts: str | None = None


class Reference(NamedTuple):
    """One thing cited, and what is quoted from it."""

    item: Item
    quotes: tuple[Quote, ...] = ()


class CitePage(NamedTuple):
    """References in a style, each source once.

    ``spoken`` are the facts asked for, each with the observation whose sources are cited.
    """

    style: str
    references: list[Reference]
    spoken: list[tuple[Fact, Observation]]
    sources: dict[str, Source]
    units: dict[str, Unit]

    @property
    def wants_access(self) -> bool:
        """Whether the style gives a date of access somewhere that nobody has told."""
        if self.style not in TEXT_STYLES:
            return False
        untold = (each.item for each in self.references if each.item.url and not each.item.accessed)
        return any(
            reference(self.style, item) != reference(self.style, item._replace(accessed=Date(2000)))
            for item in untold
        )


def cite_page(
    index: Index, words: Sequence[str], style: str, year: int | None = None, accessed: Date | None = None
) -> CitePage:
    """The sources that words name, or on which the facts that they name rest; of a fact the best first.

    A fact is cited for the observation that speaks for it, with a year for that year. Raises NotFound or
    Ambiguous.
    """
    found = [_found(index, word) for word in words]
    spoken = [(fact, _speaking(index, fact, year)) for fact in found if not isinstance(fact, str)]
    told = {fact.id: each for fact, each in spoken}
    cited = {
        each.source
        for fact, observation in spoken
        for side in (observation, *lookup.rivals(fact, observation))
        for each in side.citations
    }
    sources = index.sources(cited | {each for each in found if isinstance(each, str)})
    quotes: dict[str, list[Quote]] = {}
    for each in found:
        if isinstance(each, str):
            quotes.setdefault(each, [])
        else:
            for source, quote in _of_all_sides(each, told[each.id], sources):
                quotes.setdefault(source, []).append(quote)
    references = [
        Reference(item_of(sources[source], accessed), tuple(dict.fromkeys(each)))
        for source, each in quotes.items()
    ]
    return CitePage(style, references, spoken, {name: sources[name] for name in quotes}, index.units())


def self_page(index: Index, style: str, lang: str, own: str | None = None) -> CitePage:
    """The program and its fact base as things to be cited; ``own`` is the name of a reader's own file.

    The program is dated by its release; the fact base by its newest source, since nothing in it is later.
    """
    from cci_cli.messages import say

    language = "zh-Hans" if lang == "zh" else "en"
    released = date_of(__released__) if __released__ else None
    program = Item("cci", "software", title=say(lang, "program"), date=released, version=__version__)
    dates = [source.issued for source in index.sources().values() if source.issued]
    title = say(lang, "cite.own-fact-base", name=own) if own else say(lang, "cite.fact-base")
    base = Item(
        "cci-fact-base",
        "dataset",
        title=title,
        date=date_of(max(dates)) if dates else None,
        version=None if own else __version__,
    )
    references = [Reference(each._replace(language=language)) for each in (program, base)]
    return CitePage(style, references, [], {}, {})


def _found(index: Index, word: str) -> Fact | str:
    """The fact, or the id of the source, that a word names. Only the id of one may also be part of others."""
    if word in index.sources([word]):
        return word
    missed: list[NotFound] = []
    found: list[Fact | str] = []
    try:
        found.append(lookup.find_fact(index, word))
    except NotFound as error:
        missed.append(error)
    try:
        found.append(lookup.find_source(index, word).id)
    except NotFound as error:
        missed.append(error)
    several = [each for each in missed if isinstance(each, Ambiguous)]
    if len(found) == 1 and not several:
        return found[0]
    if found and not isinstance(found[0], str) and found[0].id == word:
        return found[0]
    if not found and not several:
        raise NotFound("citable", word, [near for each in missed for near in each.near])
    labels = {each.id: each.label for each in found if not isinstance(each, str)}
    names = [each if isinstance(each, str) else each.id for each in found]
    for each in several:
        names += each.near
        labels |= each.labels
    raise Ambiguous("citable", word, names, labels)


def _speaking(index: Index, fact: Fact, year: int | None) -> Observation:
    kept = fact if year is None else lookup.fact_page(index, fact.id, year).fact
    observation = lookup.speaking(kept, index.sources(lookup.cited([kept])))
    assert observation
    return observation


def _of_all_sides(
    fact: Fact, observation: Observation, sources: dict[str, Source]
) -> Iterable[tuple[str, Quote]]:
    """An observation's sources with the words of each, the best first; then those that contradict it."""
    for side in (observation, *lookup.rivals(fact, observation)):
        against = None if side is observation else observation.id
        ordered = sorted(side.citations, key=lambda each: STANDINGS.index(sources[each.source].standing))
        for each in ordered:
            yield (
                each.source,
                Quote(fact.id, side.id, side.time, each.quote, each.locator, side.status, against),
            )
