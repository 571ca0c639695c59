"""A real worker that is killed while it tells a program something loses nothing, and the next one tells it."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from prepared_folder import prepare_into
from told_program import ToldProgram, listening

MANY = 3
STEP = """
import sys
import django
django.setup()
from django_q.tasks import async_task
from turntide.web.accounts.models import Place
from turntide.web.api.models import Sending
from turntide.web.api.services.webhooks import begin_webhook, send_test
from turntide.web.audit.by import By
what, *rest = sys.argv[1:]
by = By.work("test")
if what == "begin":
    place = Place.objects.create(slug="tarrow", name="Tarrow")
    webhook = begin_webhook(place=place, url=rest[0], events=[], by=by).webhook
    for _ in range(int(rest[1])):
        send_test(webhook=webhook, by=by)
if what == "a minute later":
    earliest = Sending.objects.waiting().earliest("made_at").made_at
    Sending.objects.waiting().update(next_at=earliest)
async_task("turntide.web.config.ticking.tick")
"""


class Site:
    """An installation in a folder of its own, with a real worker."""

    def __init__(self, folder: Path, program: ToldProgram) -> None:
        prepare_into(folder)
        self.database = folder / "turntide.sqlite3"
        inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.environment = inherited | {
            "TURNTIDE_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "turntide.web.config.settings",
            "TURNTIDE_WEBHOOKS_ALSO_TO": program.url,
        }
        self.worker: subprocess.Popen[bytes] | None = None

    def step(self, *words: str) -> None:
        subprocess.run(
            [sys.executable, "-W", "ignore", "-c", STEP, *words],
            env=self.environment,
            capture_output=True,
            check=True,
            timeout=120,
        )

    def look(self, column: str) -> list[Any]:
        """Asked of the file itself: what a worker wrote is there for everybody, or is not."""
        with closing(sqlite3.connect(self.database, timeout=30)) as database:
            return [row[0] for row in database.execute(f"select {column} from api_sending")]

    def start(self) -> None:
        self.worker = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "turntide.commands.site.working"],
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


@pytest.fixture
def thinking() -> Iterator[ToldProgram]:
    """A program that takes messages, and is slow to answer."""
    with listening() as told:
        told.done.clear()
        yield told
        told.done.set()


@pytest.fixture
def site(tmp_path: Path, thinking: ToldProgram) -> Iterator[Site]:
    made = Site(tmp_path, thinking)
    yield made
    made.kill()


def wait_until(happened: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while not happened() and time.monotonic() < end:
        time.sleep(0.02)
    return happened()


def test_a_worker_killed_while_it_sends_loses_nothing(site: Site, thinking: ToldProgram) -> None:
    site.step("begin", f"{thinking.url}/told", str(MANY))
    site.start()
    assert wait_until(lambda: len(thinking.came) == 1)
    site.kill()
    thinking.done.set()
    assert site.look("sent_at") == [None] * MANY and sorted(site.look("tries")) == [0, 0, 1]
    site.step("a minute later")
    site.start()
    assert wait_until(lambda: None not in site.look("sent_at"))
    came = Counter((headers["webhook-id"], body) for headers, body in thinking.came)
    assert sorted(came.values()) == [1, 1, 2] and {json.loads(body)["type"] for _, body in came} == {"test"}
    assert {id_.replace("-", "") for id_, _ in came} == set(site.look("id"))
