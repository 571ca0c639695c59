"""A real worker that is killed while it tells a program something loses nothing, and the next one tells it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from killed_worker import OwnSite, seen_in_time
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


def column(site: OwnSite, name: str) -> list[Any]:
    return [row[0] for row in site.rows(f"select {name} from api_sending")]


@pytest.fixture
def thinking() -> Iterator[ToldProgram]:
    """A program that takes messages, and is slow to answer."""
    with listening() as told:
        told.done.clear()
        yield told
        told.done.set()


@pytest.fixture
def site(tmp_path: Path, thinking: ToldProgram) -> Iterator[OwnSite]:
    made = OwnSite(tmp_path, TURNTIDE_WEBHOOKS_ALSO_TO=thinking.url)
    yield made
    made.worker.kill()


def test_a_worker_killed_while_it_sends_loses_nothing(site: OwnSite, thinking: ToldProgram) -> None:
    site.do(STEP, "begin", f"{thinking.url}/told", str(MANY))
    site.worker.start()
    assert seen_in_time(lambda: len(thinking.came), lambda many: many == 1) == 1
    site.worker.kill()
    thinking.done.set()
    assert column(site, "sent_at") == [None] * MANY and sorted(column(site, "tries")) == [0, 0, 1]
    site.do(STEP, "a minute later")
    site.worker.start()
    assert None not in seen_in_time(lambda: column(site, "sent_at"), lambda sent: None not in sent)
    came = Counter((headers["webhook-id"], body) for headers, body in thinking.came)
    assert sorted(came.values()) == [1, 1, 2] and {json.loads(body)["type"] for _, body in came} == {"test"}
    assert {id_.replace("-", "") for id_, _ in came} == set(column(site, "id"))
