"""BibTeX: entries that BibTeX's and biblatex's styles both take without a warning.

An article is an ``@article`` where it has all that plain BibTeX asks of one (author, title, journal,
year), else a ``@misc``, of which it asks nothing. Fields that only biblatex knows (``date``, ``langid``,
``origpublisher``, ``urldate``) are passed over by BibTeX. Titles and the names of agencies stand in double
braces, so that no style changes their capitals; keys are the ids of the sources. Quotes are ``annote``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cci_cli.cite import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cci_cli.cite import Noted
    from cci_cli.cite.item import Item
    from cci_cli.cite.names import Name

_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip
#: What cannot stand in a field that is taken as it is.
_NOT_IN_URL = re.compile(r'[\s{}\\"<>^`|]')
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: What babel calls the languages.
_LANGUAGES = {
    "zh": "chinese", "en": "english", "ja": "japanese", "de": "german", "it": "italian", "fil": "filipino",
    "ms": "malay", "fr": "french", "es": "spanish", "ru": "russian", "ko": "korean",
}  # fmt: skip


def file(items: Sequence[Noted]) -> str:
    """A ``.bib`` file."""
    return "\n".join(_entry(item, quotes) for item, quotes in items)


def escaped(text: str) -> str:
    """Text that LaTeX prints as it is."""
    return "".join(_ESCAPES.get(char, char) for char in text)


def _entry(item: Item, quotes: Sequence[str]) -> str:
    kind = _kind(item)
    fields = [f"  {name} = {value},\n" for name, value in _fields(item, kind, quotes)]
    return f"@{kind}{{{item.id},\n{''.join(fields)}}}\n"


def _kind(item: Item) -> str:
    if item.in_periodical and item.responsible and item.place and item.date:
        return "article"
    if item.type == "report" and item.responsible and item.date and item.place:
        return "techreport"
    return "misc"


def _fields(item: Item, kind: str, quotes: Sequence[str]) -> Iterator[tuple[str, str]]:
    if item.responsible:
        yield "author", "{" + " and ".join(_name(name) for name in item.responsible) + "}"
    else:  # what plain BibTeX sorts by
        yield "key", f"{{{escaped(item.title or item.id)}}}"
    yield "title", f"{{{{{escaped(item.title or f'[{words.kind(item, own=True)}]')}}}}}"
    place = {"article": "journal", "techreport": "institution"}.get(kind, "howpublished")
    if item.place:
        yield place, f"{{{escaped(item.place)}}}"
    yield from _dates(item)
    if item.url:
        yield "url", f"{{{_NOT_IN_URL.sub(_percent, item.url)}}}"
    if item.accessed:
        yield "urldate", f"{{{item.accessed.iso}}}"
    if item.version:
        yield "version", f"{{{escaped(item.version)}}}"
    if language := _LANGUAGES.get(item.language.split("-")[0]):
        yield "langid", f"{{{language}}}"
    if item.copied_from:
        yield "origpublisher", f"{{{escaped(item.copied_from)}}}"
        yield "note", f"{{{escaped(words.copied(item, item.copied_from))}}}"
    if quotes:
        yield "annote", f"{{{escaped('; '.join(quotes))}}}"


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    if item.date is None:
        return
    yield "year", f"{{{item.date.years.replace('–', '--')}}}"
    if item.date.month:
        yield "month", _MONTHS[item.date.month - 1]
    if item.date.month:  # biblatex takes the day from this, BibTeX passes it over
        yield "date", f"{{{item.date.iso}}}"


def _name(name: Name) -> str:
    if name.family is None or not name.given or "," in name.text:  # commas part what a name is made of
        return f"{{{escaped(name.text)}}}"
    return f"{escaped(name.family)}, {escaped(name.given)}"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
