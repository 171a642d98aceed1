"""The script of each shell, and the place where that shell looks for it.

The places are those of bash-completion (its README: "Where should I put it to be sure that interactive bash
shells will find it?"), of zsh's ``fpath`` (zshcompsys(1); no folder of the user's own is in it until they
name one, and ``~/.zfunc`` is the usual name), and of fish (the completions folder of its configuration).
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cci_cli.environment import Environment

NAMES = ("bash", "zsh", "fish", "powershell")
_FILES = {"bash": "cci.bash", "zsh": "_cci", "fish": "cci.fish"}
#: Begins the last line of a script that was written by this program; the checksum of what is above follows.
_MARK = "# written by cci, checksum "


class Installed(NamedTuple):
    """Where a script is now, and whether it was there before just so."""

    path: Path
    unchanged: bool


class InTheWay(Exception):
    """A file at the script's place that this program did not write, or that was changed since."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class NoHome(Exception):
    """A user who has no home folder."""


def script(shell: str) -> str:
    """The completion script for a shell; PowerShell's as Typer gives it."""
    if shell == "powershell":
        from typer._completion_shared import get_completion_script

        from cci_cli.completion.tab import VARIABLE

        return get_completion_script(prog_name="cci", complete_var=VARIABLE, shell=shell) + "\n"
    return (Path(__file__).parent / "scripts" / _FILES[shell]).read_text(encoding="utf-8")


def place(shell: str, environment: Environment) -> Path:
    """Where the script of a shell belongs for this user.

    Raises NoHome where there is no place for it.
    """
    variables, home = environment.variables, environment.home
    if home is None:
        raise NoHome
    match shell:
        case "bash":
            data = _folder(variables.get("XDG_DATA_HOME"), home / ".local" / "share")
            own = variables.get("BASH_COMPLETION_USER_DIR", "").split(":")[0]
            return _folder(own, data / "bash-completion") / "completions" / "cci"
        case "zsh":
            return home / ".zfunc" / "_cci"
        case "fish":
            folder = _folder(variables.get("XDG_CONFIG_HOME"), home / ".config")
            return folder / "fish" / "completions" / "cci.fish"
        case _:
            return (
                _folder(variables.get("XDG_DATA_HOME"), home / ".local" / "share") / "cci" / "completion.ps1"
            )


def install(shell: str, environment: Environment) -> Installed:
    """Put the script of a shell in its place, whole or not at all.

    A file that this program wrote there before is replaced. Raises InTheWay for any other, NoHome, and
    OSError if nothing can be written.
    """
    path = place(shell, environment)
    text = script(shell)
    text += f"{_MARK}{_checksum(text)}\n"
    if path.exists():
        found = path.read_bytes().decode(errors="replace")
        if found == text:
            return Installed(path, unchanged=True)
        if not _is_ours(found):
            raise InTheWay(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path = path.resolve()  # a link to a file elsewhere stays one
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        unfinished.write_bytes(text.encode())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return Installed(path, unchanged=False)


def _folder(named: str | None, usual: Path) -> Path:
    """The folder that a variable names if it says where from the root, as the XDG specification demands."""
    return Path(named) if named and Path(named).is_absolute() else usual


def _is_ours(text: str) -> bool:
    """Whether a script is as this program, in whatever version, wrote it."""
    above, mark, checksum = text.rpartition(_MARK)
    return bool(mark) and checksum.strip() == _checksum(above)


def _checksum(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
