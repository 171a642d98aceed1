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


def builtin_facts() -> str:
    """The fact base that the program ships: inside the package, or in a checkout beside ``src``."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "data", "facts.toml")
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data", "facts.toml")


def cache_folder(variables: Mapping[str, str]) -> str | None:
    """The user's cache folder for this program; None where there is no home to put it in.

    Where the XDG base directory specification holds, two variables say all, and loading
    platformdirs would cost a lookup a twentieth of its time; elsewhere platformdirs knows.
    """
    home, cache = variables.get("HOME", ""), variables.get("XDG_CACHE_HOME", "")
    if sys.platform == "linux" and (cache.startswith("/") or home.startswith("/")):
        return os.path.join(cache if cache.startswith("/") else os.path.join(home, ".cache"), "cci")
    from platformdirs import user_cache_dir

    try:
        folder = user_cache_dir("cci", appauthor=False)
    except (OSError, RuntimeError):
        return None
    return folder if os.path.isabs(folder) else None
