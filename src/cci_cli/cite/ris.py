"""RIS: the tagged format that reference managers import. Quotes and the first publisher are notes (N1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.cite import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cci_cli.cite import Noted
    from cci_cli.cite.item import Date, Item
    from cci_cli.cite.names import Name

_TYPES = {
    "article-newspaper": "NEWS", "article-magazine": "MGZN", "article-journal": "JOUR", "book": "BOOK",
    "chapter": "CHAP", "report": "RPRT", "paper-conference": "CPAPER", "dataset": "DATA", "software": "COMP",
    "post-weblog": "BLOG", "legislation": "STAT", "regulation": "STAT", "pamphlet": "PAMP",
}  # fmt: skip


def file(items: Sequence[Noted]) -> str:
    """A ``.ris`` file."""
    return "\n".join("".join(_record(item, quotes)) for item, quotes in items)


def _record(item: Item, quotes: Sequence[str]) -> Iterator[str]:
    for tag, value in [("TY", _type(item)), *_fields(item, quotes), ("ER", "")]:
        if value or tag == "ER":
            yield f"{tag}  - {value}\n"


def _type(item: Item) -> str:
    if item.repost:
        return "ELEC"
    return _TYPES.get(item.type, "ELEC" if item.url else "GEN")


def _fields(item: Item, quotes: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield "ID", item.id
    for name in item.responsible:
        yield "AU", _name(name)
    yield "TI", item.title or f"[{words.kind(item, own=True)}]"
    yield "T2", item.container or ""
    yield "PB", item.publisher or ""
    if item.date:
        yield "PY", f"{item.date.year:04d}"
        yield "DA", _date(item.date)
    yield "ET", item.version or ""
    yield "LA", item.language
    yield "UR", item.url or ""
    yield "Y2", _date(item.accessed) if item.accessed else ""
    if item.copied_from:
        yield "N1", words.copied(item, item.copied_from)
    for quote in quotes:
        yield "N1", quote


def _name(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.family and name.given else name.text


def _date(date: Date) -> str:
    """``2020/11/08/``, ``2020/11//``, ``2020///``: year, month, day, and what the source adds."""
    parts = [f"{part:02d}" if part else "" for part in (date.month, date.day)]
    return "/".join([f"{date.year:04d}", *parts, ""])
