"""The Typer group of one run: the commands, and behind them the topics of the fact base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.core import TyperGroup

from cci_cli import lookup
from cci_cli.cli.commands import COMMANDS, PROGRAM, command, topic
from cci_cli.cli.helping import Help, Helpful
from cci_cli.cli.options import shared_options
from cci_cli.exports import FORMATS as EXPORTED
from cci_cli.messages.help import HELP, help_text
from cci_cli.render import FORMATS

if TYPE_CHECKING:
    from cci_cli.cli.session import Session
    from cci_cli.model import Topic

#: What some command writes.
ALL_FORMATS = tuple(dict.fromkeys((*FORMATS, *EXPORTED)))


def group_class(session: Session) -> type[TyperGroup]:
    """The kind of group whose commands are those of a session's fact base."""

    class Group(Helpful, TyperGroup):
        """A word that is no command is looked up among the topics, which the fact base names."""

        def __init__(self, **attributes: Any) -> None:
            super().__init__(**attributes)
            self.session = session
            self.params += shared_options(session, ALL_FORMATS, (*topic.OPTIONS, "topic.only"))

        def get_help(self, ctx: Any) -> str:
            told = Help(session, ctx)
            topics = session.answer(lambda index: index.topics())
            sections = (
                ("topics", [(each.id, getattr(each.label, session.lang)) for each in topics]),
                ("commands", [(name, help_text(session.lang, name)) for name in COMMANDS]),
                ("options", told.options()),
                ("statuses", _told(session.lang, "status-")),
                ("variables", _told(session.lang, "variable-")),
            )
            return told.text(PROGRAM, sections)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            if cmd_name in COMMANDS:
                session.command = f"cci {cmd_name}"
                return command(cmd_name, session)
            found = _topic(session, cmd_name)
            session.command = f"cci {found.id}"
            return topic.command(session, found)

        def list_commands(self, ctx: Any) -> list[str]:
            topics = session.answer(lambda index: index.topics())
            return [*(each.id for each in topics), *COMMANDS]

    return Group


def _told(lang: str, start: str) -> list[tuple[str, str]]:
    """Terms whose meanings are messages that start alike."""
    return [(key.removeprefix(start), help_text(lang, key)) for key in HELP if key.startswith(start)]


def _topic(session: Session, word: str) -> Topic:
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
