"""The end of a page: where sources disagree, and every source with the facts that lean on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.exports.html.figure import linked, sides
from cci_cli.exports.html.markup import Html, both, element, html, joined, pair, said, started, told
from cci_cli.exports.html.observations import link
from cci_cli.links import web_address
from cci_cli.messages import counted
from cci_cli.references import reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.exports.html.contents import Contents
    from cci_cli.model import Source


def disagreements_section(known: Contents) -> Iterator[Html]:
    """Every disagreement with all its sides; nothing where there is none."""
    if not known.conflicts:
        return
    yield started("section", id="page:conflicts", aria_labelledby="page:conflicts-title")
    yield element("h2", said("conflicts.title"), id="page:conflicts-title")
    for conflict in known.conflicts:
        fact = conflict.fact
        title = element("h3", element("a", told(fact.label), href=f"#{fact.id}"))
        why = [element("p", linked(fact.caveat, known), class_="caveat")] if fact.caveat else []
        yield element("div", title, sides(conflict, known), *why, class_="dispute")
    yield Html("</section>\n")


def sources_section(known: Contents) -> Iterator[Html]:
    """The sources in the order of their numbers."""
    yield started("section", id="page:sources", aria_labelledby="page:sources-title")
    count = element("small", both(lambda lang: counted(lang, len(known.sources), "source")))
    yield element("h2", said("sources"), " ", count, id="page:sources-title")
    yield Html('<ul class="sources">\n')
    for source in known.sources.values():
        yield _source(source, known)
    yield Html("</ul></section>\n")


def _source(source: Source, known: Contents) -> Html:
    parts = [
        element("span", known.numbering.mark(source.id), class_="ref"),
        pair(*(_reference(source, lang) for lang in ("en", "zh"))),
        element("code", source.id),
    ]
    if source.url:
        address = web_address(source.url)
        parts.append(link(address, source.url) if address else html(source.url))
    if source.note:
        parts.append(element("small", told(source.note)))
    if source.replaces_builtin:
        parts.append(element("small", said("own.instead-source")))
    if leaning := known.leaning.get(source.id):
        facts = joined((element("a", name, href=f"#{name}") for name in leaning), ", ")
        parts.append(element("small", said("html.leaning", facts=""), facts, class_="leaning"))
    return element("li", joined(parts, " "), id=f"source:{source.id}")


def _reference(source: Source, lang: str) -> Html:
    """A source as a line of a list, its title marked as what it is and in its own language."""
    line = reference(source, lang)
    if not source.title:
        return html(line)
    before, title, after = line.partition(source.title)
    return joined([before, element("cite", title, lang=source.language), after])
