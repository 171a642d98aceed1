"""``cci conflicts``: where the sources disagree."""

# Typer evaluates annotations in the module's scope, so they stand here as they are, unquoted.
from typing import TYPE_CHECKING

from cci_cli import lookup
from cci_cli.cli.options import made
from cci_cli.conflicts import conflicts_page
from cci_cli.render import FORMATS

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def command(session: "Session") -> "TyperCommand":
    """The command."""

    def conflicts() -> None:
        session.show(
            lambda index: conflicts_page(index, lookup.topic_asked(index, session.topic), session.year)
        )

    return made(session, conflicts, FORMATS, "topic", "year", "json", "format", "lang", "facts")
