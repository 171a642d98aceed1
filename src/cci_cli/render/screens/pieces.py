"""What the screens are put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.style import Style
from rich.table import Table

from cci_cli.links import web_address
from cci_cli.messages import say
from cci_cli.references import quoted, reference
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import RenderableType

    from cci_cli.model import Citation, Source
    from cci_cli.references import Numbering

#: What a reader is drawn to; all of them can be read on a light and on a dark ground.
STRONG, QUIET, ALARM, FIGURE = "bold", "dim", "bold red", "bold"

#: Columns stand so far apart.
GAP = 2


def heading(title: str, beside: str = "") -> Text:
    """A title, with something quieter beside it."""
    return Text.assemble((title, STRONG), (f"  {beside}" if beside else "", QUIET))


def grid(*justify: str) -> Table:
    """A table without lines whose every column folds."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, GAP, 0, 0))
    for each in justify:
        table.add_column(overflow="fold", justify="right" if each == "right" else "left")
    return table


def linked(text: str, address: str | None, style: str = "") -> Text:
    """A text that opens an address when it is clicked; only a text where there is none."""
    return Text(text, Style.parse(style) + Style(link=address) if address else style)


def indented(text: Text | str, by: int = 2) -> Padding:
    """A text, moved to the right, all its lines alike."""
    return Padding(text if isinstance(text, Text) else Text(text), (0, 0, 0, by))


def cited(citation: Citation, mark: str, lang: str) -> Text:
    """The mark of a source and its words, with where they stand and why they do not hold the number."""
    line = Text.assemble((mark, QUIET), " ", linked(quoted(citation.quote, lang), citation.link))
    if citation.locator:
        line.append(f" {citation.locator}", QUIET)
    if citation.exception:
        line.append(f" ({say(lang, 'exception', reason=getattr(citation.exception, lang))})", QUIET)
    return line


def source_list(
    numbering: Numbering, sources: Mapping[str, Source], lang: str, *, full: bool
) -> list[RenderableType]:
    """The sources named on a screen, by their numbers."""
    if not numbering.numbers:
        return []
    table = grid("right", "left")
    for identifier, number in numbering.numbers.items():
        source = sources[identifier]
        line = Text(reference(source, lang))
        if full:
            line.append(f"  {identifier}", QUIET)
            if source.url:
                line.append("\n").append_text(linked(source.url, web_address(source.url), QUIET))
        table.add_row(Text(f"[{number}]", QUIET), line)
    return [Text(), Text(say(lang, "sources"), STRONG), table]
