"""The Chicago Manual of Style, seventeenth edition, notes and bibliography (chapter 14).

The bibliography: the first author inverted, up to ten (14.76); an unsigned article goes under its
periodical (14.199), a page under the body whose site it is on (14.207). A note: names as they are
spoken, up to three, of more the first (14.76). Titles of articles, pages and speeches stand in quotation
marks, those of periodicals and of works that stand alone are italic. No date: n.d. (14.145), unless a date
of access is there to stand for it (14.12). No title: what the work is, in brackets. Names that are written
family name first are not inverted and take no comma, as Chinese names have it (8.16).

A copy says before its address who published the text first. No title is re-cased, as in
:mod:`cci_cli.cite.apa`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cci_cli.cite import words
from cci_cli.cite.runs import Runs, ended, italic, joined, quoted, roman, sentences

if TYPE_CHECKING:
    from cci_cli.cite.item import Date, Item
    from cci_cli.cite.names import Name

#: The comma of a title at the end of a note.
_COMMA = re.compile(",(’?”)$")
_MOST_LISTED, _MOST_IN_NOTE = 10, 3
#: Books, and reports, which are treated like them: dated by the year (14.142, 14.220).
_BOOKS = ("book", "pamphlet", "report")


def reference(item: Item) -> Runs:
    """An entry of a bibliography."""
    who = roman(_listed(item)) or _place(item)
    names = [name.text for name in item.responsible]
    where = () if not names or item.place in names else _place(item)
    title = _title(item, ".")
    version = roman(f"Version {item.version}") if item.version else ()
    site = where if not (item.in_periodical or item.alone) else ()
    issued = joined([() if site else where, roman(_date(item))], ", ")
    origin = roman(f"Originally published by {item.copied_from}") if item.copied_from else ()
    accessed = roman(_capital(_accessed(item)))
    return sentences([who, title, version, site, issued, accessed, origin, roman(item.url)])


def note(item: Item) -> Runs:
    """A full note: commas between its parts; of a book the facts of publication in brackets."""
    where = () if item.place in [name.text for name in item.responsible] else _place(item)
    version = roman(f"version {item.version}") if item.version else ()
    published = [where, roman(_date(item))]
    if _is_book(item) and any(published):
        published = [(*roman("("), *joined(published, ", "), *roman(")"))]
    origin = roman(f"originally published by {item.copied_from}") if item.copied_from else ()
    title = _title(item, "" if _is_book(item) else ",")
    parts = [roman(_noted(item)), title, version, *published]
    parts += [roman(_accessed(item)), origin, roman(item.url)]
    result: Runs = ()
    for part in filter(None, parts):
        blank = not result or result[-1].text.endswith("”") or part[0].text == "("
        result = (*result, *roman("" if not result else " " if blank else ", "), *part)
    return ended(_without_comma(result))


def _without_comma(runs: Runs) -> Runs:
    """A note that ends with its title has no comma in the quotation marks."""
    last = runs[-1]
    return (*runs[:-1], last._replace(text=_COMMA.sub(r".\1", last.text)))


def _title(item: Item, sign: str) -> Runs:
    if not item.title:
        return roman(f"[{words.kind(item)}]")
    return italic(item.title) if item.alone else quoted(item.title, sign)


def _place(item: Item) -> Runs:
    return italic(item.place) if item.in_periodical and item.container else roman(item.place)


def _listed(item: Item) -> str:
    """The authors of an entry: the first inverted."""
    names = [name.text for name in item.responsible]
    if not names:
        return ""
    shown = names if len(names) <= _MOST_LISTED else names[:7]
    first = _inverted(item.responsible[0])
    if len(shown) < len(names):
        return _and_others([first, *shown[1:]], item)
    if len(shown) == 1:
        return first
    comma = ", " if len(shown) > 2 or "," in first else " "
    return f"{', '.join([first, *shown[1:-1]])}{comma}and {shown[-1]}"


def _noted(item: Item) -> str:
    """The authors of a note: as they are spoken."""
    names = [name.text for name in item.responsible]
    if len(names) > _MOST_IN_NOTE:
        return _and_others(names[:1], item)
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _and_others(names: list[str], item: Item) -> str:
    others = words.others(item)
    if others.isascii():
        return f"{', '.join(names)}{',' if len(names) > 1 else ''} {others}"
    return "、".join(names) + others


def _inverted(name: Name) -> str:
    if not (name.family and name.given) or name.family_first:
        return name.text
    return f"{name.family}, {name.given}"


def _date(item: Item) -> str:
    """The date of publication; that there is none, unless a date of access stands for it."""
    if item.date is None:
        return "" if item.accessed else "n.d."
    return item.date.years if _is_book(item) else _written(item.date)


def _is_book(item: Item) -> bool:
    return item.type in _BOOKS and not item.repost


def _accessed(item: Item) -> str:
    return f"accessed {_written(item.accessed)}" if item.accessed and not item.date else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _written(date: Date) -> str:
    month = words.MONTHS[date.month - 1] if date.month else ""
    if date.day:
        return f"{month} {date.day}, {date.years}"
    return f"{month} {date.years}".strip()
