"""Rows of written-out cells: what a pipe and a Markdown table show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import wording
from cci_cli.messages import say
from cci_cli.render.remarks import notes, source_ids

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cci_cli.model import Fact, Observation, Unit

#: The headings of what :func:`fact_cells` gives.
FACT_CELLS = ("value", "as-of", "growth", "note", "sources")


class Rows(NamedTuple):
    """A heading and rows of cells, all of one length."""

    heading: list[str]
    body: list[list[str]]


def titled(headings: Sequence[str], body: list[list[str]], lang: str) -> Rows:
    """Rows beneath headings, which are keys of messages."""
    return Rows([say(lang, key) for key in headings], body)


def fact_cells(fact: Fact, observation: Observation, units: Mapping[str, Unit], lang: str) -> list[str]:
    """An observation as cells: what it says, when, growth, what must be said beside it, sources."""
    growth = observation.growth
    return [
        wording.statement(fact, observation, units, lang),
        observation.time,
        "" if growth is None else wording.percent(growth, observation.growth_qualifier, lang),
        "; ".join(notes(fact, observation, units, lang)),
        source_ids(observation),
    ]
