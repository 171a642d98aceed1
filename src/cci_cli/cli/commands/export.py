"""``cci export``: the whole fact base in one piece."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def run(session: "Session") -> None:
    """Write the fact base."""
    from cci_cli.exports import FORMATS, Manner, pieces
    from cci_cli.exports.selection import Selection

    environment = session.environment
    format_ = session.format or FORMATS[0]
    selection = session.answer(lambda index: Selection(index).verified())
    write = environment.write_json if format_ in ("json", "jsonl") else environment.stdout.write
    for piece in pieces(format_, selection, Manner(environment.language, indented=environment.is_terminal)):
        write(piece)


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from cci_cli.cli.options import made
    from cci_cli.exports import FORMATS

    def export() -> None:
        run(session)

    return made(session, export, FORMATS, "json", "format", "lang", "facts")
