"""``cci cite``: references to paste."""

from typing import TYPE_CHECKING, Annotated

from cci_cli.cite import DATA_STYLES, DEFAULT, STYLES
from cci_cli.cli.session import WrongUsage
from cci_cli.messages import say
from cci_cli.safe import visible

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cite.item import Date
    from cci_cli.cite.page import CitePage
    from cci_cli.cli.session import Session

FORMATS = ("table", "json", "markdown")


def run(
    session: "Session",
    words: list[str] | None,
    style: str | None,
    accessed: str | None,
    itself: bool,
) -> None:
    """Write the references that words ask for, or those to the program itself."""
    lang = session.lang
    style = style or DEFAULT[lang]
    if style not in STYLES:
        raise WrongUsage(say(lang, "bad-value", value=visible(style), among=", ".join(STYLES)))
    if style in DATA_STYLES and session.format == "markdown":
        raise WrongUsage(say(lang, "cite.data-format", style=style, format=session.format))
    day = _day(accessed, lang) if accessed is not None else None
    if itself and words:
        raise WrongUsage(say(lang, "cite.words-with-self"))
    if not itself and not words:
        raise WrongUsage(say(lang, "missing-argument", name=METAVAR))
    _write(session, _page(session, words or [], style, day))


METAVAR = "FACT|SOURCE"


def _page(session: "Session", words: list[str], style: str, day: "Date | None") -> "CitePage":
    from cci_cli.cite.page import cite_page, self_page

    if not words:
        return session.answer(lambda index: self_page(index, style, session.lang, session.own_facts))
    page = session.answer(lambda index: cite_page(index, words, style, session.year, day))
    if session.year is not None and not page.spoken:
        raise WrongUsage(say(session.lang, "cite.needs-fact"))
    return page


def _write(session: "Session", page: "CitePage") -> None:
    from cci_cli.render.pages import cite as pages

    environment, lang = session.environment, session.lang
    if session.format == "json":
        from cci_cli.render.documents import json_text

        environment.write_json(json_text(pages.document(page), environment))
    elif page.style == "csl-json":
        environment.write_json(pages.data(page))
    elif page.style in DATA_STYLES:
        environment.stdout.write(pages.data(page))
    elif session.format == "markdown":
        environment.stdout.write("".join(pages.markdown(page, lang)))
    elif environment.is_terminal or session.format == "table":
        from cci_cli.render.screens import draw
        from cci_cli.render.screens.cite import parts

        draw(lambda width: parts(page, lang, width), environment, whole=True)
    else:
        environment.stdout.write("".join(pages.lines(page, lang)))


def _day(value: str, lang: str) -> "Date":
    """The date that a reader states. Raises WrongUsage if it is no day."""
    from cci_cli import periods
    from cci_cli.cite.item import date_of

    try:
        periods.span(value)
        date = date_of(value)
    except ValueError:
        date = None
    if date is None or not date.day or "/" in value:
        raise WrongUsage(say(lang, "cite.bad-accessed", value=visible(value)))
    return date


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Argument, Option

    from cci_cli.cli.options import made, with_words
    from cci_cli.messages.help import help_text

    lang = session.lang
    styles = ", ".join(STYLES)

    def cite(
        words: Annotated[
            list[str] | None, Argument(metavar=f"{METAVAR}...", help=help_text(lang, "WORDS-cite"))
        ] = None,
        style: Annotated[
            str | None, Option(metavar="STYLE", help=help_text(lang, "style", styles=styles))
        ] = None,
        accessed: Annotated[
            str | None, Option(metavar="YYYY-MM-DD", help=help_text(lang, "accessed"))
        ] = None,
        itself: Annotated[bool, Option("--self", help=help_text(lang, "self"))] = False,
    ) -> None:
        run(session, words, style, accessed, itself)

    return with_words(
        made(session, cite, FORMATS, "json", "format", "year.cite", "lang", "facts"), style=STYLES
    )
