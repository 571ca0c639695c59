"""The command line: `turntide`. Each command opens the library only when it is run."""

from __future__ import annotations

from typing import Annotated

import typer

from turntide import __version__
from turntide.commands import check, compare, explain, formats, read, schema, validate
from turntide.commands.ending import Roof
from turntide.commands.site import carrying, mail, people, places, publishing, up

EPILOG = """
\b
To begin:
  turntide up                          starts the site
  turntide read our-plan.docx          shows the plan
  turntide check our-plan.docx         says what it lacks
  turntide read --help                 tells more about one command
"""

# Plain help: drawn in panels it is cut off in narrow terminals and takes twice as long to appear.
app = typer.Typer(
    name="turntide",
    cls=Roof,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog=EPILOG,
)
app.command("read", short_help="Read a plan and show it, or give it as data.", epilog=read.EPILOG)(read.read)
app.command("check", short_help="Say what a plan lacks.", epilog=check.EPILOG)(check.check)
app.command("explain", short_help="Show what was read, word by word.", epilog=explain.EPILOG)(explain.explain)
app.command("compare", short_help="Compare two editions of a plan.", epilog=compare.EPILOG)(compare.compare)
app.command("validate", short_help="Check a JSON file against the standard.", epilog=validate.EPILOG)(
    validate.validate
)
app.command("schema", short_help="Print the JSON Schema of the data.", epilog=schema.EPILOG)(schema.schema)
app.command("formats", short_help="List the formats that are read.", epilog=formats.EPILOG)(formats.formats)
app.command("up", short_help="Start the site.", epilog=up.EPILOG)(up.up)
app.command("backup", short_help="Write all the site holds to one file.", epilog=carrying.BACKUP_EPILOG)(
    carrying.backup
)
app.command("restore", short_help="Fill an empty site from a backup.", epilog=carrying.RESTORE_EPILOG)(
    carrying.restore
)
app.command("move", short_help="Copy the site to another database.", epilog=carrying.MOVE_EPILOG)(
    carrying.move
)
app.command("publish", short_help="Write a public site into a folder.", epilog=publishing.EPILOG)(
    publishing.publish
)
app.add_typer(people.person, name="person", short_help="Look after accounts.")
app.add_typer(places.place, name="place", short_help="Look after places.")
app.add_typer(mail.mail, name="mail", short_help="Look after letters.")


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
