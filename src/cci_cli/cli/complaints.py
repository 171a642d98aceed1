"""What is said to a reader when something cannot be done: what, where, and what to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cci_cli.factbase.faults import FactBaseError
from cci_cli.lookup import MOST_CANDIDATES, Ambiguous, NotFound
from cci_cli.messages import counted, say
from cci_cli.render.reports import fault_line, fault_lines, shown_path
from cci_cli.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cci_cli.factbase.readfile import ReadFile


#: What Typer says of words that it has no place for.
_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)
#: What is missed by its years, and what is said of those that there are.
_YEARS = {
    "year": "years-known",
    "comparison": "years-known",
    "years": "years-told",
    "conflicts-for": "years-disputed",
}
#: So many faults of one's own file are told with each answer; ``cci check`` tells all.
MOST_FAULTS = 5
#: What is missed as a whole: there is nothing near it.
_NOTHING_NEAR = ("facts", "timeline", "timeline-of", "conflicts", "conflicts-of")


def about(error: Exception, lang: str, command: str = "cci") -> Iterator[str]:
    """What is said of an error that a user can cause while a command is carried out."""
    if isinstance(error, NotFound):
        return _about_word(error, lang)
    if isinstance(error, FactBaseError):
        return _about_facts(error, lang)
    return _about_usage(error, lang, command)


def _about_word(missed: NotFound, lang: str) -> Iterator[str]:
    """A word that names nothing, with what was probably meant; or several things, with all of them."""
    word = visible(missed.word)
    if isinstance(missed, Ambiguous):
        yield say(lang, f"several-{missed.kind}", word=word)
        for name in missed.near[:MOST_CANDIDATES]:
            yield f"  {name}  {getattr(missed.labels[name], lang)}" if name in missed.labels else f"  {name}"
        if len(missed.near) > MOST_CANDIDATES:
            yield "  " + say(lang, "more", count=len(missed.near) - MOST_CANDIDATES)
        return
    if missed.kind == "sources":
        yield from _about_sources(missed, lang)
        return
    yield say(lang, f"no-{missed.kind}", word=word)
    if missed.kind in _YEARS:
        if missed.near:
            yield say(lang, _YEARS[missed.kind], near=" ".join(missed.near))
        return
    if missed.kind in _NOTHING_NEAR:
        return
    if missed.near:
        yield say(lang, "did-you-mean", near=say(lang, "or").join(missed.near))
    else:
        yield say(lang, f"see-{missed.kind}")


def _about_sources(missed: Any, lang: str) -> Iterator[str]:
    """No source is as it was asked for: what there is instead."""
    if not missed.standings:
        yield say(lang, "sources.none-at-all")
        return
    yield say(lang, "sources.none")
    standings = ", ".join(f"{say(lang, name)} ({count})" for name, count in missed.standings.items())
    years = ", ".join(f"{year or say(lang, 'undated')} ({count})" for year, count in missed.years.items())
    yield say(lang, "sources.standings", counts=standings)
    yield say(lang, "sources.years", counts=years)


def _about_facts(refused: FactBaseError, lang: str) -> Iterator[str]:
    """A fact base that cannot be relied on: every fault, with its place and its remedy."""
    if len(refused.faults) > 1:
        yield say(lang, "check-refused", faults=counted(lang, len(refused.faults), "fault"))
    yield from fault_lines(refused.path, refused.faults, lang)


def about_own(files: Iterable[ReadFile], lang: str) -> Iterator[str]:
    """The user's own files that were left out: every fault, with its place and its remedy."""
    for file in files:
        path = Path(file.path)
        yield say(
            lang, "own.left-out", file=shown_path(path), faults=counted(lang, len(file.faults), "fault")
        )
        yield from (f"  {fault_line(path, fault, lang)}" for fault in file.faults[:MOST_FAULTS])
        if len(file.faults) > MOST_FAULTS:
            more = say(lang, "more", count=len(file.faults) - MOST_FAULTS)
            yield f"  {more}: cci check"


def _about_code(code: str, lang: str) -> Iterator[str]:
    """A code that no fault has: the one that was probably meant, and all there are."""
    from cci_cli.factbase.table import near
    from cci_cli.messages.faults import FAULTS

    yield say(lang, "check.no-code", code=visible(code))
    if meant := near(code.casefold(), list(FAULTS)):
        yield say(lang, "did-you-mean", near=meant)
    yield from _codes(lang)


def _codes(lang: str) -> Iterator[str]:
    from cci_cli.messages.faults import FAULTS

    yield say(lang, "check.codes")
    yield from (f"  {code}" for code in FAULTS)


def _about_usage(error: Exception, lang: str, command: str) -> Iterator[str]:
    """A command line that was not understood. Typer's own sentences are English only."""
    told: Any = error.__cause__ or error
    context = getattr(told, "ctx", None)
    match type(told).__name__:
        case "NoSuchOption":
            yield say(lang, "bad-option", name=visible(told.option_name))
            if told.possibilities:
                from difflib import get_close_matches

                near = get_close_matches(told.option_name, told.possibilities, n=1, cutoff=0)
                yield say(lang, "did-you-mean", near=near[0])
        case "MissingParameter":
            name = told.param.make_metavar(ctx=context) if told.param else ""
            yield say(lang, "missing-argument", name=name)
        case "BadOptionUsage":
            key = "takes-no-value" if "not take a value" in str(told) else "missing-value"
            yield say(lang, key, name=visible(told.option_name))
            if told.option_name == "--explain":
                yield from _codes(lang)
        case "NoCode":
            yield from _about_code(str(told), lang)
        case "BadParameter":
            yield visible(told.message)
        case _:
            extra = _EXTRA.match(str(told))
            yield say(lang, "extra-argument", words=visible(extra[1])) if extra else visible(str(told))
    yield say(lang, "usage-help", command=command if context is None else context.command_path)
