"""How far something long has come, on a terminal's standard error: a bar that is gone when it is done."""

from __future__ import annotations

from typing import IO

#: The bar, in characters.
_WIDTH = 30


class Progress:
    """A bar with what is being done before it. Where nobody looks, nothing is written."""

    def __init__(self, stream: IO[str], doing: str) -> None:
        self._stream, self._doing = stream, doing
        self._shown = -1

    def __call__(self, share: float) -> None:
        """Show that so much is done, from 0 to 1; at 1 the bar is taken away."""
        percent = int(100 * share)
        if percent == self._shown or not self._stream.isatty():
            return
        self._shown = percent
        bar = "#" * int(_WIDTH * share)
        line = f"\r{self._doing} [{bar:<{_WIDTH}}] {percent:3} %" if share < 1 else "\r\x1b[K"
        try:
            self._stream.write(line)
            self._stream.flush()
        except OSError:  # nobody looks any more
            return
