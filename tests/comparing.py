"""Comparisons of small fact bases, told in short lines."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cci_cli.compare import Comparison, compare
from cci_cli.index import Index
from cci_cli.index.build import build

if TYPE_CHECKING:
    from pathlib import Path

    from cci_cli.compare import Cell, Change, Range, Row
    from cci_cli.model import FactBase, Observation


def comparison(base: FactBase, words: str, topic: str | None = None, *, all_facts: bool = True) -> Comparison:
    """What is compared in a fact base as it was written."""
    index = Index(build(base))
    try:
        return compare(index, words.split(), topic, all_facts=all_facts)
    finally:
        index.close()


def told_cells(row: Row) -> str:
    """The cells of a row: ``2019=100 2020*~140 also=7 against=9``; ``*`` is implied, ``~`` partial."""
    return " ".join(told_cell(year, cell) for year, cell in row.cells.items())


def told_cell(year: int, cell: Cell) -> str:
    """One cell of :func:`told_cells`."""
    each = cell.observation
    sign = ("*" if each.status == "implied" else "") + ("~" if cell.kind == "partial" else "")
    if cell.kind == "text":
        assert sign == ""
        told = f"{year} text"
    else:
        told = f"{year}{sign or '='}{each.value}"
    also = [f"also={_value(other)}" for other in cell.others]
    return " ".join([told, *also, *(f"against={_value(other)}" for other in cell.against)])


def _value(observation: Observation) -> str:
    return "text" if observation.value is None else str(observation.value)


def told_change(change: Change | None) -> str:
    """A change: ``2019>2020 +40 [39, 41] +40% [38.5, 41.5]``; a growth a year is marked ``/a``."""
    if change is None:
        return "none"
    rates = [(change.percent, "%"), (change.annual, "%/a")]
    told = [f"{change.first}>{change.last}", _range(change.difference, " points" if change.points else "")]
    told += [_range(found, unit) for found, unit in rates if found]
    marks = {"hedged": change.hedged, "as-reported": change.grown}
    return " ".join([*told, *(mark for mark, holds in marks.items() if holds)])


def _range(found: Range, unit: str) -> str:
    value = f"{found.value:+f}{unit}"
    return value if found.exact else f"{value} [{found.low:f}, {found.high:f}]"


def told_outcome(row: Row) -> str:
    """What a row comes to: a change, or why there is none; and the same months of two years."""
    told = f"why {row.why_not.code}" if row.why_not else told_change(row.change)
    return f"{told}; months {told_change(row.same_months)}" if row.same_months else told


def written_base(file: Path, kind: str, unit: str, *observations: str) -> str:
    """Writes a fact base of one fact, ``rail.trains``, and gives its name.

    An observation is ``TIME VALUE``, then lines of TOML after a ``;`` each; of these ``by blog`` (a weak
    source) or ``by bureau`` (an official one) says whose it is, else it is the ``daily`` press's.
    """
    told = []
    for each in observations:
        (time, value), lines = each.split(";")[0].split(), [line.strip() for line in each.split(";")[1:]]
        upper = next((line.removeprefix("upper = ") for line in lines if line.startswith("upper")), None)
        quote = f"{Decimal(value):,}" + (f" to {Decimal(upper):,}" if upper else "")
        source = next((line.removeprefix("by ") for line in lines if line.startswith("by ")), "daily")
        told += ["[[rail.trains.observations]]", f'time = "{time}"', f"value = {value}"]
        told += [line for line in lines if not line.startswith("by ")]
        told.append(f'citations = [{{ source = "{source}", quote = "{quote}" }}]')
    sources = [
        f"[sources.{name}]\n{said}"
        for name, said in _SOURCES.items()
        if f'source = "{name}"' in "\n".join(told)
    ]
    about = [
        '[units]\ntrain = { en = "train", plural = "trains", zh = "列" }', *sources,
        '[rail]\nlabel = { en = "Rail", zh = "铁路" }', '[rail.trains]',
        f'kind = "{kind}"', f'unit = "{unit}"',
        'label = { en = "Trains", zh = "班列" }', 'scope = { en = "all", zh = "全部" }',
    ]  # fmt: skip
    file.write_text("\n".join([*about, *told]) + "\n", encoding="utf-8")
    return str(file)


_SOURCES = {
    "daily": 'type = "article-newspaper"\ntitle = "Daily"',
    "bureau": 'type = "report"\nstanding = "official"\ntitle = "Bureau"',
    "blog": 'type = "post-weblog"\nstanding = "weak"\ntitle = "Page"',
}
