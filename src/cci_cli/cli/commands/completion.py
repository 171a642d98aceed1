"""``cci completion``: the script that lets a shell complete what is typed; printed, or put in its place."""

from typing import TYPE_CHECKING, Annotated

from cci_cli.cli.session import WrongUsage
from cci_cli.environment import ExitStatus
from cci_cli.messages import say
from cci_cli.safe import visible

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def run(session: "Session", shell: str | None, install: bool) -> int | None:
    """Print the script of a shell, or install it; without a name, of the shell that asks.

    Raises WrongUsage.
    """
    from cci_cli.completion.install import NAMES, script

    shell = shell or session.environment.shell
    if shell is None:
        raise WrongUsage(say(session.lang, "completion.which-shell", shells="|".join(NAMES)))
    if shell not in NAMES:
        raise WrongUsage(say(session.lang, "bad-value", value=visible(shell), among=", ".join(NAMES)))
    if install:
        return _installed(session, shell)
    session.environment.stdout.write(script(shell))
    return None


def _installed(session: "Session", shell: str) -> int:
    """Install, and say what was written and what else is to be done; if nothing was, why."""
    from shlex import quote

    from cci_cli.completion.install import InTheWay, install, place

    environment, lang = session.environment, session.lang
    if environment.home is None:
        raise WrongUsage(say(lang, "completion.no-home", shell=shell))
    try:
        path, unchanged = install(shell, environment)
    except InTheWay as error:
        environment.stderr.write(say(lang, "completion.in-the-way", path=visible(str(error.path))) + "\n")
        return ExitStatus.USAGE
    except OSError as error:
        told = {"path": visible(str(place(shell, environment))), "reason": error.strerror or str(error)}
        environment.stderr.write(say(lang, "completion.cannot-write", **told) + "\n")
        return ExitStatus.USAGE
    done = say(lang, "completion.unchanged" if unchanged else "completion.written", path=visible(str(path)))
    quoted = {"quoted": quote(str(path)), "quoted_folder": quote(str(path.parent))}
    environment.stdout.write(f"{done}\n{say(lang, f'completion.then-{shell}', **quoted)}\n")
    return ExitStatus.DONE


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Argument, Option

    from cci_cli.cli.options import made
    from cci_cli.completion.install import NAMES
    from cci_cli.messages.help import help_text

    lang = session.lang

    def completion(
        shell: Annotated[
            str | None, Argument(metavar="[SHELL]", help=help_text(lang, "SHELL", shells=", ".join(NAMES)))
        ] = None,
        install: Annotated[bool, Option("--install-completion", help=help_text(lang, "install"))] = False,
    ) -> int | None:
        return run(session, shell, install)

    made_command = made(session, completion, (), "lang")
    for each in made_command.params:
        if each.name == "shell":
            each.among = NAMES  # type: ignore[attr-defined]  # offered at Tab
    return made_command
