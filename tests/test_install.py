"""Completion scripts: printed, or put where a shell looks for them, and nothing of anybody's lost."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from cci_cli.completion import install
from cci_cli.environment import Environment

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

PLACES = {
    "bash": ".local/share/bash-completion/completions/cci",
    "zsh": ".zfunc/_cci",
    "fish": ".config/fish/completions/cci.fish",
    "powershell": ".local/share/cci/completion.ps1",
}
INSTALL = "--install-completion"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in (".bashrc", ".zshrc"):
        (tmp_path / name).write_text("mine\n", encoding="utf-8")
    return tmp_path


def files(home: Path) -> dict[str, str]:
    found = (path for path in home.rglob("*") if path.is_file())
    return {str(path.relative_to(home)): path.read_text(encoding="utf-8") for path in found}


@pytest.mark.parametrize("shell", install.NAMES)
def test_a_script_is_printed_and_no_file_is_touched(cci: Program, home: Path, shell: str) -> None:
    before = files(home)
    done = cci("completion", shell, HOME=str(home))
    assert (done.status, done.err) == (0, "")
    assert "_CCI_COMPLETE" in done.out
    assert files(home) == before


@pytest.mark.parametrize("shell", install.NAMES)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_installed_it_is_in_its_place_and_nothing_else_is(
    cci: Program, home: Path, shell: str, lang: str
) -> None:
    before = files(home)
    done = cci("completion", shell, INSTALL, "--lang", lang, HOME=str(home))
    assert (done.status, done.err) == (0, "")
    assert str(home / PLACES[shell]) in done.out.splitlines()[0]
    assert len(done.out.splitlines()) > 1
    after = files(home)
    assert after.keys() - before.keys() == {PLACES[shell]}
    assert {name: after[name] for name in before} == before
    assert after[PLACES[shell]].startswith(cci("completion", shell).out)
    again = cci("completion", shell, INSTALL, "--lang", lang, HOME=str(home))
    assert again.status == 0
    assert again.out != done.out
    assert files(home) == after


@pytest.mark.parametrize("shell", install.NAMES)
def test_an_older_script_of_ours_is_replaced(
    cci: Program, home: Path, shell: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(install, "script", lambda _: "an older script\n")
        cci("completion", shell, INSTALL, HOME=str(home))
    assert files(home)[PLACES[shell]].startswith("an older script")
    assert cci("completion", shell, INSTALL, HOME=str(home)).status == 0
    assert files(home)[PLACES[shell]].startswith(install.script(shell))


@pytest.mark.parametrize("shell", install.NAMES)
def test_a_file_that_is_not_ours_stays(cci: Program, home: Path, shell: str) -> None:
    for content in ("somebody's own\n", "", None):
        path = home / PLACES[shell]
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:  # ours, changed by hand
            path.unlink()
            cci("completion", shell, INSTALL, HOME=str(home))
        changed = "# mine\n" + path.read_text(encoding="utf-8") if content is None else content
        path.write_text(changed, encoding="utf-8")
        before = files(home)
        done = cci("completion", shell, INSTALL, HOME=str(home))
        assert done.status == 2
        assert done.out == ""
        assert str(path) in done.err
        assert files(home) == before


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links here")
def test_a_link_stays_a_link(cci: Program, home: Path) -> None:
    (home / "dotfiles").mkdir()
    (home / ".zfunc").symlink_to(home / "dotfiles")
    (home / "dotfiles" / "_cci").symlink_to(home / "elsewhere")
    assert cci("completion", "zsh", INSTALL, HOME=str(home)).status == 0
    assert (home / "dotfiles" / "_cci").is_symlink()
    assert (home / "elsewhere").read_text(encoding="utf-8").startswith("#compdef cci")


def test_variables_move_the_places(cci: Program, home: Path) -> None:
    for shell, variable, place in (
        ("bash", "XDG_DATA_HOME", "bash-completion/completions/cci"),
        ("bash", "BASH_COMPLETION_USER_DIR", "completions/cci"),
        ("fish", "XDG_CONFIG_HOME", "fish/completions/cci.fish"),
    ):
        folder = home / variable
        variables = {"HOME": str(home), variable: str(folder)}
        assert cci("completion", shell, INSTALL, **variables).status == 0
        assert (folder / place).exists()
        # a relative path is none, as the XDG specification has it
        cci("completion", shell, INSTALL, **variables | {variable: "relative"})
        assert (home / PLACES[shell]).exists()


def test_where_nothing_can_be_written(cci: Program, home: Path) -> None:
    (home / ".zfunc").write_text("a file", encoding="utf-8")
    done = cci("completion", "zsh", INSTALL, HOME=str(home))
    assert done.status == 2
    assert ".zfunc" in done.err
    assert (home / ".zfunc").read_text(encoding="utf-8") == "a file"


def test_a_user_without_a_home(cci: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Environment, "home", None)
    done = cci("completion", "fish", INSTALL)
    assert done.status == 2
    assert "cci completion fish" in done.err


def test_without_a_name_it_is_the_shell_that_asks(
    cci: Program, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Environment, "shell", "fish")
    assert cci("completion").out == cci("completion", "fish").out
    assert cci(INSTALL, HOME=str(home)).status == 0
    assert PLACES["fish"] in files(home)
    monkeypatch.setattr(Environment, "shell", None)
    done = cci("completion")
    assert done.status == 2
    assert "bash|zsh|fish|powershell" in done.err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_shell_that_is_not_known(cci: Program, lang: str) -> None:
    done = cci("completion", "tcsh", "--lang", lang)
    assert done.status == 2
    assert "tcsh" in done.err
    assert "fish" in done.err


def test_what_does_not_apply(cci: Program) -> None:
    done = cci("--json", "completion", "bash")
    assert (done.status, done.out) == (2, "")
    assert "--format" in done.err
