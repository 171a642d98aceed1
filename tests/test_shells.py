"""Tab, pressed at a prompt of the real shells."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pexpect")
pytest.importorskip("pyte")

import shells
from shells import Shell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
#: Tab once lists in zsh and fish; bash lists at the second.
TABS = {"bash": "\t\t", "zsh": "\t", "fish": "\t"}


@pytest.fixture(scope="module", params=list(shells.STARTS))
def name(request: pytest.FixtureRequest) -> str:
    shell: str = request.param
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    return shell


@pytest.fixture(scope="module")
def variables(
    process_variables: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """A home, and the program under its name on the path."""
    home = tmp_path_factory.mktemp("home")
    program = home / "bin" / "cci"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cci_cli "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}:{process_variables['PATH']}"
    return dict(process_variables) | {
        "HOME": str(home), "PATH": path, "LANG": "C.UTF-8", "XDG_CONFIG_HOME": ""
    }  # fmt: skip


@pytest.fixture(scope="module")
def shared(name: str, variables: dict[str, str]) -> Iterator[Shell]:
    shell = Shell(name, variables)
    yield shell
    shell.close()


@pytest.fixture
def shell(shared: Shell) -> Shell:
    shared.fresh()
    return shared


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("cci fin", "cci finance"),
        ("cci FIN", "cci finance"),
        ("cci 金", "cci 金融"),
        ("cci show summits-h", "cci show finance.summits-held"),
        ("cci show fin", "cci show finance."),
        ("cci show cross-border-financing-p", "cci show finance.cross-border-financing-projects"),
        ("cci sources 5-years", "cci sources cqrb-5-years"),
        ("cci finance --ye", "cci finance --year"),
        ("cci export --format cs", "cci export --format csv"),
        ("cci finance --year 200", "cci finance --year 2004"),
        ("cci export --format=cs", "cci export --format=csv"),
        ("cci --lang z", "cci --lang zh"),
        ("cci check /et", "cci check /etc/"),
        ("cci --facts=/et", "cci --facts=/etc/"),
        ("cci finance | cci ov", "cci finance | cci overview"),
        ("NO_COLOR=1 cci ov", "NO_COLOR=1 cci overview"),
    ],
)
def test_one_word_is_put_in(shell: Shell, typed: str, completed: str) -> None:
    assert shell.line(f"{typed}\t", completed) == completed


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("cci ", ["finance", "logistics", "show", "completion"]),
        ("cci show ", ["finance.", "logistics."]),
        ("cci show finance.summit", ["s-held", "-editions"]),
        ("cci show trains", ["logistics.hanoi-trains", "logistics.laos-trains-cumulative"]),
        ("cci show 跨境融", ["finance.channel-purpose", "finance.cross-border-financing"]),
        ("cci sources xinhua-2025-0", ["2025-01-02", "2025-09-06"]),
        ("cci finance --", ["--json", "--year", "--help"]),
        ("cci export --format ", ["json", "jsonl", "csv", "sqlite"]),
        ("cci export --format=", ["json", "jsonl", "csv", "sqlite"]),
        ("cci --lang ", ["en", "zh"]),
        ("cci finance --year 201", ["2013", "2019"]),
    ],
)
def test_several_words_are_listed(shell: Shell, name: str, typed: str, listed: list[str]) -> None:
    if name == "fish" and not typed.isascii():
        pytest.skip("fish offers only words that hold what was typed")
    screen = shell.see(typed + TABS[name], *listed)
    # and what was typed stands
    assert f"> {typed}".rstrip() in screen


def test_meanings_stand_beside_the_words(shell: Shell, name: str) -> None:
    if name == "bash":
        pytest.skip("bash shows none")
    assert "Financial services" in shell.see("cci \t", "finance")
    shell.fresh()
    assert "金融服务" in shell.see("cci --lang zh \t", "finance")


@pytest.mark.parametrize("typed", ["cci nothing-like-it", "cci finance --year 1066"])
def test_a_word_that_nothing_answers_to_is_left_alone(shell: Shell, typed: str) -> None:
    assert shell.line(f"{typed}\t!", f"{typed}!") == f"{typed}!"


def test_with_a_broken_fact_base_no_word_but_commands_appears(
    shell: Shell, name: str, tmp_path: Path
) -> None:
    broken = tmp_path / "x.toml"
    broken.write_text("nonsense", encoding="utf-8")
    screen = shell.see(f"cci --facts {broken} {TABS[name]}", "show", "sources", "check")
    assert "Traceback" not in screen
    assert "finance" not in screen


def test_the_installed_script_is_found(name: str, variables: dict[str, str]) -> None:
    """By what the program says is to be done, and nothing else."""
    home = variables["HOME"]
    load = {
        "bash": f"source {home}/.local/share/bash-completion/completions/cci",
        "zsh": f"fpath=({home}/.zfunc $fpath); autoload -Uz compinit && compinit -u -D",
        "fish": f"set -p fish_complete_path {home}/.config/fish/completions",
    }[name]
    install = f"cci completion {name} --install-completion"
    prompt = "function fish_prompt; echo '> '; end" if name == "fish" else "PS1='> '"
    shell = Shell(name, variables, f"{install}; {load}; {prompt}")
    try:
        shell.fresh()
        assert shell.line("cci fin\t", "cci finance") == "cci finance"
        shell.fresh()
        assert shell.line("cci show summits-h\t", "cci show finance.summits-held")
    finally:
        shell.close()
