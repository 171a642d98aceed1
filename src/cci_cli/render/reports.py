"""What a check found, as text and as JSON; and the faults of a fact base that is refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cci_cli import encode, wording
from cci_cli.factbase.faults import key_path
from cci_cli.messages import counted, say
from cci_cli.messages.faults import fault_sentence
from cci_cli.render.documents import json_text
from cci_cli.safe import shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cci_cli.check import Report
    from cci_cli.environment import Environment
    from cci_cli.factbase.faults import Fault
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
    place = [_name(path), *(str(each) for each in (fault.line, fault.column) if each is not None)]
    key = f"{shortened(key_path(fault.key))}: " if fault.key else ""
    sentence = fault_sentence(lang, fault.code, dict(fault.details))
    return f"{':'.join(place)}: {key}{sentence} [{fault.code}]"


def schema_address() -> str:
    """Where the JSON Schema of a fact base is, as the first line of one names it."""
    return (Path(__file__).parents[1] / "schema" / "facts-1.json").as_uri()


def _name(path: Path) -> str:
    """A file as short as it can be named from the folder somebody is in."""
    try:
        return visible(str(path.relative_to(Path.cwd())))
    except (OSError, ValueError):
        return visible(str(path))


def sound_text(report: Report, lang: str) -> str:
    """That a fact base is sound, and how much it holds, on one line."""
    return _sound(report, lang) + "\n"


def _sound(report: Report, lang: str) -> str:
    counts = {
        "facts": counted(lang, report.facts, "fact"),
        "observations": counted(lang, report.observations, "observation"),
        "sources": counted(lang, report.sources, "source"),
    }
    return say(lang, "check-clean", file=_name(report.path), **counts)


def _report_lines(report: Report, lang: str) -> Iterator[str]:
    name = _name(report.path)
    if report.faults:
        yield say(lang, "check-faults", file=name, faults=counted(lang, len(report.faults), "fault"))
        yield from fault_lines(report.path, report.faults, lang)
        yield ""
        yield say(lang, "check.see-explanation", code=report.faults[0].code)
        if not report.guided:
            yield say(lang, "check.schema")
            yield f"  #:schema {schema_address()}"
        return
    yield _sound(report, lang)
    if report.disputed:
        yield ""
        yield say(lang, "check-conflicts", facts=counted(lang, len(report.disputed), "fact"))
    for fact in report.disputed:
        yield f"{fact.id}  {getattr(fact.label, lang)}"
        for each in fact.observations:
            if each.conflicts_with:
                sources = " ".join(dict.fromkeys(citation.source for citation in each.citations))
                value = wording.figure(each, fact.unit, report.units, lang)
                if each.status == "implied":
                    value = say(lang, "implied-value", value=value)
                yield f"  {each.time}  {value}  {sources}"


def _report_document(report: Report, lang: str) -> encode.Json:
    return {
        "schema": encode.SCHEMA,
        "file": _name(report.path),
        "sound": not report.faults,
        "facts": report.facts,
        "observations": report.observations,
        "sources": report.sources,
        "faults": [
            {
                "code": fault.code,
                "key": key_path(fault.key),
                "line": fault.line,
                "column": fault.column,
                "message": fault_sentence(lang, fault.code, dict(fault.details)),
            }
            for fault in report.faults
        ],
        "conflicts": [
            {
                "fact": fact.id,
                "observations": [
                    encode.observation_json(each) for each in fact.observations if each.conflicts_with
                ],
            }
            for fact in report.disputed
        ],
    }
