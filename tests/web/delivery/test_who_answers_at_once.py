"""Two who answer, or name somebody, in the same moment: one stands, and the other is told."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from delivery_fixtures import answers_for, contact_at
from django.db import connection
from site_cast import Cast

from turntide.web.delivery.models import Responsibility
from turntide.web.delivery.services.asking_whose import ask_whose
from turntide.web.delivery.services.naming import name_answerer
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.services.saying_whose import Colleague, accept, decline, pass_on
from turntide.web.mail.models import Message
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Plan

State = Responsibility.State


@pytest.fixture
def ray(tarrow_plan: Plan) -> Contact:
    return contact_at(tarrow_plan, "Ray Okoro", "ray@harbourtrust.example")


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Each act in a thread and on a connection of its own, begun together; what came of them."""
    outcomes: list[str] = []
    ready = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        try:
            ready.wait()
            act()
            outcomes.append("done")
        except RefusedError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return sorted(outcomes)


@pytest.mark.django_db(transaction=True)
def test_of_three_answers_at_once_one_stands(cast: Cast, tarrow_plan: Plan, ray: Contact) -> None:
    answers_for(ray, tarrow_plan.actions.standing()[0])
    row = Responsibility.objects.get()
    ask_whose(responsibilities=[row], by=cast.by)
    outcomes = at_once(
        lambda: accept(responsibilities=[row]),
        lambda: decline(responsibility=row, reason="Parks do this."),
        lambda: pass_on(responsibility=row, to=Colleague("Bo Rivers", "bo@harbourtrust.example")),
    )
    assert outcomes == ["done", "refused", "refused"]
    row.refresh_from_db()
    assert row.state in (State.ACCEPTED, State.DECLINED, State.PASSED_ON)
    assert Responsibility.objects.count() == (2 if row.state == State.PASSED_ON else 1)


@pytest.mark.django_db(transaction=True)
def test_two_who_name_somebody_at_once_leave_one_standing(
    cast: Cast, tarrow_plan: Plan, ray: Contact
) -> None:
    mina = contact_at(tarrow_plan, "Mina Farrow", "mina@council.example", at=1)
    actions = list(tarrow_plan.actions.standing()[:5])
    outcomes = at_once(
        lambda: name_answerer(actions=actions, contact=ray, by=cast.by),
        lambda: name_answerer(actions=actions[::-1], contact=mina, by=cast.by),
    )
    assert "done" in outcomes
    standing = Responsibility.objects.standing()
    assert standing.count() == 5
    assert len(set(standing.values_list("contact", flat=True))) == 1


@pytest.mark.django_db(transaction=True)
def test_asking_at_once_mails_once(cast: Cast, tarrow_plan: Plan, ray: Contact) -> None:
    answers_for(ray, *tarrow_plan.actions.standing()[:3])
    rows = list(Responsibility.objects.all())
    at_once(*[lambda: ask_whose(responsibilities=rows, by=cast.by)] * 2)
    assert Message.objects.filter(kind="yours").count() == 1
    assert not Responsibility.objects.exclude(state=State.ASKED).exists()
