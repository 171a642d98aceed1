"""The text of a file of unknown encoding."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,20})""", re.IGNORECASE
)
#: Pages that say GB2312 or GBK are written in what contains both.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "big5": "big5hkscs"}
#: A text of which more than one sign in so many cannot be read is not in that encoding.
_MOST_LOST = 50
_HEAD = 4096


class NotText(ValueError):
    """The bytes are no text."""


def decoded(content: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding.

    A byte order mark says which it is, or the page itself does; else it is UTF-8, or GB 18030, which contains
    GBK and GB 2312. Single bytes that cannot be read become U+FFFD.
    Raises NotText for what is none of these.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _checked(content, name)
    if b"\0" in content:
        raise NotText
    for name in (*_declared(content[:_HEAD]), "utf-8", "gb18030"):
        try:
            return _checked(content, name)
        except NotText:
            continue
    raise NotText


def _declared(head: bytes) -> list[str]:
    """The encoding that a page declares, if Python knows it as one of texts."""
    found = _DECLARED.search(head)
    if not found:
        return []
    try:
        known = codecs.lookup(found[1].decode("ascii"))
        "".encode(known.name)
    except (LookupError, ValueError):
        return []
    return [_WIDER.get(known.name, known.name)]


def _checked(content: bytes, name: str) -> tuple[str, str]:
    text = content.decode(name, errors="replace")
    lost = text.count("\ufffd") - (content.count("\ufffd".encode()) if name.startswith("utf-8") else 0)
    junk = sum(text.count(chr(code)) for code in (*range(1, 9), *range(14, 27), *range(28, 32)))
    if (lost + junk) * _MOST_LOST > len(text):
        raise NotText
    return text, name.removesuffix("-sig")
