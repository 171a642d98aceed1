"""The words of a text, alike in the fact base and in a query.

Chinese has no spaces, and a reader's word need not be a dictionary's: a run of characters is taken as its
single characters and its pairs. Everything else is a word as it is written, without accents and in lower
case;
English ones by their stem.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.search.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: Runs of letters that are not Latin, which are Chinese ones but for names; numbers; words. Patterns are
#: compiled when they are first needed; one that names the Chinese blocks would take ten times as long.
_HAN_RUN = r"[^\W\x00-\u02ff]+"
_PIECE = _HAN_RUN + r"|[0-9]+(?:,[0-9][0-9][0-9])*(?:\.[0-9]+)?(?![a-z0-9])|[a-z0-9]+"
_PARTS = "[a-z][a-z]+|[0-9]+"
_POSSESSIVE = r"['’]s\b"
_MARKS = "[\u0300-\u036f]"


class Piece(NamedTuple):
    """A word of a text, or a run of Chinese characters, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def is_han(self) -> bool:
        """Whether it is a run of Chinese characters."""
        return is_han(self.text)


def is_han(text: str) -> bool:
    """Whether a text begins with a Chinese character."""
    return "\u3007" <= text[:1] <= "\ufaff"


def plain(text: str, variants: Mapping[int, str] | None = None) -> str:
    """A text in lower case, full-width signs as plain ones, without accents.

    ``variants`` gives the simplified form of traditional characters, as ``str.translate`` takes it.
    """
    if not text.isascii():
        whole = text.encode("utf-8", "replace").decode()
        text = unicodedata.normalize("NFKD", whole)
        text = unicodedata.normalize("NFC", re.sub(_MARKS, "", text))
        text = text.translate(variants) if variants else text
    text = text.lower()
    if "'" in text or "’" in text:
        text = re.sub(_POSSESSIVE, " ", text)
    return text.replace("per cent", "percent") if "per cent" in text else text


def pieces(text: str) -> Iterator[Piece]:
    """The words and Chinese runs of a plain text, in order."""
    for match in re.finditer(_PIECE, text):
        yield Piece(match[0].replace(",", ""), match.start(), match.end())


def pairs(run: str) -> list[str]:
    """The pairs of neighbours in a run of Chinese characters; of a single one, itself."""
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def tokens(text: str) -> Iterator[str]:
    """What a plain text can be found by, each as often as it occurs."""
    for word in re.findall(_PIECE, text):
        if word[0] > "\u2fff":
            yield from word
            yield from pairs(word) if len(word) > 1 else ()
        elif word.isalpha():
            yield stem(word)
        else:
            number = word.replace(",", "")
            yield number
            if not number.replace(".", "").isdigit():
                yield from (stem(part) for part in re.findall(_PARTS, word))


def surface(text: str) -> Iterator[str]:
    """The English words of a plain text as they are written: what a misspelt one may be."""
    return (word for word in re.findall(_PIECE, text) if word.isascii() and word.isalpha())


def han_runs(texts: Iterable[str]) -> Iterator[str]:
    """The runs of Chinese characters in plain texts."""
    return (run for text in texts for run in re.findall(_HAN_RUN, text))
