"""A fault, explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.render.documents import contract

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.encode import Json
    from cci_cli.explain import Explanation
    from cci_cli.render.records import Record
    from cci_cli.render.rows import Rows


def document(page: Explanation) -> Json:
    """What the fault means, how it is mended, and an example of it."""
    return contract(**page._asdict() | {"meaning": page.meaning._asdict(), "remedy": page.remedy._asdict()})


def rows(page: Explanation, lang: str) -> Rows:
    """A row a line: what it belongs to, and the line."""
    from cci_cli.render.rows import titled

    body = [
        ["code", page.code],
        ["meaning", getattr(page.meaning, lang)],
        ["remedy", getattr(page.remedy, lang)],
    ]
    for name in ("wrong", "right"):
        body += [[name, line] for line in getattr(page, name).splitlines()]
    return titled(("check.part", "check.line"), body, lang)


def records(page: Explanation) -> Iterator[Record]:
    """One record."""
    yield ("code", "meaning_en", "meaning_zh", "remedy_en", "remedy_zh", "wrong", "right")
    yield (page.code, *page.meaning, *page.remedy, page.wrong, page.right)
