"""MLA style, ninth edition: an entry of a list of works cited, by the template of core elements (chapter 5).

Of two authors both, of more the first and others, the first inverted unless the name is written family
name first; a body that is also the publisher is left out of the author's place. A title in quotation
marks, italic if the work stands alone; without one a description in its place, upright and without
quotation marks. What is not known is left out: this edition has no "n.d.". A date of access is given
where there is no other. A copy says at the end, as a supplemental element, who published the text first.

MLA capitalises the words of English titles. No title is re-cased here: see :mod:`cci_cli.cite.apa`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.cite import words
from cci_cli.cite.runs import Runs, ended, italic, joined, quoted, roman, sentences

if TYPE_CHECKING:
    from cci_cli.cite.item import Date, Item
    from cci_cli.cite.names import Name

#: Months of more than four letters are shortened (appendix 1).
_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip


def reference(item: Item) -> Runs:
    """An entry of a list of works cited."""
    names = [name for name in item.names if name.text != item.place]
    container = [
        italic(item.container),
        roman(f"version {item.version}" if item.version else None),
        roman(item.publisher),
        roman(_date(item.date)),
        roman(item.url),
    ]
    where = joined(container, ", ")
    accessed = roman(f"Accessed {_date(item.accessed)}" if item.accessed and not item.date else None)
    origin = roman(f"Originally published by {item.copied_from}" if item.copied_from else None)
    return sentences([roman(_names(names, item)), _title(item), where, accessed, origin])


def _title(item: Item) -> Runs:
    if not item.title:
        return ended(roman(words.kind(item)))
    return italic(item.title) if item.alone else quoted(item.title, ".")


def _names(names: list[Name], item: Item) -> str:
    if not names:
        return ""
    first = _inverted(names[0])
    if len(names) == 1:
        return first
    if len(names) > 2:
        others = words.others(item)
        return f"{first}, {others}" if others.isascii() else f"{first}{others}"
    return f"{first}{',' if ',' in first else ''} and {names[1].text}"


def _inverted(name: Name) -> str:
    if not (name.family and name.given) or name.family_first:
        return name.text
    return f"{name.family}, {name.given}"


def _date(date: Date | None) -> str | None:
    if date is None:
        return None
    month = _MONTHS[date.month - 1] if date.month else ""
    return " ".join(filter(None, (str(date.day or ""), month, date.years)))
