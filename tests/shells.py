"""Real shells at a prompt: somebody types, Tab among the keys, and a screen shows what they see."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: How each shell starts without anybody's own settings.
STARTS = {"bash": ["--norc", "--noprofile", "-i"], "zsh": ["-f", "-i"], "fish": ["--no-config", "-i"]}
#: What makes each complete ``cci`` by its printed script, with a prompt that is easy to see.
LOADS = {
    "bash": "bind 'set bell-style none'; source <(cci completion bash); PS1='> '",
    "zsh": "autoload -Uz compinit; compinit -u -D; source <(cci completion zsh); PS1='> '",
    "fish": "function fish_prompt; echo '> '; end; cci completion fish | source",
}
#: Seconds until a slow machine is believed to show no more.
PATIENCE = 60.0
_WIDTH, _HEIGHT = 100, 40


class Shell:
    """A shell that a person types into, and its screen."""

    def __init__(self, name: str, variables: Mapping[str, str], load: str | None = None) -> None:
        self._screen = pyte.Screen(_WIDTH, _HEIGHT)
        self._stream = pyte.Stream(self._screen)
        program = shutil.which(name)
        assert program
        self._child = pexpect.spawn(
            program, STARTS[name], env=dict(variables) | {"TERM": "xterm-256color"},
            dimensions=(_HEIGHT, _WIDTH), encoding="utf-8",
        )  # fmt: skip
        self._lines = 0
        # the words that are waited for are not those that are typed
        self.see(f"{LOADS[name] if load is None else load}; echo rea''dy\r", "ready")

    def see(self, keys: str, *expected: str) -> str:
        """Press keys; the screen, once it shows all that is expected. Fails if it never does."""
        self._child.send(keys)
        return self._until(lambda screen: all(each in screen for each in expected))

    def line(self, keys: str, expected: str) -> str:
        """Press keys; the line at the cursor once it is as expected, without the prompt."""
        self._child.send(keys)
        return self._until(lambda _: self._line() == expected, self._line)

    def fresh(self) -> None:
        """Give up the line that was typed, and clear the screen."""
        self._lines += 1
        self._give_up()
        self._child.send(f"clear; echo fre''sh{self._lines}\r")
        self._until(lambda screen: screen.startswith(f"fresh{self._lines}\n") and self._line() == "")

    def _give_up(self) -> None:
        # it may only end a completion that still runs: Ctrl-C is pressed until the line is gone
        end = time.monotonic() + PATIENCE
        while True:
            self._child.send("\x03")
            try:
                self._until(lambda _: self._line() == "", patience=2.0)
            except AssertionError:
                if time.monotonic() > end:
                    raise
            else:
                return

    def close(self) -> None:
        """End the shell."""
        self._child.close(force=True)

    def _line(self) -> str:
        return self._screen.display[self._screen.cursor.y].removeprefix("> ").rstrip()

    def _text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display).strip()

    def _until(
        self, seen: Callable[[str], bool], shown: Callable[[], str] | None = None, patience: float = PATIENCE
    ) -> str:
        end = time.monotonic() + patience
        while not seen(self._text()):
            assert time.monotonic() < end, f"never came; the screen is:\n{self._text()}"
            try:
                self._stream.feed(self._child.read_nonblocking(65536, timeout=0.2))
            except pexpect.TIMEOUT:
                continue
        return (shown or self._text)()
