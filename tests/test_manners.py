"""At home in a shell: help, colour, pager, encodings, pipes that close."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cci_cli.cli.commands import COMMANDS, PROGRAM, TOPIC
from cci_cli.linebreaks import cells, wrapped
from cci_cli.messages.examples import EXAMPLES
from conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from conftest import Program

SMALL = str(ROOT / "tests" / "small.toml")
LINES = [line for examples in EXAMPLES.values() for line, *_ in examples]
#: A line of every command, of those that need no more than a fact base.
EVERY = [
    line.split()
    for line in """
    rail
    rail --format table
    show rail.trains
    show rail.trains --format table
    search trains --format table
    compare 2019 2020 --format table
    compare 2019 2020 --plot
    timeline --format table
    conflicts --format table
    sources --format table
    sources daily-2020-11-07 --format table
    cite rail.trains
    cite --self --style gb7714
    check
    check --explain quote-too-long
    export
    export --format markdown
    completion zsh
    --format table
    --help
    compare --help
    """.strip().splitlines()
]
#: Encodings of streams, and those that every command is tried with.
ENCODINGS, COMMON = ("gbk", "ascii", "utf-8", "cp1252", "latin-1", "utf-16"), ("gbk", "ascii")
STREAMS = [
    (words, encoding)
    for words in EVERY
    for encoding in (ENCODINGS if words == ["show", "rail.trains"] else COMMON)
]


@pytest.mark.parametrize("line", LINES)
def test_examples_of_the_help_run(
    cci: Program, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where exports are written to
    program, *words = line.split()
    result = cci(*words)
    assert (program, result.status, result.err) == ("cci", 0, "")
    assert result.out


def test_every_command_has_examples() -> None:
    assert set(EXAMPLES) == {PROGRAM, TOPIC, *COMMANDS}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", ["", "finance", *COMMANDS])
def test_help_fits_its_width_and_begins_with_examples(cci: Program, name: str, lang: str) -> None:
    for width in (40, 60, 80, 120):
        told = cci(*name.split(), "--lang", lang, "--help", width=width).out
        # a command that is broken into lines could not be copied
        assert max(cells(line) for line in told.splitlines() if not line.startswith("  cci ")) <= width
        headings = re.findall(r"\n\n(\S.*[:：])\n  ", told)
        assert headings[0] in ("Examples:", "示例：")
    assert headings[-1] in (("Variables:", "环境变量：") if not name else ("Options:", "选项："))


def test_help_lists_topics_apart_from_commands(cci: Program) -> None:
    told = cci("--help").out
    topics = told.partition("Topics:")[2].partition("Commands:")[0]
    commands = told.partition("Commands:")[2].partition("Options:")[0]
    assert "finance " in topics
    assert [line.split()[0] for line in commands.splitlines() if line[2:3].strip()] == list(COMMANDS)
    assert re.search(r"Exit status:\n  0 .*\n  1 ", told)
    assert "CCI_FACTS" in told.partition("Variables:")[2]


def test_lines_never_begin_with_chinese_punctuation() -> None:
    text = "输出格式：table, json, markdown。不写时，终端用表格，管道用“制表符”分隔。"
    for width in range(20, 60):
        lines = list(wrapped(text, width))
        assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
        assert all(line[0] not in "，。、：”" and cells(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("words", "variables", "coloured"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
        (("--color", "never"), {}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color=auto",), {"NO_COLOR": "1"}, False),
        (("--color", "always"), {"TERM": "dumb"}, True),
        ((), {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_on_a_terminal(
    cci: Program, words: tuple[str, ...], variables: Mapping[str, str], coloured: bool
) -> None:
    given = {"NO_COLOR": "", "TERM": "xterm"} | variables
    result = cci("--facts", SMALL, "rail", *words, terminal=True, **given)
    assert ("\x1b[" in result.out) == coloured
    assert result.status == 0


def test_colour_in_a_pipe_where_it_is_asked_for(cci: Program) -> None:
    words = ("--facts", SMALL, "rail", "--format", "table")
    assert "\x1b[" not in cci(*words, NO_COLOR="").out
    assert "\x1b[" in cci(*words, NO_COLOR="", FORCE_COLOR="1").out
    assert "\x1b[" in cci(*words, "--color", "always").out
    assert "\x1b[" not in cci("--facts", SMALL, "rail", "--color", "always").out  # rows are for programs


def test_a_colour_that_there_is_not(cci: Program) -> None:
    result = cci("finance", "--color", "blue")
    assert (result.status, result.out) == (2, "")
    assert "'blue' is not one of: auto, always, never." in result.err


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("words", "encoding"), STREAMS, ids=lambda each: each if isinstance(each, str) else " ".join(each)
)
def test_streams_degrade_and_never_crash(
    process_variables: Mapping[str, str], words: list[str], lang: str, encoding: str
) -> None:
    command = [sys.executable, "-m", "cci_cli", "--facts", SMALL, "--lang", lang, *words]
    variables = dict(process_variables) | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(command, env=variables, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode(encoding)
    if encoding in ("gbk", "utf-8", "utf-16"):
        assert "?" not in re.sub(r"(Is a fact base sound|是否可靠？)\?", "", text)
    # JSON is escaped, and what is cited may be English
    if lang == "zh" and encoding == "gbk" and words[0] not in ("export", "completion", "cite"):
        assert re.search("[一-龥]", text)


def test_signs_that_a_stream_lacks_are_written_as_the_nearest(process_variables: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "cci_cli", "--facts", SMALL, "show", "rail.trains", "--format", "table"]
    variables = dict(process_variables) | {"PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, env=variables, capture_output=True, check=True, text=True)
    assert '"' in done.stdout
    assert "“" not in done.stdout


class TestPager:
    """Pages longer than the screen, in a real terminal."""

    pexpect = pytest.importorskip("pexpect")

    def seen(self, variables: Mapping[str, str], *words: str, lines: int = 10, pager: str = "") -> str:
        """What a terminal of some lines receives, with a pager that tells that it was used."""
        environment = dict(variables) | {"TERM": "xterm", "NO_COLOR": "1"}
        if pager:
            environment["PAGER"] = pager
        child = self.pexpect.spawn(
            sys.executable,
            ["-m", "cci_cli", *words],
            env=environment,
            dimensions=(lines, 80),
            encoding="utf-8",
        )
        output: str = child.read()
        child.close()
        assert child.exitstatus == 0
        return output.replace("\r\n", "\n")

    @pytest.fixture
    def pager(self, tmp_path: Path) -> str:
        script = tmp_path / "a pager"
        script.write_text('#!/bin/sh\necho "paged, $LESS"\ncat\n')
        script.chmod(0o755)
        return f"'{script}'"

    def test_a_long_page_is_paged(self, process_variables: Mapping[str, str], pager: str) -> None:
        output = self.seen(process_variables, "finance", pager=pager)
        assert output.startswith("paged, FRX\nFinancial services")
        assert output.count("Financial services  finance\n") == 1

    def test_a_short_page_is_not(self, process_variables: Mapping[str, str], pager: str) -> None:
        assert "paged" not in self.seen(process_variables, "finance", pager=pager, lines=500)

    def test_nor_where_the_reader_wants_none(self, process_variables: Mapping[str, str], pager: str) -> None:
        assert "paged" not in self.seen(process_variables, "finance", "--no-pager", pager=pager)
        assert "paged" not in self.seen(process_variables, "finance", "--json", pager=pager)
        assert "Financial services" in self.seen(process_variables, "finance", pager="cat")

    @pytest.mark.parametrize("broken", ["no-such-pager", "false", "'"])
    def test_a_pager_that_fails_loses_nothing(
        self, process_variables: Mapping[str, str], broken: str
    ) -> None:
        assert "Financial services" in self.seen(process_variables, "finance", pager=broken)

    def test_a_reader_who_leaves_early(self, process_variables: Mapping[str, str], tmp_path: Path) -> None:
        script = tmp_path / "early"
        script.write_text("#!/bin/sh\nhead -n 1\n")
        script.chmod(0o755)
        output = self.seen(process_variables, "sources", pager=str(script))
        assert output.count("\n") == 1


def test_a_pipe_that_closes_is_no_fault(process_variables: Mapping[str, str]) -> None:
    line = f"{sys.executable} -m cci_cli export --format jsonl | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", line], env=dict(process_variables), capture_output=True, check=True, text=True
    )
    first, status = done.stdout.splitlines()
    assert first.startswith("{")
    assert (status, done.stderr) == ("0", "")
