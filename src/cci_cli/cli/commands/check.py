"""``cci check``: whether a fact base is sound."""

from typing import TYPE_CHECKING, Annotated

from cci_cli.cli.session import WrongUsage
from cci_cli.environment import ExitStatus, path_of
from cci_cli.messages import say
from cci_cli.safe import visible

if TYPE_CHECKING:
    from pathlib import Path

    from typer.core import TyperCommand

    from cci_cli.check import Checked
    from cci_cli.cli.session import Session

FORMATS = ("table", "json")


class NoCode(WrongUsage):
    """There is no fault with the code that is its message."""


def run(
    session: "Session", file: str | None, explain: str | None, against: str | None, *, own: bool = False
) -> int:
    """Check a fact base file, or what is read, and hold it against copies of its sources if asked to.

    Or explain the fault with a code. Raises WrongUsage if there is no such code, if a file or folder is given
    beside it, or if there are no copies.
    """
    if explain is not None:
        return _explained(session, file if file is not None else against, explain)
    if own and file is None:
        raise WrongUsage(say(session.lang, "not-applicable", name="--own"))
    if against == "":
        raise WrongUsage(say(session.lang, "missing-value", name="--against"))
    session.tells_own_faults = False
    checked = _checked(session, file, own=own)
    if against is not None:
        return _held_against(session, checked, path_of(against))
    from cci_cli.render.reports import report_json, report_text

    environment = session.environment
    if session.format == "json":
        environment.write_json(report_json(checked.report, environment))
    else:
        environment.show(report_text(checked.report, session.lang))
    return ExitStatus.DONE if checked.report.is_sound else ExitStatus.FAULTS_FOUND


def _checked(session: "Session", file: str | None, *, own: bool) -> "Checked":
    """The report on all that is read, or on one file: as own facts where it is one of these."""
    from pathlib import Path

    from cci_cli.check import check_all, check_own
    from cci_cli.index.files import Files
    from cci_cli.places import OWN_FOLDER

    if file is None:
        return check_all(session.files)
    path = path_of(file)
    if own or path.absolute().parent.name == OWN_FOLDER:
        return check_own(path.absolute(), Path(session.facts))
    return check_all(Files(path))


def _held_against(session: "Session", checked: "Checked", folder: "Path") -> int:
    """Hold what was checked against the copies in a folder, if it is sound."""
    from cci_cli.proof.proving import NoCopies, prove
    from cci_cli.render import proofs, reports

    environment, lang = session.environment, session.lang
    report = checked.report
    try:
        proof = prove(checked.base, folder) if checked.base and report.is_sound else None
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

    about = {name: help_text(session.lang, name) for name in ("FILE", "explain", "against", "own")}

    def check(
        file: Annotated[str | None, Argument(metavar="[FILE]", help=about["FILE"])] = None,
        explain: Annotated[str | None, Option(metavar="CODE", help=about["explain"])] = None,
        against: Annotated[str | None, Option(metavar="DIR", help=about["against"])] = None,
        own: Annotated[bool, Option("--own", help=about["own"])] = False,
    ) -> int:
        return run(session, file, explain, against, own=own)

    return with_words(made(session, check, FORMATS, "json", "format", "lang", "facts"), explain=tuple(FAULTS))
