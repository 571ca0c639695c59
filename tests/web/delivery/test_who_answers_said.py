"""What the person asked says: accepted, passed on, declined, taken back; once, and by one of two at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from delivery_fixtures import Asked, contact_at
from django.utils import timezone
from site_cast import Cast

from turntide.web.audit.models import Entry
from turntide.web.delivery.letters.yours import YOURS, compose
from turntide.web.delivery.models import Link, Responsibility
from turntide.web.delivery.services.asking_whose import ask_whose
from turntide.web.delivery.services.naming import name_answerer
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.services.saying_whose import (
    Colleague,
    accept,
    decline,
    pass_on,
    take_back_answer,
)
from turntide.web.delivery.store.answerers import DECLINED, Wanted, actions_listed
from turntide.web.mail.letters import STRUCK_OUT
from turntide.web.mail.models import Message
from turntide.web.mail.services.composing import ready
from turntide.web.organisations.models import Contact
from turntide.web.organisations.services.contacts import has_left
from turntide.web.plans.models import Action, Plan

State = Responsibility.State
BO = Colleague("Bo Rivers", "bo@harbourtrust.example")


@pytest.fixture
def actions(tarrow_plan: Plan) -> list[Action]:
    return list(tarrow_plan.actions.standing()[:3])


@pytest.fixture
def ray(tarrow_plan: Plan) -> Contact:
    return contact_at(tarrow_plan, "Ray Okoro", "ray@harbourtrust.example")


@pytest.fixture
def rows(cast: Cast, actions: list[Action], ray: Contact) -> list[Responsibility]:
    """Ray is asked about three actions."""
    name_answerer(actions=actions, contact=ray, by=cast.by)
    named = list(Responsibility.objects.order_by("action__position"))
    ask_whose(responsibilities=named, by=cast.by)
    return list(Responsibility.objects.order_by("action__position"))


def stands(row: Responsibility) -> tuple[str, str]:
    found = Responsibility.objects.standing().filter(action=row.action_id).first()
    return (found.contact.name, found.state) if found else ("", "")


def letter_to(address: str) -> Message:
    return Message.objects.get(kind="yours", to_email=address)


def test_accepting_one_and_all(rows: list[Responsibility]) -> None:
    assert accept(responsibilities=rows[:1]) == 1
    assert accept(responsibilities=rows) == 2
    assert {stands(row) for row in rows} == {("Ray Okoro", State.ACCEPTED)}
    assert Entry.objects.filter(verb="accept actions", process__startswith="contact ").count() == 2


def test_what_was_said_is_said_once(rows: list[Responsibility]) -> None:
    accept(responsibilities=rows[:1])
    with pytest.raises(RefusedError, match="already that this is yours"):
        accept(responsibilities=rows[:1])
    with pytest.raises(RefusedError, match="already that this is yours"):
        decline(responsibility=rows[0], reason="No.")
    decline(responsibility=rows[1], reason="Parks do this.")
    with pytest.raises(RefusedError, match="not yours"):
        pass_on(responsibility=rows[1], to=BO)


def test_declining_leaves_nobody_and_keeps_the_reason(cast: Cast, rows: list[Responsibility]) -> None:
    decline(responsibility=rows[0], reason="Parks do this.")
    assert stands(rows[0]) == ("", "")
    kept = Responsibility.objects.get(pk=rows[0].pk)
    assert (kept.state, kept.reason) == (State.DECLINED, "Parks do this.")
    listed = actions_listed(cast.tarrow, Wanted(state=DECLINED))
    assert [action.pk for action in listed] == [rows[0].action_id]
    assert Entry.objects.filter(verb="decline action", about_id=str(rows[0].pk)).count() == 1


def test_passing_on_asks_a_colleague_of_the_same_body(rows: list[Responsibility], ray: Contact) -> None:
    passed = pass_on(responsibility=rows[0], to=BO)
    assert stands(rows[0]) == ("Bo Rivers", State.ASKED)
    assert passed.contact.organisation == ray.organisation
    assert passed.passed_from == rows[0]
    said = compose(letter_to(BO.email))
    assert said is not None
    assert said.values["asker"] == "Ray Okoro"
    assert rows[0].action.text[:40] in said.values["actions"]
    assert rows[1].action.text[:40] not in said.values["actions"]


def test_nobody_passes_on_to_themselves_or_for_ever(rows: list[Responsibility]) -> None:
    with pytest.raises(RefusedError, match="your own address"):
        pass_on(responsibility=rows[0], to=Colleague("Ray", "RAY@harbourtrust.example"))
    row = rows[0]
    for number in range(5):
        row = pass_on(responsibility=row, to=Colleague("Someone", f"someone{number}@harbourtrust.example"))
    with pytest.raises(RefusedError, match="5 times"):
        pass_on(responsibility=row, to=BO)


def test_each_answer_is_taken_back(rows: list[Responsibility]) -> None:
    accept(responsibilities=rows[:1])
    decline(responsibility=rows[1], reason="Parks do this.")
    pass_on(responsibility=rows[2], to=BO)
    for row in rows:
        take_back_answer(responsibility=row)
    assert {stands(row) for row in rows} == {("Ray Okoro", State.ASKED)}
    with pytest.raises(RefusedError):
        take_back_answer(responsibility=rows[1])
    # What was declined stays in history, and the colleague is told of nothing.
    assert Responsibility.objects.get(pk=rows[1].pk).state == State.DECLINED
    assert compose(letter_to(BO.email)) is None


def test_nothing_is_taken_back_once_somebody_acted(
    cast: Cast, tarrow_plan: Plan, rows: list[Responsibility]
) -> None:
    mina = contact_at(tarrow_plan, "Mina Farrow", "mina@council.example", at=1)
    decline(responsibility=rows[0], reason="Parks do this.")
    name_answerer(actions=[rows[0].action], contact=mina, by=cast.by)
    passed = pass_on(responsibility=rows[1], to=BO)
    accept(responsibilities=[passed])
    accept(responsibilities=rows[2:])
    name_answerer(actions=[rows[2].action], contact=mina, by=cast.by)
    for row in rows:
        with pytest.raises(RefusedError, match="acted on your answer"):
            take_back_answer(responsibility=row)
    assert [stands(row)[0] for row in rows] == ["Mina Farrow", "Bo Rivers", "Mina Farrow"]


def test_the_officer_naming_another_is_told_to_whoever_answers_then(
    cast: Cast, tarrow_plan: Plan, rows: list[Responsibility]
) -> None:
    mina = contact_at(tarrow_plan, "Mina Farrow", "mina@council.example", at=1)
    name_answerer(actions=[rows[0].action], contact=mina, by=cast.by)
    with pytest.raises(RefusedError, match="named for this meanwhile"):
        accept(responsibilities=rows[:1])
    assert stands(rows[0]) == ("Mina Farrow", State.NAMED)


def test_what_is_open_in_a_round_goes_on_with_what_is_passed_on_and_comes_back(
    cast: Cast, asked: Asked
) -> None:
    requests = asked.requests(asked.ray)
    rows = list(Responsibility.objects.filter(contact=asked.ray))
    ask_whose(responsibilities=rows, by=cast.by)
    row = next(each for each in rows if each.action_id == requests[0].action_id)
    row.refresh_from_db()
    pass_on(responsibility=row, to=BO)
    requests[0].refresh_from_db()
    assert (requests[0].recipient.email, requests[0].passed_by) == (BO.email, asked.ray)
    take_back_answer(responsibility=row)
    requests[0].refresh_from_db()
    assert requests[0].recipient == asked.of(asked.ray)


def test_the_letter_tells_what_is_asked_now_by_the_persons_own_link(rows: list[Responsibility]) -> None:
    said = compose(letter_to("ray@harbourtrust.example"))
    assert said is not None
    assert said.secret == {"link"}
    assert said.values["how_many"] == "3 actions"
    assert said.values["actions"].count("* ") == 3
    key = said.values["link"].rstrip("/").rsplit("/", 1)[1]
    assert key and not Link.objects.filter(key_hash=key).exists()
    accept(responsibilities=rows[:2])
    again = compose(letter_to("ray@harbourtrust.example"))
    assert again is not None and again.values["how_many"] == "1 action"


def test_what_is_kept_of_the_letter_opens_no_door(rows: list[Responsibility]) -> None:
    letter = letter_to("ray@harbourtrust.example")
    said = compose(letter)
    assert said is not None
    made = ready(letter, YOURS, said)
    assert said.values["link"] in made.letter.text
    assert f'href="{said.values["link"]}"' in made.letter.html
    assert said.values["link"] not in made.text
    assert STRUCK_OUT in made.text
    assert "Tarrow: 3 actions" in made.subject


def test_the_letter_is_not_needed_where_nothing_is_left_to_ask(
    cast: Cast, rows: list[Responsibility], ray: Contact
) -> None:
    letter = letter_to("ray@harbourtrust.example")
    accept(responsibilities=rows)
    assert compose(letter) is None
    take_back_answer(responsibility=rows[0])
    assert compose(letter) is not None
    Link.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert compose(letter) is None
    Link.objects.update(expires_at=None)
    has_left(contact=ray, by=cast.by)
    assert compose(letter) is None
