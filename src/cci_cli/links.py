"""Addresses that open a page, or a page at the words that are quoted from it.

The second kind is a text fragment (WICG URL Fragment Text Directives,
https://wicg.github.io/scroll-to-text-fragment/): the browser scrolls to the words after ``#:~:text=`` and
marks them. One that does not know text fragments, or does not find the words, opens the page at its start.
"""

from __future__ import annotations

import re

_WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
#: Every sign that an address may hold as it is (RFC 3986), and the percent sign of what is encoded already.
_OF_ADDRESSES = ":/?#[]@!$&'()*+,;=%-._~"
_DIRECTIVE = ":~:"
_PLAIN = re.compile(rf"[A-Za-z0-9{re.escape(_OF_ADDRESSES)}]*")


def web_address(url: str | None) -> str | None:
    """An address of the web as plain ASCII that a terminal, a browser and Markdown take; None for any other.

    What an address may not hold as it is (Chinese characters, spaces, angle brackets) is percent-encoded as
    UTF-8.
    """
    if url is None or not _WEB.match(url):
        return None
    return url if _PLAIN.fullmatch(url) else _percent_encoded(url, _OF_ADDRESSES)


def words_address(url: str | None, words: str) -> str | None:
    """The address at which a page of the web opens at some words of its text; None if it is not of the web.

    A fragment that the address has already stays before the directive; another directive in it gives way. In
    the words every sign is percent-encoded that is not a letter, a digit, a full stop, an underscore or a
    tilde: so are the hyphen, the comma and the ampersand, which mean something in a directive.
    """
    address = web_address(url)
    if address is None:
        return None
    page, _, fragment = address.partition("#")
    fragment = fragment.partition(_DIRECTIVE)[0]
    text = _percent_encoded(words, "").replace("-", "%2D")
    return f"{page}#{fragment}{_DIRECTIVE}text={text}"


def _percent_encoded(text: str, safe: str) -> str:
    from urllib.parse import quote  # which takes longer to load than most pages to be drawn

    return quote(text, safe=safe)
