"""`turntide backup`, `turntide restore` and `turntide move`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from turntide.commands.site.settled import DataFolder

BACKUP_EPILOG = """
\b
Examples:
  turntide backup /srv/backups/turntide-2026-11-22.zip
  turntide backup --data /srv/turntide today.zip

A backup may be made while the site runs. It holds everything people brought in: keep it as safe as the site.
"""
RESTORE_EPILOG = """
\b
Example:
  turntide restore today.zip --data /srv/turntide-again
"""
MOVE_EPILOG = """
\b
Example:
  turntide move postgres://turntide:password@db.example.org/turntide

Stop the site first. This database is left as it is; afterwards start the site with DATABASE_URL naming the new one.
"""


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help="Where to write it.", show_default=False)],
    data: DataFolder = None,
) -> None:
    """Write everything the site holds to one file: every plan, original, update and account."""
    from turntide.commands.ending import NotWritten
    from turntide.commands.site.settled import settle
    from turntide.commands.speaking import say

    settle(data)
    from turntide.web.config.carrying.backups import NotCarriedError, back_up

    try:
        manifest = back_up(file)
    except NotCarriedError as reason:
        raise NotWritten(str(reason)) from reason
    say(f"Written: {file}, {_told(manifest.counts)}.")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help="The backup.", show_default=False)],
    data: DataFolder = None,
) -> None:
    """Fill an empty installation from a backup."""
    from turntide.commands.ending import NotWritten
    from turntide.commands.site.settled import settle
    from turntide.commands.speaking import say

    settle(data, started=False)
    from turntide.web.config.carrying.backups import NotCarriedError
    from turntide.web.config.carrying.backups import restore as fill

    try:
        manifest = fill(file)
    except NotCarriedError as reason:
        raise NotWritten(str(reason)) from reason
    say(f"Restored: {_told(manifest.counts)}, as of {manifest.made_at[:16].replace('T', ' ')} UTC.")


def move(
    to: Annotated[
        str, typer.Argument(metavar="DATABASE_URL", help="The empty database to fill.", show_default=False)
    ],
    data: DataFolder = None,
) -> None:
    """Copy everything to another database, for example from SQLite to PostgreSQL."""
    from turntide.commands.ending import NotWritten
    from turntide.commands.site.settled import settle
    from turntide.commands.speaking import say

    settle(data)
    from turntide.web.config.carrying.backups import NotCarriedError
    from turntide.web.config.carrying.moving import move as carry

    try:
        counts = carry(to)
    except NotCarriedError as reason:
        raise NotWritten(str(reason)) from reason
    say(f"Moved: {_told(counts)}. Start the site with DATABASE_URL naming the new database.")


def _told(counts: dict[str, int]) -> str:
    plans, actions, people = (
        counts.get(name, 0) for name in ("plans.plan", "plans.action", "accounts.person")
    )
    return f"{plans} plans, {actions} actions, {people} people"
