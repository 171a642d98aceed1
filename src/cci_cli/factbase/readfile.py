"""A file that was read, as it is told of: how much it gives, or why it was left out. Kept in the index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cci_cli.factbase.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable


class ReadFile(NamedTuple):
    """A fact base or one of the user's own files: how much it gives, or the faults for which it is left out.

    ``path`` may also be that of the folder of own files, if that cannot be looked into.
    """

    path: str
    faults: tuple[Fault, ...] = ()
    topics: int = 0
    facts: int = 0
    observations: int = 0
    sources: int = 0


def kept_form(files: Iterable[ReadFile]) -> list[Any]:
    """Files as an index keeps them."""
    return [list(each) for each in files]


def of_kept_form(kept: Iterable[Any]) -> list[ReadFile]:
    """Files from what an index keeps."""
    return [ReadFile(path, tuple(map(_fault, faults)), *counts) for path, faults, *counts in kept]


def _fault(kept: Any) -> Fault:
    code, key, line, column, details = kept
    return Fault(code, tuple(key), line, column, tuple((name, value) for name, value in details))
