"""What the tests of exports share: a fact base that holds what spreadsheets and documents trip over."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from cci_cli.cli.run import run
from cci_cli.environment import Environment

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

#: Texts that something would run, or take for its own signs.
HARMFUL = [
    "=1+1", "+1", "-1+2", "@SUM(A1)", "=HYPERLINK('http://x')", "＝1＋1", "a | b", "<b>x</b>", "*x* _y_",
    "[x](y)", '"quoted", and more', "# x", "\\x", "`x`", "'; DROP TABLE facts; --", "$x$", "x^2^", "H~2~O",
]  # fmt: skip

_HEAD = """
[units]
day = { en = "day", plural = "days", zh = "天" }

[sources.paper]
type = "report"

[odd]
label = { en = "Odd", zh = "怪" }
"""
_FALL = """
[odd.fall]
label = { en = "Fall", zh = "下降" }
kind = "flow"
unit = "day"
scope = { en = "days", zh = "天数" }

[[odd.fall.observations]]
time = "2020"
value = -43.2
growth = -7.5
citations = [{ source = "paper", quote = "-43.2 days, -7.5%" }]
"""


def harmful_facts(folder: Path) -> Path:
    """A fact base of such texts, each as the label and alias of a fact and as a quote."""
    parts = [
        '[units]\nday = { en = "day", plural = "days", zh = "天" }\n',
        '[sources.paper]\ntype = "report"\n',
    ]
    parts.append('[odd]\nlabel = { en = "Odd", zh = "怪" }\n')
    for number, text in enumerate(HARMFUL):
        told = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        parts.append(
            f'[odd.f{number}]\nlabel = {{ en = {told}, zh = {told} }}\nkind = "event"\naliases = [{told}]\n'
            f"scope = {{ en = {told}, zh = {told} }}\n"
            f'[[odd.f{number}.observations]]\ntime = "2020"\ntext = {{ en = {told}, zh = {told} }}\n'
            f'citations = [{{ source = "paper", quote = {told} }}]\n'
        )
    parts.append(_FALL)
    file = folder / "odd.toml"
    file.write_text("\n".join(parts), encoding="utf-8")
    return file


def exported(cci: Program, file: Path, *words: str) -> Path:
    """A file that was exported."""
    result = cci("export", "-o", str(file), *words)
    assert (result.status, result.err) == (0, "")
    return file


def piped(cci: Program, *words: str) -> tuple[int, bytes, str]:
    """The status of the program, and the bytes that it writes into a pipe and to standard error."""
    out, err = io.BytesIO(), io.StringIO()
    stdout = io.TextIOWrapper(out, encoding="utf-8", newline="")
    status = run(Environment(words, cci.variables, stdout, err))
    stdout.flush()
    return status, out.getvalue(), err.getvalue()
