"""The commands besides the topics: each thin, its work done by a plain function."""

# Typer evaluates annotations in the module's scope, so they stand here as they are, unquoted.
from typing import TYPE_CHECKING, Annotated

import typer

from cci_cli import lookup
from cci_cli.cli.options import command_class
from cci_cli.environment import ExitStatus, path_of
from cci_cli.messages.help import help_text
from cci_cli.render import FORMATS

if TYPE_CHECKING:
    from cci_cli.cli.session import Session

CHECK_FORMATS = ("table", "json")
EXPORT_FORMATS = ("json", "jsonl", "csv", "markdown")


def add_commands(app: typer.Typer, session: "Session") -> None:
    """Add every command that is no topic to an app."""
    lang = session.lang

    @app.command(
        help=help_text(lang, "show"),
        cls=command_class(session, FORMATS, "json", "format", "year", "lang", "facts"),
    )
    def show(fact: Annotated[str, typer.Argument(metavar="FACT", help=help_text(lang, "FACT"))]) -> None:
        session.show(lambda index: lookup.fact_page(index, fact, session.year))

    @app.command(
        help=help_text(lang, "sources"),
        cls=command_class(session, FORMATS, "json", "format", "lang", "facts"),
    )
    def sources(
        source: Annotated[
            str | None, typer.Argument(metavar="[SOURCE]", help=help_text(lang, "SOURCE"))
        ] = None,
    ) -> None:
        session.show(lambda index: lookup.sources_page(index, source))

    @app.command(
        help=help_text(lang, "check"),
        cls=command_class(session, CHECK_FORMATS, "json", "format", "lang", "facts"),
    )
    def check(
        file: Annotated[str | None, typer.Argument(metavar="[FILE]", help=help_text(lang, "FILE"))] = None,
    ) -> None:
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

    @app.command(
        help=help_text(lang, "export"),
        cls=command_class(session, EXPORT_FORMATS, "json", "format", "lang", "facts"),
    )
    def export() -> None:
        from cci_cli.export import export as run_export

        environment = session.environment
        format_ = session.format or EXPORT_FORMATS[0]
        pieces = session.answer(lambda index: list(run_export(index, format_, environment)))
        write = environment.write_json if format_ in ("json", "jsonl") else environment.stdout.write
        for piece in pieces:
            write(piece)
