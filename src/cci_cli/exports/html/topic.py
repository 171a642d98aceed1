"""A topic on a page: a table of its facts that can be sorted, then each fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.exports.html.contents import each_fact
from cci_cli.exports.html.fact import fact_article
from cci_cli.exports.html.figure import value
from cci_cli.exports.html.markup import Html, both, breakable, each_of, element, joined, said, started, told
from cci_cli.exports.html.observations import time_key
from cci_cli.lookup import speaking
from cci_cli.messages import counted, say
from cci_cli.render.remarks import marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.exports.html.contents import Contents
    from cci_cli.exports.html.finding import Finder
    from cci_cli.exports.selection import Selection
    from cci_cli.model import Fact, Observation, Topic


def topic_section(topic: Topic, selection: Selection, known: Contents, finder: Finder) -> Iterator[Html]:
    """A topic, piece by piece."""
    number = dict(known.topics)[topic]
    yield started("section", id=topic.id, aria_labelledby=f"{topic.id}:title")
    count = element("small", both(lambda lang: counted(lang, number, "fact")))
    yield element("h2", told(topic.label), " ", count, id=f"{topic.id}:title")
    yield from _table(topic, selection, known)
    for fact in each_fact(selection, topic.id):
        yield fact_article(fact, topic, known, finder)
    yield Html("</section>\n")


def _table(topic: Topic, selection: Selection, known: Contents) -> Iterator[Html]:
    head = [
        element("th", said("what"), scope="col", data_sort=True),
        element("th", said("latest"), scope="col"),
        element("th", said("as-of"), scope="col", data_sort=True),
    ]
    yield Html('<table class="facts">')
    name = both(lambda lang: say(lang, "html.overview-of", topic=getattr(topic.label, lang)))
    yield element("caption", name)
    yield element("thead", element("tr", *head))
    yield Html("<tbody>")
    for fact in each_fact(selection, topic.id):
        speaker = speaking(fact, known.sources)
        if speaker:
            yield _row(fact, speaker, known)
    yield Html("</tbody></table>\n")


def _row(fact: Fact, speaker: Observation, known: Contents) -> Html:
    """A fact with what speaks for it, in short: an event or a statement stands beneath in full."""
    short = value(fact, speaker, known) or element("span", said(fact.kind), class_="kind")
    beside = list(each_of(lambda lang: marks(speaker, lang)))
    if speaker.conflicts_with:
        beside.append(said("html.disagree"))
    return element(
        "tr",
        element("th", element("a", told(fact.label), href=f"#{fact.id}"), scope="row"),
        element("td", joined([short, *(element("span", each, class_="mark") for each in beside)], " ")),
        element("td", breakable(speaker.time), data_key=time_key(speaker.time)),
        data_of=fact.id,
    )
