"""A worker killed while it makes a file leaves it whole or not there, and the next one makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest
from killed_worker import OwnSite, seen_in_time

ASK = """
import django
django.setup()
from datetime import date
from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.plans.models import Action, Plan
from turntide.web.reporting.services.beginning import begin_board_paper
from turntide.web.reporting.services.printing import make_file
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


def look(site: OwnSite) -> File:
    (row,) = site.rows(LOOK)
    return File(*row)


def until(site: OwnSite, reached: Callable[[File], object], seconds: float) -> File:
    return seen_in_time(lambda: look(site), reached, seconds)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[OwnSite]:
    made = OwnSite(tmp_path)
    yield made
    made.worker.kill()


def test_a_worker_killed_while_making_a_file_leaves_nothing_half_and_the_next_one_makes_it(
    site: OwnSite,
) -> None:
    site.do(ASK)
    assert look(site).is_not_there
    site.worker.start()
    assert until(site, lambda file: file.attempts, 60).attempts == 1
    site.worker.kill()
    left = look(site)
    assert left.is_not_there or left.is_whole
    site.worker.start()
    made = until(site, lambda file: file.made_at, 120)
    assert made.is_whole
    assert made.attempts > left.attempts or left.is_whole
