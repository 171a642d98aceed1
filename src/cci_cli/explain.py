"""What a fault of a fact base means, how to mend it, and an example of it, wrong and right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cci_cli.messages.explanations import EXPLANATIONS
from cci_cli.model import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


class Explanation(NamedTuple):
    """A fault, explained. ``wrong`` and ``right`` are lines of a fact base, or of a shell."""

    code: str
    meaning: Text
    remedy: Text
    wrong: str
    right: str


def explanation(code: str) -> Explanation:
    """The explanation of the fault with a code.

    Raises KeyError if there is no such fault.
    """
    explained, example = EXPLANATIONS[code], examples()[code]
    wrong, right = example["wrong"].strip(), example["right"].strip()
    return Explanation(code, Text(*explained.meaning), Text(*explained.remedy), wrong, right)


def examples() -> Mapping[str, Any]:
    """The examples of all faults by their codes, and the tables around them as ``base``."""
    from importlib.resources import files

    import tomli

    return tomli.loads((files("cci_cli") / "factbase" / "examples.toml").read_text(encoding="utf-8"))
