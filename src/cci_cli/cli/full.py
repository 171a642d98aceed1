"""Any command line, by Typer."""

from __future__ import annotations

from contextlib import redirect_stdout
from typing import TYPE_CHECKING

from typer import Exit

from cci_cli.cli.commands import PROGRAM, command
from cci_cli.cli.options import UsageError
from cci_cli.cli.session import WrongUsage

if TYPE_CHECKING:
    from cci_cli.cli.session import Session


def carried_out(session: Session) -> int:
    """Carry out what the command line asks; the exit status.

    Raises WrongUsage for a command line that Typer does not understand, or what the command raises.
    """
    environment = session.environment
    try:
        # Typer writes its help to the process's standard output
        with redirect_stdout(environment.stdout):
            program = command(PROGRAM, session)
            with program.make_context("cci", list(environment.arguments)) as context:
                return program.invoke(context) or 0
    except Exit as ended:
        return ended.exit_code
    except UsageError as error:
        raise WrongUsage(str(error)) from error
