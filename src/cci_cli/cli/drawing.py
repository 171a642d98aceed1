"""``--plot``: a comparison drawn on the terminal, or as a file."""

from __future__ import annotations

import errno
import os
from pathlib import PurePath
from typing import TYPE_CHECKING

from cci_cli.cli.session import WrongUsage
from cci_cli.environment import ExitStatus, path_of
from cci_cli.messages import counted, say
from cci_cli.plot import ENDINGS
from cci_cli.safe import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cci_cli.cli.session import Session
    from cci_cli.compare import Comparison
    from cci_cli.index import Index
    from cci_cli.plot.series import Chart

#: Terminals whose letters are drawn by something that knows few signs.
_PLAIN_TERMINALS = ("dumb", "linux")
#: The endings of names that are plainly meant as files, besides those of pictures that can be written.
_OTHER_ENDINGS = frozenset(
    ".jpg .jpeg .gif .webp .bmp .tif .tiff .eps .ps .svgz .emf .wmf .html .htm .txt .md .csv .tsv .json "
    ".doc .docx .ppt .pptx .xls .xlsx".split()
)
#: So many of the characters that no font has are named.
_MOST_SIGNS = 8


def with_values(arguments: Sequence[str]) -> list[str]:
    """A command line in which ``--plot`` always has a value, empty where no file follows it.

    What follows is a file if it is named like one: ``--plot chart.svg`` and ``--plot out/chart``, while
    ``--plot 2019 2024`` goes on with the years.
    """
    given: list[str] = []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--":
            return [*given, word, *rest]
        if word == "--plot":
            word = f"--plot={rest.pop(0) if rest and _is_file(rest[0]) else ''}"
        given.append(word)
    return given


def _is_file(word: str) -> bool:
    ending = PurePath(word).suffix.lower()
    return not word.startswith("-") and (ending in (*ENDINGS, *_OTHER_ENDINGS) or "/" in word or "\\" in word)


def named_file(value: str) -> str:
    """The value of ``--plot``. Only Typer reads it, since it may be left out: see :func:`with_values`."""
    return value


class _CannotDraw(Exception):
    """Why nothing can be drawn, in a sentence, and the status to end with."""

    def __init__(self, sentence: str, status: ExitStatus = ExitStatus.USAGE) -> None:
        super().__init__(sentence)
        self.status = status


def draw(
    session: Session,
    look_up: Callable[[Index], Comparison],
    file: str | None,
    *,
    ascii_only: bool,
    replace: bool,
) -> int | None:
    """Draw the comparison that a lookup finds: on the terminal, or with a name into that file.

    Gives the status to end with; where nothing can be drawn, a message says why. Raises WrongUsage for
    options that cannot be asked together, and what the lookup raises.
    """
    if session.format and file is not None:
        raise WrongUsage(say(session.lang, "plot.no-format"))
    session.refuse(
        ascii=True if ascii_only and (file or file is None) else None,
        force=True if replace and not file else None,
    )
    try:
        path = _place(session, file, replace=replace) if file else None
        chart = _chart(session, look_up)
        if path:
            _draw_file(session, chart, path, replace=replace)
        else:
            _draw_here(session, chart, ascii_only=ascii_only)
    except _CannotDraw as reason:
        session.environment.stderr.write(f"{reason}\n")
        return reason.status
    return None


def _place(session: Session, file: str, *, replace: bool) -> Path:
    """Where a file is to be written, if it may be and its name says what it is to be."""
    path, lang, name = path_of(file), session.lang, visible(file)
    if path.suffix.lower() not in ENDINGS:
        raise _CannotDraw(say(lang, "plot.ending", file=name, endings=" ".join(ENDINGS)))
    if path.exists() and not replace:
        raise _CannotDraw(say(lang, "plot.exists", file=name))
    if not path.parent.is_dir():  # known before a picture is drawn in vain
        raise _CannotDraw(say(lang, "plot.unwritable", file=name, reason=os.strerror(errno.ENOENT)))
    return path


def _chart(session: Session, look_up: Callable[[Index], Comparison]) -> Chart:
    from cci_cli.plot.series import Drawer

    page = session.answer(look_up)
    chart = Drawer(page.sources, page.units, session.lang).chart(_title(session, page), page)
    if not chart.series:
        raise _CannotDraw(say(session.lang, "plot.nothing"), ExitStatus.NOTHING_FOUND)
    return chart


def _title(session: Session, page: Comparison) -> str:
    """What all the facts of a comparison have in common: the fact, the topic or the initiative; the years."""
    from cci_cli.plot import words

    lang = session.lang
    topics = {row.fact.topic for row in page.rows}
    if len(page.rows) == 1:
        what = getattr(page.rows[0].fact.label, lang)
    elif len(topics) == 1:
        labels = {topic.id: topic.label for topic in session.answer(lambda index: index.topics())}
        what = getattr(labels[topics.pop()], lang)
    else:
        what = say(lang, "plot.initiative")
    return say(lang, "plot.title", what=what, years=words.years(page.years, lang))


def _draw_here(session: Session, chart: Chart, *, ascii_only: bool) -> None:
    from cci_cli.plot.bars import signs_for
    from cci_cli.render import screens
    from cci_cli.render.screens.chart import parts

    environment = session.environment
    plain = ascii_only or environment.variables.get("TERM") in _PLAIN_TERMINALS
    signs = signs_for(getattr(environment.stdout, "encoding", None) or "utf-8", plain=plain)
    screens.draw(lambda width: parts(chart, width, signs), environment)


def _draw_file(session: Session, chart: Chart, path: Path, *, replace: bool) -> None:
    from cci_cli.files import write_whole
    from cci_cli.plot import picture

    lang, name = session.lang, visible(str(path))
    ending = path.suffix.lower()
    try:
        write_whole(path, picture.drawn(chart, ending), replace=replace)
    except FileExistsError as error:
        raise _CannotDraw(say(lang, "plot.exists", file=name)) from error
    except picture.NoLibrary as error:
        raise _CannotDraw(say(lang, "plot.no-library")) from error
    except picture.NoFont as lacking:
        signs = visible(str(lacking)[:_MOST_SIGNS])
        raise _CannotDraw(say(lang, "plot.no-font", signs=signs)) from lacking
    except OSError as error:
        reason = error.strerror or str(error)
        raise _CannotDraw(say(lang, "plot.unwritable", file=name, reason=reason)) from error
    drawn = len(chart.series) if ending == ".pdf" else min(len(chart.series), picture.MOST_PANELS)
    session.environment.stdout.write(
        say(lang, "plot.written", file=name, facts=counted(lang, drawn, "fact")) + "\n"
    )
    if rest := len(chart.series) - drawn:
        session.environment.stderr.write(say(lang, "plot.left-out", facts=counted(lang, rest, "fact")) + "\n")
