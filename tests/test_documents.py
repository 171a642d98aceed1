"""Documents that cannot lie: what they show is run, what they name exists."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import TYPE_CHECKING

import pytest
import tomli

import refresh_screens
from cci_cli import messages
from cci_cli.cli.commands import COMMANDS
from cci_cli.cli.group import ALL_FORMATS
from cci_cli.completion import install
from cci_cli.factbase.rules import COMMANDS as RESERVED
from cci_cli.messages.help import HELP
from cci_cli.messages.screens import SCREENS
from cci_cli.model import KINDS, QUALIFIERS, STANDINGS
from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program


@pytest.mark.parametrize("name", refresh_screens.DOCUMENTS)
def test_screens_are_what_the_commands_show(name: str, tmp_path: Path) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert refresh_screens.refreshed(text, str(tmp_path)) == text
    assert "```console" in text


def test_commands_that_are_shown_without_a_screen_run_too(
    cci: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = re.findall(
        r"^cci (.+?)(?: [|>].*)?$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    monkeypatch.chdir(tmp_path)
    assert lines
    monkeypatch.chdir(tmp_path)
    for line in lines:
        assert cci(*line.split()).status == 0, line


@pytest.mark.parametrize("name", refresh_screens.DOCUMENTS)
def test_files_that_are_named_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:tools|benchmarks|data|src|tests)/[\w./-]*\w|\.ci/run", text))
    assert named
    assert [each for each in named if not (ROOT / each).exists()] == []


def test_every_command_is_in_the_readme(cci: Program) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"| `cci {command}" in readme
        assert command in RESERVED
    for option in re.findall(r"--[a-z-]+", cci("finance", "--help").out):
        assert option in readme or option == "--help"


@pytest.mark.parametrize("word", [*KINDS, *QUALIFIERS, *STANDINGS])
def test_every_word_of_the_form_is_explained(word: str) -> None:
    assert word in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("format_", ALL_FORMATS)
def test_every_format_is_in_the_readme(format_: str) -> None:
    assert format_ in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_of_an_entry_is_toml() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    observation = tomli.loads(example)["finance"]["cross-border-financing"]["observations"][0]
    assert observation["value"] == 12_380_000_000


#: The messages of single commands, by the module that holds them.
OF_COMMANDS = {
    name: found
    for name in (each.name for each in pkgutil.iter_modules(messages.__path__))
    if (found := getattr(importlib.import_module(f"{messages.__name__}.{name}"), "MESSAGES", None))
}


@pytest.mark.parametrize(
    "said", [SCREENS, HELP, *OF_COMMANDS.values()], ids=["screens", "help", *OF_COMMANDS]
)
def test_every_message_is_in_both_languages_with_the_same_values(
    said: dict[str, tuple[str, str]],
) -> None:
    for key, (english, chinese) in said.items():
        assert english, key
        assert chinese, key
        assert sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", chinese)), key


def test_every_message_is_used_and_every_one_used_exists() -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "src").rglob("*.py")
        if "messages" not in path.parts
    )
    code = code.replace("'", '"')
    built = {
        *KINDS,
        *STANDINGS,
        *_COLUMNS,
        *(f"{start}-{kind}" for start in ("no", "several", "see") for kind in _WORDS),
        *(f"search.in-{field}" for field in _FIELDS),
        *(f"completion.then-{shell}" for shell in install.NAMES),
    }
    of_commands = {f"{name}.{key}" for name, found in OF_COMMANDS.items() for key in found}
    for key in (SCREENS.keys() | of_commands) - built:
        # of some, the name stands in a table from which the key is put together
        assert f'"{key}"' in code or f'"{key.partition(".")[2]}"' in code, key


#: What a word can be looked up as.
_WORDS = (
    "topic", "fact", "source", "citable", "year", "facts", "comparison", "years", "timeline", "timeline-of",
    "conflicts", "conflicts-of", "conflicts-for",
)  # fmt: skip
#: Where searching finds words and numbers.
_FIELDS = ("aliases", "scope", "text", "quote", "source")
#: Messages named by the fields of a source.
_COLUMNS = {
    "type", "standing", "title", "author", "container_title", "publisher", "original_publisher", "issued",
    "url", "language", "note",
}  # fmt: skip
