"""What a check found, as text and as JSON; and the faults of a fact base that is refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cci_cli import encode, wording
from cci_cli.factbase.faults import key_path
from cci_cli.messages import counted, say
from cci_cli.messages.faults import fault_sentence
from cci_cli.references import marked_own
from cci_cli.render.documents import json_text
from cci_cli.render.remarks import source_ids
from cci_cli.safe import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cci_cli.check import Report
    from cci_cli.environment import Environment
    from cci_cli.factbase.faults import Fault
    from cci_cli.factbase.readfile import ReadFile
    from cci_cli.model import Fact, Unit
    from cci_cli.proof.proving import Proof

#: So many faults of one file are told; whoever mends these sees the next.
MOST_FAULTS = 100


def report_json(report: Report, environment: Environment, proof: Proof | None = None) -> str:
    """A check's report as a JSON document."""
    against = None
    if proof is not None:
        from cci_cli.render.proof_documents import proof_document

        against = proof_document(proof)
    return json_text(_report_document(report, environment.language) | {"against": against}, environment)


def report_text(report: Report, lang: str) -> str:
    """A check's report as lines."""
    return "".join(line + "\n" for line in _report_lines(report, lang))


def fault_lines(path: Path, faults: Sequence[Fault], lang: str) -> Iterator[str]:
    """Faults as lines: the first ones are told, the rest are counted."""
    yield from (fault_line(path, fault, lang) for fault in faults[:MOST_FAULTS])
    if len(faults) > MOST_FAULTS:
        yield "  " + say(lang, "more", count=f"{len(faults) - MOST_FAULTS:,}")


def fault_line(path: Path, fault: Fault, lang: str) -> str:
    """One fault: file, line and column, key path, code, what is wrong and what to do."""
    place = [shown_path(path), *(str(each) for each in (fault.line, fault.column) if each is not None)]
    key = f"{shortened(key_path(fault.key))}: " if fault.key else ""
    sentence = fault_sentence(lang, fault.code, dict(fault.details))
    return f"{':'.join(place)}: {key}{sentence} [{fault.code}]"


def schema_address(*, own: bool = False) -> str:
    """Where the JSON Schema of a fact base, or of own facts, is, as the first line of one names it."""
    return (Path(__file__).parents[1] / "schema" / ("own-1.json" if own else "facts-1.json")).as_uri()


def shown_path(path: Path) -> str:
    """A file as short as it can be named: from the folder somebody is in, or from their home."""
    for folder, start in ((Path.cwd, "."), (Path.home, "~")):
        try:
            within = path.relative_to(folder())
        except (OSError, RuntimeError, ValueError):
            continue
        return visible(str(within if start == "." else start / within))
    return visible(str(path))


def sound_text(report: Report, lang: str) -> str:
    """That a fact base is sound, and how much it holds, on one line."""
    return _sound(report, lang) + "\n"


def _sound(report: Report | ReadFile, lang: str) -> str:
    counts = {
        "facts": counted(lang, report.facts, "fact"),
        "observations": counted(lang, report.observations, "observation"),
        "sources": counted(lang, report.sources, "source"),
    }
    return say(lang, "check-clean", file=shown_path(Path(report.path)), **counts)


def _report_lines(report: Report, lang: str) -> Iterator[str]:
    if report.over is not None:
        yield say(lang, "own.checked", over=shown_path(report.over))
    if report.faults:
        yield from _fault_lines(report.path, report.faults, lang)
        yield from _help_lines(report.faults, lang, own=report.over is not None, guided=report.guided)
        return
    yield _sound(report, lang)
    for file in report.own:
        if file.faults:
            yield from _fault_lines(Path(file.path), file.faults, lang)
        else:
            yield _sound(file, lang)
    if faults := [fault for file in report.own for fault in file.faults]:
        yield from _help_lines(faults, lang, own=True, guided=True)
    if report.disputed:
        yield ""
        yield say(lang, "check-conflicts", facts=counted(lang, len(report.disputed), "fact"))
    for fact in report.disputed:
        yield from _disputed_lines(fact, report.units, lang)


def _fault_lines(path: Path, faults: Sequence[Fault], lang: str) -> Iterator[str]:
    name = shown_path(path)
    yield say(lang, "check-faults", file=name, faults=counted(lang, len(faults), "fault"))
    yield from fault_lines(path, faults, lang)


def _help_lines(faults: Sequence[Fault], lang: str, *, own: bool, guided: bool) -> Iterator[str]:
    """Where faults are explained, and how an editor helps to avoid them."""
    yield ""
    yield say(lang, "check.see-explanation", code=faults[0].code)
    if not guided:
        yield say(lang, "check.schema")
        yield f"  #:schema {schema_address(own=own)}"


def _disputed_lines(fact: Fact, units: Mapping[str, Unit], lang: str) -> Iterator[str]:
    yield f"{fact.id}  {getattr(fact.label, lang)}"
    for each in fact.observations:
        if each.conflicts_with:
            value = wording.figure(each, fact.unit, units, lang)
            if each.status == "implied":
                value = say(lang, "implied-value", value=value)
            yield f"  {each.time}  {marked_own(value, each.own, lang)}  {source_ids(each)}"


def _fault_json(fault: Fault, lang: str) -> encode.Json:
    return {
        "code": fault.code,
        "key": key_path(fault.key),
        "line": fault.line,
        "column": fault.column,
        "message": fault_sentence(lang, fault.code, dict(fault.details)),
    }


def _report_document(report: Report, lang: str) -> encode.Json:
    return {
        "schema": encode.SCHEMA,
        "file": shown_path(report.path),
        "sound": report.is_sound,
        "facts": report.facts,
        "observations": report.observations,
        "sources": report.sources,
        "faults": [_fault_json(fault, lang) for fault in report.faults],
        "conflicts": [
            {
                "fact": fact.id,
                "observations": [
                    encode.observation_json(each) for each in fact.observations if each.conflicts_with
                ],
            }
            for fact in report.disputed
        ],
        "own": [
            {
                "file": shown_path(Path(file.path)),
                "sound": not file.faults,
                "facts": file.facts,
                "observations": file.observations,
                "sources": file.sources,
                "faults": [_fault_json(fault, lang) for fault in file.faults],
            }
            for file in report.own
        ],
    }
