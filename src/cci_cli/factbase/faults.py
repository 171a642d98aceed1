"""What can be wrong with a fact base: one value for each fault, one exception for all of a file's.

A fault carries a code; its sentence, with what to do, is in :mod:`cci_cli.messages.faults`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

Key = tuple[str | int, ...]


class Fault(NamedTuple):
    """One thing that is wrong: its code, where it is, and the details its sentence names.

    ``key`` leads to the value in the TOML document; ``line`` and ``column`` count from 1 and are
    None where the fault has no place within the file.
    """

    code: str
    key: Key = ()
    line: int | None = None
    column: int | None = None
    details: tuple[tuple[str, str], ...] = ()


class FactBaseError(Exception):
    """A fact base that cannot be relied on, with all its faults."""

    def __init__(self, path: Path, faults: list[Fault]) -> None:
        super().__init__(f"{path}: {', '.join(fault.code for fault in faults)}")
        self.path = path
        self.faults = faults


def key_path(key: Key) -> str:
    """A key as people write it: ``finance.loans.observations[0].value``."""
    text = ""
    for part in key:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text
