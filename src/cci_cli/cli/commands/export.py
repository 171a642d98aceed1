"""``cci export``: the fact base, or a part of it, in one piece."""

from typing import TYPE_CHECKING, Annotated

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def run(
    session: "Session", output: str | None = None, *, force: bool = False, bom: bool = False
) -> int | None:
    """Write what is asked for, to a file or to standard output; ``-`` is the latter too.

    Raises WrongUsage for options that say nothing together, NotFound where there is nothing to write.
    """
    from cci_cli.cli.exporting import Asked, format_of, selected, to_file, to_stdout
    from cci_cli.exports import Manner

    environment, file = session.environment, None if output == "-" else output
    format_ = format_of(session, file)
    session.refuse(force=(force and file is None) or None, bom=(bom and format_ != "csv") or None)
    indented = environment.is_terminal and file is None
    asked = Asked(format_, Manner(session.lang, indented, bom, session.own_facts), selected(session))
    if file is None:
        return to_stdout(session, asked)
    return to_file(session, asked, file, replace=force)


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Option

    from cci_cli.cli.options import made
    from cci_cli.exports import FORMATS
    from cci_cli.messages.help import help_text

    def help_of(key: str) -> str:
        return help_text(session.lang, key)

    def export(
        output: Annotated[
            str | None, Option("--output", "-o", metavar="FILE", help=help_of("output"))
        ] = None,
        force: Annotated[bool, Option("--force", help=help_of("force"))] = False,
        bom: Annotated[bool, Option("--bom", help=help_of("bom"))] = False,
    ) -> int | None:
        return run(session, output, force=force, bom=bom)

    return made(session, export, FORMATS, "json", "format", "topic.each", "year", "lang", "facts")
