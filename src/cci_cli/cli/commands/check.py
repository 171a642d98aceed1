"""``cci check``: whether a fact base is sound."""

# Typer evaluates annotations in the module's scope, so they stand here as they are, unquoted.
from typing import TYPE_CHECKING, Annotated

import typer
from typer import BadParameter

from cci_cli.cli.options import made
from cci_cli.environment import ExitStatus, path_of
from cci_cli.messages import say
from cci_cli.messages.help import help_text
from cci_cli.safe import visible

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session

FORMATS = ("table", "json")


class NoCode(BadParameter):
    """There is no fault with the code that is its message."""


def code_of(given: str | None) -> str | None:
    """The code of a fault, as it was given.

    Raises NoCode.
    """
    from cci_cli.messages.faults import FAULTS

    if given is not None and given not in FAULTS:
        raise NoCode(given)
    return given


def command(session: "Session") -> "TyperCommand":
    """The command."""
    lang = session.lang

    def check(
        file: Annotated[str | None, typer.Argument(metavar="[FILE]", help=help_text(lang, "FILE"))] = None,
        explain: Annotated[
            str | None, typer.Option(metavar="CODE", callback=code_of, help=help_text(lang, "explain"))
        ] = None,
    ) -> None:
        if explain is not None:
            from cci_cli.explain import explanation

            if file is not None:
                raise BadParameter(say(lang, "not-applicable", name=visible(file)))
            session.write(explanation(explain))
            return
        from cci_cli.check import check as run_check
        from cci_cli.render.reports import report_json, report_text

        report = run_check(session.facts if file is None else path_of(file))
        environment = session.environment
        if session.format == "json":
            environment.write_json(report_json(report, environment))
        else:
            environment.stdout.write(report_text(report, lang))
        if report.faults:
            raise typer.Exit(ExitStatus.FAULTS_FOUND)

    return made(session, check, FORMATS, "json", "format", "lang", "facts")
