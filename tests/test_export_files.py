"""Files that are exported: whole or not at all, none replaced unasked, and what stands against it said."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cci_cli import exports
from cci_cli.exports import ENDINGS
from conftest import ROOT
from exporting import exported, piped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from conftest import Program

SMALL = str(ROOT / "tests" / "small.toml")
EACH = ["json", "jsonl", "csv", "markdown", "sqlite", "datapackage"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="of POSIX systems")


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_ending_names_the_format(cci: Program, tmp_path: Path, ending: str) -> None:
    result = cci("--facts", SMALL, "export", "-o", str(tmp_path / f"out{ending}"))
    assert (result.status, result.err) == (0, "")
    assert f"out{ending}: {ENDINGS[ending]}, " in result.out
    content = (tmp_path / f"out{ending}").read_bytes()
    assert content == piped(cci, "--facts", SMALL, "export", "--format", ENDINGS[ending])[1]
    assert [each.name for each in tmp_path.iterdir()] == [f"out{ending}"]


def test_a_format_that_is_named_goes_before_the_ending(cci: Program, tmp_path: Path) -> None:
    file = exported(cci, tmp_path / "facts.json", "--facts", SMALL, "--format", "csv")
    assert file.read_text(encoding="utf-8").startswith("fact,label_en")


@pytest.mark.parametrize("name", ["facts", "facts.xlsx", "facts.", "\x1b[2J.x"])
def test_an_ending_that_names_none(cci: Program, tmp_path: Path, name: str) -> None:
    result = cci("export", "-o", str(tmp_path / name))
    assert (result.status, result.out) == (2, "")
    assert "does not say what to write" in result.err
    assert ".sqlite" in result.err
    assert "\x1b" not in result.err


def test_a_hyphen_is_standard_output(cci: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert cci("--facts", SMALL, "export", "-o", "-") == cci("--facts", SMALL, "export")
    assert cci("--facts", SMALL, "export", "--output=-") == cci("--facts", SMALL, "export")
    assert list(tmp_path.iterdir()) == []


def test_a_file_for_a_person_is_as_one_for_a_program(cci: Program, tmp_path: Path) -> None:
    cci("--facts", SMALL, "export", "-o", str(tmp_path / "a.json"), terminal=True)
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == cci("--facts", SMALL, "export").out


@pytest.mark.parametrize("format_", EACH)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_file_that_is_there_is_replaced_only_when_asked(
    cci: Program, tmp_path: Path, format_: str, lang: str
) -> None:
    file = tmp_path / "facts"
    file.write_text("mine", encoding="utf-8")
    words = ["--facts", SMALL, "--lang", lang, "export", "--format", format_, "-o", str(file)]
    result = cci(*words)
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert "--force" in result.err
    assert str(file) in result.err
    assert file.read_text(encoding="utf-8") == "mine"
    assert cci(*words, "--force").status == 0
    assert file.read_bytes() != b"mine"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("format_", EACH)
def test_what_stands_against_a_file_is_said(cci: Program, tmp_path: Path, format_: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("", encoding="utf-8")
    for name, reason in (
        ("nowhere/facts", "No such file"),
        ("file/facts", "Not a directory"),
        ("folder", "Is a directory"),
        ("x" * 300, "name too long"),
    ):
        result = cci("--facts", SMALL, "export", "--force", "--format", format_, "-o", str(tmp_path / name))
        assert (result.status, result.out) == (2, "")
        assert result.err.count("\n") == 1
        assert reason in result.err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder"]


@posix
def test_a_device_is_not_replaced(cci: Program, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    result = cci("--facts", SMALL, "export", "--force", "--format", "csv", "-o", str(pipe))
    assert (result.status, result.out) == (2, "")
    assert "is not an ordinary file" in result.err
    assert pipe.is_fifo()


@posix
def test_what_a_link_names_is_written(cci: Program, tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "there.csv")
    exported(cci, tmp_path / "link.csv", "--facts", SMALL)
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "there.csv").stat().st_size > 0


@posix
@pytest.mark.parametrize("format_", EACH)
def test_a_disk_that_is_full_leaves_nothing_behind(
    tmp_path: Path, process_variables: Mapping[str, str], format_: str
) -> None:
    """No file may be larger than a few blocks: writing fails halfway, as on a full disk."""
    import resource

    command = [sys.executable, "-m", "cci_cli", "export", "--format", format_, "-o", str(tmp_path / "facts")]
    subprocess.run([*command[:4], "--format", "json"], env=process_variables, capture_output=True, check=True)
    done = subprocess.run(
        command,
        env=process_variables,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 15, 1 << 15)),
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{tmp_path / 'facts'} could not be written: ")
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "interruption", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")]
)
def test_an_export_that_ends_halfway_leaves_what_was_there(
    cci: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interruption: BaseException
) -> None:
    def broken(*_: object) -> Iterator[str]:
        yield "half"
        raise interruption

    monkeypatch.setattr(exports, "pieces", broken)
    file = tmp_path / "facts.csv"
    file.write_text("mine", encoding="utf-8")
    result = cci("--facts", SMALL, "export", "--force", "-o", str(file))
    assert result.status == (130 if isinstance(interruption, KeyboardInterrupt) else 2)
    assert file.read_text(encoding="utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(("format_", "ending"), [("sqlite", ".sqlite"), ("datapackage", ".zip")])
def test_what_is_not_text_goes_to_no_terminal(cci: Program, format_: str, ending: str) -> None:
    result = cci("--facts", SMALL, "export", "--format", format_, terminal=True)
    assert (result.status, result.out) == (2, "")
    assert f"-o FILE{ending}" in result.err


@posix
@pytest.mark.parametrize("format_", EACH)
def test_a_reader_who_has_seen_enough(format_: str, process_variables: Mapping[str, str]) -> None:
    line = (
        f"{sys.executable} -m cci_cli export --format {format_} | head -c 10 | wc -c; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(
        ["bash", "-c", line], env=process_variables, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["10", "0"]
    assert done.stderr == ""
