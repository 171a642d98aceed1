"""``cci export``: the whole fact base in one piece."""

# Typer evaluates annotations in the module's scope, so they stand here as they are, unquoted.
from typing import TYPE_CHECKING

from cci_cli.cli.options import made
from cci_cli.export import FORMATS
from cci_cli.export import export as pieces_of

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def command(session: "Session") -> "TyperCommand":
    """The command."""

    def export() -> None:
        environment = session.environment
        format_ = session.format or FORMATS[0]
        pieces = session.answer(lambda index: list(pieces_of(index, format_, environment)))
        write = environment.write_json if format_ in ("json", "jsonl") else environment.stdout.write
        for piece in pieces:
            write(piece)

    return made(session, export, FORMATS, "json", "format", "lang", "facts")
