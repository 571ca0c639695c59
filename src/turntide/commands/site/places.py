"""`turntide place …`: looking after places from the command line."""

from __future__ import annotations

from typing import Annotated

import typer

from turntide.commands.site.settled import DataFolder

place = typer.Typer(help="Look after places.", no_args_is_help=True, rich_markup_mode=None)

EPILOG = """
\b
Examples:
  turntide place add "Tarrow Bay"
  turntide place list --data /srv/turntide
"""


@place.command("add", epilog=EPILOG)
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called.", show_default=False)],
    data: DataFolder = None,
) -> None:
    """Make a place."""
    from turntide.commands.ending import NotWritten
    from turntide.commands.site.settled import settle
    from turntide.commands.speaking import say

    settle(data)
    from turntide.web.accounts.services.places import NoSuchNameError, add_place
    from turntide.web.audit.by import By

    try:
        made = add_place(name=name, by=By.work("command line"))
    except NoSuchNameError as reason:
        raise NotWritten(str(reason)) from reason
    say(
        f"{made} is at /places/{made.slug}/. Make somebody its owner: turntide person role EMAIL --place {made.slug} "
        "--role owner"
    )


@place.command("list", epilog=EPILOG)
def list_(data: DataFolder = None) -> None:
    """List places with their members."""
    from turntide.commands.site.settled import settle

    settle(data)
    from turntide.web.accounts.models import Place

    for each in Place.objects.prefetch_related("memberships__person"):
        typer.echo(f"{each.slug}\t{each.name}")
        for membership in each.memberships.all():
            typer.echo(f"\t{membership.person.email}\t{membership.role}")
