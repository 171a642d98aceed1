"""``cci completion``: the script that lets a shell complete what is typed; printed, or put in its place."""

from shlex import quote
from typing import TYPE_CHECKING, Annotated

from cci_cli.cli.session import WrongUsage
from cci_cli.environment import ExitStatus
from cci_cli.messages import say
from cci_cli.safe import visible

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def run(session: "Session", shell: str | None, *, install_completion: bool) -> int | None:
    """Print the script of a shell, or install it; without a name, of the shell that asks.

    Raises WrongUsage.
    """
    from cci_cli.completion.install import NAMES, script

    shell = shell or session.environment.shell
    if shell is None:
        raise WrongUsage(say(session.lang, "completion.which-shell", shells="|".join(NAMES)))
    if shell not in NAMES:
        raise WrongUsage(say(session.lang, "bad-value", value=visible(shell), among=", ".join(NAMES)))
    if install_completion:
        return _installed(session, shell)
    session.environment.stdout.write(script(shell))
    return None


def _installed(session: "Session", shell: str) -> int:
    """Install, and say what was written and what else is to be done; if nothing was, why."""
    from cci_cli.completion.install import InTheWay, NoHome, install, place

    lang = session.lang
    try:
        path, unchanged = install(shell, session.environment)
    except NoHome:
        raise WrongUsage(say(lang, "completion.no-home", shell=shell)) from None
    except InTheWay as error:
        return _refused(session, "in-the-way", path=str(error.path))
    except OSError as error:
        path, reason = place(shell, session.environment), error.strerror or str(error)
        return _refused(session, "cannot-write", path=str(path), reason=reason)
    done = say(lang, "completion.unchanged" if unchanged else "completion.written", path=visible(str(path)))
    quoted = {"quoted": quote(str(path)), "quoted_folder": quote(str(path.parent))}
    session.environment.stdout.write(f"{done}\n{say(lang, f'completion.then-{shell}', **quoted)}\n")
    return ExitStatus.DONE


def _refused(session: "Session", key: str, **told: str) -> int:
    """Say why nothing was installed."""
    said = say(session.lang, f"completion.{key}", **{name: visible(text) for name, text in told.items()})
    session.environment.stderr.write(f"{said}\n")
    return ExitStatus.USAGE


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from typer import Argument, Option

    from cci_cli.cli.options import made, with_words
    from cci_cli.completion.install import NAMES
    from cci_cli.messages.help import help_text

    lang = session.lang

    def completion(
        shell: Annotated[
            str | None, Argument(metavar="[SHELL]", help=help_text(lang, "SHELL", shells=", ".join(NAMES)))
        ] = None,
        install_completion: Annotated[
            bool, Option("--install-completion", help=help_text(lang, "install"))
        ] = False,
    ) -> int | None:
        return run(session, shell, install_completion=install_completion)

    return with_words(made(session, completion, (), "lang"), shell=NAMES)
