"""The command line: `turntide`. Each command opens the library only when it is run."""

from __future__ import annotations

from typing import Annotated

import typer

from turntide import __version__
from turntide.commands import check, compare, explain, formats, read, schema, validate
from turntide.commands.ending import Roof

EPILOG = """
[bold]To begin[/bold]

turntide read our-plan.docx          shows the plan

turntide check our-plan.docx         says what it lacks

turntide read --help                 tells more about one command
"""

app = typer.Typer(
    name="turntide",
    cls=Roof,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog=EPILOG,
)
app.command("read", epilog=read.EPILOG)(read.read)
app.command("check", epilog=check.EPILOG)(check.check)
app.command("explain", epilog=explain.EPILOG)(explain.explain)
app.command("compare", epilog=compare.EPILOG)(compare.compare)
app.command("validate", epilog=validate.EPILOG)(validate.validate)
app.command("schema", epilog=schema.EPILOG)(schema.schema)
app.command("formats", epilog=formats.EPILOG)(formats.formats)


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"turntide {__version__}")
        raise typer.Exit


@app.callback()
def turntide(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Say which version this is."),
    ] = False,
) -> None:
    """Read the action plans of councils, the NHS and their partners, in whatever form they come."""


def main() -> None:
    """Run the command line, and end with one of the exit statuses of docs/exit-statuses.md."""
    app(prog_name="turntide")
