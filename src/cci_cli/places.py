"""What arguments and variables say of the language and of where things are.

Tab asks this before anything else is loaded, so this module loads nothing that a bare interpreter has not.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LANGUAGES = ("en", "zh")
#: Names the fact base to read.
FACTS_VARIABLE = "CCI_FACTS"
#: Leaves out the user's own facts, as ``--no-own-facts`` does.
NO_OWN_VARIABLE = "CCI_NO_OWN_FACTS"
#: Of the user's configuration folder, the one whose ``*.toml`` are their own facts.
OWN_FOLDER = "facts.d"


def given(words: Sequence[str], option: str) -> str | None:
    """The value of an option wherever it stands on a command line; the last one counts.

    The language and the fact base must be known before the commands are, since the topics of
    the fact base are commands and their help is in that language.
    """
    value = None
    for position, word in enumerate(words):
        if word == "--":
            break
        if word.startswith(option + "="):
            value = word.partition("=")[2]
        elif word == option and position + 1 < len(words):
            value = words[position + 1]
    return value


def language(words: Sequence[str], variables: Mapping[str, str]) -> str:
    """``en`` or ``zh``: from ``--lang``, else from the locale."""
    asked = given(words, "--lang")
    if asked in LANGUAGES:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if variables.get(name):
            return "zh" if variables[name].lower().startswith("zh") else "en"
    return "en"


def facts_file(words: Sequence[str], variables: Mapping[str, str]) -> str:
    """The fact base to read: ``--facts``, else ``CCI_FACTS``, else the built-in one."""
    asked = given(words, "--facts")
    if asked is None:
        asked = variables.get(FACTS_VARIABLE) or None
    return builtin_facts() if asked is None else os.path.expanduser(asked)


def own_folder(words: Sequence[str], variables: Mapping[str, str]) -> str | None:
    """The folder of the user's own facts; None where they are left out, or there is no place for them.

    They are read after the built-in base alone: who names another one wants that and nothing else.
    """
    without = (FACTS_VARIABLE, NO_OWN_VARIABLE)
    if given(words, "--facts") is not None or any(variables.get(name) for name in without):
        return None
    before = words[: words.index("--")] if "--" in words else words
    folder = None if "--no-own-facts" in before else config_folder(variables)
    return None if folder is None else os.path.join(folder, OWN_FOLDER)


def builtin_facts() -> str:
    """The fact base that the program ships: inside the package, or in a checkout beside ``src``."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "data", "facts.toml")
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data", "facts.toml")


def cache_folder(variables: Mapping[str, str]) -> str | None:
    """The user's cache folder for this program; None where there is no home to put it in."""
    return _folder(variables, "cache")


def config_folder(variables: Mapping[str, str]) -> str | None:
    """The user's configuration folder for this program; None where there is no home to put it in."""
    return _folder(variables, "config")


def _folder(variables: Mapping[str, str], kind: str) -> str | None:
    """The user's folder of a kind, ``cache`` or ``config``, for this program.

    Where the XDG base directory specification holds, two variables say all, and loading
    platformdirs would cost a lookup a twentieth of its time; elsewhere platformdirs knows.
    """
    home, named = variables.get("HOME", ""), variables.get(f"XDG_{kind.upper()}_HOME", "")
    if sys.platform == "linux" and (named.startswith("/") or home.startswith("/")):
        return os.path.join(named if named.startswith("/") else os.path.join(home, f".{kind}"), "cci")
    from platformdirs import user_cache_dir, user_config_dir

    try:
        folder = (user_cache_dir if kind == "cache" else user_config_dir)("cci", appauthor=False)
    except (OSError, RuntimeError):
        return None
    return folder if os.path.isabs(folder) else None
