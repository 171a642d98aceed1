"""Run every command that the documents show and put its screen beneath it.

    python tools/refresh_screens.py            # rewrite README.md and CONTRIBUTING.md
    python tools/refresh_screens.py --check    # only say whether anything would change

A screen is a ``console`` block of which each line that starts with ``$ `` is a command and the lines
beneath are what it prints on a terminal of 80 columns, without colour, with the built-in fact base.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sys
import tempfile
from pathlib import Path

from cci_cli.cli.run import run
from cci_cli.environment import Environment

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md")
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Terminal(io.StringIO):
    """Standard output that a person looks at."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def screen(command: str, cache: str) -> str:
    """What a command shows on a terminal of 80 columns."""
    words = shlex.split(command)
    variables = {"COLUMNS": "80", "NO_COLOR": "1", "XDG_CACHE_HOME": cache, "LANG": "en_GB.UTF-8"}
    while "=" in words[0]:
        name, _, value = words.pop(0).partition("=")
        variables[name] = value
    if words[0] != "cci":
        raise ValueError(command)
    out = Terminal()
    with contextlib.chdir(ROOT):
        run(Environment(words[1:], variables, out, out))
    return out.getvalue()


def refreshed(text: str, cache: str) -> str:
    """A document with the screens of its commands as they are now."""

    def block(match: re.Match[str]) -> str:
        commands = [line[2:] for line in match[1].splitlines() if line.startswith("$ ")]
        shown = "\n".join(f"$ {command}\n{screen(command, cache)}" for command in commands)
        return f"```console\n{shown}```"

    return _BLOCK.sub(block, text)


def main() -> int:
    """Rewrite the documents, or with --check say whether they would change; 1 if they would."""
    stale = False
    with tempfile.TemporaryDirectory() as cache:
        for name in DOCUMENTS:
            text = (ROOT / name).read_text(encoding="utf-8")
            new = refreshed(text, cache)
            stale = stale or new != text
            if "--check" not in sys.argv:
                (ROOT / name).write_text(new, encoding="utf-8")
    return int(stale and "--check" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
