"""``cci sources``: the sources, or one with what leans on it."""

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

    def sources(
        source: Annotated[
            str | None, typer.Argument(metavar="[SOURCE]", help=help_text(session.lang, "SOURCE"))
        ] = None,
    ) -> None:
        session.show(lambda index: lookup.sources_page(index, source))

    return made(session, sources, FORMATS, "json", "format", "lang", "facts")
