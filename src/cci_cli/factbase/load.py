"""Open a fact base file: bytes, text, TOML, model; each step with its own faults."""

from __future__ import annotations

import os
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import tomli

from cci_cli.factbase.faults import FactBaseError, Fault
from cci_cli.factbase.locate import Lines, deepest_line
from cci_cli.factbase.read import read
from cci_cli.factbase.rules import broken_rules, independent
from cci_cli.factbase.source import contents
from cci_cli.safe import shortened

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from cci_cli.model import FactBase

#: An integer of more digits than Python reads unless it is told to.
_ENDLESS_NUMBER = re.compile(r"(?:[0-9]_?){4301}")


def load(path: Path, content: bytes | None = None, *, forgiven: Collection[str] = ()) -> FactBase:
    """Read a fact base and hold it to the rules; from its content, if that was read already.

    Raises FactBaseError with every fault found, each with its line and key, unless all their codes are
    forgiven.
    """
    document = text_of(path, content_of(path) if content is None else content)
    tables = parsed(path, document)
    base, malformed = read(tables)
    faults = [*malformed, *independent(broken_rules(base), malformed)]
    if any(fault.code not in forgiven for fault in faults):
        raise FactBaseError(path, located(faults, document))
    return base


def located(faults: list[Fault], document: str) -> list[Fault]:
    """The faults with their lines, in order of these."""
    lines = Lines(document)
    placed = [fault._replace(line=lines.of(fault.key)) for fault in faults]
    return sorted(placed, key=lambda fault: fault.line or 0)


def content_of(path: Path) -> bytes:
    """What a file holds.

    Raises FactBaseError if it cannot be read.
    """
    try:
        return contents(path)
    except FileNotFoundError:
        raise _failed(path, "file-missing") from None
    except IsADirectoryError:
        raise _failed(path, "file-is-folder") from None
    except (OSError, ValueError) as error:
        if os.path.isdir(path):  # noqa: PTH112 - unlike Path.is_dir it never raises; Windows needs it
            raise _failed(path, "file-is-folder") from None
        reason = getattr(error, "strerror", None) or str(error)
        raise _failed(path, "file-unreadable", reason=reason) from None


def _failed(path: Path, code: str, line: int | None = None, **details: str) -> FactBaseError:
    return FactBaseError(path, [Fault(code, line=line, details=tuple(details.items()))])


def text_of(path: Path, content: bytes) -> str:
    """What a file holds as text. Raises FactBaseError if it is not UTF-8."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _failed(path, "not-utf-8", line, byte=f"0x{content[error.start]:02x}") from None


def parsed(path: Path, document: str) -> dict[str, Any]:
    """The tables of a document. Raises FactBaseError if it is not TOML."""
    try:
        return tomli.loads(document, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        twice = any(word in error.msg for word in ("twice", "overwrite", "uplicate"))
        code = "declared-twice" if twice else "not-toml"
        # tomli names a key as a tuple
        key = re.search(r"\((.*)\)", error.msg)
        named = ".".join(re.findall(r"'([^']*)'", key[1])) if key else ""
        told = (("message", shortened(error.msg)), ("name", shortened(named)))
        fault = Fault(code, (), error.lineno, error.colno, told)
        raise FactBaseError(path, [fault]) from None
    except ValueError as error:  # an integer of more digits than Python reads
        digits = _ENDLESS_NUMBER.search(document)
        line = document.count("\n", 0, digits.start()) + 1 if digits else None
        raise _failed(path, "not-toml", line, message=shortened(str(error))) from None
    except RecursionError:
        raise _failed(path, "not-toml", deepest_line(document), message="nested too deeply") from None
