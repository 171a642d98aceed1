"""Every observation as a row of CSV (RFC 4180), with all that must be said beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.render.delimited import csv_lines
from cci_cli.render.records import observation_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.exports import Manner
    from cci_cli.exports.selection import Selection


def pieces(selection: Selection, manner: Manner) -> Iterator[str]:
    """The heading, then a row an observation; with ``bom``, behind the mark by which Excel knows UTF-8."""
    if manner.bom:
        yield "\ufeff"
    yield from csv_lines(observation_records(selection.facts()))
