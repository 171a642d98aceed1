"""A topic on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.lookup import speaking
from cci_cli.messages import say
from cci_cli.references import Numbering
from cci_cli.render.remarks import marks
from cci_cli.render.screens.events import Told, events
from cci_cli.render.screens.figures import MOST_MARKS, Figures
from cci_cli.render.screens.pieces import (
    QUIET,
    STRONG,
    heading,
    source_list,
)
from cci_cli.render.screens.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from cci_cli.lookup import TopicPage
    from cci_cli.model import Fact, Observation


def parts(page: TopicPage, lang: str, width: int) -> list[RenderableType]:
    """The page, for a terminal of this width."""
    return TopicScreen(page, lang, width).parts()


class TopicScreen:
    """A topic: its figures, then what happened, then the sources of what is shown."""

    def __init__(self, page: TopicPage, lang: str, width: int) -> None:
        self.page, self.lang, self.width = page, lang, width
        self.numbering = Numbering()
        spoken = [(fact, speaking(fact, page.sources)) for fact in page.facts]
        self.facts = [(fact, each) for fact, each in spoken if each is not None]

    def parts(self) -> list[RenderableType]:
        """The figures, the texts, the sources of both, and where to read on."""
        page, lang = self.page, self.lang
        beside = page.topic.id + (f", {say(lang, 'of-year', year=page.year)}" if page.year else "")
        shown = self.facts
        figures = [(fact, each) for fact, each in shown if each.value is not None]
        others = [(fact, each) for fact, each in shown if each.value is None]
        parts: list[RenderableType] = [heading(getattr(page.topic.label, lang), beside)]
        if figures:
            parts += [Text(), Figures(figures, page.units, self.numbering, lang).drawn("latest", self.width)]
        if others:
            parts += [Text(), Text(say(lang, "events"), STRONG), events(self._told(others), self.width)]
        parts += source_list(self.numbering, page.sources, lang, full=False)
        return [*parts, Text(), *self._notes(shown)]

    def _notes(self, shown: Sequence[tuple[Fact, Observation]]) -> list[RenderableType]:
        topic, rest = self.page.topic.id, self.page.rest
        notes = [say(self.lang, "more-facts", count=rest, topic=topic)] if rest else []
        if shown:
            notes.append(say(self.lang, "in-full", fact=shown[0][0].id))
        return [Text(note, QUIET) for note in notes]

    def _told(self, facts: Sequence[tuple[Fact, Observation]]) -> list[Told]:
        """Texts in order of time."""
        lines = []
        for fact, each in sorted(facts, key=lambda pair: pair[1].time):
            said = Text(getattr(each.text, self.lang) if each.text else getattr(fact.label, self.lang))
            for mark in marks(each, self.lang):
                said.append(f"\n{mark}", QUIET)
            lines.append(Told(each.time, self.numbering.marks(each, MOST_MARKS), said))
        return lines
