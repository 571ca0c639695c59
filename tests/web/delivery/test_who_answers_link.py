"""The page behind "is this yours?": reached by a link alone; replays, other people, and scanners change nothing."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from delivery_fixtures import contact_at
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from site_cast import Cast

from turntide.web.delivery.models import Link, Responsibility
from turntide.web.delivery.services.asking_whose import ask_whose
from turntide.web.delivery.services.linking import address_of
from turntide.web.delivery.services.naming import name_answerer
from turntide.web.organisations.models import Contact
from turntide.web.organisations.services.contacts import has_left
from turntide.web.plans.models import Involvement, Plan

State = Responsibility.State


@pytest.fixture
def ray(tarrow_plan: Plan) -> Contact:
    return contact_at(tarrow_plan, "Ray Okoro", "ray@harbourtrust.example")


@pytest.fixture
def rows(cast: Cast, tarrow_plan: Plan, ray: Contact) -> list[Responsibility]:
    """Ray is asked about three actions, the first because his body leads it."""
    actions = list(tarrow_plan.actions.standing()[:3])
    Involvement.objects.create(action=actions[0], organisation=ray.organisation, part="lead", name="x")
    return asked(cast, ray, tarrow_plan, 0, 3)


def asked(cast: Cast, contact: Contact, plan: Plan, first: int, last: int) -> list[Responsibility]:
    actions = list(plan.actions.standing()[first:last])
    name_answerer(actions=actions, contact=contact, by=cast.by)
    rows = Responsibility.objects.filter(contact=contact).order_by("action__position")
    ask_whose(responsibilities=list(rows), by=cast.by)
    return list(rows.all())


def path_of(link: Link) -> str:
    return "/yours/" + address_of(link).split("/yours/", 1)[1]


@pytest.fixture
def visitor(rows: list[Responsibility]) -> Client:
    """Ray's browser, after he opened the link in his letter."""
    client = Client()
    response = client.get(path_of(Link.objects.get()))
    assert (response.status_code, response["Location"]) == (302, reverse("yours"))
    return client


def text_of(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def press(client: Client, what: str, row: Responsibility, **sent: str) -> Any:
    return client.post(reverse(f"yours_{what}", args=[row.pk]), sent, follow=True)


def passed(row: Responsibility, **sent: str) -> dict[str, str]:
    return {f"to-{row.pk}-{name}": value for name, value in sent.items()}


def stands(row: Responsibility) -> tuple[str, str]:
    found = Responsibility.objects.standing().filter(action=row.action_id).first()
    return (found.contact.name, found.state) if found else ("", "")


def test_the_page_says_what_is_asked_by_whom_and_why(
    cast: Cast, visitor: Client, rows: list[Responsibility], ray: Contact
) -> None:
    shown = text_of(visitor.get(reverse("yours")))
    assert "You are Ray Okoro" in shown
    for row in rows:
        assert " ".join(row.action.text.split())[:60] in shown
    assert f"{cast.editor} asks you, because the plan names {ray.organisation.name} as its lead." in shown
    assert f"{cast.editor} asks you, and named you for it." in shown
    assert rows[0].action.plan.title in shown


def test_accepting_says_thanks_and_can_be_undone(visitor: Client, rows: list[Responsibility]) -> None:
    response = press(visitor, "accept", rows[0])
    assert "Thank you: you answer for" in text_of(response)
    assert stands(rows[0]) == ("Ray Okoro", State.ACCEPTED)
    assert "Your answer was taken back." in text_of(press(visitor, "take_back", rows[0]))
    assert stands(rows[0]) == ("Ray Okoro", State.ASKED)


def test_all_are_accepted_with_one_press_and_the_page_says_what_comes_next(
    cast: Cast, tarrow_plan: Plan, visitor: Client, rows: list[Responsibility], ray: Contact
) -> None:
    page = visitor.get(reverse("yours")).context["page"]
    later = asked(cast, ray, tarrow_plan, 3, 4)[-1]
    response = visitor.post(reverse("yours_accept_all"), {"seen": page.seen.isoformat()}, follow=True)
    assert "you answer for 3 actions" in text_of(response)
    # What was asked after the page was made waits for its own answer.
    assert stands(later) == ("Ray Okoro", State.ASKED)
    after = text_of(press(visitor, "accept", later))
    assert "You have answered all that was asked." in after
    assert "What happens next" in after


def test_declining_needs_a_reason(visitor: Client, rows: list[Responsibility]) -> None:
    row = rows[0]
    response = press(visitor, "decline", row)
    assert response.status_code == 422
    assert "Say why it is not yours" in text_of(response)
    assert stands(row) == ("Ray Okoro", State.ASKED)
    thanked = press(visitor, "decline", row, **{f"no-{row.pk}-reason": "Parks do this."})
    assert "is not yours" in text_of(thanked)
    assert stands(row) == ("", "")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Give your colleague’s name."),
        ({"name": "Bo", "email": "nonsense"}, "Enter a valid email address."),
        ({"name": "Bo", "email": "RAY@harbourtrust.example"}, "That is your own address."),
        ({"name": "See https://x.example", "email": "bo@x.example"}, "Give the name alone"),
    ],
)
def test_passing_on_needs_a_colleague(
    visitor: Client, rows: list[Responsibility], sent: dict[str, str], said: str
) -> None:
    response = press(visitor, "pass_on", rows[0], **passed(rows[0], **sent))
    assert (response.status_code, said in text_of(response)) == (422, True)
    assert stands(rows[0]) == ("Ray Okoro", State.ASKED)


def test_the_colleague_answers_by_a_link_of_their_own(visitor: Client, rows: list[Responsibility]) -> None:
    sent = passed(rows[0], name="Bo Rivers", email="bo@harbourtrust.example")
    assert "Bo Rivers is asked about" in text_of(press(visitor, "pass_on", rows[0], **sent))
    bo = Client()
    bo.get(path_of(Link.objects.get(contact__name="Bo Rivers")))
    shown = bo.get(reverse("yours"))
    assert "Ray Okoro passed it on to you." in text_of(shown)
    (question,) = shown.context["page"].questions
    bo.post(question.urls["accept"])
    assert stands(rows[0]) == ("Bo Rivers", State.ACCEPTED)
    assert "Somebody has acted on your answer" in text_of(press(visitor, "take_back", rows[0]))


def test_pressing_twice_is_told_and_changes_nothing(visitor: Client, rows: list[Responsibility]) -> None:
    press(visitor, "accept", rows[0])
    assert "You have said already that this is yours." in text_of(press(visitor, "accept", rows[0]))
    sent = {f"no-{rows[0].pk}-reason": "No."}
    assert "You have said already that this is yours." in text_of(press(visitor, "decline", rows[0], **sent))
    everything = {"seen": timezone.now().isoformat()}
    visitor.post(reverse("yours_accept_all"), everything)
    told = visitor.post(reverse("yours_accept_all"), everything, follow=True)
    assert "All of them are answered already." in text_of(told)
    assert stands(rows[0]) == ("Ray Okoro", State.ACCEPTED)


def test_two_browsers_at_once_one_wins_and_the_other_is_told(
    visitor: Client, rows: list[Responsibility]
) -> None:
    other = Client()
    other.get(path_of(Link.objects.get()))
    for browser in (visitor, other):
        browser.get(reverse("yours"))
    press(visitor, "decline", rows[0], **{f"no-{rows[0].pk}-reason": "Parks do this."})
    assert "You have said already that this is not yours." in text_of(press(other, "accept", rows[0]))
    assert stands(rows[0]) == ("", "")


def test_what_the_officer_did_meanwhile_is_told(
    cast: Cast, tarrow_plan: Plan, visitor: Client, rows: list[Responsibility]
) -> None:
    mina = contact_at(tarrow_plan, "Mina Farrow", "mina@council.example", at=1)
    name_answerer(actions=[rows[0].action], contact=mina, by=cast.by)
    assert "Somebody else was named for this meanwhile." in text_of(press(visitor, "accept", rows[0]))
    assert rows[0].action.pk not in {
        each.part.id for each in visitor.get(reverse("yours")).context["page"].questions
    }


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing(method: str, rows: list[Responsibility]) -> None:
    scanner = Client()
    before = list(Responsibility.objects.order_by("pk").values()), list(Link.objects.values())
    paths = [path_of(Link.objects.get()), reverse("yours"), reverse("yours_accept_all")]
    paths += [
        reverse(f"yours_{what}", args=[row.pk])
        for row in rows
        for what in ("accept", "pass_on", "decline", "take_back")
    ]
    for path in paths:
        assert getattr(scanner, method)(path).status_code in (200, 302)
    assert (list(Responsibility.objects.order_by("pk").values()), list(Link.objects.values())) == before


def test_a_link_that_opens_nothing_says_why(
    cast: Cast, visitor: Client, rows: list[Responsibility], ray: Contact
) -> None:
    Link.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    expired = press(visitor, "accept", rows[0])
    assert (expired.status_code, "This link has expired." in text_of(expired)) == (410, True)
    Link.objects.update(expires_at=None, revoked_at=timezone.now())
    assert "no longer opens anything" in text_of(press(visitor, "accept", rows[0]))
    Link.objects.update(revoked_at=None)
    has_left(contact=ray, by=cast.by)
    assert visitor.get(reverse("yours")).status_code == 410
    assert Client().get(reverse("yours")).status_code == 404
    assert stands(rows[0]) == ("Ray Okoro", State.ASKED)


def test_another_persons_actions_are_not_there(
    cast: Cast, tarrow_plan: Plan, visitor: Client, rows: list[Responsibility]
) -> None:
    mina = contact_at(tarrow_plan, "Mina Farrow", "mina@council.example", at=1)
    hers = asked(cast, mina, tarrow_plan, 5, 6)[0]
    for what in ("accept", "pass_on", "decline", "take_back"):
        assert press(visitor, what, hers).status_code == 404
        assert visitor.post(reverse(f"yours_{what}", args=[uuid4()])).status_code == 404
    assert stands(hers) == ("Mina Farrow", State.ASKED)


def test_markup_in_names_and_reasons_stays_text(
    as_editor: Client, visitor: Client, rows: list[Responsibility]
) -> None:
    evil = "<script>alert(1)</script>"
    press(visitor, "decline", rows[0], **{f"no-{rows[0].pk}-reason": evil})
    there = reverse("who_answers", args=["tarrow"])
    for response in (visitor.get(reverse("yours")), as_editor.get(there, {"state": "declined"})):
        assert evil not in response.content.decode()
        assert "&lt;script&gt;alert(1)" in response.content.decode()


def test_no_page_or_answer_gives_the_key_away(visitor: Client, rows: list[Responsibility]) -> None:
    key = path_of(Link.objects.get()).strip("/").rsplit("/", 1)[1]
    response = visitor.get(reverse("yours"))
    assert key not in response.content.decode()
    assert response["Cache-Control"].count("no-store") == 1


def test_the_page_asks_as_many_questions_for_many_actions_as_for_few(
    cast: Cast, tarrow_plan: Plan, visitor: Client, rows: list[Responsibility]
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            visitor.get(reverse("yours"))
        return len(seen)

    press(visitor, "accept", rows[0])
    few = queries()
    asked(cast, rows[0].contact, tarrow_plan, 3, 12)
    press(visitor, "accept", rows[1])
    assert queries() == few <= 14
