"""A big round is opened by the worker: the page answers at once, and a worker that dies leaves nothing half done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from delivery_fixtures import answers_for, contact_at, draft_round
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_q.models import OrmQ
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from site_cast import Cast

from turntide.web.delivery.models import Link, Recipient, Request, Round
from turntide.web.delivery.services import sending_off
from turntide.web.delivery.services.sending_off import send_off
from turntide.web.delivery.work import open_the_round
from turntide.web.mail.models import Message
from turntide.web.plans.models import Plan

Job = Callable[[], str]


class Killed(BaseException):
    """As kill -9: nothing catches it."""


@pytest.fixture
def big(tarrow_plan: Plan, monkeypatch: pytest.MonkeyPatch) -> Round:
    """A draft that is too big to be opened while somebody waits."""
    monkeypatch.setattr(sending_off, "AT_ONCE", 2)
    ray = contact_at(tarrow_plan, "Ray Okoro", "ray@harbourtrust.example")
    answers_for(ray, *tarrow_plan.actions.standing()[:4])
    return draft_round(tarrow_plan)


def address(route: str, round_: Round) -> str:
    return reverse(route, args=["tarrow", round_.pk])


def job() -> Job:
    """What the worker was given to do."""
    task: dict[str, Any] = OrmQ.objects.get().task
    assert task["func"] == sending_off.OPEN_ROUND
    return lambda: open_the_round(*task["args"])


def test_the_page_answers_at_once_and_shows_that_it_goes_on(as_editor: Client, big: Round) -> None:
    sent = as_editor.post(address("round_open", big), {"version": big.version})
    assert sent["Location"] == address("round_opening", big)
    assert not Message.objects.exists()
    assert "Letters are being made ready" in as_editor.get(sent["Location"]).content.decode()
    assert as_editor.get(address("round_preview", big))["Location"] == address("round_opening", big)
    assert as_editor.get(address("round_edit", big))["Location"] == address("round_opening", big)
    assert job()() == "opened"
    assert as_editor.get(address("round_opening", big))["Location"] == address("round", big)
    watching = as_editor.get(address("round_opening", big), HTTP_HX_REQUEST="true")
    assert watching["HX-Redirect"] == address("round", big)
    letter = Message.objects.get()
    assert letter.due_at > timezone.now() + timedelta(minutes=4)


def test_a_job_that_comes_twice_opens_once(big: Round, cast: Cast) -> None:
    send_off(round_=big, saw=1, by=cast.by)
    assert [job()(), job()()] == ["opened", "nothing to open"]
    assert (Message.objects.count(), Recipient.objects.count(), Request.objects.count()) == (1, 1, 4)


def test_sent_off_twice_it_is_opened_once(as_editor: Client, big: Round) -> None:
    for status in (302, 409):
        sent = as_editor.post(address("round_open", big), {"version": "1"})
        assert sent.status_code == status
    assert OrmQ.objects.count() == 1


def test_stopped_while_it_waits_it_is_a_draft_that_a_late_job_does_not_open(
    as_editor: Client, big: Round
) -> None:
    as_editor.post(address("round_open", big), {"version": big.version})
    late = job()
    stopped = as_editor.post(address("round_take_back", big))
    assert stopped["Location"] == address("round_preview", big)
    assert late() == "nothing to open"
    assert not Message.objects.exists()


def test_what_keeps_the_worker_from_opening_it_is_said(as_editor: Client, big: Round) -> None:
    as_editor.post(address("round_open", big), {"version": big.version})
    big.place.plans.get().actions.update(lifecycle="complete")
    assert "Nobody would be asked" in job()()
    page = as_editor.get(address("round_preview", big)).content.decode()
    assert "Nothing was sent" in page and "Say who answers for the actions first." in page


@given(at_statement=st.integers(1, 60))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_killed_anywhere_it_is_opened_whole_by_the_next(big: Round, cast: Cast, at_statement: int) -> None:
    for rows in (OrmQ.objects.all(), Message.objects.all(), Recipient.objects.all(), Link.objects.all()):
        rows.delete()
    Round.objects.update(opened_at=None, opening_at=None, version=1)
    big.refresh_from_db()
    send_off(round_=big, saw=1, by=cast.by)
    left = [at_statement]

    def execute(run: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            raise Killed
        return run(sql, params, many, context)

    with connection.execute_wrapper(execute), suppress(Killed):
        job()()
    big.refresh_from_db()
    whole = (1, 1, 1, 4) if big.opened_at else (0, 0, 0, 0)
    assert counted() == whole
    assert job()() == ("nothing to open" if big.opened_at else "opened")
    assert counted() == (1, 1, 1, 4)


def counted() -> tuple[int, int, int, int]:
    links = Link.objects.filter(purpose=Link.Purpose.ANSWER)
    return Message.objects.count(), Recipient.objects.count(), links.count(), Request.objects.count()
