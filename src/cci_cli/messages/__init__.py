"""Every sentence that a reader sees, in English and Chinese, by its key."""

from __future__ import annotations

from importlib import import_module

from cci_cli.messages.screens import NOUNS, SCREENS


def say(lang: str, key: str, **values: object) -> str:
    """The sentence of a key in a language, with its values put in.

    ``compare.gap`` is the message ``gap`` of the module for ``compare``, which is loaded when it first speaks.
    Raises KeyError for a key that does not exist.
    """
    of, _, name = key.rpartition(".")
    english, chinese = (import_module(f"{__name__}.{of}").MESSAGES if of else SCREENS)[name]
    return (chinese if lang == "zh" else english).format(**values)


def counted(lang: str, number: int, noun: str) -> str:
    """A number of things: ``1 fact``, ``609 facts``, ``609项事实``."""
    singular, plural, chinese = NOUNS[noun]
    return f"{number}{chinese}" if lang == "zh" else f"{number} {singular if number == 1 else plural}"
