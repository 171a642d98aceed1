"""A timeline on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import periods, wording
from cci_cli.messages import counted, say
from cci_cli.references import Numbering
from cci_cli.render.remarks import conflicts, marks
from cci_cli.render.screens.events import Told, events, told_heading
from cci_cli.render.screens.figures import MOST_MARKS, Figures
from cci_cli.render.screens.pieces import ALARM, FIGURE, QUIET, STRONG, heading, source_list
from cci_cli.render.screens.text import Text
from cci_cli.timeline import STATED, written_years

if TYPE_CHECKING:
    from rich.console import RenderableType

    from cci_cli.timeline import Entry, TimelinePage


def parts(page: TimelinePage, lang: str, width: int) -> list[RenderableType]:
    """The page, for a terminal of this width."""
    return TimelineScreen(page, lang, width).parts()


class TimelineScreen:
    """What happened, by years; the figures of a single year; the sources of both."""

    def __init__(self, page: TimelinePage, lang: str, width: int) -> None:
        self.page, self.lang, self.width = page, lang, width
        self.numbering = Numbering()

    def parts(self) -> list[RenderableType]:
        """The events, the figures, the sources, and where to read on."""
        page, lang = self.page, self.lang
        asked = [written_years(*page.years)] if page.years else []
        asked += [getattr(page.topic.label, lang)] if page.topic else []
        parts: list[RenderableType] = [
            heading(say(lang, "timeline.title"), say(lang, "comma").join(asked)),
            Text(),
        ]
        if page.entries:
            parts.append(events(self._told(), self.width))
        if page.figures:
            figures = Figures(page.figures, page.units, self.numbering, lang)
            title = say(lang, "timeline.figures", year=written_years(*page.years or (0, 0)))
            gap = [Text()] if page.entries else []
            parts += [*gap, Text(title, STRONG), figures.drawn("value", self.width)]
        parts += source_list(self.numbering, page.sources, lang, full=False)
        return [*parts, Text(), *(Text(note, QUIET) for note in self._notes())]

    def _told(self) -> list[Told]:
        """The entries, with a heading for each year where there may be several."""
        lines: list[Told] = []
        year = None
        for entry in self.page.entries:
            time = entry.observation.time
            if self.page.figures is None and periods.year_of(time) != year:
                year = periods.year_of(time)
                lines.append(told_heading(f"{year:04d}"))
            lines.append(Told(time, self.numbering.marks(entry.observation, MOST_MARKS), self._text(entry)))
        return lines

    def _text(self, entry: Entry) -> Text:
        """What an entry tells, with its marks and what contradicts it beneath."""
        fact, observation = entry
        said = Text()
        if observation.value is not None or not observation.text:
            said.append(getattr(fact.label, self.lang))
        if observation.value is not None:
            said.append("  ").append(
                wording.figure(observation, fact.unit, self.page.units, self.lang), FIGURE
            )
        if observation.text:
            said.append("\n" if said else "").append(getattr(observation.text, self.lang))
        kind = [say(self.lang, fact.kind)] if fact.kind in STATED else []
        if given := [*kind, *marks(observation, self.lang)]:
            said.append("\n" + say(self.lang, "comma").join(given), QUIET)
        if observation.reason:
            said.append("\n" + say(self.lang, "reason", reason=getattr(observation.reason, self.lang)))
        for line in conflicts(fact, observation, self.page.units, self.lang, self.numbering.marks):
            said.append(f"\n{line}", ALARM)
        return said

    def _notes(self) -> list[str]:
        """What is left out and how to see it; one fact in full."""
        page, lang = self.page, self.lang
        left = [
            counted(lang, number, noun)
            for number, noun in ((page.statements_left, "statement"), (page.figures_left, "figure"))
            if number
        ]
        notes = []
        if left:
            words = [written_years(*page.years)] if page.years else []
            words += ["--topic", page.topic.id] if page.topic else []
            command = " ".join(["cci timeline", *words, "--all"])
            notes.append(say(lang, "timeline.more", left=say(lang, "and").join(left), command=command))
        shown = [*page.entries, *(page.figures or [])]
        return [*notes, say(lang, "in-full", fact=shown[0].fact.id)]
