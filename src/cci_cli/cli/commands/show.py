"""``cci show``: one fact in full."""

# Typer evaluates annotations in the module's scope, so they stand here as they are, unquoted.
from typing import TYPE_CHECKING, Annotated

import typer

from cci_cli import lookup
from cci_cli.cli.options import made
from cci_cli.messages.help import help_text
from cci_cli.render import FORMATS

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def command(session: "Session") -> "TyperCommand":
    """The command."""

    def show(
        fact: Annotated[str, typer.Argument(metavar="FACT", help=help_text(session.lang, "FACT"))],
    ) -> None:
        session.show(lambda index: lookup.fact_page(index, fact, session.year))

    return made(session, show, FORMATS, "json", "format", "year", "lang", "facts")
