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


def settle(data: Path | None) -> None:
    """Open the site of this folder in this process. Raises Refusal-like exits where the folder cannot be used."""
    name_folder(data)
    import django

    django.setup()


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
