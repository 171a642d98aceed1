"""Run the program once: whatever goes wrong becomes a message and an exit status, never a traceback."""

from __future__ import annotations

import os
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

from typer import Exit
from typer.main import get_command

from cci_cli.cli.app import build_app
from cci_cli.cli.options import UsageError
from cci_cli.cli.session import Session
from cci_cli.environment import ExitStatus
from cci_cli.factbase.faults import FactBaseError
from cci_cli.lookup import NotFound
from cci_cli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cci_cli.environment import Environment


def run(environment: Environment) -> int:
    """Run the program in an environment; the exit status."""
    session = Session(environment)
    try:
        status = _command(session)
        environment.stdout.flush()
    except BrokenPipeError:
        # whoever read the output has seen enough
        _let_go(environment)
        status = ExitStatus.DONE
    except OSError as error:
        _let_go(environment)
        reason = error.strerror or str(error)
        status = _complain(environment, [say(session.lang, "write-failed", reason=reason)], ExitStatus.USAGE)
    except KeyboardInterrupt:
        status = _complain(environment, [say(session.lang, "interrupted")], ExitStatus.INTERRUPTED)
    finally:
        session.close()
    return int(status)


def _command(session: Session) -> int:
    """Carry out what the command line asks."""
    environment, lang = session.environment, session.lang
    try:
        # Typer writes its help to the process's standard output
        with redirect_stdout(environment.stdout):
            app = get_command(build_app(session))
            with app.make_context("cci", list(environment.arguments)) as context:
                app.invoke(context)
    except Exit as ended:
        return ended.exit_code
    except (NotFound, FactBaseError, UsageError) as error:
        from cci_cli.cli.complaints import about

        status = ExitStatus.NOTHING_FOUND if isinstance(error, NotFound) else ExitStatus.USAGE
        return _complain(environment, about(error, lang), status)
    return ExitStatus.DONE


def _complain(environment: Environment, lines: Iterable[str], status: int) -> int:
    """Write lines to standard error; the status to end with. What was written before comes first."""
    try:
        environment.stdout.flush()
        environment.stderr.write("".join(f"{line}\n" for line in lines))
        environment.stderr.flush()
    except OSError:
        pass
    return status


def _let_go(environment: Environment) -> None:
    """Send what is still buffered for standard output nowhere, so that leaving does not fail on it."""
    try:
        number = environment.stdout.fileno()
    except (OSError, ValueError):
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), number)
