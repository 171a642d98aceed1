"""Run the program once: whatever goes wrong becomes a message and an exit status, never a traceback."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cci_cli.cli import short
from cci_cli.cli.session import Session, WrongUsage
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
    try:
        if plain := short.understood(session):
            return plain() or ExitStatus.DONE
        from cci_cli.cli.full import carried_out

        return carried_out(session)
    except (NotFound, FactBaseError, WrongUsage) as error:
        from cci_cli.cli.complaints import about

        status = ExitStatus.NOTHING_FOUND if isinstance(error, NotFound) else ExitStatus.USAGE
        return _complain(session.environment, about(error, session.lang, session.command), status)


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
