"""Tab, asked as the shells ask it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cci_cli.cli.commands import COMMANDS
from cci_cli.completion.line import split
from cci_cli.completion.tab import VARIABLE, answer
from cci_cli.completion.words import MOST_WORDS
from conftest import FACTS, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

SMALL = str(ROOT / "tests" / "small.toml")
CASES = tomli.loads((ROOT / "tests" / "cases" / "completion.toml").read_text(encoding="utf-8"))["case"]


class Told(NamedTuple):
    """What fish is told."""

    words: dict[str, str]
    stem: int
    flags: list[str]


class Tab:
    """Tab, pressed in this process with a cache of its own."""

    def __init__(self, cache: Path) -> None:
        self.variables = {"XDG_CACHE_HOME": str(cache), "LANG": "en_GB.UTF-8", "CCI_FACTS": SMALL}

    def said(self, shell: str, *arguments: str, **variables: str) -> str:
        """What a shell is told."""
        return answer(arguments, self.variables | variables | {VARIABLE: shell})

    def __call__(self, typed: str, **variables: str) -> Told:
        """What is offered behind some words, as it was typed."""
        head, *lines = self.said("zsh", *split(typed), **variables).splitlines()
        stem, *flags = head.split()
        return Told(dict(line.split("\t") for line in lines), int(stem.removeprefix("stem=")), flags)


@pytest.fixture
def tab(_cache: Path) -> Tab:
    return Tab(_cache)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["typed"])
def test_what_is_offered(tab: Tab, case: dict[str, Any]) -> None:
    told = tab(case["typed"], CCI_FACTS=str(FACTS) if case.get("facts") else SMALL)
    if "offered" in case:
        assert list(told.words) == case["offered"]
    assert set(case.get("among", [])) <= told.words.keys()
    assert not set(case.get("missing", [])) & told.words.keys()
    assert told.stem == len(case.get("stem", ""))
    assert told.flags == case.get("flags", [])


@pytest.mark.parametrize(("lang", "said"), [("en", "Rail"), ("zh", "铁路")])
def test_meanings_are_in_the_language_of_the_reader(tab: Tab, lang: str, said: str) -> None:
    assert tab("ra", LANG=f"{lang}_XX.UTF-8").words == {"rail": said}
    assert tab(f"--lang {lang} ra").words == {"rail": said}
    assert tab("sh", LANG=f"{lang}_XX.UTF-8").words["show"].isascii() == (lang == "en")
    assert tab("rail --he", LANG=f"{lang}_XX.UTF-8").words["--help"].isascii() == (lang == "en")


def test_every_kind_of_word_has_a_meaning(tab: Tab) -> None:
    base = str(FACTS)
    for typed in ("", "finance --", "show ", "show finance.", "sources ", "finance --year "):
        assert all(tab(typed, CCI_FACTS=base).words.values()), typed
    assert tab("finance --year 2020", CCI_FACTS=base).words["2020"].endswith(" observations")
    assert "重庆日报" in tab("sources cqrb-5-years", CCI_FACTS=base).words["cqrb-5-years"]


@pytest.mark.parametrize("command", ["rail", *COMMANDS])
def test_options_are_those_of_the_help(cci: Program, tab: Tab, command: str) -> None:
    listed = re.findall(r"^  (?:-\w, )?(--[\w-]+)", cci(command, "--help", CCI_FACTS=SMALL).out, re.MULTILINE)
    assert list(tab(f"{command} --").words) == listed
    assert listed


def test_the_options_of_the_program_are_those_of_its_help(cci: Program, tab: Tab) -> None:
    listed = re.findall(r"^  (?:-\w, )?(--[\w-]+)", cci("--help", CCI_FACTS=SMALL).out, re.MULTILINE)
    assert list(tab("--").words) == listed


@pytest.mark.parametrize(
    "typed", ["rail", "rail --format", "show", "sources", "export --format", "rail --lang", "rail --color"]
)
def test_what_is_offered_is_taken(cci: Program, tab: Tab, typed: str) -> None:
    words = [word for word in tab(f"{typed} ").words if not word.startswith("-")]
    for word in words:
        whole = [*split(typed), *([word] if not word.endswith(".") else [*tab(f"show {word}").words][:1])]
        assert cci(*whole, CCI_FACTS=SMALL).status == 0, whole
    assert words or typed == "rail"


def test_a_fact_base_named_before_the_cursor_is_read(tab: Tab, tmp_path: Path) -> None:
    copy = tmp_path / "my facts.toml"
    shutil.copy(SMALL, copy)
    for typed in (f"--facts '{copy}' ai", f"'--facts={copy}' ai"):
        assert list(tab(typed, CCI_FACTS="").words) == ["aims"]
    assert list(tab("ai", CCI_FACTS="").words) == []  # the built-in one


def test_words_follow_the_fact_base(tab: Tab, tmp_path: Path) -> None:
    facts = tmp_path / "facts.toml"
    text = (ROOT / "tests" / "small.toml").read_text(encoding="utf-8")
    facts.write_text(text, encoding="utf-8")
    assert "rail.summits" in tab("show rail.", CCI_FACTS=str(facts)).words
    facts.write_text(text.replace("rail.summits", "rail.meetings"), encoding="utf-8")
    words = tab("show rail.", CCI_FACTS=str(facts)).words
    assert "rail.meetings" in words
    assert "rail.summits" not in words


@pytest.mark.parametrize("broken", ["nothing = {", "[rail]\nlabel = 3\n", None])
def test_a_broken_fact_base_leaves_the_commands(tab: Tab, tmp_path: Path, broken: str | None) -> None:
    facts = tmp_path / "facts.toml"
    if broken is not None:
        facts.write_text(broken, encoding="utf-8")
    assert list(tab("", CCI_FACTS=str(facts)).words) == list(COMMANDS)
    assert list(tab("export --format cs", CCI_FACTS=str(facts)).words) == ["csv"]
    assert tab("show ", CCI_FACTS=str(facts)).words == {}
    assert tab("check ", CCI_FACTS=str(facts)).flags == ["files"]


def test_a_damaged_index_is_mended(tab: Tab, tmp_path: Path) -> None:
    before = tab("show rail.", XDG_CACHE_HOME=str(tmp_path))
    [index] = (tmp_path / "cci").glob("*.index")
    content = index.read_bytes()
    for damage in (
        b"",
        content[: len(content) // 2],
        b"\0" * len(content),
        b"SQLite format 3\0" + b"x" * 9000,
    ):
        index.write_bytes(damage)
        assert tab("show rail.", XDG_CACHE_HOME=str(tmp_path)) == before
        assert index.read_bytes() != damage


def test_an_index_without_the_words_is_mended(
    tab: Tab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from cci_cli.index import kept

    before = tab("show rail.", XDG_CACHE_HOME=str(tmp_path))
    [index] = (tmp_path / "cci").glob("*.index")
    monkeypatch.setattr(kept, "_whole", lambda _: True)
    with sqlite3.connect(index) as connection:
        connection.execute("DROP TABLE offer")
    assert tab("show rail.", XDG_CACHE_HOME=str(tmp_path)) == before


def test_without_a_cache_folder(tab: Tab) -> None:
    assert list(tab("ra", XDG_CACHE_HOME="/dev/null/nowhere").words) == ["rail"]


def test_very_many_facts(tab: Tab, tmp_path: Path) -> None:
    facts = tmp_path / "many.toml"
    with facts.open("w", encoding="utf-8") as file:
        file.write(
            '[units]\nu = { en = "u", plural = "us", zh = "个" }\n'
            '[sources.s]\ntype = "report"\n[t]\nlabel = { en = "T", zh = "题" }\n'
        )
        for number in range(1200):
            file.write(
                f'[t.a-{number:04d}]\nlabel = {{ en = "A", zh = "甲" }}\nkind = "statement"\n'
                'scope = { en = "x", zh = "某" }\n'
                f'[[t.a-{number:04d}.observations]]\ntime = "2020"\ntext = {{ en = "x", zh = "某" }}\n'
                'citations = [{ source = "s", quote = "x" }]\n'
            )
    for typed in ("show t.", "show a-"):
        words = list(tab(typed, CCI_FACTS=str(facts)).words)
        assert len(words) == MOST_WORDS
        # all that they have in common is what all facts have in common
        assert (words[0], words[-1]) == ("t.a-0000", "t.a-1199")
    assert len(tab("show t.a-000", CCI_FACTS=str(facts)).words) == 10


@pytest.mark.parametrize(
    ("line", "replaced", "type_", "expected"),
    [
        ("cci rail --fo", "--fo", "9", ["--format"]),
        # bash breaks words at = and replaces what is behind
        ("cci rail --format=c", "c", "9", ["csv"]),
        ("cci rail --format=c", "--format=c", "9", ["--format=csv"]),
        # what many have in common would wipe out a part of them that was typed
        ("cci show s", "s", "9", ["rail.share", "rail.summits", "rail.trains", "s"]),
        ("cci show summ", "summ", "9", ["rail.summits"]),
        ("cci show rail.f", "rail.f", "9", ["rail.financing", "rail.first-train"]),
        ("cci nothing-like-that --x", "--x", "9", []),
        ("cci   --lang   zh   ra", "ra", "9", ["rail"]),
        ("./bin/cci ra", "ra", "9", ["rail"]),
    ],
)
def test_bash(tab: Tab, line: str, replaced: str, type_: str, expected: list[str]) -> None:
    words = tab.said("bash", line, replaced, type_).splitlines()[1:]
    # a part is sought only where no topic begins so
    assert [each for each in words if each in expected] == expected
    assert (not expected) == (not words)


def test_bash_lists_what_it_will_not_insert(tab: Tab) -> None:
    inserting, listing = (tab.said("bash", "cci show in", "in", type_).splitlines()[1:] for type_ in "9?")
    assert "in" in inserting
    assert inserting[:-1] == listing


def test_fish_gets_whole_words(tab: Tab) -> None:
    assert tab.said("fish", "rail", "--format=c") == "stem=9\n--format=csv\t\n"
    assert "rail.summits\t" in tab.said("fish", "show", "'rail.s")


def test_powershell_is_spoken_to_as_by_typer(tab: Tab) -> None:
    def told(line: str, word: str) -> list[str]:
        variables = {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_WORD_TO_COMPLETE": word}
        return tab.said("complete_powershell", **variables).splitlines()

    assert told("cci ra", "ra") == ["rail:::Rail"]
    assert told("cci export --format", "")[:2] == ["json::: ", "jsonl::: "]
    assert told("cci export --format=cs", "--format=cs") == ["--format=csv::: "]


@pytest.mark.parametrize("shell", ["", "tcsh", "complete_bash", "\ud800"])
def test_other_shells_are_told_nothing(tab: Tab, shell: str) -> None:
    assert tab.said(shell, "fin") == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=6),
            st.sampled_from(
                [
                    "rail",
                    "show",
                    "--",
                    "-",
                    "--format",
                    "--format=",
                    "--year",
                    "=",
                    "'",
                    '"',
                    "..",
                    "%",
                    "--lang",
                ]
            ),
        ),
        max_size=5,
    ),
    st.sampled_from(["bash", "zsh", "fish"]),
)
def test_whatever_is_typed_is_answered(tab: Tab, words: list[str], shell: str) -> None:
    arguments = (
        [" ".join(["cci", *words]), words[-1] if words else "", "9"] if shell == "bash" else words or [""]
    )
    head, *lines = tab.said(shell, *arguments).split("\n")
    assert re.fullmatch(r"stem=\d+( \w+)*", head)
    assert lines[-1] == ""
    assert all("\t" in line for line in lines[:-1]) or shell == "bash"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", [""]), ("cci ", ["cci", ""]), ("cci  a", ["cci", "a"]), ("a 'b c", ["a", "b c"]),
        ("a '' b", ["a", "", "b"]), ('a "b\\" c" d', ["a", 'b" c', "d"]), ("a b\\ c", ["a", "b c"]),
        ("a\\", ["a"]), ("a '\\' b", ["a", "\\", "b"]), ("a'b'\"c\"", ["abc"]), ("金 融", ["金", "融"]),
    ],
)  # fmt: skip
def test_words_of_a_line(line: str, words: list[str]) -> None:
    assert split(line) == words


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "complete_powershell"])
def test_the_program_answers_and_says_nothing_else(
    process_variables: dict[str, str], tmp_path: Path, shell: str
) -> None:
    """Also where an index must be built first, and where the fact base is no fact base."""
    broken = tmp_path / "broken.toml"
    broken.write_text("= nonsense", encoding="utf-8")
    shared = process_variables["XDG_CACHE_HOME"]
    for facts, cache in ((SMALL, str(tmp_path / "cache")), (str(broken), shared)):
        variables = {
            VARIABLE: shell, "CCI_FACTS": facts, "XDG_CACHE_HOME": cache,
            "_TYPER_COMPLETE_ARGS": "cci exp", "_TYPER_COMPLETE_WORD_TO_COMPLETE": "exp",
        }  # fmt: skip
        words = ["cci exp", "exp", "9"] if shell == "bash" else ["exp"]
        done = subprocess.run(
            [sys.executable, "-m", "cci_cli", *words],
            env=process_variables | variables, check=False, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        assert "export" in done.stdout
