"""A fact base held against copies of its sources, as text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from cci_cli.messages import counted, say
from cci_cli.references import quoted
from cci_cli.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from cci_cli.proof.copies import Place, Unread
    from cci_cli.proof.coverage import Coverage
    from cci_cli.proof.proving import Cited, Copied, Elsewhere, Missing, NoCopies, Proof

#: The names of rules, in the order in which they are listed.
RULES = {
    "date": "proof.date",
    "reckoned-date": "proof.reckoned-date",
    "said-again": "proof.said-again",
    "word": "proof.word",
    "name": "proof.name",
    "list-number": "proof.list-number",
    "document-number": "proof.document-number",
    "telephone": "proof.telephone",
    "postal-code": "proof.postal-code",
    "address": "proof.address",
    "page": "proof.page",
    "copyright": "proof.copyright",
}
#: Why a file serves as no copy.
_WHY = {
    "no-source": "proof.no-source",
    "other-kind": "proof.other-kind",
    "too-large": "proof.too-large",
    "not-text": "proof.not-text",
    "no-file": "proof.no-file",
    "unreadable": "proof.unreadable",
}
#: Files that are named where none can be read.
_MOST_NAMED = 5
#: Why nothing could be held against anything.
_NOTHING = {
    "no-folder": "proof.no-folder",
    "not-a-folder": "proof.not-a-folder",
    "folder-unreadable": "proof.folder-unreadable",
    "no-copies": "proof.no-copies",
    "no-copy-read": "proof.no-copy-read",
}


def no_copies_text(error: NoCopies, folder: Path, lang: str) -> str:
    """What is said of a folder that holds no copy."""
    said = say(lang, _NOTHING[error.why], folder=visible(str(folder)), detail=visible(error.detail))
    if error.why != "no-copy-read":
        return said
    broken = [each for each in error.unread if each.why != "no-source"]
    return f"{said} {'; '.join(_unread_lines(broken[:_MOST_NAMED], lang))}"


def not_held_text(folder: Path, lang: str) -> str:
    """That a fact base with faults was not held against copies."""
    return say(lang, "proof.not-held", folder=visible(str(folder))) + "\n"


def proof_text(proof: Proof, lang: str, width: int | None) -> str:
    """What was found, as lines; lists are broken at a width if there is one."""
    return "".join(f"{line}\n" for line in _proof_lines(proof, lang, width))


def _proof_lines(proof: Proof, lang: str, width: int | None) -> Iterator[str]:
    yield _summary(proof, lang)
    if proof.missing:
        yield from ("", say(lang, "proof.missing", count=len(proof.missing)))
        for missing in proof.missing:
            yield from _missing_lines(missing, lang)
    if proof.elsewhere:
        yield from ("", say(lang, "proof.elsewhere", count=len(proof.elsewhere)))
        for each in proof.elsewhere:
            yield from _elsewhere_lines(each, lang)
    for copied in proof.copies:
        yield ""
        yield from _copy_lines(copied, lang, width)
    yield ""
    yield say(lang, "proof.without-copy", count=len(proof.without_copy))
    if proof.unread:
        yield say(lang, "proof.unread", count=len(proof.unread))
        yield from (f"  {line}" for line in _unread_lines(proof.unread, lang))


def _summary(proof: Proof, lang: str) -> str:
    figures = sum(copied.coverage.figures for copied in proof.copies)
    held = sum(copied.coverage.quoted for copied in proof.copies)
    line = say(
        lang,
        "proof.summary",
        folder=visible(str(proof.folder)),
        copies=counted(lang, len(proof.copies), "copy"),
        sources=counted(lang, len({copied.source for copied in proof.copies}), "source"),
        quotes=proof.quotes,
        found=proof.quotes - len(proof.missing),
        figures=figures,
        quoted=held,
        percent=_percent((1000 * held // figures) / 10 if figures else None, lang),
    )
    return (
        f"{line} {say(lang, 'proof.complete')}"
        if proof.is_complete and lang == "en"
        else (line + say(lang, "proof.complete") if proof.is_complete else line)
    )


def _percent(percent: float | None, lang: str) -> str:
    return "" if percent is None else say(lang, "proof.percent", percent=f"{percent:g}")


def _cited(cited: Cited) -> str:
    locator = visible(cited.citation.locator or "")
    return "  ".join(each for each in (cited.fact, cited.time, cited.citation.source, locator) if each)


def _missing_lines(missing: Missing, lang: str) -> Iterator[str]:
    yield _cited(missing.cited)
    yield f"  {quoted(missing.cited.citation.quote, lang)}"
    near = missing.nearest
    if near is None:
        yield "  " + say(lang, "proof.nothing-near")
    else:
        words = {"quote": quoted(visible(near.text), lang), "file": visible(near.file)}
        yield "  " + say(lang, "proof.nearest", **words, place=_place(near.place, lang))


def _elsewhere_lines(each: Elsewhere, lang: str) -> Iterator[str]:
    yield _cited(each.cited)
    yield f"  {quoted(each.cited.citation.quote, lang)}"
    places = "; ".join(_place(place, lang) for place in each.places)
    yield "  " + say(lang, "proof.stands", file=visible(each.file), places=places)


def _copy_lines(copied: Copied, lang: str, width: int | None) -> Iterator[str]:
    of = copied.coverage
    yield say(
        lang,
        "proof.copy",
        source=copied.source,
        file=visible(copied.file),
        quotes=copied.quotes,
        found=copied.found,
        figures=of.figures,
        quoted=of.quoted,
        percent=_percent(of.percent, lang),
    )
    if copied.recognised:
        kind = visible(copied.file.rpartition(".")[2])
        yield "  " + say(lang, "proof.recognised", source=copied.source, kind=kind)
    if of.missing:
        yield "  " + say(lang, "proof.uncovered", count=len(of.missing))
        for figure in of.missing:
            yield f"    {_place(figure.place, lang)}  {visible(figure.figure)}  {visible(figure.passage)}"
    if of.excluded:
        yield "  " + say(lang, "proof.left-out")
        yield from _excluded_lines(of, lang, width)


def _excluded_lines(of: Coverage, lang: str, width: int | None) -> Iterator[str]:
    """What each rule left out, each wording once with the lines that it stands in."""
    stop, comma = ("：", "；") if lang == "zh" else (": ", "; ")
    for rule, message in RULES.items():
        lines: dict[str, list[str]] = {}
        for each in of.excluded:
            if each.rule == rule:
                lines.setdefault(visible(each.text), []).append(str(each.place.line))
        if lines:
            listed = [f"{text} ({', '.join(dict.fromkeys(where))})" for text, where in lines.items()]
            yield from _filled(f"    {say(lang, message)}{stop}", listed, comma, width)


def _filled(start: str, items: Iterable[str], separator: str, width: int | None) -> Iterator[str]:
    """Items one after another, on as many lines as a width asks for; on one without a width."""
    line, used = start, _cells(start)
    pending = ""
    for item in items:
        needed = _cells(pending) + _cells(item) + 1
        if pending and width is not None and used + needed > width:
            yield line + pending.rstrip()
            line, used, pending = "      ", 6, ""
        line, used = line + pending + item, used + needed
        pending = separator
    yield line


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "FWA" else 1 for sign in text)


def _place(place: Place, lang: str) -> str:
    if place.paragraph is None:
        return say(lang, "proof.line", line=place.line)
    return say(lang, "proof.paragraph", line=place.line, paragraph=place.paragraph)


def _unread_lines(unread: Iterable[Unread], lang: str) -> Iterator[str]:
    from cci_cli.proof.copies import KINDS

    for each in unread:
        if each.why == "no-source" and each.detail in _WHY:
            reason = say(lang, "proof.no-source")
        elif each.why == "no-source" and each.detail:
            reason = say(lang, "proof.near", near=visible(each.detail))
        else:
            reason = say(lang, _WHY[each.why], detail=visible(each.detail), kinds=", ".join(KINDS))
        yield f"{visible(each.file)}  {reason}"
