"""A source as every style sees it: who, what, where, when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli.cite.names import Name, name_of

if TYPE_CHECKING:
    from cci_cli.model import Source

#: Types that appear in a periodical.
PERIODICAL = ("article-newspaper", "article-magazine", "article-journal")
#: Types of works that stand alone, whose titles are italic where others stand in quotation marks.
ALONE = ("book", "report", "dataset", "software", "pamphlet")


class Date(NamedTuple):
    """A date as far as it is known; ``until`` is the last year of several."""

    year: int
    month: int | None = None
    day: int | None = None
    until: int | None = None

    @property
    def years(self) -> str:
        """The year, or the first and last."""
        return f"{self.year:04d}" + (f"–{self.until:04d}" if self.until else "")

    @property
    def iso(self) -> str:
        """The date as ISO 8601 writes it: ``2020-11-08``, ``2020-11``, ``2020``."""
        rest = "".join(f"-{part:02d}" for part in (self.month, self.day) if part)
        return self.years + rest


class Item(NamedTuple):
    """What is cited. What is not known is None or empty.

    ``language`` is ``zh-Hans``, ``zh-Hant``, ``ja``, or another BCP 47 tag. ``origin`` is who published
    first what this is a copy of; ``repost`` tells a copy at an unrelated place. ``accessed`` is when the
    reader looked, if they say so. ``version`` is that of a program or a data set.
    """

    id: str
    type: str
    names: tuple[Name, ...] = ()
    title: str | None = None
    container: str | None = None
    publisher: str | None = None
    origin: str | None = None
    repost: bool = False
    date: Date | None = None
    accessed: Date | None = None
    url: str | None = None
    language: str = "en"
    version: str | None = None

    @property
    def in_periodical(self) -> bool:
        """Whether this is an article in a periodical; a copy elsewhere is a page of the web."""
        return self.type in PERIODICAL and not self.repost

    @property
    def alone(self) -> bool:
        """Whether the work stands alone."""
        return self.type in ALONE

    @property
    def place(self) -> str | None:
        """Where it appeared: the container, else the publisher."""
        return self.container or self.publisher

    @property
    def responsible(self) -> tuple[Name, ...]:
        """The authors; for a page without, the body that publishes it."""
        if self.names or self.container or not self.publisher:
            return self.names
        return (Name(self.publisher, agency=True),)

    @property
    def copied_from(self) -> str | None:
        """The first publisher, where nothing else in the reference tells of it."""
        told = {self.container, self.publisher}
        if not self.repost:
            told |= {name.text for name in self.names}
        return None if self.origin in told else self.origin


def item_of(source: Source, accessed: Date | None = None) -> Item:
    """A source as an item."""
    return Item(
        source.id,
        source.type,
        tuple(name_of(author) for author in source.author),
        source.title,
        source.container_title,
        source.publisher,
        source.original_publisher,
        source.standing == "repost",
        date_of(source.issued) if source.issued else None,
        accessed if source.url else None,
        source.url,
        _language(source),
    )


def date_of(time: str) -> Date:
    """A date from ISO 8601; of an interval, as much as both ends have in common, else its years."""
    first, _, last = time.partition("/")
    start = [int(part) for part in first.split("-")]
    end = [int(part) for part in (last or first).split("-")]
    if start[0] != end[0]:
        return Date(start[0], until=end[0])
    common = []
    for one, other in zip(start, end, strict=False):
        if one != other:
            break
        common.append(one)
    return Date(*common)


def _language(source: Source) -> str:
    tag = source.language or "en"
    if not tag.startswith("zh"):
        return tag
    return "zh-Hant" if any(mark in tag for mark in ("Hant", "TW", "HK", "MO")) else "zh-Hans"
