"""JSON documents of the contract ``cci/1``; see ``cci_cli/schema/cci-1.json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cci_cli import encode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cci_cli.encode import Json
    from cci_cli.environment import Environment
    from cci_cli.model import Source


def contract(**parts: object) -> Json:
    """A document of the contract, with its parts in order."""
    return {"schema": encode.SCHEMA, **parts}


def sources_json(sources: Mapping[str, Source]) -> Json:
    """Sources by id."""
    return {name: encode.source_json(source) for name, source in sources.items()}


def json_text(value: object, environment: Environment, *, one_line: bool = False) -> str:
    """A JSON document as text, with a line break at its end.

    For a person, on a terminal, it is indented; for a program, or with ``one_line``, it is one line.
    """
    if environment.is_terminal and not one_line:
        return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return encode.json_line(value) + "\n"
