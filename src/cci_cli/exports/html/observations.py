"""All observations of a fact as a table: when, what, and who says so in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli import periods
from cci_cli.exports.html.figure import in_short, reasons, remarks, source_mark, value
from cci_cli.exports.html.markup import Html, both, breakable, each_of, element, joined, said, told
from cci_cli.links import web_address
from cci_cli.messages import counted, say
from cci_cli.render.remarks import conflicts

if TYPE_CHECKING:
    from cci_cli.exports.html.contents import Contents
    from cci_cli.model import Citation, Fact, Observation


def observations(fact: Fact, known: Contents) -> Html:
    """The observations behind a line that says how many there are."""
    number = len(fact.observations)
    key = "html.in-full-one" if number == 1 else "html.in-full"
    line = both(lambda lang: say(lang, key, observations=counted(lang, number, "observation")))
    caption = both(lambda lang: say(lang, "html.observations-of", fact=getattr(fact.label, lang)))
    head = [
        element("th", said("as-of"), scope="col", data_sort=True),
        element("th", said("value"), scope="col", data_sort=True),
        element("th", said("html.words"), scope="col"),
    ]
    table = element(
        "table",
        element("caption", caption),
        element("thead", element("tr", *head)),
        element("tbody", *(_row(fact, each, known) for each in fact.observations)),
        class_="observations",
    )
    return element("details", element("summary", line), table)


def _row(fact: Fact, each: Observation, known: Contents) -> Html:
    deprecated = "deprecated" if each.rank == "deprecated" else None
    exact = None if each.value is None else str(each.value)
    return element(
        "tr",
        element("th", breakable(each.time), scope="row", data_key=time_key(each.time)),
        element("td", *_said(fact, each, known), data_key=exact or ""),
        element("td", *(_cited(each, citation, known) for citation in each.citations)),
        class_=deprecated,
    )


def time_key(time: str) -> str:
    """What times are sorted by: the end, then the start."""
    span = periods.span(time)
    return " ".join(f"{day.year:04d}{day.month:02d}{day.day:02d}" for day in (span.end, span.start))


def _said(fact: Fact, each: Observation, known: Contents) -> list[Html]:
    figure = joined([part for part in (value(fact, each, known), remarks(each)) if part], " ")
    parts = [element("p", figure)] if figure else []
    if each.text:
        parts.append(element("p", told(each.text)))
    return [*parts, reasons(each, known), contradictions(fact, each, known)]


def contradictions(fact: Fact, each: Observation, known: Contents) -> Html:
    """What contradicts an observation, a line each."""
    lines = each_of(lambda lang: conflicts(fact, each, known.units, lang, known.numbering.marks))
    return joined(element("p", line, class_="conflict") for line in lines)


def _cited(each: Observation, citation: Citation, known: Contents) -> Html:
    """A source by its number and in short, and its words; those behind an implied figure stand elsewhere."""
    parts = [source_mark(citation.source, known)]
    if each.status == "reported":
        words = element("q", citation.quote, lang=known.sources[citation.source].language)
        address = web_address(citation.link)
        parts.append(link(address, words) if address else words)
        if citation.locator:
            parts.append(element("small", citation.locator))
    parts.append(in_short(citation.source, known))
    if citation.exception:
        why = citation.exception
        parts.append(element("small", both(lambda lang: say(lang, "exception", reason=getattr(why, lang)))))
    return element("p", joined(parts, " "), class_="cite")


def link(address: str, contents: str) -> Html:
    """A link to the web, which tells the place it leads to nothing of this page."""
    return element("a", contents, href=address, rel="noreferrer")
