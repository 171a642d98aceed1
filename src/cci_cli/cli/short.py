"""Plain command lines, understood without Typer, which takes longer to load than most answers take.

What is plain is told by the grammar that the index keeps, which was taken out of the Typer app. Anything
else (a fault, ``--help``, an abbreviated or repeated option, a word that begins with ``-``) is handed on to
Typer, which answers as if this module did not exist.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from cci_cli import lookup
from cci_cli.cli.commands import COMMANDS, PROGRAM, TOPIC, runner
from cci_cli.cli.grammar import parameters_of
from cci_cli.factbase.faults import FactBaseError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cci_cli.cli.grammar import Parameter
    from cci_cli.cli.session import Session
    from cci_cli.index import Index

    Given = list[tuple[Parameter, Any]]
    Values = dict[str, Any]


class NotPlain(Exception):
    """A command line that only Typer understands."""


def understood(session: Session) -> Callable[[], int | None] | None:
    """What a plain command line asks for, ready to be run; None for any other, and nothing was done.

    Where the fact base cannot be read there is no grammar, and nothing is plain.
    """
    try:
        command, run, own, shared = session.answer(lambda index: _call(index, session.environment.arguments))
        for name, value in shared.items():
            session.take(name, value)
    except (NotPlain, lookup.NotFound, FactBaseError, ValueError):
        session.forget()
        return None
    session.command = f"cci {command}".rstrip()
    return partial(run, session, **own)


def _call(index: Index, words: Sequence[str]) -> tuple[str, Callable[..., int | None], Values, Values]:
    """The command, what to run, the values of its own parameters, and of the options that the session keeps.

    Raises NotPlain, or NotFound for a word that is neither a command nor a topic.
    """
    waiting = iter(words)
    given, name = _options(waiting, parameters_of(index, PROGRAM))
    if name is None:
        if given:  # most of what may stand before a command does not apply without one
            raise NotPlain
        kind, run = PROGRAM, runner(PROGRAM)
    elif name in COMMANDS:
        kind, run = name, runner(name)
    else:
        topic = lookup.find_topic(index, name)
        kind, name, run = TOPIC, topic.id, partial(runner(TOPIC), topic=topic)
    parameters = parameters_of(index, kind)
    arguments: list[str] = []
    word = name
    while word is not None:
        more, word = _options(waiting, parameters)
        given += more
        arguments += [] if word is None else [word]
    own, shared = _checked(given, parameters)
    return name or "", run, own | _arguments(arguments, parameters), shared


def _options(words: Iterator[str], parameters: Sequence[Parameter]) -> tuple[Given, str | None]:
    """The options up to the next word that is none, and that word if there is one."""
    known = {option: each for each in parameters for option in each.options}
    given: Given = []
    for word in words:
        if word and word[0] != "-":
            return given, word
        option, equals, value = word.partition("=")
        if option not in known:
            raise NotPlain
        given.append((known[option], _value(known[option], value if equals else None, words)))
    return given, None


def _value(parameter: Parameter, written: str | None, words: Iterator[str]) -> Any:
    """The value of an option: what stands behind its ``=``, else the next word."""
    if parameter.type == "flag" and written is None:
        return True
    value = next(words, "") if written is None else written
    if parameter.type != "text" or not value or value[0] == "-":
        raise NotPlain
    return value


def _checked(given: Given, parameters: Sequence[Parameter]) -> tuple[Values, Values]:
    """The values of a command's own options, with what was not given, and of the shared ones."""
    options = {each.name: each for each in parameters if each.options}
    values: Values = {}
    for parameter, value in given:
        option = options.get(parameter.name)
        if option is None or parameter.name in values or (option.among and value not in option.among):
            raise NotPlain
        values[parameter.name] = value
    own = {name: values.get(name, each.default) for name, each in options.items() if not each.shared}
    return own, {name: value for name, value in values.items() if options[name].shared}


def _arguments(words: list[str], parameters: Sequence[Parameter]) -> Values:
    """Words, dealt out to a command's arguments."""
    values: Values = {}
    for each in parameters:
        if each.options:
            continue
        if each.type != "text" or (each.required and not words):
            raise NotPlain
        if each.many:
            values[each.name], words = words or each.default, []
        else:
            values[each.name], words = (words[0], words[1:]) if words else (each.default, [])
    if words:
        raise NotPlain
    return values
