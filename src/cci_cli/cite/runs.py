"""Pieces of text, roman and italic, and how they are put together without a sign too many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Signs that end a sentence: after one of these no full stop is added.
_ENDS = (".", "?", "!", "…", "。", "？", "！")
_CLOSING = "”’\"'"


class Run(NamedTuple):
    """A stretch of text in one face."""

    text: str
    italic: bool = False


Runs = tuple[Run, ...]


def roman(text: str | None) -> Runs:
    """Upright text; of nothing, nothing."""
    return (Run(text),) if text else ()


def italic(text: str | None) -> Runs:
    """Slanted text; of nothing, nothing."""
    return (Run(text, italic=True),) if text else ()


def plain(runs: Runs) -> str:
    """The text without its faces."""
    return "".join(run.text for run in runs)


def joined(parts: Iterable[Runs], separator: str) -> Runs:
    """Parts with a separator between them; empty ones are left out."""
    result: list[Run] = []
    for part in parts:
        if result and part:
            result.append(Run(separator))
        result += part
    return tuple(result)


def ended(runs: Runs, sign: str = ".") -> Runs:
    """A part with a sign at its end, unless it ends a sentence already, be it within quotation marks."""
    if not runs or plain(runs).rstrip(_CLOSING).endswith(_ENDS):
        return runs
    return (*runs, Run(sign))


def sentences(parts: Iterable[Runs]) -> Runs:
    """Parts each ended by a full stop, blanks between them."""
    return joined((ended(part) for part in parts), " ")


def quoted(text: str, sign: str) -> Runs:
    """A title in quotation marks, with a sign inside all of them as American English has it.

    Quotation marks within it become single ones. The sign is left out after one that ends a sentence.
    """
    inner = text.translate(str.maketrans("“”", "‘’"))
    opening = True
    while '"' in inner:
        inner = inner.replace('"', "‘" if opening else "’", 1)
        opening = not opening
    if inner.rstrip(_CLOSING).endswith(_ENDS):
        sign = ""
    if text.endswith(("”", '"')):
        return roman(f"“{inner[:-1]}{sign}’”")
    return roman(f"“{inner}{sign}”")
