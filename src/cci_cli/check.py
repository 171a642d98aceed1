"""Is a fact base sound? Its faults, and where its sources disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli.derive import derived
from cci_cli.factbase.faults import FactBaseError, Fault
from cci_cli.factbase.load import content_of, load

if TYPE_CHECKING:
    from pathlib import Path

    from cci_cli.model import Fact, Unit


class Report(NamedTuple):
    """What a check found. ``disputed`` holds facts with observations that contradict each other.

    A conflict is no fault of the file: it is what the record says, and is shown wherever it matters.
    ``guided`` is whether the file names a schema in its first line, by which an editor guides whoever
    writes in it.
    """

    path: Path
    faults: list[Fault]
    facts: int
    observations: int
    sources: int
    disputed: list[Fact]
    units: dict[str, Unit]
    guided: bool


def check(path: Path) -> Report:
    """Check a fact base file.

    Raises FactBaseError if there is nothing to check: the file cannot be read or is not TOML.
    """
    content = content_of(path)
    guided = content.removeprefix(b"\xef\xbb\xbf").startswith(b"#:schema")
    try:
        base = load(path, content)
    except FactBaseError as error:
        if any(fault.key for fault in error.faults) or error.faults[0].code == "no-topics":
            return Report(path, error.faults, 0, 0, 0, [], {}, guided)
        raise
    facts = derived(base).facts
    disputed = [fact for fact in facts if any(each.conflicts_with for each in fact.observations)]
    observations = sum(len(fact.observations) for fact in base.facts)
    return Report(path, [], len(facts), observations, len(base.sources), disputed, base.units, guided)
