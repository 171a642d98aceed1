"""However large a fact base is, an export holds little of it; and none begins that cannot be finished."""

from __future__ import annotations

import io
import sqlite3
import sys
import tracemalloc
import zlib
from typing import TYPE_CHECKING

import pytest

from cci_cli import exports
from cci_cli.exports import FORMATS, Manner
from cci_cli.exports.selection import Selection
from cci_cli.index.files import Files
from cci_cli.index.kept import kept_index, place, stamp_of
from cci_cli.index.store import DamagedIndex, Index
from conftest import ROOT
from exporting import piped

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

sys.path.insert(0, str(ROOT / "benchmarks"))
SMALL, LARGE = 250, 2_500


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """A small fact base and one of ten times its size."""
    from generate import written

    folder = tmp_path_factory.mktemp("bases")
    found = {size: folder / f"{size}.toml" for size in (SMALL, LARGE)}
    for size, file in found.items():
        file.write_text("".join(written(size)), encoding="utf-8")
    return found


def opened(cci: Program, facts: Path) -> Index:
    """The index that is kept of a fact base, read from its file."""
    assert cci("--facts", str(facts), "finance", "--json").status == 0
    files = Files(facts)
    path = place(files, f"{cci.variables['XDG_CACHE_HOME']}/cci")
    assert path
    connection = kept_index(path, files, stamp_of(files))
    assert connection
    return Index(connection)


def peak(index: Index, format_: str, folder: Path, topics: int = 0) -> int:
    """The most bytes that an export holds at a time, all of it being thrown away as it comes."""
    selection = Selection(index, index.topics()[:topics])
    tracemalloc.start()
    selection.verified()
    if exports.is_text(format_):
        for _ in exports.pieces(format_, selection, Manner()):
            pass
    else:
        exports.write(format_, selection, folder / f"out.{format_}", Manner())
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return held


def held(index: Index) -> int:
    """How many bytes all the facts take at once."""
    tracemalloc.start()
    facts = index.facts()
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(facts) > 600
    return taken


@pytest.mark.parametrize("format_", [each for each in FORMATS if each != "html"])
def test_memory_does_not_grow_with_the_base(
    cci: Program, bases: dict[int, Path], tmp_path: Path, format_: str
) -> None:
    """Ten times the facts take hardly more: what grows are caches that have an end, not the facts."""
    indexes = {size: opened(cci, facts) for size, facts in bases.items()}
    for folder in ("warm", "small", "large"):
        (tmp_path / folder).mkdir()
    peak(indexes[LARGE], format_, tmp_path / "warm")
    small, large = (
        peak(indexes[size], format_, tmp_path / name) for size, name in ((SMALL, "small"), (LARGE, "large"))
    )
    assert large - small < held(indexes[LARGE]) / 4
    for index in indexes.values():
        index.close()


def spoilt(file: Path) -> None:
    """An index whose last fact was changed behind the program's back, the sum of the file being right."""
    content = file.read_bytes()
    with sqlite3.connect(":memory:") as other:
        other.deserialize(content[:-4])
        other.execute(
            "UPDATE fact SET body = replace(body, '2', '3') WHERE position = (SELECT max(position) FROM fact)"
        )
        damaged = other.serialize()
    other.close()
    file.write_bytes(damaged + zlib.crc32(damaged).to_bytes(4, "big"))


@pytest.mark.parametrize("format_", FORMATS)
def test_a_damaged_index_is_mended_before_the_first_byte(cci: Program, tmp_path: Path, format_: str) -> None:
    facts = str(ROOT / "tests" / "small.toml")
    cci.variables["XDG_CACHE_HOME"] = str(tmp_path / "cache")
    words = ("--facts", facts, "export", "--format", format_)
    sound = piped(cci, *words)
    [file] = (tmp_path / "cache" / "cci").glob("small-*.index")
    whole = file.read_bytes()
    spoilt(file)
    assert piped(cci, *words) == sound
    assert sound[0] == 0
    assert file.read_bytes()[:1000] == whole[:1000]


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_an_index_that_breaks_while_it_is_read_is_no_silent_end(
    cci: Program, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    def broken(*_: object) -> None:
        raise DamagedIndex

    monkeypatch.setattr(Index, "each_source", broken)
    monkeypatch.setattr("cci_cli.exports.csv_rows.observation_records", broken)
    out = cci("export", "--format", format_)
    assert out.status == 2
    assert "what was written is not whole" in out.err
    assert io.StringIO(out.err).read().count("\n") == 1
