"""A timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import encode
from cci_cli.messages import say
from cci_cli.render.documents import contract, sources_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.encode import Json
    from cci_cli.render.records import Record
    from cci_cli.render.rows import Rows
    from cci_cli.timeline import Entry, TimelinePage


def document(page: TimelinePage) -> Json:
    """The years asked for, the entries in order of time, a single year's figures, and their sources."""
    figures = None if page.figures is None else [_entry_json(each) for each in page.figures]
    return contract(
        first_year=page.years[0] if page.years else None,
        last_year=page.years[1] if page.years else None,
        topic=page.topic.id if page.topic else None,
        entries=[_entry_json(each) for each in page.entries],
        figures=figures,
        sources=sources_json(page.sources),
    )


def _entry_json(entry: Entry) -> Json:
    """An observation with what must be known of its fact."""
    about = encode.fact_json(entry.fact._replace(observations=()))
    known = {name: about[name] for name in ("topic", "label", "kind", "unit", "scope", "caveat")}
    return {"fact": entry.fact.id, **known, "observation": encode.observation_json(entry.observation)}


def rows(page: TimelinePage, lang: str) -> Rows:
    """A row an entry, in order of time; then a row a figure."""
    from cci_cli.render.rows import FACT_CELLS, fact_cells, titled

    body = []
    for fact, observation in _all(page):
        value, time, *rest = fact_cells(fact, observation, page.units, lang)
        kind = say(lang, fact.kind)
        body.append([time, kind, fact.id, getattr(fact.label, lang), value, *rest])
    return titled(("as-of", "kind", "id", "what", "value", *FACT_CELLS[2:]), body, lang)


def records(page: TimelinePage) -> Iterator[Record]:
    """A record an entry, then a record a figure."""
    from cci_cli.render.records import observation_records

    return observation_records(fact._replace(observations=(each,)) for fact, each in _all(page))


def _all(page: TimelinePage) -> list[Entry]:
    return [*page.entries, *(page.figures or [])]
