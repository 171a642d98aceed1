"""APA style, seventh edition: a reference in four elements, who, when, what, where (9.4).

Up to twenty authors all, of more the first nineteen and the last (9.8), initials after the family name; a
group as it is written (9.11); an author who is also the site stands once (10.16); no author: the title
comes first (9.12); no date: n.d. (9.17); no title: a description in brackets (9.22). A work that is a
periodical's part is upright and the periodical italic; a work that stands alone, a page of the web among
them, is italic itself (9.19). A date of retrieval belongs only to works that are meant to change (9.16).
A copy tells what it was taken from, as a reprinted work does (9.41).

APA sets titles in sentence case. No title is re-cased here, since a program cannot know which words are
names: they stand as they were published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.cite import words
from cci_cli.cite.names import initials
from cci_cli.cite.runs import italic, joined, roman, sentences

if TYPE_CHECKING:
    from cci_cli.cite.item import Item
    from cci_cli.cite.names import Name
    from cci_cli.cite.runs import Runs

_MOST_NAMES = 20
_BY_YEAR = ("book", "pamphlet", "report")
#: Works whose kind stands in brackets behind their title (9.21).
_TOLD = {"speech": "Speech", "interview": "Interview", "dataset": "Data set", "software": "Computer software"}


def reference(item: Item) -> Runs:
    """An entry of a reference list."""
    who, when, what = roman(_names(item)), roman(f"({_date(item)})"), _title(item)
    names = {name.text for name in item.responsible}
    container = italic(item.container) if item.in_periodical else roman(item.container)
    where = [place for place in (container, roman(item.publisher)) if place and place[0].text not in names]
    head = [who, when, what] if who else [what, when]
    parts = [sentences([*head, *where]), roman(item.url)]
    if item.copied_from:
        # upright: whether it is a periodical or an agency is not told
        parts.append(roman(f"(Reprinted from {item.copied_from})"))
    return joined(parts, " ")


def _title(item: Item) -> Runs:
    told = _TOLD.get(item.type)
    if not item.title:
        return roman(f"[{told or words.kind(item)}]")
    title = roman(item.title) if item.in_periodical else italic(item.title)
    about = [f"(Version {item.version})" if item.version else "", f"[{told}]" if told else ""]
    return joined([title, *(roman(each) for each in about)], " ")


def _names(item: Item) -> str:
    names = [_name(name) for name in item.responsible]
    if len(names) > _MOST_NAMES:
        return f"{', '.join(names[: _MOST_NAMES - 1])}, . . . {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _name(name: Name) -> str:
    return f"{name.family}, {initials(name.given)}" if name.family and name.given else name.text


def _date(item: Item) -> str:
    """The day of what appears daily or at any time; of a book or a report the year (9.14)."""
    date = item.date
    if date is None:
        return "n.d."
    by_year = item.type in _BY_YEAR and not item.repost
    month = words.MONTHS[date.month - 1] if date.month and not by_year else ""
    return f"{date.years}, {month} {date.day or ''}".strip() if month else date.years
