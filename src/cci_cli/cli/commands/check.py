"""``cci check``: whether a fact base is sound."""

from typing import TYPE_CHECKING, Annotated

from cci_cli.cli.session import WrongUsage
from cci_cli.environment import ExitStatus, path_of
from cci_cli.messages import say
from cci_cli.safe import visible

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session

FORMATS = ("table", "json")


class NoCode(WrongUsage):
    """There is no fault with the code that is its message."""


def run(session: "Session", file: str | None, explain: str | None) -> int:
    """Check a fact base file, or the one in use; or explain the fault with a code.

    Raises WrongUsage if there is no such code, or a file is given beside it.
    """
    if explain is not None:
        return _explained(session, file, explain)
    from cci_cli.check import check
    from cci_cli.render.reports import report_json, report_text

    report = check(session.facts if file is None else path_of(file))
    environment = session.environment
    if session.format == "json":
        environment.write_json(report_json(report, environment))
    else:
        environment.show(report_text(report, session.lang))
    return ExitStatus.FAULTS_FOUND if report.faults else ExitStatus.DONE


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

    about = {name: help_text(session.lang, name) for name in ("FILE", "explain")}

    def check(
        file: Annotated[str | None, Argument(metavar="[FILE]", help=about["FILE"])] = None,
        explain: Annotated[str | None, Option(metavar="CODE", help=about["explain"])] = None,
    ) -> int:
        return run(session, file, explain)

    return with_words(made(session, check, FORMATS, "json", "format", "lang", "facts"), explain=tuple(FAULTS))
