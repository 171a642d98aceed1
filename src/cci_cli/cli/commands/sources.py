"""``cci sources``: the sources, or one with what leans on it."""

from typing import TYPE_CHECKING, Annotated

from cci_cli import lookup

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def run(session: "Session", source: str | None) -> None:
    """Show all sources, or one."""
    session.show(lambda index: lookup.sources_page(index, source))


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Argument

    from cci_cli.cli.options import made
    from cci_cli.messages.help import help_text
    from cci_cli.render import FORMATS

    about = help_text(session.lang, "SOURCE")

    def sources(source: Annotated[str | None, Argument(metavar="[SOURCE]", help=about)] = None) -> None:
        run(session, source)

    return made(session, sources, FORMATS, "json", "format", "lang", "facts")
