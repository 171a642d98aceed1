"""``cci show``: one fact in full."""

from typing import TYPE_CHECKING, Annotated

from cci_cli import lookup

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def run(session: "Session", fact: str) -> None:
    """Show a fact."""
    session.show(lambda index: lookup.fact_page(index, fact, session.year))


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Argument

    from cci_cli.cli.options import made
    from cci_cli.messages.help import help_text
    from cci_cli.render import FORMATS

    def show(fact: Annotated[str, Argument(metavar="FACT", help=help_text(session.lang, "FACT"))]) -> None:
        run(session, fact)

    return made(session, show, FORMATS, "json", "format", "year", "lang", "facts")
