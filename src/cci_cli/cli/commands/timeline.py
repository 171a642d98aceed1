"""``cci timeline``: what happened, in order."""

from typing import TYPE_CHECKING, Annotated

from cci_cli import lookup
from cci_cli.cli.session import WrongUsage
from cci_cli.cli.years import years_of
from cci_cli.messages import say
from cci_cli.timeline import timeline_page

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def run(session: "Session", years: str | None) -> None:
    """Show a timeline: on a terminal the most important, unless all is asked for."""
    asked = _years(session, years)
    brief = session.output == "table" and not session.all_facts
    session.show(
        lambda index: timeline_page(index, asked, lookup.topic_asked(index, session.topic), brief=brief)
    )


def _years(session: "Session", word: str | None) -> tuple[int, int] | None:
    """The years asked for, as an argument or with ``--year``.

    Raises WrongUsage for words that are no years, and for both at once.
    """
    if word is None:
        return None if session.year is None else (session.year, session.year)
    if session.year is not None:
        raise WrongUsage(say(session.lang, "timeline.years-twice"))
    return years_of(word, session.lang)


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Argument

    from cci_cli.cli.options import made
    from cci_cli.messages.help import help_text
    from cci_cli.render import FORMATS

    about = help_text(session.lang, "YEAR")

    def timeline(years: Annotated[str | None, Argument(metavar="[YEAR|A..B]", help=about)] = None) -> None:
        run(session, years)

    return made(
        session, timeline, FORMATS, "topic.only", "year", "all.timeline", "json", "format", "lang", "facts"
    )
