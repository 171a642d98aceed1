"""``cci check``: whether a fact base is sound."""

from typing import TYPE_CHECKING, Annotated

from cci_cli.environment import ExitStatus, path_of

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session

FORMATS = ("table", "json")


def run(session: "Session", file: str | None) -> int:
    """Check a fact base file, or the one in use."""
    from cci_cli.check import check
    from cci_cli.render.reports import report_json, report_text

    report = check(session.facts if file is None else path_of(file))
    environment = session.environment
    if session.format == "json":
        environment.write_json(report_json(report, environment))
    else:
        environment.show(report_text(report, session.lang))
    return ExitStatus.FAULTS_FOUND if report.faults else ExitStatus.DONE


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Argument

    from cci_cli.cli.options import made
    from cci_cli.messages.help import help_text

    about = help_text(session.lang, "FILE")

    def check(file: Annotated[str | None, Argument(metavar="[FILE]", help=about)] = None) -> int:
        return run(session, file)

    return made(session, check, FORMATS, "json", "format", "lang", "facts")
