"""The one door to the outside: arguments, streams, width, variables, folders, exit statuses.

Nothing else reads ``sys.argv``, ``os.environ`` or a terminal, so that a test replaces one object.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from enum import IntEnum
from typing import IO, TYPE_CHECKING, Any

from cci_cli import places
from cci_cli.streams import NEAREST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

#: A terminal's size has at most four digits; a longer number is a mistake.
_MOST_SIZE_DIGITS = 4
COLOURS = ("auto", "always", "never")


class ExitStatus(IntEnum):
    """What the program reports to the shell."""

    DONE = 0
    NOTHING_FOUND = 1
    FAULTS_FOUND = 1
    USAGE = 2
    INTERRUPTED = 130


class _Closed(io.StringIO):
    """Standard output that was closed."""

    def write(self, text: str) -> int:  # noqa: ARG002
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


class Environment:
    """Where a run gets its input and puts its output."""

    def __init__(
        self,
        arguments: Sequence[str],
        variables: Mapping[str, str],
        stdout: IO[str],
        stderr: IO[str],
    ) -> None:
        self.arguments = list(arguments)
        self.variables = variables
        self.stdout = stdout
        self.stderr = stderr

    @classmethod
    def of_process(cls) -> Environment:
        """The environment of this process. What its streams cannot encode, they write as best they can.

        Either may have been closed before the program began: then there is nowhere to write to, or
        nowhere to complain.
        """
        for stream in (sys.stdout, sys.stderr):
            reconfigure: Any = getattr(stream, "reconfigure", None)
            if reconfigure:
                reconfigure(errors=NEAREST)
        return cls(sys.argv[1:], os.environ, sys.stdout or _Closed(), sys.stderr or io.StringIO())

    @property
    def is_terminal(self) -> bool:
        """Whether standard output is a terminal that a person reads."""
        return self.stdout.isatty()

    @property
    def width(self) -> int:
        """The number of columns to write to: ``COLUMNS``, else the terminal's, else 80."""
        given = _size(self.variables.get("COLUMNS", ""))
        try:
            return given or os.get_terminal_size(self.stdout.fileno()).columns or 80
        except (OSError, ValueError):
            return 80

    @property
    def height(self) -> int:
        """The number of lines of the terminal: ``LINES``, else the terminal's; without one, no limit."""
        given = _size(self.variables.get("LINES", ""))
        try:
            return given or os.get_terminal_size(self.stdout.fileno()).lines or sys.maxsize
        except (OSError, ValueError):
            return sys.maxsize

    @property
    def has_colour(self) -> bool:
        """Whether colour may enhance what is written to standard output.

        ``--color`` decides; else ``NO_COLOR``, then ``FORCE_COLOR``, as everybody expects of them.
        """
        wanted = self.given("--color")
        if wanted in ("always", "never"):
            return wanted == "always"
        if self.variables.get("NO_COLOR"):
            return False
        if self.variables.get("FORCE_COLOR"):
            return self.variables["FORCE_COLOR"] not in ("0", "false")
        return self.is_terminal and self.variables.get("TERM") != "dumb"

    def show(self, text: str) -> None:
        """Write a page; where a person reads it on a screen that is shorter, in their pager."""
        if self.is_terminal and "--no-pager" not in self.arguments and text.count("\n") >= self.height:
            from cci_cli.pager import paged

            self.stdout.flush()
            if paged(text, self.variables, getattr(self.stdout, "encoding", None) or "utf-8"):
                return
        self.stdout.write(text)

    @property
    def is_unicode(self) -> bool:
        """Whether standard output takes every sign there is."""
        encoding = getattr(self.stdout, "encoding", None) or "utf-8"
        return encoding.lower().startswith("utf")

    @property
    def has_links(self) -> bool:
        """Whether what is written to standard output may hold links that a reader can click.

        Links are no colour: ``NO_COLOR`` does not concern them.
        """
        if not self.is_terminal:
            return False
        from cci_cli.terminals import knows_links

        return knows_links(self.variables)

    def write_json(self, text: str) -> None:
        """Write JSON to standard output; what that cannot encode is escaped, so that it stays JSON."""
        if not self.is_unicode:
            text = "".join(char if char.isascii() else _escape(char) for char in text)
        self.stdout.write(text)

    def given(self, option: str) -> str | None:
        """The value of an option wherever it stands on the command line; the last one counts."""
        return places.given(self.arguments, option)

    @property
    def language(self) -> str:
        """``en`` or ``zh``: from ``--lang``, else from the locale."""
        return places.language(self.arguments, self.variables)

    @property
    def shell(self) -> str | None:
        """The shell that the program was started from, if that can be seen."""
        from shellingham import ShellDetectionFailure, detect_shell

        try:
            name = detect_shell()[0]
        except (ShellDetectionFailure, OSError):
            return None
        return "powershell" if name == "pwsh" else name

    @property
    def home(self) -> Path | None:
        """The user's home folder, if they have one."""
        from pathlib import Path

        named = Path(self.variables.get("HOME", ""))
        try:
            return named if named.is_absolute() else Path.home()
        except RuntimeError:
            return None

    @property
    def facts_file(self) -> str:
        """The fact base to read: ``--facts``, else ``CCI_FACTS``, else the built-in one."""
        return places.facts_file(self.arguments, self.variables)

    @property
    def cache_folder(self) -> str | None:
        """The user's cache folder for this program; None where there is no home to put it in."""
        return places.cache_folder(self.variables)


def _size(written: str) -> int:
    """A number of columns or lines; 0 for anything else."""
    sound = written.isascii() and written.isdigit() and len(written) <= _MOST_SIZE_DIGITS
    return int(written) if sound else 0


def _escape(char: str) -> str:
    units = char.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def path_of(given: str) -> Path:
    """A path as somebody wrote it, ``~`` meaning their home."""
    from pathlib import Path

    try:
        return Path(given).expanduser()
    except RuntimeError:  # ~nobody-here
        return Path(given)
