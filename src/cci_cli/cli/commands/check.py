"""``cci check``: whether a fact base is sound."""

# Typer evaluates annotations in the module's scope, so they stand here as they are, unquoted.
from typing import TYPE_CHECKING, Annotated

import typer

from cci_cli.cli.options import made
from cci_cli.environment import ExitStatus, path_of
from cci_cli.messages.help import help_text

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session

FORMATS = ("table", "json")


def command(session: "Session") -> "TyperCommand":
    """The command."""

    def check(
        file: Annotated[
            str | None, typer.Argument(metavar="[FILE]", help=help_text(session.lang, "FILE"))
        ] = None,
    ) -> None:
        from cci_cli.check import check as run_check
        from cci_cli.render.reports import report_json, report_text

        report = run_check(session.facts if file is None else path_of(file))
        environment = session.environment
        if session.format == "json":
            environment.write_json(report_json(report, environment))
        else:
            environment.stdout.write(report_text(report, session.lang))
        if report.faults:
            raise typer.Exit(ExitStatus.FAULTS_FOUND)

    return made(session, check, FORMATS, "json", "format", "lang", "facts")
