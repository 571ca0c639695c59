"""Which database: SQLite in the data folder, or the one DATABASE_URL names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environ

_SQLITE = {
    # Writers queue up instead of failing when two begin at once.
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-4000;",
}


def database(env: environ.Env, folder: Path) -> dict[str, Any]:
    """The database's settings, as Django takes them."""
    settings: dict[str, Any] = env.db_url("DATABASE_URL", default=f"sqlite:///{folder / 'turntide.sqlite3'}")
    if settings["ENGINE"].endswith("sqlite3"):
        # Each thread keeps its connection, and with it what it has read; kept small, as there are several.
        return settings | {"OPTIONS": _SQLITE, "CONN_MAX_AGE": 60}
    return settings | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
