"""A source as one line of a list: who published what, when, with what must be known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cci_cli.model import Observation, Source


def reference(source: Source, lang: str) -> str:
    """A source in short: place of publication, authors, title, date, and its standing if it is a low one."""
    place = source.container_title or source.publisher
    named = (place, source.original_publisher)
    authors = ", ".join(author.name for author in source.author if author.name not in named)
    parts = [part for part in (place, authors, source.title or say(lang, "untitled")) if part]
    remarks = [source.issued or say(lang, "undated")]
    if source.original_publisher and source.original_publisher != place:
        remarks.append(say(lang, "first-by", name=source.original_publisher))
    if source.standing in ("weak", "repost"):
        remarks.append(say(lang, source.standing))
    separator, opening, closing = ("; ", " (", ")") if lang == "en" else ("；", "（", "）")
    return marked_own(". ".join(parts) + opening + separator.join(remarks) + closing, source.own, lang)


def short_reference(source: Source, lang: str) -> str:
    """A source as short as it can be found again: who published it, and when; its standing if it is low."""
    place = source.container_title or source.publisher or ", ".join(each.name for each in source.author)
    said = f"{place or source.title or say(lang, 'untitled')} {source.issued or say(lang, 'undated')}"
    if source.standing in ("weak", "repost"):
        opening, closing = (" (", ")") if lang == "en" else ("（", "）")
        said += opening + say(lang, source.standing) + closing
    return marked_own(said, source.own, lang)


def marked_own(text: str, own: str | None, lang: str) -> str:
    """A text with the mark of what is the user's own, if it is."""
    return text if own is None else f"{text} {say(lang, 'mark-own')}"


def quoted(quote: str, lang: str) -> str:
    """A source's own words in the quotation marks of a language."""
    return f"“{quote}”" if lang == "zh" else f'"{quote}"'


class Numbering:
    """Numbers sources ``[1]``, ``[2]`` … in the order in which a screen first names them."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def mark(self, source: str) -> str:
        """The mark of a source, the same each time."""
        return f"[{self.numbers.setdefault(source, len(self.numbers) + 1)}]"

    def marks(self, observation: Observation, most: int | None = None) -> str:
        """The marks of an observation's sources, each once; beyond ``most``, how many more there are."""
        return self.marks_of([each.source for each in observation.citations], most)

    def marks_of(self, named: Iterable[str], most: int | None = None) -> str:
        """The marks of some sources, each once; beyond ``most``, how many more there are."""
        sources = list(dict.fromkeys(named))
        shown = self._join(self.mark(source) for source in sources[:most])
        rest = len(sources) - len(sources[:most])
        return f"{shown}+{rest}" if rest else shown

    @staticmethod
    def _join(marks: Iterable[str]) -> str:
        return "".join(marks)
