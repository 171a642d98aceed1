"""GB/T 7714: the Chinese national standard for references, numeric system, of 2025 and of 2015.

GB/T 7714-2025 (in force since 1 July 2026), by its clauses: names family first, in the letters of the
source, of three authors all and of more the first three (7.1); pinyin given names in full, others as
initials (7.1.1); a body that answers for a work as it is written (7.1.4); a title that there is not, put
together by the citer, in brackets (7.2.1); marks of type and medium (annex A); the date of access for web
sites, data sets and preprints only (8.11, 8.14, 8.15). Signs (6.2): the full stop, brackets, slash and
hyphen are half a Chinese character wide, the colon, comma and round brackets a whole one, as the standard
itself sets them.

The standard of 2015 sets family names in capitals (8.1.1), gives the date of access for whatever is online
(4.1 to 4.6), and is printed with half-width signs throughout.

Neither has a word for a date that is not known, or for a copy; both are put in brackets, the sign for
what the citer adds (6.2), on the pattern of "publisher unknown" (7.5.3.3); the first only where a reference
would have no date at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli.cite import words
from cci_cli.cite.names import initials
from cci_cli.cite.runs import roman

if TYPE_CHECKING:
    from cci_cli.cite.item import Item
    from cci_cli.cite.names import Name
    from cci_cli.cite.runs import Runs

#: Annex A.1, by the types of a CSL item; what is not here is a page of the web, or something else (Z).
_MARKS = {
    "article-newspaper": "N", "article-magazine": "J", "article-journal": "J", "book": "M", "chapter": "M",
    "pamphlet": "M", "report": "R", "paper-conference": "C", "dataset": "DS", "software": "CP",
    "legislation": "A", "regulation": "A", "treaty": "A",
}  # fmt: skip
#: Marks of works whose date stands in brackets, and with it the date of access; and of articles.
_WEB, _IN_PERIODICALS = ("EB", "DS", "CP"), ("N", "J")
_MOST_NAMES = 3


class _Edition(NamedTuple):
    """What differs between the two editions."""

    comma: str
    opening: str
    closing: str
    capitals: bool
    hyphen: str
    #: whether whatever is online gets a date of access
    accessed_always: bool
    #: marks of works that are dated by the day and not by their publisher and year
    by_day: tuple[str, ...]


_2025 = _Edition("，", "（", "）", capitals=False, hyphen="-", accessed_always=False, by_day=("R", "A"))
_2015 = _Edition(", ", "(", ")", capitals=True, hyphen=" ", accessed_always=True, by_day=())


def reference(item: Item) -> Runs:
    """A reference after GB/T 7714-2025."""
    return _reference(item, _2025)


def reference_2015(item: Item) -> Runs:
    """A reference after GB/T 7714-2015."""
    return _reference(item, _2015)


def _reference(item: Item, edition: _Edition) -> Runs:
    mark = _mark(item)
    title = item.title or f"[{words.kind(item, own=True)}]"
    copied = f"[{words.copied(item, item.copied_from)}]" if item.copied_from else ""
    published = _published(item, mark, edition)
    parts = [
        _names(item, edition),
        f"{title}[{mark}{'/OL' if item.url else ''}]",
        f"V{item.version}" if item.version else "",
        # a copy on the web: where other pages have the platform, before the date in brackets
        *([f"{copied}{published}"] if mark in _WEB else [copied, published]),
        item.url or "",
    ]
    text = ""
    for part in filter(None, parts):
        text += part if part.endswith(".") else f"{part}."
        text += " "
    return roman(text.rstrip())


def _mark(item: Item) -> str:
    if item.type in _MARKS and not (item.repost and item.url):
        return _MARKS[item.type]
    return "EB" if item.url else "Z"


def _published(item: Item, mark: str, edition: _Edition) -> str:
    """Where and when: of an article the periodical and its date, of a page of the web only the date.

    That there is no date is said where there is none of access either (8.11.3.2 has pages with that alone).
    """
    wanted = edition.accessed_always or mark in _WEB
    accessed = f"[{item.accessed.iso}]" if item.accessed and wanted else ""
    unknown = "" if item.date or accessed else f"[{words.no_date(item)}]"
    date = item.date.iso if item.date else unknown
    publisher = "" if item.responsible != item.names else item.place
    if mark in _IN_PERIODICALS:
        return edition.comma.join(filter(None, (item.place, date))) + accessed
    if mark in _WEB or (edition.accessed_always and item.url and not publisher):
        return (f"{edition.opening}{date}{edition.closing}" if item.date else unknown) + accessed
    if mark in edition.by_day:
        return date + accessed
    year = item.date.years.replace("–", "-") if item.date else unknown
    return edition.comma.join(filter(None, (publisher, year))) + accessed


def _names(item: Item, edition: _Edition) -> str:
    names = [_name(name, edition) for name in item.responsible]
    if len(names) > _MOST_NAMES:
        names = [*names[:_MOST_NAMES], words.others(item)]
    return edition.comma.join(names)


def _name(name: Name, edition: _Edition) -> str:
    if name.family is None:
        return name.text
    family = name.family.upper() if edition.capitals else name.family
    given = name.given if name.is_pinyin else initials(name.given, point="", hyphen=edition.hyphen)
    return f"{family} {given}".strip()
