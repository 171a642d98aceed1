"""A page longer than the screen goes through the reader's pager, as git and man do it."""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cci_cli.terminals import LINK, without_links

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: What ``less`` is told where its user says nothing: end if all fits, show colours, leave the page there.
_LESS = "FRX"
_LESS_WITH_LINKS = 566


def paged(text: str, variables: Mapping[str, str], encoding: str) -> bool:
    """Show a text in the pager that ``PAGER`` names, else in ``less`` or ``more``; whether that was done.

    An empty ``PAGER``, or ``cat``, means none.
    """
    command = _command(variables)
    if not command:
        return False
    if LINK.search(text) and not _keeps_links(command, variables):
        text = without_links(text)
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESS": _LESS, **variables})  # noqa: S603
    except (OSError, ValueError):
        return False
    # the reader who leaves the pager before the end has seen enough
    with _left_to_the_pager(), contextlib.suppress(BrokenPipeError):
        pager.communicate(text.encode(encoding, errors="replace"))
    return pager.returncode == 0


@contextlib.contextmanager
def _left_to_the_pager() -> Iterator[None]:
    """Ctrl-C is the pager's while it shows a page."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _keeps_links(command: list[str], variables: Mapping[str, str]) -> bool:
    """Whether a pager hands links on to the terminal, as ``less -R`` does from its version 566 on.

    Any other might show their addresses among the text.
    """
    options = "".join([variables.get("LESS", _LESS), *command[1:]])
    if Path(command[0]).stem != "less" or "R" not in options:
        return False
    try:
        said = subprocess.run([command[0], "--version"], capture_output=True, check=True, timeout=2)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return False
    version = re.match(rb"less (\d+)", said.stdout)
    return version is not None and int(version[1]) >= _LESS_WITH_LINKS


def _command(variables: Mapping[str, str]) -> list[str]:
    """The pager and its arguments; nothing where there is none."""
    named = variables.get("PAGER")
    if named is None:
        usual = ["more"] if sys.platform == "win32" else ["less", "more"]
        return next(([each] for each in usual if shutil.which(each, path=variables.get("PATH"))), [])
    try:
        command = shlex.split(named)
    except ValueError:
        return []
    return [] if command == ["cat"] else command
