"""Is a fact base sound? Its faults, and where its sources disagree; so of the user's own facts after it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.derive import derived
from cci_cli.factbase.faults import FactBaseError, Fault
from cci_cli.factbase.load import content_of, load
from cci_cli.factbase.own import contents_of, lay_over, only_own
from cci_cli.index.files import Files
from cci_cli.places import OWN_FOLDER
from cci_cli.safe import visible

if TYPE_CHECKING:
    from cci_cli.factbase.readfile import ReadFile
    from cci_cli.model import Fact, FactBase, Observation, Unit


class Report(NamedTuple):
    """What a check found. ``disputed`` holds facts with observations that contradict each other.

    A conflict is no fault of the file: it is what the record says, and is shown wherever it matters.
    ``guided`` is whether the file names a schema in its first line, by which an editor guides whoever
    writes in it. ``own`` tells of the user's own files that were checked with it; ``over`` is the fact base
    that the file leans on, if it is one of these itself. Conflicts are those of all that was read; of one own
    file alone, those that it has a part in.
    """

    path: Path
    faults: list[Fault]
    facts: int
    observations: int
    sources: int
    disputed: list[Fact]
    units: dict[str, Unit]
    guided: bool
    own: tuple[ReadFile, ...] = ()
    over: Path | None = None

    @property
    def is_sound(self) -> bool:
        """Whether no file that was checked has a fault."""
        return not self.faults and not any(file.faults for file in self.own)


class Checked(NamedTuple):
    """A report, and the fact base that it is on, with own facts laid over; None if that is not sound."""

    report: Report
    base: FactBase | None


def check(path: Path) -> Report:
    """Check one fact base file.

    Raises FactBaseError if there is nothing to check: the file cannot be read or is not TOML.
    """
    return check_all(Files(path)).report


def check_all(files: Files) -> Checked:
    """Check a fact base file, and the user's own files after it.

    Raises FactBaseError if there is nothing to check: the fact base cannot be read or is not TOML.
    """
    path = Path(files.facts)
    content = content_of(path)
    try:
        base = load(path, content)
    except FactBaseError as error:
        return Checked(_faulty(path, error, content), None)
    laid, own = lay_over(base, contents_of(files))
    disputed = _disputed(laid)
    observations = sum(len(fact.observations) for fact in base.facts)
    counts = (len(base.facts), observations, len(base.sources))
    report = Report(path, [], *counts, disputed, laid.units, _is_guided(content), tuple(own))
    return Checked(report, laid)


def check_own(path: Path, facts: Path) -> Checked:
    """Check a file as one of the user's own, read after a fact base and the own files before it.

    The base is what the file gives. Raises FactBaseError if the file cannot be read or is not TOML, or if the
    fact base is not sound.
    """
    beside = contents_of(Files(facts, path.parent if path.parent.name == OWN_FOLDER else None))
    content = beside.get(str(path)) or content_of(path)
    if isinstance(content, FactBaseError):
        raise content
    earlier = {name: held for name, held in beside.items() if Path(name).name < path.name}
    laid, told = lay_over(load(facts), {**earlier, str(path): content})
    if faults := list(told[-1].faults):
        return Checked(_faulty(path, FactBaseError(path, faults), content)._replace(over=facts), None)
    own = only_own(laid, path)
    disputed = [fact for fact in _disputed(laid) if any(_is_part(each, path) for each in fact.observations)]
    counts = (told[-1].facts, told[-1].observations, told[-1].sources)
    report = Report(path, [], *counts, disputed, laid.units, _is_guided(content), over=facts)
    return Checked(report, own)


def _is_part(observation: Observation, path: Path) -> bool:
    return bool(observation.conflicts_with) and observation.own == visible(path.name)


def _faulty(path: Path, error: FactBaseError, content: bytes) -> Report:
    """The report on a faulty file. Raises the error if its faults have no place in the file's tables."""
    if any(fault.key for fault in error.faults) or error.faults[0].code == "no-topics":
        return Report(path, error.faults, 0, 0, 0, [], {}, _is_guided(content))
    raise error


def _is_guided(content: bytes) -> bool:
    return content.removeprefix(b"\xef\xbb\xbf").startswith(b"#:schema")


def _disputed(base: FactBase) -> list[Fact]:
    facts = derived(base).facts
    return [fact for fact in facts if any(each.conflicts_with for each in fact.observations)]
