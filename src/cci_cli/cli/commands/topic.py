"""``cci TOPIC``: a topic's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import lookup

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session
    from cci_cli.model import Topic

#: The options of a topic.
OPTIONS = ("json", "format", "year", "all", "lang", "facts")


def run(session: Session, topic: Topic) -> None:
    """Show a topic: on a terminal its headline facts, unless all are asked for."""
    headlines_only = session.output == "table" and not session.all_facts
    if session.output == "json" and session.year is None and not session.environment.is_terminal:
        # the commonest question of a script: nothing needs to be decoded to answer it
        session.write_json(lambda index: lookup.topic_json(index, topic))
    else:
        session.show(
            lambda index: lookup.topic_page(index, topic, session.year, headlines_only=headlines_only)
        )


def command(session: Session, topic: Topic | None = None) -> TyperCommand:
    """The Typer command of a topic; without one, what the commands of all topics have in common."""
    from cci_cli.cli.options import command_class
    from cci_cli.messages.help import help_text
    from cci_cli.render import FORMATS

    label = getattr(topic.label, session.lang) if topic else ""
    return command_class(session, FORMATS, *OPTIONS)(
        name=topic.id if topic else None,
        callback=lambda: run(session, topic) if topic else None,
        help=help_text(session.lang, "topic", label=label),
        rich_markup_mode=None,
    )
