"""``cci compare``: years side by side."""

# Typer evaluates annotations in the module's scope, so they stand here as they are, unquoted.
from typing import TYPE_CHECKING, Annotated

import typer

from cci_cli.cli.options import made
from cci_cli.messages import say
from cci_cli.messages.help import help_text
from cci_cli.render import FORMATS
from cci_cli.safe import visible

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def command(session: "Session") -> "TyperCommand":
    """The command."""

    def known_years(incomplete: str) -> list[str]:
        """The years there are, and the ends of a range that was begun."""
        from cci_cli.index.speaking import speaking_years

        begun, dots, rest = incomplete.rpartition("..")
        years = (f"{year:04d}" for year in session.answer(speaking_years))
        return [begun + dots + year for year in years if year.startswith(rest) and (not dots or year > begun)]

    def compare(
        ctx: typer.Context,
        words: Annotated[
            list[str] | None,
            typer.Argument(
                metavar="YEARS [FACT]...", help=help_text(session.lang, "YEARS"), autocompletion=known_years
            ),
        ] = None,
    ) -> None:
        from cci_cli import compare as comparing
        from cci_cli.compare.years import BadYears

        try:
            session.show(
                lambda index: comparing.compare(
                    index, words or (), session.topic, all_facts=session.all_facts
                )
            )
        except BadYears as wrong:
            raise typer.BadParameter(say(session.lang, wrong.key, word=visible(wrong.word)), ctx) from wrong

    return made(session, compare, FORMATS, "json", "format", "topic", "all", "lang", "facts")
