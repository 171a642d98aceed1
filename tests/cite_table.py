"""Every kind of source that references are made of: types, names, dates, languages, originals and reposts."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.cite.item import Item, date_of, item_of
from cci_cli.model import Author, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The types that sources of the fact base have.
TYPES = (
    "article-newspaper", "article-magazine", "webpage", "article", "speech", "report", "document",
)  # fmt: skip
NAMES = ("person", "agency", "none")
DATES = ("2020-11-08", "2020-11", "2020", None)
LANGUAGES = ("en", "zh-CN")
_PEOPLE = {
    "en": ("Eileen Yu", "Alex Lennane", "Fahad Shabbir", "Jean-Luc Godard"),
    "zh-CN": ("申晓佳", "刘恩黎", "赵宇飞", "李晓婷"),
}
_AGENCY = {"en": "Xinhua", "zh-CN": "新华社"}
_PLACE = {"en": ("Chongqing Daily", "CCI Bureau"), "zh-CN": ("重庆日报", "中新项目管理局")}
_TITLE = {"en": "Trains & “hubs”: what CCI built", "zh-CN": "中新项目：绘“一带一路”工笔画"}
#: Types of which a body is the publisher, not a periodical the container.
_PUBLISHED = ("webpage", "speech", "report", "document")


class Case(NamedTuple):
    """An item and what it is an example of."""

    label: str
    item: Item


def _source(
    type_: str, names: str, date: str | None, language: str, *, repost: bool, titled: bool = True
) -> Source:
    container, publisher = _PLACE[language]
    authors = {
        "person": (Author(_PEOPLE[language][0]),),
        "agency": (Author(_AGENCY[language], literal=True),),
        "none": (),
    }
    place = publisher if type_ in _PUBLISHED else container
    published = type_ in _PUBLISHED and not repost
    return Source(
        "example",
        type_,
        "repost" if repost else "press",
        _TITLE[language] if titled else None,
        authors[names],
        None if published else "example.net" if repost else place,
        place if published else None,
        place if repost else None,
        date,
        None if type_ == "document" else "https://example.net/2020/11",
        language,
    )


def table() -> Iterator[Case]:
    """All combinations; behind them untitled works, and several names."""
    for type_, names, date, language, repost in product(TYPES, NAMES, DATES, LANGUAGES, (False, True)):
        if repost and type_ == "document":  # a copy is found somewhere on the web
            continue
        label = ", ".join([type_, names, date or "no date", language, *(["repost"] if repost else [])])
        yield Case(label, item_of(_source(type_, names, date, language, repost=repost)))
    for type_, language in product(TYPES, (*LANGUAGES, "zh-Hant", "ja")):
        known = language if language in LANGUAGES else "zh-CN"
        source = _source(type_, "none", "2020", known, repost=False, titled=False)
        yield Case(f"{type_}, no title, {language}", item_of(source._replace(language=language)))
    for count, language in product((1, 2, 3, 4), LANGUAGES):
        people = tuple(Author(name) for name in _PEOPLE[language][:count])
        source = _source("article-newspaper", "none", "2020-11-08", language, repost=False)
        yield Case(f"{count} names, {language}", item_of(source._replace(author=people)))
    chinese = tuple(
        Author(name, family=name.split()[0])
        for name in ("Ye Ting", "Zhao Jiale", "Zhao Yufei", "Tan Min-Wei", "Ong Ye Kung")
    )
    for count in (1, 2, 3, 5):
        source = _source("article-newspaper", "none", "2020-11-08", "en", repost=False)
        yield Case(f"{count} names, family name first", item_of(source._replace(author=chinese[:count])))
    yield from _accessed()


def _accessed() -> Iterator[Case]:
    """What was looked at on a day that the reader states."""
    for type_, date in product(("article-newspaper", "webpage", "report"), ("2020-11-08", None)):
        source = _source(type_, "none", date, "en", repost=False)
        yield Case(
            f"{type_}, {date or 'no date'}, accessed 2026-07-01", item_of(source, date_of("2026-07-01"))
        )
