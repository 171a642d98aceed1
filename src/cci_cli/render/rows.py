"""Rows of written-out cells: what a pipe and a Markdown table show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import wording
from cci_cli.messages import say
from cci_cli.render.remarks import notes, source_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cci_cli.model import Citation, Fact, Observation, Unit

#: The headings of what :func:`fact_cells` gives.
FACT_CELLS = ("value", "as-of", "growth", "note", "sources")
#: The headings of what :func:`quote_cells` gives.
QUOTE_CELLS = ("quotes", "links")


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


def quote_cells(citations: Sequence[Citation]) -> list[str]:
    """Citations as cells: their quotes, and the addresses at which these can be read."""
    return [apart(each.quote for each in citations), apart(each.link for each in citations)]


def apart(parts: Iterable[str | None]) -> str:
    """Parts of one cell, with a bar between them; empty if all are."""
    given = [part or "" for part in parts]
    return " | ".join(given) if any(given) else ""
