"""Every sentence that a reader sees, in English and Chinese, by its key."""

from __future__ import annotations

from cci_cli.messages.screens import SCREENS


def say(lang: str, key: str, **values: object) -> str:
    """The sentence of a key in a language, with its values put in.

    Raises KeyError for a key that does not exist.
    """
    english, chinese = SCREENS[key]
    return (chinese if lang == "zh" else english).format(**values)
