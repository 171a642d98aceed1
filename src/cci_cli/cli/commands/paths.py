"""``cci paths``: which files are read, and where each path comes from."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer.core import TyperCommand

    from cci_cli.cli.session import Session


def run(session: "Session") -> None:
    """Show the files, also those that cannot be relied on."""
    from cci_cli.factbase.faults import FactBaseError
    from cci_cli.paths import paths_page

    session.tells_own_faults = False
    try:
        read, refused = session.read_files(), None
    except FactBaseError as error:
        read, refused = [], error
    session.write(paths_page(session.environment, session.files, read, refused))


def command(session: "Session") -> "TyperCommand":
    """The Typer command."""
    from cci_cli.cli.options import made
    from cci_cli.render import FORMATS

    def paths() -> None:
        run(session)

    return made(session, paths, FORMATS, "json", "format", "lang", "facts")
