"""``cci timeline``: what happened, in order."""

# Typer evaluates annotations in the module's scope, so they stand here as they are, unquoted.
from typing import TYPE_CHECKING, Annotated

import typer

from cci_cli import lookup
from cci_cli.cli.options import made
from cci_cli.cli.years import known_years, years_of
from cci_cli.messages import say
from cci_cli.messages.help import help_text
from cci_cli.render import FORMATS
from cci_cli.timeline import timeline_page

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def command(session: "Session") -> "TyperCommand":
    """The command."""

    def complete(incomplete: str) -> list[str]:
        return known_years(session, incomplete)

    def timeline(
        years: Annotated[
            str | None,
            typer.Argument(
                metavar="[YEAR|A..B]", help=help_text(session.lang, "YEAR"), autocompletion=complete
            ),
        ] = None,
    ) -> None:
        asked = _years(session, years)
        brief = session.output == "table" and not session.all_facts
        session.show(
            lambda index: timeline_page(index, asked, lookup.topic_asked(index, session.topic), brief=brief)
        )

    return made(session, timeline, FORMATS, "topic", "year", "all", "json", "format", "lang", "facts")


def _years(session: "Session", word: str | None) -> tuple[int, int] | None:
    """The years asked for, as an argument or with ``--year``.

    Raises BadParameter for words that are no years, and for both at once.
    """
    if word is None:
        return None if session.year is None else (session.year, session.year)
    if session.year is not None:
        raise typer.BadParameter(say(session.lang, "timeline.years-twice"))
    return years_of(word, session.lang)
