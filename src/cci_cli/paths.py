"""Which files are read, where the path of each comes from, and what became of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from cci_cli import places
from cci_cli.index import kept
from cci_cli.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cci_cli.environment import Environment
    from cci_cli.factbase.faults import FactBaseError, Fault
    from cci_cli.factbase.readfile import ReadFile
    from cci_cli.index.files import Files


class Place(NamedTuple):
    """A file or a folder.

    ``kind`` is ``facts`` (the fact base), ``own`` (the folder of the user's own facts), ``own-file``,
    ``cache`` (the folder of indexes) or ``index``. ``path`` is absolute; None where there is no home to put
    it in. ``given_by`` is the option or the variable that says so, None for what is built in or usual.

    ``state`` is ``read``; ``faulty``, with the ``faults`` for which it is refused; ``unread``, since the
    fact base is refused; ``left-out``, and ``why`` is the option or variable that leaves it out;
    ``missing``; or of an index ``kept`` or ``not-kept``.
    """

    kind: str
    path: str | None
    given_by: str | None
    state: str
    why: str | None = None
    read: ReadFile | None = None
    faults: tuple[Fault, ...] = ()


class PathsPage(NamedTuple):
    """The files of one run, in the order in which they are read."""

    places: list[Place]


def paths_page(
    environment: Environment, files: Files, read: Sequence[ReadFile], refused: FactBaseError | None
) -> PathsPage:
    """The files of a run: what was ``read``, the fact base first, or why that was ``refused``."""
    found = [
        _facts(environment, files, read, refused),
        *_own(environment, files, read[1:], refused=bool(refused)),
    ]
    return PathsPage([*found, *_cache(environment, files)])


def _facts(
    environment: Environment, files: Files, read: Sequence[ReadFile], refused: FactBaseError | None
) -> Place:
    path = os.path.abspath(files.facts)
    if refused:
        return Place("facts", path, _facts_given(environment), "faulty", faults=tuple(refused.faults))
    return Place("facts", path, _facts_given(environment), "read", read=read[0])


def _facts_given(environment: Environment) -> str | None:
    if environment.given("--facts") is not None:
        return "--facts"
    return places.FACTS_VARIABLE if environment.variables.get(places.FACTS_VARIABLE) else None


def _own(
    environment: Environment, files: Files, read: Sequence[ReadFile], *, refused: bool
) -> Iterator[Place]:
    config = places.config_folder(environment.variables)
    path = None if config is None else os.path.join(config, places.OWN_FOLDER)
    given_by = _folder_given(environment, "XDG_CONFIG_HOME", config)
    if path is None or files.folder is None:
        why = _facts_given(environment) or _left_out_by(environment)
        yield Place("own", path, given_by, "left-out" if why else "missing", why)
        return
    if files.problem:
        faults = read[0].faults if read else ()
        yield Place("own", path, given_by, "faulty", files.problem, faults=faults)
        return
    yield Place("own", path, given_by, "read" if files.own else "missing")
    known = {each.path: each for each in read}
    for name in files.own:
        file = known.get(visible(name))
        state = "unread" if refused or file is None else "faulty" if file.faults else "read"
        yield Place("own-file", name, None, state, read=file, faults=file.faults if file else ())


def _left_out_by(environment: Environment) -> str | None:
    if "--no-own-facts" in environment.arguments:
        return "--no-own-facts"
    return places.NO_OWN_VARIABLE if environment.variables.get(places.NO_OWN_VARIABLE) else None


def _cache(environment: Environment, files: Files) -> Iterator[Place]:
    folder = places.cache_folder(environment.variables)
    given_by = _folder_given(environment, "XDG_CACHE_HOME", folder)
    yield Place(
        "cache", folder, given_by, "missing" if folder is None or not os.path.isdir(folder) else "read"
    )
    path = kept.place(files, folder)
    yield Place("index", path, None, "kept" if path and os.path.isfile(path) else "not-kept")


def _folder_given(environment: Environment, variable: str, folder: str | None) -> str | None:
    """The variable, if it is what a folder comes from."""
    named = environment.variables.get(variable, "")
    return variable if named and folder == os.path.join(named, "cci") else None
