"""``cci conflicts``: where the sources disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import lookup
from cci_cli.conflicts import conflicts_page

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def run(session: Session) -> None:
    """Show where sources disagree."""
    session.show(lambda index: conflicts_page(index, lookup.topic_asked(index, session.topic), session.year))


def command(session: Session) -> TyperCommand:
    """The Typer command."""
    from cci_cli.cli.options import made
    from cci_cli.render import FORMATS

    def conflicts() -> None:
        run(session)

    return made(session, conflicts, FORMATS, "topic.only", "year", "json", "format", "lang", "facts")
