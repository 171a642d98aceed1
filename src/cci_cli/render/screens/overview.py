"""The first screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding

from cci_cli.messages import counted, say
from cci_cli.render.screens.pieces import FIGURE, QUIET, grid, heading, indented
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from cci_cli.lookup import Overview


def parts(page: Overview, lang: str, width: int) -> list[RenderableType]:
    """What there is: topics, numbers, examples."""
    numbers = page.summary
    facts = sum(count for _, count in page.topics)
    summary = say(lang, "summary-of-nothing")
    if numbers["observations"]:
        years = {"first": numbers["first_year"], "last": numbers["last_year"]}
        counts = {
            "facts": counted(lang, facts, "fact"),
            "observations": counted(lang, numbers["observations"], "observation"),
            "sources": counted(lang, numbers["sources"], "source"),
        }
        summary = say(lang, "summary", **counts, **years)
    table = grid("left", "left", "right")
    for topic, count in page.topics:
        label = getattr(topic.label, lang)
        table.add_row(Text(topic.id, FIGURE), Text(label), Text(counted(lang, count, "fact"), QUIET))
    examples = [indented(Text(f"cci {example}")) for example in page.examples]
    return [
        heading(say(lang, "program")), Text(summary, QUIET), Text(),
        Padding(table, (0, 0, 0, 2)), Text(), Text(say(lang, "try")), *examples,
    ]  # fmt: skip
