"""Text on a screen whose Chinese lines end where a reader would end them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.containers import Lines
from rich.text import Text as RichText

from cci_cli.linebreaks import breaks, is_chinese

if TYPE_CHECKING:
    from typing import Self

    from rich.console import Console
    from rich.style import Style


class Text(RichText):
    """Rich's text, which takes a Chinese sentence for one long word and cuts it anywhere."""

    if TYPE_CHECKING:  # Rich says that these give its own text

        def append(self, text: RichText | str, style: str | Style | None = None) -> Self:
            """Add a text at the end."""

        @classmethod
        def assemble(cls, *parts: Any, **how: Any) -> Self:
            """Put a text together from parts."""

    def wrap(self, console: Console, width: int, **how: Any) -> Lines:
        """The text as lines of a width. Raises nothing; see :meth:`rich.text.Text.wrap`."""
        if how.get("no_wrap") or self.no_wrap or width < 1 or not is_chinese(self.plain):
            return super().wrap(console, width, **how)
        lines = Lines()
        for line in self.split(allow_blank=True):
            for piece in line.divide(breaks(line.plain, width)):
                piece.rstrip()
                # nothing is left to wrap, but to be put to the left or the right
                lines.extend(RichText.wrap(piece, console, width, **how))
        return lines
