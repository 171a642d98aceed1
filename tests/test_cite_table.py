"""The table of references: every style by every kind of source, as files that a person can read.

``__snapshots__/test_cite_table/test_references[STYLE].txt``: a line that says what the source is, beneath
it the reference. After a change that is meant: ``pytest --snapshot-update``, and read the difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tomli
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from cci_cli import cite
from cci_cli.cite.runs import plain
from cite_table import TYPES, Case, table
from conftest import ROOT

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion


class TextFile(SingleFileSnapshotExtension):
    """A snapshot in a text file of its own."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


def _shown(style: str, case: Case) -> str:
    if style in cite.DATA_STYLES:
        return cite.file(style, [(case.item, [])]).rstrip("\n")
    runs = cite.reference(style, case.item)
    shown = "".join(f"*{run.text}*" if run.italic else run.text for run in runs)
    assert shown.replace("*", "") == plain(runs).replace("*", "")
    return shown


@pytest.mark.parametrize("style", cite.STYLES)
def test_references(style: str, snapshot: SnapshotAssertion) -> None:
    text = "\n\n".join(f"# {case.label}\n{_shown(style, case)}" for case in table())
    assert f"{text}\n" == snapshot(extension_class=TextFile)


def test_the_table_has_every_type_of_the_fact_base() -> None:
    base = tomli.loads((ROOT / "data" / "facts.toml").read_text(encoding="utf-8"))
    assert {source["type"] for source in base["sources"].values()} <= set(TYPES)
