"""The fact base as one page of HTML that needs nothing else: to be read, searched, printed and handed on.

Both languages are in it, and one of them is shown. Without scripts everything can be read all the same, in
the language of whoever wrote the page. It asks nothing of anywhere, and says so in a policy that browsers
enforce.
"""

from __future__ import annotations

from base64 import b64encode
from importlib.resources import files
from typing import TYPE_CHECKING

from cci_cli.exports.html.contents import contents
from cci_cli.exports.html.finding import Finder
from cci_cli.exports.html.front import controls, header, navigation, reading
from cci_cli.exports.html.markup import TAGS, Html, element, said, started
from cci_cli.exports.html.sources import disagreements_section, sources_section
from cci_cli.exports.html.topic import topic_section
from cci_cli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.exports import Manner
    from cci_cli.exports.selection import Selection


def pieces(selection: Selection, manner: Manner) -> Iterator[str]:
    """The page, piece by piece; the same each time for the same facts."""
    known = contents(selection)
    finder = Finder(known)
    style, script = _file("page.css"), _file("page.js")
    yield "<!DOCTYPE html>\n"
    yield started("html", lang=TAGS[manner.lang])
    yield from _head(manner.lang, style, script)
    yield started("body")
    yield element("a", said("html.skip"), href="#page:main", class_="skip")
    yield header(selection, manner, known)
    yield controls(known)
    yield navigation(known)
    yield started("main", id="page:main", tabindex="-1")
    yield reading()
    for topic, _ in known.topics:
        yield from topic_section(topic, selection, known, finder)
    yield from disagreements_section(known)
    yield from sources_section(known)
    yield Html("</main>\n")
    yield element("script", Html(script))
    yield Html("</body></html>\n")


def _file(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8")


def _head(lang: str, style: str, script: str) -> Iterator[Html]:
    """The head. What may be loaded and run is this very style and this very script, and nothing else."""
    policy = (
        f"default-src 'none'; style-src '{_sum(style)}'; script-src '{_sum(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    titles = {f"data_{name}": say(name, "html.title") for name in TAGS}
    yield Html("\n<head>")
    yield element("meta", charset="utf-8")
    yield element("meta", http_equiv="Content-Security-Policy", content=policy)
    yield element("meta", name="referrer", content="no-referrer")
    yield element("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield element("meta", name="color-scheme", content="light dark")
    yield element("title", say(lang, "html.title"), **titles)
    yield element("link", rel="icon", href="data:,")
    yield element("style", Html(style))
    yield Html("</head>\n")


def _sum(content: str) -> str:
    """A checksum of an inline style or script, as a Content Security Policy names it."""
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
