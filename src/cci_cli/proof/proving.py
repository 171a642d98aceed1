"""Hold a fact base against a folder of copies of its sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.proof.copies import KINDS, Unread, UnreadCopy, by_source, files_in, read
from cci_cli.proof.coverage import coverage, passage
from cci_cli.proof.nearest import nearest
from cci_cli.proof.quotes import matches, sought

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from cci_cli.model import Citation, Fact, FactBase, Observation
    from cci_cli.proof.copies import Copy, Place
    from cci_cli.proof.coverage import Coverage
    from cci_cli.proof.quotes import Match

#: A file that is named after no source is one's copy if it holds so many of its quotes, and at least half.
_ENOUGH_QUOTES = 3
#: Names are compared with sources' only while there are few: each takes some milliseconds.
_MOST_NAMES_COMPARED = 50
_PARAGRAPH = re.compile(r"¶\s*([0-9]+)")


class Cited(NamedTuple):
    """A citation, and the fact and time that it is of."""

    fact: str
    time: str
    citation: Citation


class Nearest(NamedTuple):
    """The passage that comes nearest to a quote: its file and place, its words, how like (1 is the same)."""

    file: str
    place: Place
    text: str
    likeness: float


class Missing(NamedTuple):
    """A quote that does not stand in the copies of its source."""

    cited: Cited
    nearest: Nearest | None


class Elsewhere(NamedTuple):
    """A quote that stands in a copy, but in other paragraphs than its locator says."""

    cited: Cited
    file: str
    places: list[Place]


class Copied(NamedTuple):
    """What one copy shows: its quotes that were looked for and found, and its figures.

    ``recognised`` marks a file that is not named after the source, but holds its words.
    """

    source: str
    file: str
    encoding: str
    recognised: bool
    quotes: int
    found: int
    coverage: Coverage


class Proof(NamedTuple):
    """A fact base held against copies. ``unread`` are files that serve as no copy of a source.

    ``quotes`` counts the citations whose source has a copy, ``without_copy`` names the other sources.
    """

    folder: Path
    copies: list[Copied]
    quotes: int
    missing: list[Missing]
    elsewhere: list[Elsewhere]
    without_copy: list[str]
    unread: list[Unread]

    @property
    def is_complete(self) -> bool:
        """Whether every quote stands in its copy, and every figure of a copy in a quote."""
        return not (
            self.missing
            or any(copied.coverage.missing for copied in self.copies)
            or any(each.why not in ("no-source", "other-kind") for each in self.unread)
        )


class NoCopies(Exception):
    """There is nothing to hold the fact base against. ``why`` is a key of the messages."""

    def __init__(self, why: str, detail: str = "", unread: Sequence[Unread] = ()) -> None:
        super().__init__(why)
        self.why = why
        self.detail = detail
        self.unread = unread


def prove(base: FactBase, folder: Path) -> Proof:
    """Hold a fact base against the copies in a folder, named after its sources.

    Raises NoCopies if the folder is missing, none, unreadable, or holds no copy.
    """
    cited = _cited(base)
    named, strangers = by_source(_files(folder), base.sources)
    unread: list[Unread] = []
    copies: list[Copied] = []
    missing: list[Missing] = []
    elsewhere: list[Elsewhere] = []
    recognised = _recognised(
        strangers, {name: cited[name] for name in cited if name not in named}, unread, base
    )
    for source in base.sources:
        work = _Source(source, cited.get(source, []))
        for path in [*named.get(source, []), *recognised.get(source, [])]:
            try:
                copies.append(work.hold_against(read(path), recognised=source in recognised))
            except UnreadCopy as error:
                unread.append(Unread(path.name, error.why, error.detail))
        if work.read:
            missing += work.missing()
            elsewhere += work.elsewhere()
    if not copies:
        broken = any(each.why not in ("no-source", "other-kind") for each in unread)
        why = "no-copy-read" if broken else "no-copies"
        most_cited = max(cited, key=lambda source: len(cited[source]), default="ID")
        raise NoCopies(why, most_cited, sorted(unread))
    with_copy = {copied.source for copied in copies}
    quotes = sum(len(cited.get(source, [])) for source in with_copy)
    without = [source for source in base.sources if source not in with_copy]
    return Proof(folder, copies, quotes, missing, elsewhere, without, sorted(unread))


def _files(folder: Path) -> list[Path]:
    try:
        return files_in(folder)
    except FileNotFoundError as error:
        raise NoCopies("no-folder") from error
    except NotADirectoryError as error:
        raise NoCopies("not-a-folder") from error
    except (OSError, ValueError) as error:
        raise NoCopies("folder-unreadable", getattr(error, "strerror", None) or str(error)) from error


def _cited(base: FactBase) -> dict[str, list[Cited]]:
    """The citations of each source, in the order of the fact base."""
    found: dict[str, list[Cited]] = {}
    for fact, observation, citation in _citations(base):
        found.setdefault(citation.source, []).append(Cited(fact.id, observation.time, citation))
    return found


def _citations(base: FactBase) -> Iterator[tuple[Fact, Observation, Citation]]:
    for fact in base.facts:
        for observation in fact.observations:
            for citation in observation.citations:
                yield fact, observation, citation


class _Source:
    """One source while its copies are gone through, each let go of before the next is read."""

    def __init__(self, name: str, cited: list[Cited]) -> None:
        self.name = name
        self.cited = cited
        self.quotes = list(dict.fromkeys(each.citation.quote for each in cited))
        self.read = 0
        self._places: dict[str, list[tuple[str, list[Place]]]] = {}
        self._nearest: dict[str, Nearest] = {}

    def hold_against(self, copy: Copy, *, recognised: bool) -> Copied:
        """Look for every quote in a copy, and for the figures of it that none holds."""
        self.read += 1
        found: dict[str, list[Match]] = {quote: matches(quote, copy) for quote in self.quotes}
        for quote, where in found.items():
            if where:
                places = list(dict.fromkeys(copy.place(match.start) for match in where))
                self._places.setdefault(quote, []).append((copy.file, places))
            else:
                self._note_nearest(quote, copy)
        spans = [match for where in found.values() for match in where]
        count = sum(bool(found[each.citation.quote]) for each in self.cited)
        figures = coverage(copy, spans, self.quotes)
        return Copied(self.name, copy.file, copy.encoding, recognised, len(self.cited), count, figures)

    def _note_nearest(self, quote: str, copy: Copy) -> None:
        passed, known = nearest(quote, copy), self._nearest.get(quote)
        if passed and (known is None or passed.likeness > known.likeness):
            text = passage(copy.clean.text, passed.start, passed.end, beside=0)
            self._nearest[quote] = Nearest(copy.file, copy.place(passed.start), text, passed.likeness)

    def missing(self) -> Iterator[Missing]:
        """The citations whose quote stands in none of the copies."""
        for each in self.cited:
            if each.citation.quote not in self._places:
                yield Missing(each, self._nearest.get(each.citation.quote))

    def elsewhere(self) -> Iterator[Elsewhere]:
        """The citations whose quote stands in no copy in the paragraph that the locator says."""
        for each in self.cited:
            told = _PARAGRAPH.fullmatch(each.citation.locator or "")
            where = self._places.get(each.citation.quote)
            if (
                told
                and where
                and not any(int(told[1]) == place.paragraph for _, places in where for place in places)
            ):
                yield Elsewhere(each, *where[0])


def _recognised(
    strangers: list[Path], cited: dict[str, list[Cited]], unread: list[Unread], base: FactBase
) -> dict[str, list[Path]]:
    """Files that are named after no source, by the source that their words are of; the others are noted."""
    quotes = {source: {sought(each.citation.quote) for each in of} for source, of in cited.items()}
    found: dict[str, list[Path]] = {}
    for path in strangers:
        kind, source = path.suffix[1:].lower(), None
        if kind in KINDS:
            try:
                source = _source_of(read(path), quotes)
            except UnreadCopy as error:
                unread.append(Unread(path.name, "no-source", error.why))
                continue
        if source:
            found.setdefault(source, []).append(path)
            continue
        near = _near(path.stem, base) if len(strangers) <= _MOST_NAMES_COMPARED else ""
        why = "other-kind" if path.stem in base.sources else "no-source"
        unread.append(Unread(path.name, why, near))
    return found


def _source_of(copy: Copy, quotes: dict[str, set[str]]) -> str | None:
    """The source whose quotes a text holds, if it holds most of them and more than of any other."""
    text = copy.key.text
    counts = {source: sum(quote in text for quote in of) for source, of in quotes.items()}
    best, second = (*sorted(counts, key=lambda source: -counts[source])[:2], None, None)[:2]
    if best is None or counts[best] < max(_ENOUGH_QUOTES, len(quotes[best]) / 2):
        return None
    return best if second is None or counts[second] < counts[best] else None


def _near(name: str, base: FactBase) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name.casefold(), base.sources, n=1, cutoff=0.7)), "")
