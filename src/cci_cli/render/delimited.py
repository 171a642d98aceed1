"""Rows of values as text: tab-separated for pipes, CSV for tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cci_cli.render.rows import Rows


#: What a cell begins with that a spreadsheet takes for a formula (OWASP, "CSV injection"): tabs and returns
#: are stripped before it looks, and signs of full width are taken for the others in East Asia.
_STARTS = frozenset("=+-@\t\r\n＝＋－＠")


def tsv_text(rows: Rows) -> str:
    """One row a line, without a heading, for ``cut`` and ``awk``. Texts hold neither tabs nor line breaks."""
    return "".join("\t".join(row) + "\n" for row in rows.body)


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV (RFC 4180), the first being the heading."""
    return "".join(csv_lines(rows))


def csv_lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Rows as CSV, one by one as they come."""
    import csv

    given = csv.writer(_Last(), lineterminator="\r\n")
    for row in rows:
        yield given.writerow([_inert(cell) for cell in row])


class _Last:
    """Somewhere to write to; what was written last is what :meth:`csv.writer.writerow` gives."""

    def write(self, text: str) -> str:
        return text


def _inert(cell: object) -> object:
    """A cell that a spreadsheet does not take for a formula; numbers stay numbers."""
    if isinstance(cell, str) and cell[:1] in _STARTS:
        return "'" + cell
    return "" if cell is None else cell
