"""A fault, explained on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.messages import say
from cci_cli.render.screens.pieces import STRONG, heading, indented
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from cci_cli.explain import Explanation


def parts(page: Explanation, lang: str, width: int) -> list[RenderableType]:
    """What the fault means, how it is mended, and an example of it, wrong and right."""
    said = [getattr(text, lang) for text in (page.meaning, page.remedy)]
    parts: list[RenderableType] = [heading(page.code), *(Text(each) for each in said)]
    for title, example in ((say(lang, "check.wrong"), page.wrong), (say(lang, "check.right"), page.right)):
        parts += [Text(), Text(title, STRONG), *(indented(line) for line in example.splitlines())]
    return parts
