"""``cci`` alone: what there is."""

from typing import TYPE_CHECKING, Annotated, Any

from cci_cli import __version__, lookup

if TYPE_CHECKING:
    from cci_cli.cli.session import Session


def run(session: "Session", *, version: bool, install_completion: bool) -> int | None:
    """Show what there is, or the version; or install the completion of the shell that is in use."""
    if install_completion:
        from cci_cli.cli.commands import completion

        return completion.run(session, None, install_completion=True)
    if version:
        session.environment.stdout.write(f"cci {__version__}\n")
    else:
        session.show(lookup.overview)
    return None


def command(session: "Session") -> Any:
    """The Typer group of all commands."""
    from typer import Context, Option, Typer
    from typer.main import get_command

    from cci_cli.cli.group import group_class
    from cci_cli.cli.options import HELP_NAMES, refuse_what_does_not_apply
    from cci_cli.messages.help import help_text
    from cci_cli.render import FORMATS

    lang = session.lang
    app = Typer(
        cls=group_class(session),
        help=help_text(lang, "program"),
        subcommand_metavar=help_text(lang, "COMMAND"),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        suggest_commands=False,
        invoke_without_command=True,
        context_settings=HELP_NAMES,
    )

    @app.callback()
    def start(
        ctx: Context,
        version: Annotated[bool, Option("--version", help=help_text(lang, "version"))] = False,
        install_completion: Annotated[
            bool, Option("--install-completion", help=help_text(lang, "install"))
        ] = False,
    ) -> None:
        if version or install_completion or ctx.invoked_subcommand is None:
            refuse_what_does_not_apply(session, FORMATS, ())
            status = run(session, version=version, install_completion=install_completion)
            ctx.exit(status or 0)

    return get_command(app)
