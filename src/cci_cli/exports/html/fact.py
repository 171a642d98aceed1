"""One fact on a page: what speaks for it, what it counts, how it developed, and everything behind that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.conflicts import disagreements
from cci_cli.derive import TEXTS
from cci_cli.development import development
from cci_cli.exports.html.drawing import drawing, series_of
from cci_cli.exports.html.figure import linked, reasons, remarks, sides, source_marks, value
from cci_cli.exports.html.markup import Html, both, each_of, element, joined, said, told
from cci_cli.exports.html.observations import observations
from cci_cli.lookup import speaking
from cci_cli.messages import say
from cci_cli.plot.scale import scale_of
from cci_cli.render.developments import stretch_words, years_told
from cci_cli.units import ORDERS
from cci_cli.wording import unit_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.exports.html.contents import Contents
    from cci_cli.exports.html.finding import Finder
    from cci_cli.model import Fact, Observation, Topic
    from cci_cli.plot.series import Series


def fact_article(fact: Fact, topic: Topic, known: Contents, finder: Finder) -> Html:
    """A fact as an article; its id is the fact's own, so that it can be linked to."""
    speaker = speaking(fact, known.sources)
    return element(
        "article",
        element("h3", element("a", told(fact.label), href=f"#{fact.id}"), " ", element("code", fact.id)),
        *(_speaking(fact, speaker, known) if speaker else ()),
        *_disputed(fact, known),
        _about(fact, known),
        *_developed(fact, known),
        observations(fact, known),
        id=fact.id,
        data_find=finder.words(fact, topic),
        data_sound=finder.sounds(fact) or None,
    )


def _speaking(fact: Fact, speaker: Observation, known: Contents) -> Iterator[Html]:
    """The observation that speaks for the fact: of a figure the value first, of a text its time."""
    figure = value(fact, speaker, known)
    if figure:
        key = "html.in-time" if fact.kind in ("flow", *TEXTS) else "html.as-of"
        first = [figure, element("span", said(key, time=speaker.time), class_="time")]
    else:
        first = [element("span", speaker.time, class_="time")]
        first += [element("span", told(speaker.text))] if speaker.text else []
    parts = [*first, remarks(speaker), source_marks(speaker, known)]
    yield element("p", joined([each for each in parts if each], " "), class_="latest")
    if figure and speaker.text:
        yield element("p", told(speaker.text))
    yield reasons(speaker, known)


def _disputed(fact: Fact, known: Contents) -> Iterator[Html]:
    for conflict in disagreements(fact):
        title = element("p", element("strong", said("html.disagree")))
        yield element("div", title, sides(conflict, known), class_="dispute")


def _about(fact: Fact, known: Contents) -> Html:
    """What is counted, and what must be known of it."""
    unit = both(lambda lang: unit_name(fact.unit, known.units, lang))
    said_of: list[tuple[str, Html]] = [("kind", said(fact.kind))]
    if unit:
        said_of.append(("unit", unit))
    said_of += [
        (key, linked(text, known)) for key, text in (("scope", fact.scope), ("caveat", fact.caveat)) if text
    ]
    said_of += [
        ("break", joined([element("strong", each.time), linked(each.caveat, known)], " "))
        for each in fact.breaks
    ]
    if fact.aliases:
        said_of.append(
            ("aliases", joined((element("span", alias, class_="alias") for alias in fact.aliases), ", "))
        )
    if fact.replaces_builtin:
        said_of.append(("own", said("own.instead-fact")))
    rows = (
        element("div", element("dt", said(key)), element("dd", text), class_=key) for key, text in said_of
    )
    return element("dl", *rows)


def _developed(fact: Fact, known: Contents) -> Iterator[Html]:
    series = series_of(fact, known)
    if series is None:
        return
    name = f"{fact.id}:drawing"
    caption = joined((element("span", each, class_="line") for each in _words(fact, series, known)), " ")
    yield element("figure", drawing(series, name), element("figcaption", caption, id=name))


def _words(fact: Fact, series: Series, known: Contents) -> Iterator[Html]:
    """What a drawing shows, in words, and how it is to be read where that is not as usual."""
    found = development(fact, known.sources)
    if found:
        yield from each_of(
            lambda lang: [stretch_words(each, fact, known.units, lang) for each in found.stretches]
        )
        if found.gaps:
            yield both(lambda lang: say(lang, "development.gaps", years=years_told(found.gaps, lang)))
        if found.disputed:
            yield both(lambda lang: say(lang, "development.disputed", years=years_told(found.disputed, lang)))
    else:
        ends = {"first": series.points[0].year, "last": series.points[-1].year}
        yield both(
            lambda lang: say(
                lang, "plot.title", what=getattr(fact.label, lang), years=say(lang, "plot.years", **ends)
            )
        )
    if fact.unit in ORDERS:
        yield said("plot.rank" if fact.unit == "rank" else "plot.order")
    elif scale_of(series).log:
        yield said("plot.log")
