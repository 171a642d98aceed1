"""What must be said beside a figure, wherever it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import wording
from cci_cli.lookup import rivals
from cci_cli.messages import say
from cci_cli.references import marked_own

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cci_cli.model import Fact, Observation, Unit

#: So many contradicting figures are listed beside one; more are counted.
MOST_CONFLICTS = 12


def notes(fact: Fact, observation: Observation, units: Mapping[str, Unit], lang: str) -> list[str]:
    """All that must be said beside a figure: marks, reasons, doubts, formula, conflicts, exceptions."""
    unmarked = observation._replace(caveat=None)  # the doubt itself stands among the explanations
    replaced = replacements(fact, observation, units, lang)
    disputed = conflicts(fact, observation, units, lang, source_ids)
    excused = [
        say(lang, "exception", reason=getattr(each.exception, lang))
        for each in observation.citations
        if each.exception
    ]
    return [*marks(unmarked, lang), *explanations(observation, lang), *replaced, *disputed, *excused]


def marks(observation: Observation, lang: str) -> list[str]:
    """The words that qualify a figure: implied, part of a year, weak sources, deprecated, a doubt, own."""
    given = {
        "mark-implied": observation.status == "implied",
        "mark-partial": observation.partial,
        "mark-weak": observation.weak,
        "mark-deprecated": observation.rank == "deprecated",
        "mark-note": observation.caveat is not None,
        "mark-own": observation.own is not None,
    }
    return [say(lang, key) for key, holds in given.items() if holds]


def explanations(observation: Observation, lang: str) -> list[str]:
    """Why a figure is ranked as it is, what is to be doubted, and how it was computed."""
    said = []
    if observation.reason:
        said.append(say(lang, "reason", reason=getattr(observation.reason, lang)))
    if observation.caveat:
        said.append(say(lang, "doubt", caveat=getattr(observation.caveat, lang)))
    if observation.formula:
        said.append(say(lang, "formula", formula=observation.formula))
    return said


def replacements(fact: Fact, observation: Observation, units: Mapping[str, Unit], lang: str) -> list[str]:
    """What the fact base said where the user's own observation stands: time, figure, growth and sources."""
    replaced = observation.replaces
    if replaced is None:
        return []
    said = [replaced.time, wording.statement(fact, replaced, units, lang)]
    if replaced.growth is not None:
        growth = wording.percent(replaced.growth, replaced.growth_qualifier, lang)
        said.append(say(lang, "growth-of", growth=growth))
    return [say(lang, "own.replaces", figure=" ".join([*said, source_ids(replaced)]))]


def conflicts(
    fact: Fact,
    observation: Observation,
    units: Mapping[str, Unit],
    lang: str,
    sources_of: Callable[[Observation], str],
) -> list[str]:
    """What contradicts an observation: of each figure when it was, what it is, and who says so."""
    said = []
    against = rivals(fact, observation)
    for rival in against[:MOST_CONFLICTS]:
        value = wording.figure(rival, fact.unit, units, lang)
        if rival.status == "implied":
            value = say(lang, "implied-value", value=value)
        value = marked_own(value, rival.own, lang)
        said.append(say(lang, "conflict", time=rival.time, value=value, sources=sources_of(rival)))
    if len(against) > MOST_CONFLICTS:
        said.append(say(lang, "more-conflicts", count=len(against) - MOST_CONFLICTS))
    return said


def source_ids(observation: Observation) -> str:
    """The ids of an observation's sources, each once."""
    return " ".join(dict.fromkeys(citation.source for citation in observation.citations))
