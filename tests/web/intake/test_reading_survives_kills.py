"""The job of reading: once however often it comes, and finished though its worker is killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from django_q.models import OrmQ
from killed_worker import OwnSite, seen_in_time

from turntide.web.intake.models import SILENT, Intake, Stage
from turntide.web.intake.services import reading
from turntide.web.intake.work import pick_up, read_file

BringIn = Callable[..., Intake]


def test_a_job_that_comes_twice_reads_once(waiting: BringIn) -> None:
    intake = waiting()
    assert read_file(str(intake.pk)) == "kept"
    intake.refresh_from_db()
    read, changed = intake.reading, intake.changed_at
    assert read_file(str(intake.pk)) == "nothing to read"
    intake.refresh_from_db()
    assert (intake.reading, intake.changed_at, intake.attempts) == (read, changed, 1)


def test_what_a_reader_that_is_gone_left_is_read_anew_and_its_late_answer_is_dropped(
    waiting: BringIn,
) -> None:
    intake = waiting()
    slow = reading.claim(intake.pk)
    assert slow is not None
    assert reading.claim(intake.pk) is None
    Intake.objects.filter(pk=intake.pk).update(beat_at=timezone.now() - SILENT - timedelta(seconds=1))
    quick = reading.claim(intake.pk)
    assert quick is not None
    assert reading.keep_outcome(quick, reading.outcome_of(quick))
    assert not reading.keep_outcome(slow, reading.Outcome(refusal="too late"))
    intake.refresh_from_db()
    assert (intake.stage, intake.refusal) == (Stage.REVIEW, "")


def test_a_file_whose_reading_is_cut_off_again_and_again_is_given_up_and_kept(waiting: BringIn) -> None:
    intake = waiting()
    Intake.objects.filter(pk=intake.pk).update(attempts=reading.MOST_ATTEMPTS)
    read_file(str(intake.pk))
    intake.refresh_from_db()
    assert intake.stage == Stage.REFUSED
    assert "cut off" in intake.refusal


def test_a_fault_of_ours_is_a_plain_sentence(waiting: BringIn, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object) -> None:
        raise ValueError("boom")

    monkeypatch.setattr(reading, "mend", fail)
    intake = waiting()
    read_file(str(intake.pk))
    intake.refresh_from_db()
    assert intake.stage == Stage.REFUSED
    assert "Something went wrong on our side" in intake.refusal and "boom" not in intake.refusal


def test_a_starting_worker_has_read_what_was_left(waiting: BringIn) -> None:
    intake = waiting()
    reading.claim(intake.pk)
    OrmQ.objects.all().delete()
    with_connections_kept(pick_up)
    assert OrmQ.objects.count() == 1


def with_connections_kept(work: Callable[[], None]) -> None:
    """A worker closes what it inherited; a test's own connection holds its transaction."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("turntide.web.intake.work.connections.close_all", lambda: None)
        work()


def test_a_person_is_told_when_nobody_reads(waiting: BringIn, as_editor: Client) -> None:
    intake = waiting()
    assert "is the worker running" not in as_editor.get(intake.get_absolute_url()).content.decode()
    Intake.objects.update(queued_at=timezone.now() - timedelta(seconds=40))
    assert "is the worker running" in as_editor.get(intake.get_absolute_url()).content.decode()
    reading.claim(intake.pk)
    Intake.objects.update(beat_at=timezone.now() - timedelta(minutes=1))
    assert "Reading was cut off" in as_editor.get(intake.get_absolute_url()).content.decode()


def test_the_page_that_waits_leads_on_once_the_file_is_read(read: BringIn, as_editor: Client) -> None:
    intake = read()
    answer = as_editor.get(f"{intake.get_absolute_url()}?progress=1", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == intake.get_absolute_url()


# A real worker on a database of its own, killed while it reads.

BRING = """
import django
django.setup()
from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.intake.services.bringing import ASK_LATER, Arriving, bring_in
place = Place.objects.create(slug="tarrow", name="Tarrow")
rows = ["| No | Action | Lead |", "|---|---|---|"]
rows += [f"| {n} | Open stretch {n} of the riverside path to all | Tarrow Parks |" for n in range(1, 901)]
text = "\\n".join(rows).encode()
bring_in(place=place, files=[Arriving("plan.md", text)], choice=ASK_LATER, person=None, by=By.work("test"))
"""
LOOK = "select stage, attempts, coalesce(json_array_length(reading, '$.actions'), 0) from intake_intake"


def look(site: OwnSite) -> tuple[str, int, int]:
    """The file's stage, how often it was begun, and how many actions were read."""
    ((stage, attempts, actions),) = site.rows(LOOK)
    return stage, attempts, actions


def until(site: OwnSite, stages: tuple[str, ...], seconds: float) -> tuple[str, int, int]:
    return seen_in_time(lambda: look(site), lambda state: state[0] in stages, seconds)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[OwnSite]:
    made = OwnSite(tmp_path)
    yield made
    made.worker.kill()


def test_a_worker_killed_while_reading_leaves_nothing_half_and_the_next_one_finishes(site: OwnSite) -> None:
    site.do(BRING)
    assert look(site) == ("waiting", 0, 0)
    site.worker.start()
    assert until(site, ("reading", "review"), 60)[0] in ("reading", "review")
    site.worker.kill()
    state = look(site)
    assert state[2] == (900 if state[0] == "review" else 0)
    site.worker.start()
    state = until(site, ("review",), 120)
    assert state[0] == "review" and state[2] == 900
