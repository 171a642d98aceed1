"""``cci sources``: the sources, or one with what leans on it."""

# Typer evaluates annotations in the module's scope, so they stand here as they are, unquoted.
from typing import TYPE_CHECKING, Annotated

import typer

from cci_cli.cli.options import made, one_of, refused
from cci_cli.messages.help import help_text
from cci_cli.model import STANDINGS
from cci_cli.render import FORMATS
from cci_cli.sources import source_page, sources_page
from cci_cli.sources import unused as unused_sources

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def command(session: "Session") -> "TyperCommand":
    """The command."""
    lang = session.lang

    def known(standing: str | None) -> str | None:
        return standing if standing is None else one_of(STANDINGS, standing, lang)

    def sources(
        source: Annotated[
            str | None, typer.Argument(metavar="[SOURCE]", help=help_text(lang, "SOURCE"))
        ] = None,
        standing: Annotated[
            str | None,
            typer.Option(metavar="STANDING", callback=known, help=help_text(lang, "standing")),
        ] = None,
        unused: Annotated[bool, typer.Option("--unused", help=help_text(lang, "unused"))] = False,
    ) -> None:
        if source is not None:
            refused(session, standing=standing, year=session.year, unused=unused or None)
            session.show(lambda index: source_page(index, source))
        elif unused:
            session.write(sources_page(unused_sources(session.facts), standing, session.year))
        else:
            session.show(lambda index: sources_page(index.sources(), standing, session.year))

    return made(session, sources, FORMATS, "json", "format", "year.issued", "lang", "facts")
