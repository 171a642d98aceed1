"""The Typer app of one run: the commands, and behind them the topics of the fact base."""

# Typer evaluates annotations in the module's scope, so they stand here as they are, unquoted.
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from cci_cli import __version__, lookup
from cci_cli.cli.commands import COMMANDS, command
from cci_cli.cli.options import (
    HELP_NAMES,
    command_class,
    refuse_what_does_not_apply,
    shared_options,
)
from cci_cli.messages.help import help_text, localised
from cci_cli.render import FORMATS

if TYPE_CHECKING:
    from cci_cli.cli.session import Session
    from cci_cli.model import Topic

#: What some command writes.
ALL_FORMATS = (*FORMATS, "jsonl")
_PAGE_OPTIONS = ("json", "format", "year", "all", "lang", "facts")


def build_app(session: "Session") -> typer.Typer:
    """The app, with its help in the session's language."""
    lang = session.lang
    app = typer.Typer(
        cls=_group_class(session),
        help=help_text(lang, "program"),
        subcommand_metavar=help_text(lang, "COMMAND"),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        suggest_commands=False,
        invoke_without_command=True,
        context_settings=HELP_NAMES,
    )

    @app.callback()
    def start(
        ctx: typer.Context,
        version: Annotated[bool, typer.Option("--version", help=help_text(lang, "version"))] = False,
    ) -> None:
        if version:
            session.environment.stdout.write(f"cci {__version__}\n")
            raise typer.Exit
        if ctx.invoked_subcommand is None:
            refuse_what_does_not_apply(session, FORMATS, ())
            session.show(lookup.overview)

    return app


def _group_class(session: "Session") -> type[TyperGroup]:
    class Group(TyperGroup):
        """A word that is no command is looked up among the topics, which the fact base names."""

        def __init__(self, **attributes: Any) -> None:
            super().__init__(**attributes)
            self.params += shared_options(session, ALL_FORMATS, (*_PAGE_OPTIONS, "topic"))

        def get_help(self, ctx: Any) -> str:
            return localised(super().get_help(ctx), session.lang)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            if cmd_name in COMMANDS:
                return command(cmd_name, session)
            return _topic_command(session, _topic(session, cmd_name))

        def list_commands(self, ctx: Any) -> list[str]:
            topics = session.answer(lambda index: index.topics())
            return [*(topic.id for topic in topics), *COMMANDS]

    return Group


def _topic(session: "Session", word: str) -> "Topic":
    """The topic that a word names.

    Raises NotFound with what else was probably meant: a fact, the help, a command, or a topic.
    """
    try:
        return session.answer(lambda index: lookup.find_topic(index, word))
    except lookup.Ambiguous:
        raise
    except lookup.NotFound as missed:
        from difflib import get_close_matches

        if session.answer(lambda index: index.fact(word)):
            missed.near = [f"show {word}"]
        elif word.casefold() == "help":
            missed.near = ["--help"]
        else:
            missed.near = get_close_matches(word.casefold(), COMMANDS, n=1, cutoff=0.7) or missed.near
        raise


def _topic_command(session: "Session", topic: "Topic") -> TyperCommand:
    def show_topic() -> None:
        headlines_only = session.output == "table" and not session.all_facts
        if session.output == "json" and session.year is None and not session.environment.is_terminal:
            # the commonest question of a script: nothing needs to be decoded to answer it
            session.write_json(lambda index: lookup.topic_json(index, topic))
        else:
            session.show(
                lambda index: lookup.topic_page(index, topic, session.year, headlines_only=headlines_only)
            )

    return command_class(session, FORMATS, *_PAGE_OPTIONS)(
        name=topic.id,
        callback=show_topic,
        help=help_text(session.lang, "topic", label=getattr(topic.label, session.lang)),
        rich_markup_mode=None,
    )
