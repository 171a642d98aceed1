"""Run every command that the documents show and put its screen beneath it.

    python tools/refresh_screens.py            # rewrite README.md and CONTRIBUTING.md
    python tools/refresh_screens.py --check    # only say whether anything would change

A screen is a ``console`` block of which each line that starts with ``$ `` is a command and the lines
beneath are what it prints on a terminal of 80 columns, without colour, with the built-in fact base.

A ``toml`` block whose first line is a comment such as ``# ~/.config/cci/facts.d/mine.toml`` is a file that
the reader is told to make: it is there, in a home of its own, for the commands beneath, up to the next
heading.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from cci_cli.cli.run import run
from cci_cli.environment import Environment

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md")
_BLOCK = re.compile(r"^(## [^\n]*)$|^```(console|toml)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
#: Where a file that the reader is told to make lies, within their home.
_PLACE = re.compile(r"# ~/(\.config/cci/facts\.d/[\w-]+\.toml)\n")


class Terminal(io.StringIO):
    """Standard output that a person looks at."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@contextlib.contextmanager
def at_home(home: str) -> Iterator[None]:
    """In the project's folder, with a home."""
    before = os.environ.get("HOME")
    os.environ["HOME"] = home
    try:
        with contextlib.chdir(ROOT):
            yield
    finally:
        if before is None:
            del os.environ["HOME"]
        else:
            os.environ["HOME"] = before


def screen(command: str, home: str) -> str:
    """What a command shows on a terminal of 80 columns."""
    words = shlex.split(command)
    variables = {"COLUMNS": "80", "NO_COLOR": "1", "HOME": home, "LANG": "en_GB.UTF-8"}
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        variables[name] = value
    if words[0] != "cci":
        raise ValueError(command)
    out = Terminal()
    with at_home(home):
        run(Environment(words[1:], variables, out, out))
    return out.getvalue()


def refreshed(text: str, home: str) -> str:
    """A document with the screens of its commands as they are now."""

    def block(match: re.Match[str]) -> str:
        heading, kind, content = match.groups()
        if heading:
            shutil.rmtree(Path(home) / ".config", ignore_errors=True)
        elif kind == "toml" and (place := _PLACE.match(content)):
            file = Path(home) / place[1]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        elif kind == "console":
            commands = [line[2:] for line in content.splitlines() if line.startswith("$ ")]
            shown = "\n".join(f"$ {command}\n{screen(command, home)}" for command in commands)
            return f"```console\n{shown}```"
        return match[0]

    return _BLOCK.sub(block, text)


def main() -> int:
    """Rewrite the documents, or with --check say whether they would change; 1 if they would."""
    stale = False
    with tempfile.TemporaryDirectory() as home:
        for name in DOCUMENTS:
            text = (ROOT / name).read_text(encoding="utf-8")
            new = refreshed(text, home)
            stale = stale or new != text
            if "--check" not in sys.argv:
                (ROOT / name).write_text(new, encoding="utf-8")
    return int(stale and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
