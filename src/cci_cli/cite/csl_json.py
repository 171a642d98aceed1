"""CSL-JSON: the items of the Citation Style Language, as reference managers and pandoc read them.

Quotes are the ``note``, the first publisher is CSL's ``original-publisher``. A Chinese name is one family
name, since where it divides is not told; every CSL style prints it so.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cci_cli.cite import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cci_cli.cite import Noted
    from cci_cli.cite.item import Date, Item
    from cci_cli.cite.names import Name


def file(items: Sequence[Noted]) -> str:
    """A list of items, as JSON with a line break at its end."""
    return json.dumps([csl_item(item, quotes) for item, quotes in items], ensure_ascii=False, indent=2) + "\n"


def csl_item(item: Item, quotes: Sequence[str] = ()) -> dict[str, Any]:
    """An item in CSL's fields; what is not known is absent."""
    fields = {
        "id": item.id,
        "type": _type(item),
        "title": item.title or f"[{words.kind(item, own=True)}]",
        "author": [_name(name) for name in item.responsible],
        "container-title": item.container,
        "publisher": None if item.responsible != item.names else item.publisher,
        "original-publisher": item.origin,
        "version": item.version,
        "issued": _date(item.date),
        "accessed": _date(item.accessed),
        "URL": item.url,
        "language": item.language,
        "note": "; ".join(quotes),
    }
    return {name: value for name, value in fields.items() if value}


def _type(item: Item) -> str:
    if item.repost and item.url:
        return "webpage"
    return "document" if item.type == "event" else item.type  # not in the schema of the data


def _name(name: Name) -> dict[str, str]:
    if name.agency:
        return {"literal": name.text}
    if name.family and name.given:
        return {"family": name.family, "given": name.given}
    return {"family": name.text}


def _date(date: Date | None) -> dict[str, list[list[int]]] | None:
    if date is None:
        return None
    first = [part for part in (date.year, date.month, date.day) if part]
    return {"date-parts": [first, [date.until]] if date.until else [first]}
