"""The files that an index is built from, as they are now: a fact base, and the user's own facts after it.

Asked at every start and by Tab, before anything else is loaded: one look into a folder and one at each file.
"""

from __future__ import annotations

import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    StrPath = str | os.PathLike[str]
    State = os.stat_result | None


class Files:
    """A fact base file and the user's own files, which are read after it in the order of their names.

    ``own`` holds the paths of the own files, ``states`` what is known of each, None where a link leads
    nowhere. ``problem`` says why their folder cannot be looked into; empty if it can, or there is none.
    """

    def __init__(self, facts: StrPath, folder: StrPath | None = None) -> None:
        self.facts = facts
        self.folder = None if folder is None else os.fspath(folder)
        self.problem = ""
        self.own: list[str] = []
        if self.folder is not None:
            try:
                self.own = [os.path.join(self.folder, name) for name in sorted(_names(self.folder))]
            except OSError as error:
                self.problem = error.strerror or str(error)
        self.states: list[State] = [_state(path) for path in self.own]

    @property
    def has_own(self) -> bool:
        """Whether there is anything to say of the user's own facts."""
        return bool(self.own or self.problem)

    def place(self) -> str | None:
        """All that tells these files from others: the path of the base, and that of the folder if it counts.

        None where the base is in a folder that was deleted.
        """
        try:
            paths = [os.path.abspath(self.facts)]
            if self.has_own and self.folder is not None:
                paths.append(os.path.abspath(self.folder))
        except OSError:
            return None
        return "\0".join(paths)

    def state(self) -> str | None:
        """In which state the files are; None if there is no such fact base."""
        try:
            base = os.stat(self.facts)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(base.st_mode):
            return None
        told = [_told(base), *([ascii(self.problem)] if self.problem else ())]
        for path, found in zip(self.own, self.states, strict=True):
            told += [ascii(os.path.basename(path)), _told(found) if found else "-"]
        return " ".join(told)

    def changed_at(self) -> int:
        """When one of the files last changed, in nanoseconds. Raises OSError without a fact base."""
        states = [os.stat(self.facts), *(each for each in self.states if each)]
        return max(max(each.st_mtime_ns, each.st_ctime_ns) for each in states)

    def ordinary(self) -> list[str]:
        """The own files that can be read without waiting for somebody to write into them."""
        own = zip(self.own, self.states, strict=True)
        return [path for path, state in own if state and stat.S_ISREG(state.st_mode)]


def _names(folder: str) -> list[str]:
    """The names of a folder's TOML files; hidden ones are an editor's. Raises OSError for one unreadable."""
    try:
        with os.scandir(folder) as entries:
            return [each.name for each in entries if each.name.endswith(".toml") and each.name[0] != "."]
    except FileNotFoundError:
        if os.path.islink(folder):
            raise
        return []


def _state(path: str) -> State:
    try:
        return os.stat(path)
    except (OSError, ValueError):
        return None


def _told(state: os.stat_result) -> str:
    parts = (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
    kind = "" if stat.S_ISREG(state.st_mode) else f" {stat.S_IFMT(state.st_mode):o}"
    return " ".join(str(part) for part in parts) + kind
