"""Markdown: a page as a table. Text from the fact base is escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cci_cli.render.rows import Rows

#: A whole word that is an address, of signs that mean nothing in Markdown between angle brackets.
ADDRESS = re.compile(r"https?://[^\s<>|\\`\"\x00-\x20]+")
_MARKUP = re.compile(r"([\\`*_\[\]<>&|#~!^@])")


def escaped(text: str) -> str:
    """Text that Markdown and HTML show as it is, GitHub's and pandoc's too.

    A single dollar sign is one; between two, both would see a formula.
    """
    plain = _MARKUP.sub(r"\\\1", text)
    return plain.replace("$", r"\$") if plain.count("$") > 1 else plain


def shown(text: str) -> str:
    """Text that is shown as it is, but for the addresses in it, which are links."""
    return " ".join(f"<{word}>" if ADDRESS.fullmatch(word) else escaped(word) for word in text.split(" "))


def markdown_table(rows: Rows) -> str:
    """Rows as a table of GitHub's Markdown."""
    lines = [rows.heading, ["---"] * len(rows.heading)]
    cells = [*lines, *([shown(cell) for cell in row] for row in rows.body)]
    return "".join("| " + " | ".join(row) + " |\n" for row in cells)
