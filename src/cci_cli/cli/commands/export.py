"""``cci export``: the whole fact base in one piece."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def run(session: "Session") -> None:
    """Write the fact base."""
    from cci_cli.export import FORMATS, export

    environment = session.environment
    format_ = session.format or FORMATS[0]
    pieces = session.answer(lambda index: list(export(index, format_, environment)))
    write = environment.write_json if format_ in ("json", "jsonl") else environment.stdout.write
    for piece in pieces:
        write(piece)


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from cci_cli.cli.options import made
    from cci_cli.export import FORMATS

    def export() -> None:
        run(session)

    return made(session, export, FORMATS, "json", "format", "lang", "facts")
