"""A worker killed while it makes a file leaves it whole or not there, and the next one makes it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

ASK = """
import django
django.setup()
from datetime import date
from django.core.management import call_command
from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.plans.models import Action, Plan
from turntide.web.reporting.services.beginning import begin_board_paper
from turntide.web.reporting.services.printing import make_file
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
place, by = Place.objects.create(slug="tarrow", name="Tarrow"), By.work("test")
plan = Plan.objects.create(place=place, title="Active Tarrow")
Action.objects.bulk_create(
    Action(plan=plan, position=at, ref=str(at), text="Open this stretch of the riverside path to all")
    for at in range(80)
)
report, _begun = begin_board_paper(place=place, today=date(2027, 2, 1), by=by)
make_file(report=report, format_="pdf", by=by)
"""
LOOK = "select attempts, made_at, fault, fingerprint, body from reporting_printing"
"""Asked of the database's file itself: what a worker wrote is there for everybody, or is not."""


class File(NamedTuple):
    """A file as the database holds it."""

    attempts: int
    made_at: str | None
    fault: str
    fingerprint: str
    body: bytes | None

    @property
    def is_whole(self) -> bool:
        """Whether it is a PDF from its first byte to its last, and the one it says it is."""
        body = self.body or b""
        is_pdf = body.startswith(b"%PDF") and body.rstrip().endswith(b"%%EOF")
        return is_pdf and self.made_at is not None and self.fingerprint == sha256(body).hexdigest()

    @property
    def is_not_there(self) -> bool:
        """Whether nothing of it was written."""
        return (self.made_at, self.body, self.fingerprint, self.fault) == (None, None, "", "")


class Site:
    """An installation in a folder of its own, where somebody asked for a paper as PDF."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "turntide.sqlite3"
        self.environment = {
            **os.environ,
            "TURNTIDE_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "turntide.web.config.settings",
        }
        self.environment.pop("DATABASE_URL", None)
        self.worker: subprocess.Popen[bytes] | None = None

    def ask(self) -> None:
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", ASK],
            env=self.environment,
            capture_output=True,
            check=True,
            timeout=120,
        )

    def look(self) -> File:
        with closing(sqlite3.connect(self.database, timeout=30)) as database:
            return File(*database.execute(LOOK).fetchone())

    def start(self) -> None:
        self.worker = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "django", "qcluster"],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def kill(self) -> None:
        if self.worker is not None:
            os.killpg(self.worker.pid, signal.SIGKILL)
            self.worker.wait()
            self.worker = None

    def until(self, reached: Callable[[File], object], seconds: float) -> File:
        end, file = time.monotonic() + seconds, self.look()
        while not reached(file) and time.monotonic() < end:
            time.sleep(0.02)
            file = self.look()
        return file


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    yield made
    made.kill()


def test_a_worker_killed_while_making_a_file_leaves_nothing_half_and_the_next_one_makes_it(
    site: Site,
) -> None:
    site.ask()
    assert site.look().is_not_there
    site.start()
    assert site.until(lambda file: file.attempts, 60).attempts == 1
    site.kill()
    left = site.look()
    assert left.is_not_there or left.is_whole
    site.start()
    made = site.until(lambda file: file.made_at, 120)
    assert made.is_whole
    assert made.attempts > left.attempts or left.is_whole
