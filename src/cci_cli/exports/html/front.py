"""What stands before the facts: what the page is, how to get about in it, and how to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.exports.about import about
from cci_cli.exports.html.drawing import legend
from cci_cli.exports.html.finding import scripts
from cci_cli.exports.html.markup import TAGS, Html, both, element, joined, said, told
from cci_cli.exports.html.observations import link
from cci_cli.messages import counted, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.exports import Manner
    from cci_cli.exports.about import About
    from cci_cli.exports.html.contents import Contents
    from cci_cli.exports.selection import Selection

#: What the page says of how it is to be read, besides its drawings.
_READING = (
    "html.read-fact",
    "html.read-hedge",
    "html.read-implied",
    "html.read-deprecated",
    "html.read-weak",
    "html.read-links",
    "html.read-drawing",
)
_LANGUAGES = {"en": "English", "zh": "中文"}


def header(selection: Selection, manner: Manner, known: Contents) -> Html:
    """What this is, how much of it, of when, by whom, and under which terms."""
    lines = [said("html.about"), both(lambda lang: _summary(known, lang)), *_part(selection, known)]
    lines += _terms(about(selection, manner), manner)
    return element("header", element("h1", said("html.title")), *(element("p", line) for line in lines))


def _part(selection: Selection, known: Contents) -> Iterator[Html]:
    """What part of the fact base this is, where it is not the whole."""
    if selection.chosen:
        labels = [topic.label for topic, _ in known.topics]
        yield both(
            lambda lang: say(
                lang,
                "html.of-topics",
                topics=say(lang, "comma").join(getattr(label, lang) for label in labels),
            )
        )
    if selection.year is not None:
        yield said("html.of-year", year=f"{selection.year:04d}")


def _terms(found: About, manner: Manner) -> Iterator[Html]:
    made = "html.made" if found.newest else "html.made-undated"
    yield said(made, version=found.version, date=found.newest)
    if manner.own:
        yield said("html.own", file=manner.own)
    if found.licence:
        _, name, address = found.licence
        yield joined([said("html.licence"), link(address, name)], " ")
        yield said("export.rights")


def _summary(known: Contents, lang: str) -> str:
    if not known.years:
        return say(lang, "summary-of-nothing")
    first, last = known.years
    numbers = {
        "facts": counted(lang, len(known.facts), "fact"),
        "observations": counted(lang, known.observations, "observation"),
        "sources": counted(lang, len(known.sources), "source"),
    }
    if first == last:
        return say(lang, "html.summary-of-year", year=first, **numbers)
    return say(lang, "summary", first=first, last=last, **numbers)


def controls(known: Contents) -> Html:
    """The search box and the choice of language, hidden until a script makes them work."""
    traditional, simplified = scripts()
    box = element(
        "input",
        type="search",
        id="page:query",
        autocomplete="off",
        autocapitalize="off",
        spellcheck="false",
        aria_describedby="page:hint",
        data_traditional=traditional,
        data_simplified=simplified,
    )
    search = element(
        "search",
        element("label", said("html.search"), for_="page:query"),
        box,
        element("small", said("html.search-hint"), id="page:hint"),
        element("p", *_counts(known), id="page:found", role="status"),
    )
    choices = (
        element("button", name, type="button", lang=TAGS[lang], data_lang=TAGS[lang], aria_pressed="false")
        for lang, name in _LANGUAGES.items()
    )
    group = element(
        "div",
        element("span", said("html.language"), id="page:language", class_="unseen"),
        *choices,
        role="group",
        aria_labelledby="page:language",
    )
    return element("div", search, group, id="page:controls", hidden=True)


def _counts(known: Contents) -> Iterator[Html]:
    """How many facts there are, in either language, with what to say when some or none are found."""
    for lang, tag in TAGS.items():
        facts = counted(lang, len(known.facts), "fact")
        everything = say(lang, "html.all", facts=facts)
        yield element(
            "span",
            everything,
            lang=tag,
            data_all=everything,
            data_some=say(lang, "html.found", facts=facts),
            data_none=say(lang, "html.found-none"),
        )


def navigation(known: Contents) -> Html:
    """The topics and the other parts of the page."""
    entries = [
        element(
            "li", element("a", told(topic.label), href=f"#{topic.id}"), " ", element("small", str(number))
        )
        for topic, number in known.topics
    ]
    others = {"page:conflicts": "conflicts.title"} if known.conflicts else {}
    for name, key in (others | {"page:sources": "sources"}).items():
        entries.append(element("li", element("a", said(key), href=f"#{name}")))
    title = element("h2", said("html.contents"), id="page:contents", class_="unseen")
    unfold = element(
        "button", said("html.open-all"), type="button", id="page:unfold", aria_pressed="false", hidden=True
    )
    return element("nav", title, element("ul", *entries), unfold, aria_labelledby="page:contents")


def reading() -> Html:
    """How the page is to be read: its words, and the signs in its drawings."""
    signs = (element("li", sign, " ", said(key)) for sign, key in legend())
    return element(
        "details",
        element("summary", said("html.reading")),
        *(element("p", said(key)) for key in _READING),
        element("ul", *signs, class_="legend"),
        class_="reading",
    )
