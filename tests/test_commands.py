"""Commands as somebody types them: what they find, what they say when they do not, how they end."""

from __future__ import annotations

import errno
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cci_cli import __version__
from cci_cli.cli.run import run
from cci_cli.environment import Environment
from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

SMALL = str(ROOT / "tests" / "small.toml")
CCI = [sys.executable, "-m", "cci_cli"]


def ids(output: str) -> list[str]:
    return [line.split("\t")[0] for line in output.splitlines()]


@pytest.mark.parametrize("word", ["rail", "RAIL", "Rail", "铁路", "班列", "ra", "铁"])
def test_a_topic_answers_to_its_names(cci: Program, word: str) -> None:
    result = cci("--facts", SMALL, word)
    assert result.status == 0
    assert ids(result.out)[0] == "rail.trains"


@pytest.mark.parametrize(
    "word", ["rail.trains", "trains", "train", "Trains in the year", "全年开行班列", "rail.tr", "班列数"]
)
def test_a_fact_answers_to_its_id_and_parts_of_it(cci: Program, word: str) -> None:
    result = cci("--facts", SMALL, "show", word, "--json")
    assert json.loads(result.out)["fact"]["id"] == "rail.trains"


def test_several_facts_are_listed_as_candidates(cci: Program) -> None:
    result = cci("--facts", SMALL, "show", "rail")
    assert (result.status, result.out) == (1, "")
    assert "  rail.trains  Trains in the year\n" in result.err
    assert "  rail.summits  Summits held\n" in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rial",), "Did you mean rail?"),
        (("show", "rail.trians"), "Did you mean rail.trains?"),
        (("sources", "burau"), "Did you mean bureau?"),
        (("show", "qqqq"), "See a topic's facts: cci TOPIC --all"),
        (("sources", "qqqq"), "See the sources: cci sources"),
        (("qqqq",), "See the topics: cci"),
        (("exprot",), "Did you mean export?"),
        (("help",), "Did you mean --help?"),
        (("rail.trains",), "Did you mean show rail.trains?"),
        (("show", "\udcff"), "There is no fact '\\udcff'."),
        (("show", ""), "See a topic's facts"),
        (("rail", "--year", "1999"), "Years with observations: 2017 2018 2019 2020 2021 2022 2023."),
        (("show", "trains", "--year", "1999"), "Years with observations: 2018 2019 2020 2021 2022."),
    ],
)
def test_what_is_not_found_ends_with_1_and_a_hint(cci: Program, words: tuple[str, ...], said: str) -> None:
    result = cci("--facts", SMALL, *words)
    assert (result.status, result.out) == (1, "")
    assert said in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rail", "--yaer", "2019"), "There is no option --yaer.\nDid you mean --year?"),
        (("rail", "--year", "19"), "'19' is not a year"),
        (("rail", "--year", "２０１９"), "is not a year"),
        (("rail", "--format", "xml"), "'xml' is not one of: table, json, tsv, csv, markdown."),
        (("--format", "xml"), "'xml' is not one of"),
        (("--format", "jsonl", "rail"), "'jsonl' is not one of: table, json, tsv, csv, markdown."),
        (("--format", "jsonl"), "'jsonl' is not one of"),
        (("check", "--format", "csv"), "'csv' is not one of: table, json."),
        (("export", "--format", "table"), "'table' is not one of: json, jsonl, csv, markdown, "),
        (("--lang", "fr"), "'fr' is not one of: en, zh."),
        (("rail", "--format"), "--format needs a value."),
        (("show",), "FACT is missing."),
        (("rail", "--year="), "'' is not a year"),
        (("rail", "--lang="), "'' is not one of: en, zh."),
        (("rail", "--json=1"), "--json takes no value."),
        (("--year", "2019", "check"), "--year does not apply here."),
        (("--all", "sources"), "--all does not apply here."),
        (("--year", "2019"), "--year does not apply here."),
        (("rail", "more"), "Not understood: more."),
        (("rail", "--format", "\x1b[2J"), r"'\x1b[2J' is not one of"),
    ],
)
def test_wrong_usage_ends_with_2(cci: Program, words: tuple[str, ...], said: str) -> None:
    result = cci("--facts", SMALL, *words)
    assert (result.status, result.out) == (2, "")
    assert said in result.err
    assert "--help" in result.err
    assert "\x1b" not in result.err


@pytest.mark.parametrize(
    ("words", "helped"),
    [
        (("search", "trains", "--limit", "many"), "cci search --help"),
        (("compare", "2019", "later"), "cci compare --help"),
        (("cite", "summits", "--style", "fancy"), "cci cite --help"),
        (("铁路", "--year", "19"), "cci 铁路 --help"),
        (("--fromat", "json"), "cci --help"),
    ],
)
def test_wrong_usage_names_the_help_of_its_command(cci: Program, words: tuple[str, ...], helped: str) -> None:
    assert f"See: {helped}\n" in cci("--facts", SMALL, *words).err


def test_messages_are_in_the_language_too(cci: Program) -> None:
    assert "您是指rail吗？" in cci("--facts", SMALL, "--lang", "zh", "rial").err
    assert "没有选项--yaer。" in cci("--facts", SMALL, "rail", "--lang", "zh", "--yaer").err
    assert "无法理解：more。" in cci("--facts", SMALL, "rail", "more", LANG="zh_CN.UTF-8").err
    assert "缺少FACT。" in cci("--facts", SMALL, "show", LC_ALL="zh_TW.UTF-8").err


@pytest.mark.parametrize(
    ("variables", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, False),
        ({"LANG": "C"}, False),
    ],
)
def test_the_language_comes_from_the_locale(cci: Program, variables: dict[str, str], chinese: bool) -> None:
    assert ("全年开行班列" in cci("--facts", SMALL, "rail", **variables).out) is chinese


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("option", ["--json", "--format=json"])
def test_options_stand_before_and_after_a_command(cci: Program, before: bool, option: str) -> None:
    words = (option, "rail") if before else ("rail", option)
    assert json.loads(cci("--facts", SMALL, *words).out)["topic"]["id"] == "rail"


def test_the_fact_base_comes_from_a_variable_and_the_option_wins(cci: Program) -> None:
    assert cci("rail", CCI_FACTS=SMALL).status == 0
    assert cci("rail", "--facts", SMALL, CCI_FACTS="/nowhere.toml").status == 0
    assert "/nowhere.toml: there is no such file" in cci("finance", CCI_FACTS="/nowhere.toml").err


def test_a_year_keeps_only_what_was_observed_for_it(cci: Program) -> None:
    fact = json.loads(cci("--facts", SMALL, "show", "trains", "--year", "2019", "--json").out)["fact"]
    assert [each["time"] for each in fact["observations"]] == ["2019", "2019"]
    assert ids(cci("--facts", SMALL, "rail", "--year", "2023").out) == ["rail.share"]


def test_all_options_of_a_topic_reach_every_fact(cci: Program) -> None:
    piped = cci("--facts", SMALL, "rail")
    assert len(ids(piped.out)) == 6
    short = cci("--facts", SMALL, "rail", terminal=True).out
    assert "5 more facts of this topic: cci rail --all" in short
    assert "Latency" not in short
    assert "Latency" in cci("--facts", SMALL, "rail", "--all", terminal=True).out


def test_the_better_sourced_speaks_and_the_other_is_named(cci: Program) -> None:
    row = next(line for line in cci("--facts", SMALL, "rail").out.splitlines() if "summits" in line)
    assert row.split("\t")[2:6] == ["3rd", "2020-11", "", "conflict: 2020-11-07 2nd daily-2020-11-07"]


def test_version(cci: Program) -> None:
    assert cci("--version").out == f"cci {__version__}\n"


def test_an_unsound_fact_base_is_refused_with_all_its_faults(cci: Program, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.toml"
    text = (ROOT / "tests" / "small.toml").read_text(encoding="utf-8")
    faulty.write_text(
        text.replace("value = 2_243", "value = 2_244").replace('"bureau"', '"buro"'), encoding="utf-8"
    )
    result = cci("--facts", str(faulty), "rail")
    assert (result.status, result.out) == (2, "")
    assert "2244 stands in no quote of the observation" in result.err
    assert result.err.count("undefined-source") == 4
    assert "did you mean bureau?" in result.err
    assert "引文均不含2244" in cci("--facts", str(faulty), "rail", "--lang", "zh").err
    assert cci("check", str(faulty)).status == 1
    assert cci("check", str(tmp_path / "none.toml")).status == 2


def test_hostile_text_is_harmless_in_every_output(cci: Program, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.toml"
    text = (ROOT / "tests" / "small.toml").read_text(encoding="utf-8")
    acts = r"\u001b]0;x\u0007\u001b[31m\u202e\u0085[/x][red]"
    text = text.replace('en = "Trains in the year"', f'en = "=Trains{acts}"').replace(
        "some 8,800", f"some 8,800{acts}"
    )
    hostile.write_text(text, encoding="utf-8")
    words = [("rail",), ("rail", "--all"), ("show", "trains"), ("sources",), ("export",), ("check",)]
    for terminal in (True, False):
        for command in words:
            for format_ in (("table",), ("json",), ("tsv",), ("csv",), ("markdown",), ("jsonl",)):
                result = cci("--facts", str(hostile), *command, "--format", *format_, terminal=terminal)
                said = result.out + result.err
                assert not [char for char in said if ord(char) < 32 and char not in "\n\r\t"]
                assert not {"\x85", "\u202e", "\x7f"} & set(said)
    assert (
        r"=Trains\x1b]0;x\x07\x1b[31m\u202e\x85[/x][red]"
        in cci("--facts", str(hostile), "rail", terminal=True, width=200).out
    )
    assert "'=Trains" in cci("--facts", str(hostile), "rail", "--format", "csv").out


def test_a_source_is_shown_with_all_that_leans_on_it(cci: Program) -> None:
    """What it reported, and what is implied by that, marked as such; deprecated figures and conflicts too."""
    for words in (["--format", "table"], ["--format", "tsv"], ["--format", "markdown"]):
        page = cci("--facts", SMALL, "sources", "copy", *words, width=200).out
        assert "3,655 trains" in page
        assert "deprecated" in page
        assert "Chongqing's 923 trains" in page
        assert "全年开行1154列" in page
        assert "conflict: 2018 about 1,520 trains (implied)" in page
    assert (
        "about 8,000 trains\n  implied\n" in cci("--facts", SMALL, "sources", "blog", "--format", "table").out
    )


@pytest.mark.parametrize("width", [40, 73, 74, 200])
def test_marks_are_shown_at_every_width(cci: Program, tmp_path: Path, width: int) -> None:
    weak = tmp_path / "weak.toml"
    text = (ROOT / "tests" / "small.toml").read_text(encoding="utf-8")
    weak.write_text(
        text.replace('{ source = "copy", quote = "首趟班列发车" }', '{ source = "blog", quote = "it left" }'),
        encoding="utf-8",
    )
    page = cci("--facts", str(weak), "rail", "--all", terminal=True, width=width).out
    assert page.count("weak sources only") == 2


def test_rows_say_why_and_how(cci: Program) -> None:
    rows = cci("--facts", SMALL, "show", "trains").out
    assert "reason: Chongqing's 923 trains, said of the whole corridor." in rows
    assert "note: The year was deduced." in rows
    assert "2,243 / (1 + 48%)" in rows
    heading = cci("--facts", SMALL, "show", "trains", "--format", "csv").out.splitlines()[0].split(",")
    assert {"reason_zh", "note_zh", "formula", "locators"} <= set(heading)


def test_a_fact_of_deprecated_figures_alone_is_not_hidden(cci: Program, tmp_path: Path) -> None:
    text = (ROOT / "tests" / "small.toml").read_text(encoding="utf-8")
    start, end = text.index("[rail.summits]"), text.index("[rail.latency]")
    mark = 'rank = "deprecated"\nreason = { en = "Miscounted.", zh = "误计。" }\ncitations'
    path = tmp_path / "deprecated.toml"
    path.write_text(text[:start] + text[start:end].replace("citations", mark) + text[end:], encoding="utf-8")
    [row] = [line for line in cci("--facts", str(path), "rail").out.splitlines() if "summits" in line]
    assert "deprecated; reason: Miscounted." in row


def test_a_topic_without_facts_says_so(cci: Program, tmp_path: Path) -> None:
    path = tmp_path / "empty.toml"
    path.write_text('[rail]\nlabel = { en = "Rail", zh = "铁路" }\n', encoding="utf-8")
    result = cci("--facts", str(path), "rail")
    assert (result.status, result.out, result.err) == (1, "", "The topic 'rail' has no facts.\n")
    assert "no facts yet" in cci("--facts", str(path), terminal=True).out


def test_an_empty_name_of_a_file_is_no_file(cci: Program) -> None:
    assert cci("check", "").status == 2
    assert cci("--facts", "", "finance").status == 2


@pytest.mark.parametrize("columns", ["99999999999999999999", "9" * 5000, "0", "-1", "abc", "２０", ""])
def test_a_width_that_cannot_be_is_not_taken(cci: Program, columns: str) -> None:
    result = cci("--facts", SMALL, "rail", "--format", "table", COLUMNS=columns)
    assert result.status == 0
    assert max(len(line) for line in result.out.splitlines()) <= 80


@pytest.mark.skipif(sys.platform == "win32", reason="shells that close streams")
@pytest.mark.parametrize(
    ("words", "status"), [("finance >&-", 2), ("--help >&-", 2), ("nosuch >&-", 1), ("--bad 2>&-", 2)]
)
def test_closed_streams(words: str, status: int, process_variables: dict[str, str]) -> None:
    command = f"'{sys.executable}' -m cci_cli {words}"
    done = subprocess.run(["sh", "-c", command], env=process_variables, capture_output=True, check=False)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr


class Failing(io.StringIO):
    """Standard output on a disk that is full."""

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


class Interrupted(io.StringIO):
    """Standard output of somebody who presses Ctrl-C."""

    def write(self, text: str) -> int:
        raise KeyboardInterrupt


def test_output_that_cannot_be_written_is_told(cci: Program) -> None:
    err = io.StringIO()
    assert run(Environment(["finance"], cci.variables, Failing(), err)) == 2
    assert err.getvalue() == "The output could not be written: No space left on device.\n"


def test_an_interrupt_ends_with_130(cci: Program) -> None:
    err = io.StringIO()
    assert run(Environment(["finance"], cci.variables, Interrupted(), err)) == 130
    assert err.getvalue() == "Interrupted.\n"


@pytest.mark.parametrize(
    "words", [["finance"], ["export"], ["sources"], ["--lang", "zh", "logistics", "--format", "table"]]
)
def test_a_reader_who_leaves_early_is_not_told_of_it(
    words: list[str], process_variables: dict[str, str]
) -> None:
    with subprocess.Popen(
        [*CCI, *words], env=process_variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_full_disk(process_variables: dict[str, str]) -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123
        done = subprocess.run(
            [*CCI, "finance"], env=process_variables, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"The output could not be written: No space left on device.\n"


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp1252"])
def test_streams_degrade_and_json_stays_json(encoding: str, process_variables: dict[str, str]) -> None:
    variables = process_variables | {"PYTHONIOENCODING": encoding}
    for words in (["show", "summits-held"], ["show", "summits-held", "--json"]):
        done = subprocess.run([*CCI, *words], env=variables, capture_output=True, check=True)
        assert done.stderr == b""
    assert json.loads(done.stdout.decode(encoding))["fact"]["label"]["zh"].startswith("中新")
