"""``cci search``: whatever a person types finds the fact."""

# Typer evaluates annotations in the module's scope, so they stand here as they are, unquoted.
from typing import TYPE_CHECKING, Annotated

import typer

from cci_cli import lookup
from cci_cli.cli.options import made
from cci_cli.messages import say
from cci_cli.messages.help import help_text
from cci_cli.render import FORMATS
from cci_cli.search.find import LIMIT, MOST_CHARACTERS, find

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session
    from cci_cli.index import Index
    from cci_cli.search.page import SearchPage


def command(session: "Session") -> "TyperCommand":
    """The command."""
    lang = session.lang

    def search(
        words: Annotated[list[str], typer.Argument(metavar="WORDS...", help=help_text(lang, "WORDS"))],
        topic: Annotated[
            str | None, typer.Option("--topic", metavar="TOPIC", help=help_text(lang, "topic-of-search"))
        ] = None,
        limit: Annotated[
            int, typer.Option("--limit", metavar="N", min=1, max=1000, help=help_text(lang, "limit"))
        ] = LIMIT,
    ) -> None:
        typed = " ".join(words)
        if len(typed) > MOST_CHARACTERS:
            raise typer.BadParameter(say(lang, "search.too-long", count=len(typed), most=MOST_CHARACTERS))

        def look_up(index: "Index") -> "SearchPage":
            chosen = None if topic is None else lookup.find_topic(index, topic).id
            return find(index, typed, topic=chosen, year=session.year, limit=limit)

        session.show(look_up)

    return made(session, search, FORMATS, "json", "format", "year", "lang", "facts")
