"""Pages on a terminal: the only module that knows colour, and the only one that loads Rich.

Colour enhances and never carries meaning. Text from the fact base goes in as ``Text``, never as
markup; every column folds, so that nothing is lost at any width; no box is drawn, since the signs
boxes are drawn with are two cells wide in many Chinese terminals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cci_cli import wording
from cci_cli.lookup import FactPage, Overview, SourcesPage, TopicPage, rivals, speaking
from cci_cli.messages import say
from cci_cli.references import Numbering, reference
from cci_cli.render.rows import marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cci_cli.environment import Environment
    from cci_cli.model import Citation, Fact, Observation, Source
    from cci_cli.render import Page

#: Below this width a table's columns would be slivers: each fact is written as lines of its own.
_NARROW = 64
#: So many sources are marked beside a figure of a topic; ``cci show`` names all.
_MOST_MARKS = 3
#: What a reader is drawn to; all of them can be read on a light and on a dark ground.
_STRONG, _QUIET, _ALARM, _FIGURE = "bold", "dim", "bold red", "cyan"


def draw(page: Page, environment: Environment, lang: str) -> None:
    """Write a page as a screen that fits the terminal's width."""
    console = Console(
        file=environment.stdout,
        width=max(environment.width, 20),
        force_terminal=environment.is_terminal,
        no_color=not environment.has_colour,
        color_system="standard" if environment.has_colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
    match page:
        case TopicPage():
            parts = _TopicScreen(page, lang, narrow=console.width < _NARROW).parts()
        case FactPage():
            parts = _FactScreen(page, lang).parts()
        case SourcesPage():
            parts = _sources(page, lang)
        case Overview():
            parts = _overview(page, lang)
    console.print(Group(*parts))


def _heading(title: str, beside: str = "") -> Text:
    return Text.assemble((title, _STRONG), (f"  {beside}" if beside else "", _QUIET))


def _grid(*justify: str) -> Table:
    """A table without lines whose every column folds."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for each in justify:
        table.add_column(overflow="fold", justify="right" if each == "right" else "left")
    return table


def _indented(text: Text | str, by: int = 2) -> Padding:
    return Padding(text if isinstance(text, Text) else Text(text), (0, 0, 0, by))


def _source_list(
    numbering: Numbering, sources: Mapping[str, Source], lang: str, *, full: bool
) -> list[RenderableType]:
    """The sources named on a screen, by their numbers."""
    if not numbering.numbers:
        return []
    table = _grid("right", "left")
    for identifier, number in numbering.numbers.items():
        source = sources[identifier]
        line = Text(reference(source, lang))
        if full:
            line.append(f"  {identifier}", _QUIET)
            if source.url:
                line.append(f"\n{source.url}", _QUIET)
        table.add_row(Text(f"[{number}]", _QUIET), line)
    return [Text(), Text(say(lang, "sources"), _STRONG), table]


class _TopicScreen:
    """A topic: its figures, then what happened, then the sources of what is shown."""

    def __init__(self, page: TopicPage, lang: str, *, narrow: bool) -> None:
        self.page, self.lang, self.narrow = page, lang, narrow
        self.numbering = Numbering()
        spoken = [(fact, speaking(fact, page.sources)) for fact in page.facts]
        self.facts = [(fact, each) for fact, each in spoken if each is not None]

    def parts(self) -> list[RenderableType]:
        page, lang = self.page, self.lang
        beside = page.topic.id + (f", {say(lang, 'of-year', year=page.year)}" if page.year else "")
        shown = self.facts
        figures = [(fact, each) for fact, each in shown if each.value is not None]
        others = [(fact, each) for fact, each in shown if each.value is None]
        parts: list[RenderableType] = [_heading(getattr(page.topic.label, lang), beside)]
        if figures:
            parts += [Text(), self._lines(figures) if self.narrow else self._table(figures)]
        if others:
            parts += [Text(), Text(say(lang, "events"), _STRONG), self._events(others)]
        parts += _source_list(self.numbering, page.sources, lang, full=False)
        return [*parts, Text(), *self._notes(shown)]

    def _notes(self, shown: Sequence[tuple[Fact, Observation]]) -> list[RenderableType]:
        topic, rest = self.page.topic.id, self.page.rest
        notes = [say(self.lang, "more-facts", count=rest, topic=topic)] if rest else []
        if shown:
            notes.append(say(self.lang, "in-full", fact=shown[0][0].id))
        return [Text(note, _QUIET) for note in notes]

    def _table(self, facts: Sequence[tuple[Fact, Observation]]) -> Table:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=_QUIET)
        for key, ratio in (("what", 5), ("latest", 5)):
            table.add_column(Text(say(self.lang, key)), overflow="fold", ratio=ratio)
        for key, least in (("as-of", 10), ("growth", 6), ("sources", 6)):
            table.add_column(Text(say(self.lang, key)), overflow="fold", min_width=least)
        for fact, each in facts:
            growth = each.growth
            table.add_row(
                Text(getattr(fact.label, self.lang)),
                self._figure(fact, each),
                Text(each.time),
                Text("" if growth is None else wording.percent(growth, each.growth_qualifier, self.lang)),
                Text(self.numbering.marks(each, _MOST_MARKS), _QUIET),
            )
        return table

    def _figure(self, fact: Fact, observation: Observation) -> Text:
        """The value, with its marks and what contradicts it beneath."""
        text = Text(wording.figure(observation, fact.unit, self.page.units, self.lang), _FIGURE)
        for mark in marks(observation, self.lang):
            text.append(f"\n{mark}", _QUIET)
        for line in _conflicts(fact, observation, self.page, self.numbering, self.lang):
            text.append(f"\n{line}", _ALARM)
        return text

    def _lines(self, facts: Sequence[tuple[Fact, Observation]]) -> Group:
        """Facts as lines of their own, for a narrow terminal."""
        lines: list[RenderableType] = []
        for fact, each in facts:
            beside = [each.time]
            if each.growth is not None:
                growth = wording.percent(each.growth, each.growth_qualifier, self.lang)
                beside.append(say(self.lang, "growth-of", growth=growth))
            figure = self._figure(fact, each)
            beside.append(self.numbering.marks(each, _MOST_MARKS))
            lines += [
                Text(getattr(fact.label, self.lang)),
                _indented(figure),
                _indented(Text("  ".join(beside), _QUIET)),
            ]
        return Group(*lines)

    def _events(self, facts: Sequence[tuple[Fact, Observation]]) -> Table | Group:
        """Texts in order of time, the text last, since it may hold signs of uncertain width."""
        in_order = sorted(facts, key=lambda each: each[1].time)
        texts = [
            (each, getattr(each.text, self.lang) if each.text else getattr(fact.label, self.lang))
            for fact, each in in_order
        ]
        if self.narrow:
            lines: list[RenderableType] = []
            for each, text in texts:
                when = Text(f"{each.time}  {self.numbering.marks(each, _MOST_MARKS)}", _QUIET)
                lines += [when, _indented(text)]
            return Group(*lines)
        table = _grid("left", "left", "left")
        for each, text in texts:
            said = Text(text)
            for mark in marks(each, self.lang):
                said.append(f"\n{mark}", _QUIET)
            table.add_row(Text(each.time), Text(self.numbering.marks(each, _MOST_MARKS), _QUIET), said)
        return table


def _conflicts(
    fact: Fact, observation: Observation, page: TopicPage | FactPage, numbering: Numbering, lang: str
) -> list[str]:
    return [
        say(
            lang,
            "conflict",
            time=rival.time,
            value=wording.figure(rival, fact.unit, page.units, lang),
            sources=numbering.marks(rival),
        )
        for rival in rivals(fact, observation)
    ]


class _FactScreen:
    """One fact: what it counts, every observation with its quotes, the sources in full."""

    def __init__(self, page: FactPage, lang: str) -> None:
        self.page, self.lang = page, lang
        self.numbering = Numbering()

    def parts(self) -> list[RenderableType]:
        fact, lang = self.page.fact, self.lang
        parts: list[RenderableType] = [_heading(getattr(fact.label, lang), fact.id), self._about()]
        for observation in fact.observations:
            parts += [Text(), *self._observation(observation)]
        return [*parts, *_source_list(self.numbering, self.page.sources, lang, full=True)]

    def _about(self) -> Table:
        fact, lang = self.page.fact, self.lang
        unit = self.page.units.get(fact.unit or "")
        about = [
            ("kind", say(lang, fact.kind)),
            ("unit", getattr(unit, lang) if unit and unit.id not in ("rank", "ordinal") else fact.unit or ""),
            ("scope", getattr(fact.scope, lang) if fact.scope else ""),
            ("caveat", getattr(fact.caveat, lang) if fact.caveat else ""),
            *(("break", f"{each.time}: {getattr(each.caveat, lang)}") for each in fact.breaks),
            ("aliases", ", ".join(fact.aliases)),
        ]
        table = _grid("left", "left")
        for key, said in about:
            if said:
                table.add_row(Text(say(lang, key), _QUIET), Text(said, "bold" if key == "caveat" else ""))
        return table

    def _observation(self, observation: Observation) -> list[RenderableType]:
        fact, lang = self.page.fact, self.lang
        figure = wording.figure(observation, fact.unit, self.page.units, lang)
        line = Text.assemble((observation.time, _STRONG), "  ", (figure, _FIGURE))
        if observation.growth is not None:
            growth = wording.percent(observation.growth, observation.growth_qualifier, lang)
            line.append(f"{'  ' if figure else ''}{say(lang, 'growth-of', growth=growth)}")
        given = marks(observation, lang)
        if observation.rank == "preferred":
            given.append(say(lang, "mark-preferred"))
        if given:
            line.append("  " + ", ".join(given), _QUIET)
        parts: list[RenderableType] = [line]
        if observation.text:
            parts.append(_indented(getattr(observation.text, lang)))
        for key, name in (("reason", observation.reason), ("doubt", observation.caveat)):
            if name:
                word = "reason" if key == "reason" else "caveat"
                parts.append(_indented(Text(say(lang, key, **{word: getattr(name, lang)}), _STRONG)))
        if observation.formula:
            parts.append(_indented(Text(say(lang, "formula", formula=observation.formula), _QUIET)))
        marked = [self._citation(each) for each in observation.citations]
        conflicts = _conflicts(fact, observation, self.page, self.numbering, lang)
        return [*parts, *(_indented(Text(each, _ALARM)) for each in conflicts), *marked]

    def _citation(self, citation: Citation) -> Padding:
        opening, closing = ("“", "”") if self.lang == "zh" else ('"', '"')
        line = Text.assemble(
            (self.numbering.mark(citation.source), _QUIET), f" {opening}{citation.quote}{closing}"
        )
        if citation.locator:
            line.append(f" {citation.locator}", _QUIET)
        if citation.exception:
            line.append(f" ({say(self.lang, 'exception', reason=citation.exception)})", _QUIET)
        return _indented(line)


def _sources(page: SourcesPage, lang: str) -> list[RenderableType]:
    if len(page.sources) == 1 and page.facts:
        return _one_source(page, lang)
    parts: list[RenderableType] = [_heading(say(lang, "sources"), str(len(page.sources)))]
    for source in page.sources.values():
        line = Text(reference(source, lang))
        parts += [Text(source.id, _QUIET), _indented(line)]
    return parts


def _one_source(page: SourcesPage, lang: str) -> list[RenderableType]:
    source = next(iter(page.sources.values()))
    told = source._asdict() | {
        "author": ", ".join(author.name for author in source.author),
        "issued": source.issued or say(lang, "undated"),
        "title": source.title or say(lang, "untitled"),
        "standing": say(lang, source.standing),
        "note": getattr(source.note, lang) if source.note else "",
    }
    table = _grid("left", "left")
    for key, value in told.items():
        if value and key != "id":
            table.add_row(Text(say(lang, key), _QUIET), Text(value))
    parts: list[RenderableType] = [_heading(source.id), table, Text()]
    parts.append(Text(say(lang, "facts-leaning"), _STRONG))
    for fact in page.facts:
        for each in fact.observations:
            quotes = [citation.quote for citation in each.citations if citation.source == source.id]
            if quotes:
                said = wording.statement(fact, each, page.units, lang)
                parts.append(Text.assemble((fact.id, _STRONG), f"  {each.time}  ", (said, _FIGURE)))
                parts += [_indented(f'"{quote}"') for quote in quotes]
    return parts


def _overview(page: Overview, lang: str) -> list[RenderableType]:
    numbers = page.summary
    facts = sum(count for _, count in page.topics)
    summary = say(
        lang,
        "summary",
        facts=facts,
        observations=numbers["observations"],
        first=numbers["first_year"],
        last=numbers["last_year"],
        sources=numbers["sources"],
    )
    table = _grid("left", "left", "right")
    for topic, count in page.topics:
        label = getattr(topic.label, lang)
        counted = say(lang, "fact-count" if count == 1 else "facts-count", count=count)
        table.add_row(Text(topic.id, _FIGURE), Text(label), Text(counted, _QUIET))
    examples = [_indented(Text(f"cci {example}")) for example in page.examples]
    return [
        _heading(say(lang, "program")), Text(summary, _QUIET), Text(),
        Padding(table, (0, 0, 0, 2)), Text(), Text(say(lang, "try")), *examples,
    ]  # fmt: skip
