"""The commands besides the topics, a module each: its name, and in it ``command``, which makes it.

A module is loaded when its command is asked for, or all are listed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session

#: In the order in which the help lists them.
COMMANDS = ("show", "timeline", "conflicts", "sources", "check", "export")


def command(name: str, session: Session) -> TyperCommand:
    """The command of a name."""
    made: TyperCommand = import_module(f"cci_cli.cli.commands.{name}").command(session)
    return made
