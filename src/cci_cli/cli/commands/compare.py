"""``cci compare``: years side by side."""

from typing import TYPE_CHECKING, Annotated

from cci_cli import compare as comparing
from cci_cli.cli.session import WrongUsage
from cci_cli.compare.years import BadYears
from cci_cli.messages import say
from cci_cli.safe import visible

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session
    from cci_cli.index import Index


def run(
    session: "Session",
    words: list[str] | None,
    plot: str | None = None,
    *,
    ascii_only: bool = False,
    force: bool = False,
) -> int | None:
    """Show the years and the facts that words name, side by side; or draw them.

    Raises WrongUsage for words that name no two years.
    """

    def look_up(index: "Index") -> comparing.Comparison:
        return comparing.compare(index, words or (), session.topic, all_facts=session.all_facts)

    try:
        if plot is None and not ascii_only and not force:
            session.show(look_up)
            return None
        from cci_cli.cli.drawing import draw

        return draw(session, look_up, plot, ascii_only=ascii_only, replace=force)
    except BadYears as wrong:
        raise WrongUsage(say(session.lang, wrong.key, word=visible(wrong.word))) from None


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Argument, Option

    from cci_cli.cli.drawing import named_file, with_values
    from cci_cli.cli.options import made
    from cci_cli.messages.help import help_text
    from cci_cli.render import FORMATS

    about = help_text(session.lang, "YEARS")

    def compare(
        words: Annotated[
            list[str] | None,
            Argument(metavar="YEARS [FACT...]", help=about),
        ] = None,
        plot: Annotated[
            str | None,
            Option("--plot", metavar="[FILE]", parser=named_file, help=help_text(session.lang, "plot")),
        ] = None,
        ascii_only: Annotated[bool, Option("--ascii", help=help_text(session.lang, "ascii"))] = False,
        force: Annotated[bool, Option("--force", help=help_text(session.lang, "force"))] = False,
    ) -> int | None:
        return run(session, words, plot, ascii_only=ascii_only, force=force)

    names = ("json", "format", "topic.only", "all.compare", "lang", "facts")
    return made(session, compare, FORMATS, *names, reads=with_values)
