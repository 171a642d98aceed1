"""``cci check``: whether a fact base is sound."""

from typing import TYPE_CHECKING, Annotated

from cci_cli.cli.session import WrongUsage
from cci_cli.environment import ExitStatus, path_of
from cci_cli.messages import say
from cci_cli.safe import visible

if TYPE_CHECKING:
    from pathlib import Path

    from typer.core import TyperCommand

    from cci_cli.cli.session import Session

FORMATS = ("table", "json")


class NoCode(WrongUsage):
    """There is no fault with the code that is its message."""


def run(session: "Session", file: str | None, explain: str | None, against: str | None) -> int:
    """Check a fact base file, or the one in use, and hold it against copies of its sources if asked to.

    Or explain the fault with a code. Raises WrongUsage if there is no such code, if a file or folder is given
    beside it, or if there are no copies.
    """
    if explain is not None:
        return _explained(session, file if file is not None else against, explain)
    from pathlib import Path

    from cci_cli.check import check
    from cci_cli.render.reports import report_json, report_text

    path = Path(session.facts) if file is None else path_of(file)
    if against == "":
        raise WrongUsage(say(session.lang, "missing-value", name="--against"))
    if against is not None:
        return _run_against(session, path, path_of(against))
    report = check(path)
    environment = session.environment
    if session.format == "json":
        environment.write_json(report_json(report, environment))
    else:
        environment.show(report_text(report, session.lang))
    return ExitStatus.FAULTS_FOUND if report.faults else ExitStatus.DONE


def _run_against(session: "Session", path: "Path", folder: "Path") -> int:
    """Check a fact base, and if it is sound, hold it against the copies in a folder."""
    from cci_cli.check import check
    from cci_cli.factbase.load import load
    from cci_cli.proof.proving import NoCopies, prove
    from cci_cli.render import proofs, reports

    environment, lang = session.environment, session.lang
    report = check(path)
    try:
        proof = None if report.faults else prove(load(path), folder)
    except NoCopies as error:
        raise WrongUsage(proofs.no_copies_text(error, folder, lang)) from None
    if session.format == "json":
        environment.write_json(reports.report_json(report, environment, proof))
    elif proof is None:
        environment.show(reports.report_text(report, lang) + proofs.not_held_text(folder, lang))
    else:
        width = environment.width if environment.is_terminal else None
        environment.show(reports.sound_text(report, lang) + proofs.proof_text(proof, lang, width))
    return ExitStatus.DONE if proof is not None and proof.is_complete else ExitStatus.FAULTS_FOUND


def _explained(session: "Session", file: str | None, code: str) -> int:
    from cci_cli.explain import explanation

    if file is not None:
        raise WrongUsage(say(session.lang, "not-applicable", name=visible(file)))
    try:
        session.write(explanation(code))
    except KeyError:
        raise NoCode(code) from None
    return ExitStatus.DONE


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Argument, Option

    from cci_cli.cli.options import made, with_words
    from cci_cli.messages.faults import FAULTS
    from cci_cli.messages.help import help_text

    about = {name: help_text(session.lang, name) for name in ("FILE", "explain", "against")}

    def check(
        file: Annotated[str | None, Argument(metavar="[FILE]", help=about["FILE"])] = None,
        explain: Annotated[str | None, Option(metavar="CODE", help=about["explain"])] = None,
        against: Annotated[str | None, Option(metavar="DIR", help=about["against"])] = None,
    ) -> int:
        return run(session, file, explain, against)

    return with_words(made(session, check, FORMATS, "json", "format", "lang", "facts"), explain=tuple(FAULTS))
