"""References to sources, in the styles that a reader pastes and the data that a program reads.

A style is a module. One of text has ``reference``: an item to runs of text, some of them italic. One of
data has ``file``: items with what is quoted from them, to the whole content of a file. What a style asks
for and the source does not tell (a title, a date) is said as the style says it; nothing is made up.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cci_cli.cite.item import Item
    from cci_cli.cite.runs import Runs

    Noted = tuple[Item, Sequence[str]]

#: Styles of text: the module of each, and the function in it.
TEXT_STYLES = {
    "gb7714": ("gb7714", "reference"),
    "gb7714-2015": ("gb7714", "reference_2015"),
    "apa": ("apa", "reference"),
    "chicago": ("chicago", "reference"),
    "chicago-note": ("chicago", "note"),
    "mla": ("mla", "reference"),
}
#: Styles of data: the module of each.
DATA_STYLES = {"bibtex": "bibtex", "ris": "ris", "csl-json": "csl_json"}
STYLES = (*TEXT_STYLES, *DATA_STYLES)
#: The style of a reader's language.
DEFAULT = {"en": "apa", "zh": "gb7714"}


def reference(style: str, item: Item) -> Runs:
    """The reference of an item in a style of text.

    Raises KeyError for another style.
    """
    module, function = TEXT_STYLES[style]
    runs: Runs = getattr(import_module(f"{__name__}.{module}"), function)(item)
    return runs


def file(style: str, items: Sequence[Noted]) -> str:
    """Items, each with notes (what is quoted from it), as a file in a style of data.

    Raises KeyError for another style.
    """
    text: str = import_module(f"{__name__}.{DATA_STYLES[style]}").file(items)
    return text
