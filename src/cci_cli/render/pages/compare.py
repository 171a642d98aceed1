"""Years side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cci_cli import encode
from cci_cli.render.documents import contract, sources_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.compare import Cell, Change, Comparison, Range, Row
    from cci_cli.encode import Json
    from cci_cli.render.records import Record
    from cci_cli.render.rows import Rows

#: What a record says of each year, each under the year: ``value_2019``.
_OF_YEAR = ("value", "upper", "qualifier", "time", "cell", "weak", "conflicts", "sources", "own")
#: What a record says of the change.
_OF_CHANGE = ("difference", "percent", "annual_percent")


def document(page: Comparison) -> Json:
    """The years, a row a fact, and the sources of what the rows show."""
    return contract(
        years=[_year(year) for year in page.years],
        rows=[_row(each, page) for each in page.rows],
        one_year=page.one_year,
        texts=page.texts,
        sources=sources_json(page.sources),
    )


def _year(year: int) -> str:
    return f"{year:04d}"


def _row(row: Row, page: Comparison) -> Json:
    from cci_cli.render.changes import reason

    fact, why = row.fact, row.why_not
    about = encode.fact_json(fact._replace(observations=()))
    cells = {_year(year): row.cells.get(year) for year in page.years}
    return {
        "fact": fact.id,
        **{name: about[name] for name in ("topic", "label", "kind", "unit", "scope", "caveat", "break")},
        "values": {year: cell and encode.observation_json(cell.observation) for year, cell in cells.items()},
        "cells": {year: cell and _cell(cell) for year, cell in cells.items()},
        "change": _change(row.change),
        "steps": [_change(step) for step in row.steps],
        "same_months": _change(row.same_months),
        "why_not": why
        and {
            "code": why.code,
            "text": {lang: reason(row, lang) for lang in ("en", "zh")},
            "facts": why.facts,
        },
    }


def _cell(cell: Cell) -> Json:
    return {
        "kind": cell.kind,
        "others": [encode.observation_json(each) for each in cell.others],
        "against": [encode.observation_json(each) for each in cell.against],
    }


def _change(change: Change | None) -> Json | None:
    if change is None:
        return None
    return {
        "from": _year(change.first),
        "to": _year(change.last),
        "before": {"id": change.before.id, "time": change.before.time},
        "after": {"id": change.after.id, "time": change.after.time},
        "difference": _range(change.difference),
        "points": change.points,
        "percent": _range(change.percent),
        "annual_percent": _range(change.annual),
        "years": encode.number_json(change.elapsed),
        "hedged": change.hedged,
        "as_reported": change.grown,
    }


def _range(found: Range | None) -> Json | None:
    """A computed number with its ends; an open end is absent."""
    if found is None:
        return None
    ends = ((name, getattr(found, name)) for name in ("value", "low", "high"))
    return {name: encode.number_json(end) if end.is_finite() else None for name, end in ends}


def rows(page: Comparison, lang: str) -> Rows:
    """A row a fact: of each year the figure and its time, then the change and what must be said of it."""
    from cci_cli.messages import say
    from cci_cli.render import changes
    from cci_cli.render.remarks import source_ids
    from cci_cli.render.rows import Rows

    heading = [say(lang, "id"), say(lang, "what")]
    for year in page.years:
        heading += [_year(year), f"{_year(year)} {say(lang, 'as-of')}"]
    heading += [
        say(lang, "compare.difference"), say(lang, "compare.percent"), say(lang, "compare.annual"),
        say(lang, "note"), say(lang, "sources"),
    ]  # fmt: skip
    body = []
    for row in page.rows:
        fact, change = row.fact, row.change
        cells = [row.cells.get(year) for year in page.years]
        line = [fact.id, getattr(fact.label, lang)]
        for cell in cells:
            line += _written(row, cell, page, lang)
        words = [""] * len(_OF_CHANGE)
        if change:
            words = [
                changes.difference(change, fact.unit, page.units, lang),
                changes.percent(change, lang),
                changes.annual(change, lang),
            ]
        named = " ".join(source_ids(cell.observation) for cell in cells if cell)
        cited = " ".join(dict.fromkeys(named.split()))
        body.append([*line, *words, "; ".join(_notes(row, page, lang)), cited])
    return Rows(heading, body)


def _written(row: Row, cell: Cell | None, page: Comparison, lang: str) -> list[str]:
    from cci_cli import wording
    from cci_cli.messages import say

    if cell is None:
        return ["", ""]
    each = cell.observation
    value = wording.statement(row.fact, each, page.units, lang)
    if each.status == "implied":
        value = say(lang, "implied-value", value=value)
    return [value, each.time]


def _notes(row: Row, page: Comparison, lang: str) -> Iterator[str]:
    """What must be said of a row, each remark on a figure with its year."""
    from cci_cli import wording
    from cci_cli.messages import say
    from cci_cli.render import changes
    from cci_cli.render.remarks import notes, source_ids

    fact, change = row.fact, row.change
    if change and (change.first, change.last) != (page.years[0], page.years[-1]):
        yield say(lang, "compare.from-to", first=change.first, last=change.last)
    if change:
        yield from changes.otherwise(change, fact.unit, page.units, lang)
    for year, cell in row.cells.items():
        remarks = notes(fact, cell.observation, page.units, lang)
        for each in cell.others:
            value = wording.statement(fact, each, page.units, lang)
            told = {"time": each.time, "value": value, "sources": source_ids(each)}
            said = say(lang, "compare.also-at", **told)
            remarks.append("; ".join([said, *notes(fact, each, page.units, lang)]))
        yield from (f"{year}: {remark}" for remark in remarks)
    if row.same_months:
        lines = changes.change_lines(row.same_months, fact.unit, page.units, lang)
        said = " ".join([*lines, *changes.otherwise(row.same_months, fact.unit, page.units, lang)])
        told = {"months": changes.months(row.same_months.after.time, lang), "change": said}
        yield say(lang, "compare.like-with-like", **told)
        alike = row.same_months
        for year, each in ((alike.first, alike.before), (alike.last, alike.after)):
            if each != row.cells[year].observation:
                value = wording.statement(fact, each, page.units, lang)
                then = {"year": year, "value": value, "sources": source_ids(each)}
                said = say(lang, "compare.value-then", **then)
                yield "; ".join([said, *notes(fact, each, page.units, lang)])
    if row.why_not:
        yield say(lang, "compare.not-compared", reason=changes.reason(row, lang))


def records(page: Comparison) -> Iterator[Record]:
    """A record a fact, in plain numbers: of each year what speaks, then the change with its ends."""
    years = [_year(year) for year in page.years]
    yield (
        "fact", "label_en", "label_zh", "kind", "unit",
        *(f"{name}_{year}" for year in years for name in _OF_YEAR),
        "from", "to", *(f"{name}{end}" for name in _OF_CHANGE for end in ("", "_low", "_high")),
        "years", "as_reported", "why_not",
    )  # fmt: skip
    for row in page.rows:
        change = _change(row.change) or {}
        ends: list[Any] = []
        for name in _OF_CHANGE:
            found = change.get(name) or {}
            ends += [found.get("value"), found.get("low"), found.get("high")]
        yield (
            row.fact.id, *row.fact.label, row.fact.kind, row.fact.unit,
            *(value for year in page.years for value in _plain(row.cells.get(year))),
            change.get("from"), change.get("to"), *ends, change.get("years"),
            str(change["as_reported"]).lower() if change else None, row.why_not and row.why_not.code,
        )  # fmt: skip


def _plain(cell: Cell | None) -> Record:
    from cci_cli.render.remarks import source_ids

    if cell is None:
        return (None,) * len(_OF_YEAR)
    each = cell.observation
    return (
        each.value, each.upper, each.qualifier, each.time, cell.kind, str(each.weak).lower(),
        " ".join(rival.id for rival in cell.against), source_ids(each), each.own,
    )  # fmt: skip
