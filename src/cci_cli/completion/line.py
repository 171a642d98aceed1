"""What stands on a command line before the cursor, told by the grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cci_cli.cli.commands import COMMANDS, PROGRAM, TOPIC

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cci_cli.cli.grammar import Parameter

#: A blank; a text in quotation marks, which may still be open; an escaped character; others.
_PIECE = re.compile(r"""(\s+)|'([^']*)'?|"((?:[^"\\]|\\.)*)"?|\\(.?)|([^\s'"\\]+)""", re.DOTALL)


class Place(NamedTuple):
    """Where the cursor is: which command's words are due there.

    ``command`` is a name that the grammar knows, ``PROGRAM`` before any command. ``waiting`` is the option whose
    value is due; ``arguments`` were given to the command already, and so were ``options`` (by name).
    ``literal`` is said by ``--``: no option can follow.
    """

    command: str
    parameters: Sequence[Parameter]
    waiting: Parameter | None
    arguments: list[str]
    options: set[str]
    literal: bool


def place(words: Sequence[str], parameters_of: Callable[[str], Sequence[Parameter]]) -> Place:
    """Where the cursor is after some words."""
    command, parameters = PROGRAM, parameters_of(PROGRAM)
    arguments: list[str] = []
    options: set[str] = set()
    waiting, literal = None, False
    for word in words:
        if waiting:
            waiting = None
        elif word == "--" and not literal:
            literal = True
        elif word.startswith("-") and not literal:
            option, equals, _ = word.partition("=")
            parameter = named(parameters, option)
            if parameter:
                options.add(parameter.name)
                waiting = parameter if takes_value(parameter) and not equals else None
        elif command == PROGRAM:
            command = word if word in COMMANDS else TOPIC
            parameters = parameters_of(command)
        else:
            arguments.append(word)
    return Place(command, parameters, waiting, arguments, options, literal)


def named(parameters: Sequence[Parameter], option: str) -> Parameter | None:
    """The parameter that an option names."""
    return next((each for each in parameters if option in each.options), None)


def takes_value(parameter: Parameter) -> bool:
    """Whether a word follows the option."""
    return parameter.type in ("text", "other")


def split(line: str) -> list[str]:
    """The words of a command line as a shell reads them; the last is the one at its end, which may be empty."""
    return list(_words(line))


def _words(line: str) -> Iterator[str]:
    word = ""
    for blank, single, double, escaped, other in _PIECE.findall(line.lstrip()):
        if blank:
            yield word
            word = ""
        else:
            word += single or re.sub(r"\\(.)", r"\1", double) or escaped or other
    yield word
