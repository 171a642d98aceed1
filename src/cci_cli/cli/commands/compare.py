"""``cci compare``: years side by side."""

from typing import TYPE_CHECKING, Annotated

from cci_cli import compare as comparing
from cci_cli.cli.session import WrongUsage
from cci_cli.compare.years import BadYears
from cci_cli.index.speaking import speaking_years
from cci_cli.messages import say
from cci_cli.safe import visible

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def run(session: "Session", words: list[str] | None) -> None:
    """Show the years and the facts that words name, side by side.

    Raises WrongUsage for words that name no two years.
    """
    try:
        session.show(
            lambda index: comparing.compare(index, words or (), session.topic, all_facts=session.all_facts)
        )
    except BadYears as wrong:
        raise WrongUsage(say(session.lang, wrong.key, word=visible(wrong.word))) from None


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Argument

    from cci_cli.cli.options import made
    from cci_cli.messages.help import help_text
    from cci_cli.render import FORMATS

    def known_years(incomplete: str) -> list[str]:
        """The years there are, and the ends of a range that was begun."""
        begun, dots, rest = incomplete.rpartition("..")
        years = (f"{year:04d}" for year in session.answer(speaking_years))
        return [begun + dots + year for year in years if year.startswith(rest) and (not dots or year > begun)]

    about = help_text(session.lang, "YEARS")

    def compare(
        words: Annotated[
            list[str] | None,
            Argument(metavar="YEARS...", help=about, autocompletion=known_years),
        ] = None,
    ) -> None:
        run(session, words)

    return made(session, compare, FORMATS, "json", "format", "topic.only", "all.compare", "lang", "facts")
