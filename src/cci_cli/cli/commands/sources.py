"""``cci sources``: the sources, or one with what leans on it."""

from typing import TYPE_CHECKING, Annotated

from cci_cli.cli.session import WrongUsage
from cci_cli.messages import say
from cci_cli.model import STANDINGS
from cci_cli.safe import visible
from cci_cli.sources import source_page, sources_page, unused_sources

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def run(session: "Session", source: str | None, standing: str | None, *, unused: bool) -> None:
    """Show the sources that are asked for, or one with what leans on it.

    Raises WrongUsage for a standing that there is not, and for options that say nothing of one source.
    """
    if standing is not None and standing not in STANDINGS:
        known = ", ".join(STANDINGS)
        raise WrongUsage(say(session.lang, "bad-value", value=visible(standing), among=known))
    if source is not None:
        session.refuse(standing=standing, year=session.year, unused=unused or None)
        session.show(lambda index: source_page(index, source))
    elif unused:
        from pathlib import Path

        session.write(sources_page(unused_sources(Path(session.facts)), standing, session.year))
    else:
        session.show(lambda index: sources_page(index.sources(), standing, session.year))


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Argument, Option

    from cci_cli.cli.options import made, with_words
    from cci_cli.messages.help import help_text
    from cci_cli.render import FORMATS

    about = {name: help_text(session.lang, name) for name in ("SOURCE", "standing", "unused")}

    def sources(
        source: Annotated[str | None, Argument(metavar="[SOURCE]", help=about["SOURCE"])] = None,
        standing: Annotated[str | None, Option(metavar="STANDING", help=about["standing"])] = None,
        unused: Annotated[bool, Option("--unused", help=about["unused"])] = False,
    ) -> None:
        run(session, source, standing, unused=unused)

    command = made(session, sources, FORMATS, "json", "format", "year.issued", "lang", "facts")
    return with_words(command, standing=STANDINGS)
