"""Options that many commands take, declared once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer import BadParameter, Typer
from typer.core import TyperCommand, TyperOption
from typer.main import get_command

from cci_cli.cli.commands import COMMANDS, TOPIC
from cci_cli.cli.helping import Help, Helpful
from cci_cli.environment import COLOURS
from cci_cli.messages import say
from cci_cli.messages.help import help_text
from cci_cli.places import LANGUAGES
from cci_cli.safe import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cci_cli.cli.session import Session

#: What Typer raises for a command line that it does not understand; it gives no public name to the class
#: that all these have in common.
UsageError: type[Exception] = BadParameter.__bases__[0]


#: Options that may be given several times, each time with one more value.
REPEATED = ("topic.each",)


class SharedOption(TyperOption):
    """An option that many commands take. The session keeps its value.

    ``among`` are the only words that it takes, if they are known; one of ``many`` may be given several times.
    """

    def __init__(  # noqa: PLR0913
        self, session: Session, name: str, metavar: str, among: Sequence[str], about: str, *, many: bool
    ) -> None:
        self.among = tuple(among)

        def callback(ctx: object, param: object, value: Any) -> None:
            if value is None or value is False:
                return
            for each in value if many else (value,):
                if among:
                    one_of(among, each, session.lang)
                try:
                    session.take(name, each)
                except ValueError as error:
                    raise BadParameter(str(error)) from error

        super().__init__(
            param_decls=[f"--{name}"],
            type=str if metavar else bool,
            default=None if metavar else False,
            is_flag=not metavar,
            multiple=many,
            metavar=metavar or None,
            callback=callback,
            expose_value=False,
            help=about,
        )


def shared_options(session: Session, formats: Sequence[str], names: Sequence[str]) -> list[SharedOption]:
    """The options with these names, of a command that writes these formats.

    Where an option means something of its own to a command, its name is followed by a full stop and a
    word, and the message of this whole name is its help.
    """
    known: dict[str, tuple[str, Sequence[str]]] = {
        "json": ("", ()),
        "format": ("FORMAT", formats),
        "year": ("YYYY", ()),
        "all": ("", ()),
        "topic": ("TOPIC", ()),
        # these are read by the environment, before the commands are known
        "lang": ("|".join(LANGUAGES), LANGUAGES),
        "facts": ("FILE", ()),
        "color": ("WHEN", COLOURS),
        "no-pager": ("", ()),
    }
    if "table" in formats:
        names = (*names, "color", "no-pager")
    about = {_bare(name): name for name in names}
    about["format"] = "format" if "tsv" in formats else "format-of-file"
    listed = ", ".join(formats)
    return [
        SharedOption(
            session,
            name,
            *known[name],
            help_text(session.lang, about[name], formats=listed),
            many=about[name] in REPEATED,
        )
        for name in map(_bare, names)
    ]


def _bare(name: str) -> str:
    return name.partition(".")[0]


#: What shows a command's help.
HELP_NAMES = {"help_option_names": ["--help", "-h"]}


def one_of(among: Sequence[str], value: str, lang: str) -> str:
    """The value, if it is one of some words.

    Raises BadParameter, which names the words.
    """
    if value not in among:
        raise BadParameter(say(lang, "bad-value", value=visible(value), among=", ".join(among)))
    return value


def refuse_what_does_not_apply(session: Session, formats: Sequence[str], names: Sequence[str]) -> None:
    """Options that were given before a command must be among its own.

    Raises BadParameter for the first that is not.
    """
    given = {"year": session.year is not None, "all": session.all_facts, "topic": session.topic is not None}
    taken = [_bare(name) for name in names]
    for name, is_given in given.items():
        if is_given and name not in taken:
            raise BadParameter(say(session.lang, "not-applicable", name=f"--{name}"))
    if session.format and not formats:
        raise BadParameter(say(session.lang, "not-applicable", name="--format"))
    if session.format:
        one_of(formats, session.format, session.lang)


def command_class(
    session: Session,
    formats: Sequence[str],
    *names: str,
    reads: Callable[[Sequence[str]], list[str]] = list,
) -> type[TyperCommand]:
    """A kind of command that takes some of the shared options besides its own.

    ``reads`` may rewrite its arguments before they are read.
    """

    class Command(Helpful, TyperCommand):
        def __init__(self, **attributes: Any) -> None:
            attributes["context_settings"] = HELP_NAMES
            super().__init__(**attributes)
            self.session = session
            self.params += shared_options(session, formats, names)

        def get_help(self, ctx: Any) -> str:
            told = Help(session, ctx)
            sections = (("arguments", told.arguments()), ("options", told.options()))
            return told.text(self.name if self.name in COMMANDS else TOPIC, sections)

        def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
            return super().parse_args(ctx, reads(args))

        def invoke(self, ctx: Any) -> Any:
            refuse_what_does_not_apply(session, formats, names)
            return super().invoke(ctx)

    return Command


def made(
    session: Session,
    function: Callable[..., int | None],
    formats: Sequence[str],
    *names: str,
    reads: Callable[[Sequence[str]], list[str]] = list,
) -> TyperCommand:
    """A function as a command of its name, which writes some formats and takes some of the shared options.

    Its help is the message of that name. ``reads`` may rewrite its arguments before they are read.
    """
    app = Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    kind = command_class(session, formats, *names, reads=reads)
    app.command(function.__name__, help=help_text(session.lang, function.__name__), cls=kind)(function)
    command: Any = get_command(app)
    return command  # type: ignore[no-any-return]


def with_words(command: TyperCommand, **among: Sequence[str]) -> TyperCommand:
    """A command with the only words that options of its own take, by their names: Tab proposes them."""
    for parameter in command.params:
        if parameter.name in among:
            parameter.among = tuple(among[parameter.name])  # type: ignore[attr-defined]
    return command
