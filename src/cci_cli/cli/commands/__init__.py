"""What can be asked for, a module each. In it ``command`` makes the Typer command and ``run`` carries it out.

``run`` takes the session and the command's own parameters, and gives an exit status or None. A module is
loaded when its command is asked for, or all are listed; it loads Typer only to make the command.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from cci_cli.cli import PROGRAM, TOPIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.core import TyperCommand

    from cci_cli.cli.session import Session

__all__ = ["COMMANDS", "PROGRAM", "TOPIC", "command", "runner"]

#: The commands besides the topics, in the order in which the help lists them.
COMMANDS = (
    "show", "search", "compare", "timeline", "conflicts", "sources", "cite", "check", "export", "completion",
    "paths",
)  # fmt: skip


def command(name: str, session: Session) -> TyperCommand:
    """The Typer command of a name."""
    made: TyperCommand = import_module(f"{__name__}.{name}").command(session)
    return made


def runner(name: str) -> Callable[..., int | None]:
    """What carries out the command of a name."""
    run: Callable[..., int | None] = import_module(f"{__name__}.{name}").run
    return run
