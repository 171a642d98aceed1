"""The files that are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.factbase.faults import key_path
from cci_cli.messages import counted, say
from cci_cli.render.documents import contract
from cci_cli.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.encode import Json
    from cci_cli.factbase.readfile import ReadFile
    from cci_cli.paths import PathsPage, Place
    from cci_cli.render.records import Record
    from cci_cli.render.rows import Rows

#: The names of the kinds of places.
KINDS = {
    "facts": "paths.facts",
    "own": "paths.own",
    "own-file": "paths.own-file",
    "cache": "paths.cache",
    "index": "paths.index",
}
_STATES = {
    "unread": "paths.unread",
    "left-out": "paths.left-out",
    "missing": "paths.missing",
    "kept": "paths.kept",
    "not-kept": "paths.not-kept",
}
_COUNTS = ("topics", "facts", "observations", "sources")


def document(page: PathsPage) -> Json:
    """The places, each with what became of it."""
    return contract(paths=[_place_json(each) for each in page.places])


def _place_json(place: Place) -> Json:
    read = place.read if place.state == "read" else None
    return {
        "kind": place.kind,
        "path": None if place.path is None else visible(place.path),
        "given_by": place.given_by,
        "state": place.state,
        "why": place.why,
        **{name: getattr(read, name) if read else None for name in _COUNTS},
        "faults": [
            {"code": each.code, "key": key_path(each.key), "line": each.line, "column": each.column}
            for each in place.faults
        ],
    }


def rows(page: PathsPage, lang: str) -> Rows:
    """A row a place."""
    from cci_cli.render.rows import titled

    body = [
        [each.kind, visible(each.path or ""), origin(each, lang), state(each, lang)] for each in page.places
    ]
    return titled(("paths.kind", "paths.path", "paths.from", "paths.state"), body, lang)


def records(page: PathsPage) -> Iterator[Record]:
    """A record a place."""
    yield ("kind", "path", "given_by", "state", "why", *_COUNTS, "faults")
    for place in page.places:
        cells = _place_json(place)
        yield (*list(cells.values())[:-1], len(place.faults))


def origin(place: Place, lang: str) -> str:
    """Where a path comes from, in words; empty for what lies in a folder that is told of."""
    if place.given_by:
        return say(lang, "paths.given", name=place.given_by)
    if place.kind == "facts":
        return say(lang, "paths.built-in")
    return say(lang, "paths.usual") if place.kind in ("own", "cache") and place.path else ""


def state(place: Place, lang: str) -> str:
    """What became of a place, in words; empty for a folder that is simply there."""
    if place.state == "faulty":
        key = "paths.refused" if place.kind == "facts" else "paths.faulty"
        return say(lang, key, faults=counted(lang, len(place.faults), "fault"))
    if place.state == "read":
        return _amount(place.read, lang) if place.read else ""
    return say(lang, _STATES[place.state], why=place.why)


def _amount(read: ReadFile, lang: str) -> str:
    """How much a file gives; what it has none of is not named."""
    counts = [
        counted(lang, number, noun)
        for noun, number in (
            ("fact", read.facts),
            ("observation", read.observations),
            ("source", read.sources),
        )
        if number
    ]
    return say(lang, "comma").join(counts) or say(lang, "paths.nothing")
