"""What can be typed: each command's parameters, taken out of the Typer app and kept in the index.

Typer is the one truth of what the program understands, but loading it takes longer than most answers do.
So its commands are described once, when an index is built; plain command lines (:mod:`cci_cli.cli.short`)
and Tab are answered from that description.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from cci_cli.cli.commands import COMMANDS, PROGRAM, TOPIC, command
from cci_cli.places import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.cli.session import Session
    from cci_cli.index import Index


class Parameter(NamedTuple):
    """An option or an argument. ``options`` are the words that name an option; an argument has none.

    ``type`` is ``flag``, ``text``, ``help`` for what shows the help, or ``other`` for what else only Typer
    reads. The value of a ``shared`` option is kept by the session, others are given to the command by
    ``name``. ``among`` are the only words that are taken, where these are known; ``metavar`` says what kind
    of word is expected (:data:`cci_cli.completion.words.KINDS`).
    """

    name: str
    options: tuple[str, ...]
    type: str
    shared: bool
    many: bool
    required: bool
    default: Any
    among: tuple[str, ...]
    metavar: str
    help: str


def parameters_of(index: Index, name: str) -> list[Parameter]:
    """The parameters of a command, from an index, without their help."""
    _, given = json.loads(index.grammar(name))
    return [Parameter(*each) for each in given]


def grammar(session: Session) -> Iterator[tuple[str, str, str]]:
    """The program, a topic and every command as rows for an index: name, language, help and parameters.

    Without a language they come without help, for plain command lines; with their help in each, for Tab.
    """
    for lang in LANGUAGES:
        for name in (PROGRAM, TOPIC, *COMMANDS):
            made = command(name, session.in_language(lang))
            context = made.context_class(made, info_name=name, **made.context_settings)
            parameters = [_parameter(each) for each in made.get_params(context)]
            yield name, lang, _written(made.help or "", parameters)
            if lang == LANGUAGES[0]:
                yield name, "", _written("", [each._replace(help="") for each in parameters])


def _written(said: str, parameters: list[Parameter]) -> str:
    return json.dumps([said, parameters], ensure_ascii=False)


def _parameter(given: Any) -> Parameter:
    is_option = given.param_type_name == "option"
    if getattr(given, "is_eager", False) and given.name == "help":
        type_ = "help"
    elif getattr(given, "is_flag", False):
        type_ = "flag"
    else:
        type_ = "text" if given.type.name in ("str", "text") and not given.multiple else "other"
    return Parameter(
        name=given.name,
        options=(*given.opts, *given.secondary_opts) if is_option else (),
        type=type_,
        shared=not given.expose_value,
        many=given.nargs == -1,
        required=given.required,
        default=given.default,
        among=getattr(given, "among", ()) or getattr(given.type, "choices", ()),
        metavar=given.metavar or "",
        help=given.help or "",
    )
