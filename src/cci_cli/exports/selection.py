"""What of a fact base is exported: all of it, or what is of some topics and of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import periods
from cci_cli.lookup import NotFound, cited, named, of_year

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cci_cli.index import Index
    from cci_cli.model import Fact, Source, Topic, Unit


class Selection:
    """The facts to export, and what belongs to them, in the order of the file.

    Facts and sources are read one by one as they are asked for, so that the size of a fact base does not
    count. Without topics, all; with a year, only what was observed for it. Sources are those that are leaned
    on; where nothing is left out, those of the fact base.
    """

    def __init__(self, index: Index, topics: Sequence[Topic] = (), year: int | None = None) -> None:
        self._index, self.year = index, year
        self._topics = {topic.id: topic for topic in topics}
        self._cited: set[str] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return not self._topics and self.year is None

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the topics that were asked for; none where all are."""
        return tuple(self._topics)

    def verified(self) -> Selection:
        """The same, after everything was read once: nobody wants to find out when half of it is written.

        Raises DamagedIndex, and NotFound where a topic or a year has nothing.
        """
        self._index.verify()
        if not self.is_whole and next(self.facts(), None) is None:
            raise self._nothing()
        return self

    def _nothing(self) -> NotFound:
        of = " ".join(self._topics)
        if self.year is None:
            return NotFound("facts", of)
        all_years = Selection(self._index, list(self._topics.values()))
        years = {periods.year_of(each.time) for fact in all_years.facts() for each in fact.observations}
        return NotFound("year", f"{self.year:04d}", near=[str(year) for year in sorted(years)])

    def topics(self) -> list[Topic]:
        """The topics."""
        return [each for each in self._index.topics() if not self._topics or each.id in self._topics]

    def units(self) -> dict[str, Unit]:
        """The units that the fact base defines, by id."""
        return self._index.units()

    def facts(self, topic: str | None = None) -> Iterator[Fact]:
        """The facts of a topic, or all, one by one. Raises DamagedIndex."""
        chosen = [each.id for each in self.topics()] if topic is None and self._topics else [topic]
        for each in chosen:
            yield from self._of_topic(each)

    def _of_topic(self, topic: str | None) -> Iterator[Fact]:
        facts = self._index.each_fact(topic)
        if self.year is None:
            yield from facts
        else:
            year = self.year
            yield from (kept for fact in facts if (kept := of_year(fact, year)).observations)

    def sources(self) -> Iterator[Source]:
        """The sources, one by one. Raises DamagedIndex."""
        if not self.is_whole and self._cited is None:
            self._cited = {name for fact in self.facts() for name in named([fact])}
        for source in self._index.each_source():
            if self._cited is None or source.id in self._cited:
                yield source

    def sources_of(self, fact: Fact) -> dict[str, Source]:
        """The sources that a fact leans on, by id."""
        return self._index.sources(cited([fact]))
