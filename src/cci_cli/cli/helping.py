"""The help of the program and its commands, laid out for the reader's width and language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cci_cli.linebreaks import cells, wrapped
from cci_cli.messages.examples import EXAMPLES
from cci_cli.messages.help import help_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cci_cli.cli.session import Session

    Line = tuple[str, str]

#: Longer lines are harder to read.
_WIDEST = 100
#: Terms longer than this share of the width have their explanation on the next line.
_TERM_SHARE = 3


class Help:
    """The help of one command, as sections of terms and what they mean."""

    def __init__(self, session: Session, context: Any) -> None:
        self.session, self.lang = session, session.lang
        self.width = min(max(session.environment.width, 20), _WIDEST)
        self.context, self.command = context, context.command

    def text(self, name: str, sections: Iterable[tuple[str, Sequence[Line]]]) -> str:
        """What the command is for, examples of it, and sections: a heading's key and lines."""
        arguments = [self._metavar(each) for each in self._parameters("argument")]
        named = [getattr(self.command, "subcommand_metavar", None) or "", *arguments]
        usage = [self.context.command_path, help_text(self.lang, "OPTIONS"), *filter(None, named)]
        lines = [*wrapped(help_text(self.lang, "usage") + " ".join(usage), self.width), ""]
        lines += wrapped(self.command.help or "", self.width)
        examples = [(line, zh if self.lang == "zh" else en) for line, en, zh in EXAMPLES.get(name, ())]
        for key, terms in (("examples", examples), *sections):
            if terms:
                lines += ["", help_text(self.lang, key), *self._terms(terms)]
        return "\n".join(lines)

    def arguments(self) -> list[Line]:
        """The arguments of the command."""
        return [
            (re.sub(r"[\[\].…]", "", self._metavar(each)), each.help or "")
            for each in self._parameters("argument")
        ]

    def options(self) -> list[Line]:
        """The options of the command."""
        lines = []
        for each in self._parameters("option"):
            names = ", ".join(sorted((*each.opts, *each.secondary_opts), key=len))
            lines.append((f"{names} {each.metavar or ''}".rstrip(), each.help or ""))
        return lines

    def _parameters(self, kind: str) -> list[Any]:
        given = self.command.get_params(self.context)
        return [each for each in given if each.param_type_name == kind and not getattr(each, "hidden", False)]

    def _metavar(self, argument: Any) -> str:
        metavar: str = argument.metavar or argument.name.upper()
        return metavar

    def _terms(self, lines: Sequence[Line]) -> Iterator[str]:
        """Terms in a column, what they mean in another; a term too long for it has a line of its own."""
        most = self.width // _TERM_SHARE
        column = max((size for term, _ in lines if (size := cells(term)) <= most), default=most)
        for term, meaning in lines:
            told = list(wrapped(meaning, self.width - column - 4)) or [""]
            if cells(term) <= column:
                yield f"  {term}{' ' * (column - cells(term))}  {told.pop(0)}".rstrip()
            else:
                yield f"  {term}"
            yield from (" " * (column + 4) + each for each in told)


class Helpful:
    """What a Typer command of ours adds: its help goes where all other output goes.

    Typer's own way writes UTF-8 to a stream that said it takes ASCII.
    """

    session: Session

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows the help."""

        def show(context: Any, parameter: object, value: bool) -> None:
            if value and not context.resilient_parsing:
                self.session.environment.stdout.write(context.get_help() + "\n")
                context.exit()

        option = super().get_help_option(ctx)  # type: ignore[misc]
        option.callback = show
        option.help = help_text(self.session.lang, "help")
        return option
