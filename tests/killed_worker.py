"""A real worker that can be killed at any moment, and an installation of a test's own on SQLite for it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from prepared_folder import prepare_into

Seen = TypeVar("Seen")


class Worker:
    """A worker, started as `turntide up` does, under this environment."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, in a group of its own."""
        self._running = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "turntide.commands.site.working"],
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def kill(self) -> None:
        """End it and all it started, without a word; nothing where none runs."""
        if self._running is not None:
            os.killpg(self._running.pid, signal.SIGKILL)
            self._running.wait()
            self._running = None


class OwnSite:
    """Everything is done in processes of their own, as the tests' own database is another one."""

    def __init__(self, folder: Path, **environment: str) -> None:
        prepare_into(folder)
        self._database = folder / "turntide.sqlite3"
        inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self._environment = inherited | {
            "TURNTIDE_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "turntide.web.config.settings",
            **environment,
        }
        self.worker = Worker(self._environment)

    def do(self, program: str, *words: str) -> None:
        """Run a program to its end."""
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", program, *words],
            env=self._environment,
            capture_output=True,
            check=True,
            timeout=120,
        )

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Asked of the database's file itself: what a worker wrote is there for everybody, or is not."""
        with closing(sqlite3.connect(self._database, timeout=30)) as database:
            return database.execute(sql).fetchall()


def seen_in_time(look: Callable[[], Seen], is_there: Callable[[Seen], object], seconds: float = 60) -> Seen:
    """What a look shows once it shows what is waited for, or when the time is over."""
    end, found = time.monotonic() + seconds, look()
    while not is_there(found) and time.monotonic() < end:
        time.sleep(0.02)
        found = look()
    return found
