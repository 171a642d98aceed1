"""A fact base every text of which is hostile: for the tests that text is data in every output."""

# ruff: noqa: E501 - what is hostile is not broken into lines
from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from cci_cli.safe import visible

if TYPE_CHECKING:
    from pathlib import Path

#: What a text can be in some place that reads it as more than text. Of a kind, a field begins with one piece
#: after the other, and all follow.
PIECES = {
    "invisible": [
        "\x1b[31m\x1b]0;t\x07\x9b2J\x1bP1$r\x1b\\\x7f\x08\x0e\x00", "\x1b]8;;http://evil.example\x1b\\press\x1b]8;;\x07",
        "\u202etxt.\u2066exe\u2069\u200f\u061c", "a\u200bb\u200cc\u200dd\u2060\ufeff\u00ad\u3164\u180e", "\ufffe\uffff\ufdd0",
        "one\ntwo\r\nthree\tfour\rfive\u2028six\u2029seven\x0beight\x0cnine\x85ten",
    ],
    "combining": ["e\u0301a\u0300\u0301\u0302\u0303\u0304\u0305\u20dd", "한\u1160", "\u0301", "𠀀🚄", "🇸🇬👨‍👩‍👧", "\U0010fffd"],
    "formula": ["=HYPERLINK(\"http://evil.example\")", "+1+cmd|'/C calc'!A0", "-2+3", "@SUM(A1:A9)", "\t=1+1", "＝1＋1", "＋1", "－1", "＠x"],
    "markup": [
        "[red]x[/red][/nothing][link=http://evil.example]y[/link]:smile:[bold", "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>&lt;b&gt;&#60;</td></table>-->]]>", "|a|[x](http://evil.example)![i](j)`c`*b*_u_~~s~~",
        "#h---***1.x>q```", "<http://evil.example>\\|$x$[^1]", "&amp;",
    ],
    "data": [
        "');DROP/**/TABLE/**/fact;--%_?:x\"x\"", "NEAR(\"x\"*)AND/OR^NOT-x:y{z}", 'a,b;"c""d"\',\'e|f', "\"},{\\\"x\\\":null,\\u0000\\",
        "{0}{x!r}%s%(x)d%%{{}}", "$(touch${IFS}x)`id`;&&|'\"\\!*?{}~<>",
    ],
    "references": ["\\input{/etc/passwd}%x$y$#&_^~{}}\\end{document}", "@book{x,", "TY-JOUR\nER  - \nTY  - BOOK", "\nER  -", "and"],
}  # fmt: skip
#: Every place of a fact base where somebody writes a text, with a word that stands nowhere else.
FIELDS = (
    "topic-en", "topic-zh", "topic-alias", "label-en", "label-zh", "scope-en", "scope-zh", "caveat-en", "caveat-zh",
    "alias", "break-en", "break-zh", "text-en", "text-zh", "reason-en", "reason-zh", "note-en", "note-zh", "quote",
    "locator", "exception-en", "exception-zh", "title", "person", "family", "agency", "container", "publisher",
    "original", "url", "language", "remark-en", "remark-zh", "unit", "unit-en", "unit-plural", "unit-zh",
)  # fmt: skip
_BASE = """
[units.{unit}]
en = {unit-en}
plural = {unit-plural}
zh = {unit-zh}

[sources.paper]
type = "article-newspaper"
title = {title}
author = [{person}, {{ name = {family}, family = {family} }}, {{ literal = {agency} }}]
container-title = {container}
publisher = {publisher}
original-publisher = {original}
issued = "2020-11-08"
url = {url}
language = {language}
note = {{ en = {remark-en}, zh = {remark-zh} }}

[sources.plain]
type = "report"
standing = "official"
title = "Plain"

[rail]
label = {{ en = {topic-en}, zh = {topic-zh} }}
aliases = [{topic-alias}]

[rail.trains]
label = {{ en = {label-en}, zh = {label-zh} }}
kind = "stock"
unit = {unit}
headline = true
scope = {{ en = {scope-en}, zh = {scope-zh} }}
caveat = {{ en = {caveat-en}, zh = {caveat-zh} }}
aliases = [{alias}]
break = [{{ time = "2021-06", caveat = {{ en = {break-en}, zh = {break-zh} }} }}]

[[rail.trains.observations]]
time = "2019"
value = 12
caveat = {{ en = {note-en}, zh = {note-zh} }}
citations = [
  {{ source = "paper", quote = {quote}, locator = {locator}, exception = {{ en = {exception-en}, zh = {exception-zh} }} }},
]

[[rail.trains.observations]]
time = "2019"
value = 19
citations = [{{ source = "plain", quote = "19" }}]

[[rail.trains.observations]]
time = "2020"
value = 14
citations = [{{ source = "paper", quote = "14" }}]

[[rail.trains.observations]]
time = "2020"
value = 99
rank = "deprecated"
reason = {{ en = {reason-en}, zh = {reason-zh} }}
citations = [{{ source = "paper", quote = "99" }}]

[rail.opened]
label = {{ en = "Opened", zh = "开通" }}
kind = "event"

[[rail.opened.observations]]
time = "2019-11-07"
text = {{ en = {text-en}, zh = {text-zh} }}
citations = [{{ source = "paper", quote = {quote} }}]
"""


def written(text: str) -> str:
    """A text as a string of TOML, whatever is in it."""
    return (
        '"'
        + "".join(char if char.isalnum() and char.isascii() else f"\\U{ord(char):08x}" for char in text)
        + '"'
    )


def text_of(field: str, kind: str) -> str:
    """What a field of the base says: its own word behind what is hostile. No word of it is part of another's."""
    pieces = PIECES[kind]
    first = FIELDS.index(field) % len(pieces)
    if field in ("quote", "family"):  # a quote has few words; a family name is one
        return pieces[first].replace(" ", "") + word_of(field)
    return f"{''.join(pieces[first:] + pieces[:first])} {word_of(field)}"


def shown_of(field: str, kind: str) -> str:
    """What is to be read of a field in an output."""
    return visible(text_of(field, kind)).strip()


@cache
def word_of(field: str) -> str:
    """The word that tells a field from all others, of letters alone."""
    number = FIELDS.index(field)
    return f"zq{chr(97 + number // 26)}{chr(97 + number % 26)}qz"


def hostile_base(folder: Path, kind: str) -> Path:
    """A fact base with one kind of hostile text in every field."""
    path = folder / f"hostile-{list(PIECES).index(kind)}.toml"
    texts = {field: written(text_of(field, kind)) for field in FIELDS}
    path.write_text(
        re.sub(r"\{([a-z]+(?:-[a-z]+)?)\}", lambda match: texts[match[1]], _BASE)
        .replace("{{", "{")
        .replace("}}", "}"),
        encoding="utf-8",
    )
    return path
