"""Moving everything from this installation's database to another one."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import environ
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections

from turntide.web.config.carrying.backups import NotCarriedError
from turntide.web.config.carrying.rows import is_empty, read_rows, write_rows

OTHER = "moved to"


def move(url: str) -> dict[str, int]:
    """Copy every row to the empty database that the address names. This one is left as it is.

    Raises NotCarriedError where the other cannot be reached or is not empty.
    """
    connections.settings[OTHER] = connections.configure_settings(
        {DEFAULT_DB_ALIAS: {}, OTHER: _settings(url)}
    )[OTHER]
    try:
        call_command("migrate", database=OTHER, verbosity=0, interactive=False)
    except Exception as wrong:
        raise NotCarriedError(f"The other database cannot be reached or set up: {wrong}") from wrong
    if not is_empty(OTHER):
        raise NotCarriedError("The other database holds something already; give an empty one.")
    return _copied()


def _settings(url: str) -> dict[str, Any]:
    try:
        settings: dict[str, Any] = environ.Env.db_url_config(url)
    except Exception as wrong:
        raise NotCarriedError(
            "The address is not one of a database: postgres://user:password@host/name."
        ) from wrong
    if not settings.get("ENGINE"):
        raise NotCarriedError("The address is not one of a database: postgres://user:password@host/name.")
    return settings


def _copied() -> dict[str, int]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        counts = write_rows(DEFAULT_DB_ALIAS, lambda label: (folder / label).open("wb"))
        read_rows(OTHER, counts, lambda label: (folder / label).open("rb"))
    return counts
