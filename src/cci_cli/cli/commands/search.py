"""``cci search``: whatever a person types finds the fact."""

from typing import TYPE_CHECKING, Annotated

from cci_cli import lookup
from cci_cli.search.find import LIMIT, MOST_CHARACTERS, find
from cci_cli.search.page import SearchPage

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session
    from cci_cli.index import Index

#: No more facts than this are shown.
_MOST = 1000
#: What is missed where nothing answers.
_NOTHING = ("words", "year")


def run(session: "Session", words: list[str], topic: str | None, limit: str | None) -> None:
    """Show what is found for some words.

    Raises WrongUsage for too many words, or a limit that is no number of facts.
    """
    typed = " ".join(words)
    most = _checked(session, typed, limit)

    def look_up(index: "Index") -> "SearchPage":
        chosen = None if topic is None else lookup.find_topic(index, topic).id
        return find(index, typed, topic=chosen, year=session.year, limit=most)

    try:
        session.show(look_up)
    except lookup.NotFound as missed:
        if session.output == "json" and missed.kind in _NOTHING:
            # a script counts the hits, and need not know that it finds none
            session.write(SearchPage(typed))
        raise


def _checked(session: "Session", typed: str, limit: str | None) -> int:
    """The number of facts to show."""
    wrong = ""
    if len(typed) > MOST_CHARACTERS:
        wrong = _said(session, "search.too-long", count=len(typed), most=MOST_CHARACTERS)
    elif limit is not None and not (limit.isascii() and limit.isdigit() and 0 < int(limit[:9]) <= _MOST):
        wrong = _said(session, "search.bad-limit", value=limit, most=_MOST)
    if wrong:
        from cci_cli.cli.session import WrongUsage

        raise WrongUsage(wrong)
    return LIMIT if limit is None else int(limit)


def _said(session: "Session", key: str, **values: object) -> str:
    from cci_cli.messages import say
    from cci_cli.safe import visible

    return say(session.lang, key, **{name: visible(str(each)) for name, each in values.items()})


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Argument, Option

    from cci_cli.cli.options import made
    from cci_cli.messages.help import help_text
    from cci_cli.render import FORMATS

    def help_of(key: str) -> str:
        return help_text(session.lang, key)

    def search(
        words: Annotated[list[str], Argument(metavar="WORDS...", help=help_of("WORDS"))],
        topic: Annotated[
            str | None, Option("--topic", metavar="TOPIC", help=help_of("topic-of-search"))
        ] = None,
        limit: Annotated[str | None, Option("--limit", metavar="N", help=help_of("limit"))] = None,
    ) -> None:
        run(session, words, topic, limit)

    return made(session, search, FORMATS, "json", "format", "year", "lang", "facts")
