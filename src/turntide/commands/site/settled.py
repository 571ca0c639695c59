"""Settling where an installation lives, before the web is opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

DataFolder = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="FOLDER",
        help="Keep everything of the site in this folder. Without it: TURNTIDE_DATA, else ~/.local/share/turntide.",
        show_default=False,
    ),
]


def settle(data: Path | None, *, started: bool = True) -> None:
    """Open the site of this folder in this process.

    Raises NotWritten where the folder cannot be used, or where the site was not started yet and ``started`` is asked.
    """
    from turntide.commands.ending import NotWritten

    name_folder(data)
    import django

    django.setup()
    from turntide.web.config.preparing import is_behind

    if started and is_behind():
        raise NotWritten(
            "The site here was not started with this version yet; start it once with: turntide up"
        )


def name_folder(data: Path | None) -> None:
    """Say by the environment, for this process and those it starts, which installation is meant."""
    from turntide.commands.ending import NotWritten

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "turntide.web.config.settings")
    if data is None:
        return
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise NotWritten(f"The folder {data} cannot be made: {wrong.strerror}.") from wrong
    os.environ["TURNTIDE_DATA"] = str(data.resolve())
