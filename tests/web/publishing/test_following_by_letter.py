"""Somebody follows by e-mail: asked twice, told once, stopped with one click, and never found out by a stranger."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone
from given_fixtures import Published
from made_record import PLAN, SECOND, made_record, statement

from turntide.web.accounts.holding import Subject, holders
from turntide.web.audit.by import By
from turntide.web.mail.models import Message
from turntide.web.mail.services.sending import send_due
from turntide.web.periods.rules.record import Record
from turntide.web.publishing.models import Follower
from turntide.web.publishing.services.following import let_go_of_followers, tell_followers

FOLLOW = "/in/tarrow/follow/"
ADA = "ada@alder.example"


@pytest.fixture(autouse=True)
def unlimited(settings: object) -> None:
    """How often one address of a network may ask is tested by itself."""
    settings.ACCOUNT_RATE_LIMITS = False  # type: ignore[attr-defined]


def ask(email: str = ADA, plan: str = "all") -> str:
    """What the answer shows."""
    response = Client(enforce_csrf_checks=True).post(FOLLOW, {"email": email, "plan": plan}, follow=True)
    assert response.status_code == 200
    return str(response.content)


def link_in(letter: EmailMessage) -> str:
    found = re.search(r"http://localhost:8000(/in/tarrow/follow/[\w-]{40,}/)", str(letter.body))
    assert found
    return found[1]


def sent(outbox: list[EmailMessage]) -> list[EmailMessage]:
    """The letters that go out by now, and a quarter of an hour from now."""
    before = len(outbox)
    send_due(timezone.now() + timedelta(minutes=15))
    return outbox[before:]


def follow(outbox: list[EmailMessage], plan: str = "all", email: str = ADA) -> str:
    """Ask and confirm; the link."""
    ask(email, plan)
    link = link_in(sent(outbox)[0])
    Client(enforce_csrf_checks=True).post(link, {"do": "follow"})
    return link


def told(record: Record, number: int = 91) -> Record:
    """The same, with news of the second action, of the first plan; another number is other news."""
    words = statement(number, public="The lane is closed at bell times.")
    actions = [replace(each, statement=words) if each.ref == "1.1.2" else each for each in record.actions]
    return replace(record, actions=tuple(actions), taken="2027-02-25T09:00:00+00:00")


def test_only_a_submitted_form_confirms(published: Published, mailoutbox: list[EmailMessage]) -> None:
    ask()
    letter = sent(mailoutbox)[0]
    assert letter.to == [ADA] and "Do you want to follow Tarrow?" in letter.subject
    link = link_in(letter)
    for look in (Client().get, Client().head):
        assert look(link).status_code == 200
    assert not Follower.objects.following().exists(), "a scanner opens links"
    page = Client().get(link)
    assert ADA not in page.content.decode() and "Set-Cookie" not in page
    assert page["Referrer-Policy"] == "no-referrer" and "no-store" in page["Cache-Control"]
    Client(enforce_csrf_checks=True).post(link, {"do": "follow"})
    assert Follower.objects.following().get().email == ADA
    key = link.rstrip("/").rpartition("/")[2]
    kept = [str(row) for row in (*Follower.objects.values(), *Message.objects.values())]
    assert not any(key in row for row in kept), "what is kept opens no door"


def test_a_stranger_learns_nothing(published: Published, mailoutbox: list[EmailMessage]) -> None:
    first = ask()
    follow(mailoutbox, email="bo@birch.example")
    assert ask() == first == ask("bo@birch.example") == ask("new@birch.example")
    assert [each.to for each in sent(mailoutbox)] == [["new@birch.example"]]


def test_nobodys_inbox_is_filled(published: Published, mailoutbox: list[EmailMessage]) -> None:
    for plan in ("all", PLAN, SECOND, "all", PLAN):
        ask(plan=plan)
    assert len(sent(mailoutbox)) == 3
    Follower.objects.all().delete()
    ask()
    assert not sent(mailoutbox), "three a day, whatever is asked for"


def test_followers_are_told_once_what_changed(published: Published, mailoutbox: list[EmailMessage]) -> None:
    follow(mailoutbox)
    follow(mailoutbox, SECOND, "bo@birch.example")
    tell_followers(timezone.now())
    assert not sent(mailoutbox), "what was there before is no news"
    published.publish(told(made_record()))
    for _again in range(3):
        tell_followers(timezone.now())
    letters = sent(mailoutbox)
    assert [each.to for each in letters] == [[ADA]], "nothing of the second plan changed"
    assert "1 action has news:" in letters[0].body
    assert "Close the lane by the school at bell times: The lane is closed at bell times." in letters[0].body
    assert "List-Unsubscribe" in letters[0].extra_headers
    assert Client().get(link_in(letters[0])).status_code == 200


def test_one_letter_for_all_that_an_address_follows(
    published: Published, mailoutbox: list[EmailMessage]
) -> None:
    for plan in ("all", PLAN):
        follow(mailoutbox, plan)
    published.publish(told(made_record()))
    tell_followers(timezone.now())
    assert len(sent(mailoutbox)) == 1


def test_what_is_taken_back_at_once_is_not_told(published: Published, mailoutbox: list[EmailMessage]) -> None:
    follow(mailoutbox)
    wrong = published.publish(told(made_record()))
    tell_followers(timezone.now())
    send_due()
    assert len(mailoutbox) == 1, "there is a while to take it back"
    wrong.taken_back_at = timezone.now()
    wrong.save()
    assert not sent(mailoutbox)
    published.publish(told(made_record()))
    tell_followers(timezone.now())
    assert len(sent(mailoutbox)) == 1


def test_words_that_are_no_longer_shown_are_not_told(
    published: Published, mailoutbox: list[EmailMessage]
) -> None:
    """Somebody published something wrong and, instead of taking it back, published anew without it."""
    follow(mailoutbox)
    published.publish(told(made_record()))
    tell_followers(timezone.now())
    published.publish()
    tell_followers(timezone.now())
    assert not [each for each in sent(mailoutbox) if "The lane is closed" in each.body]


def test_one_stops_and_takes_it_back(published: Published, mailoutbox: list[EmailMessage]) -> None:
    link = follow(mailoutbox)
    client = Client(enforce_csrf_checks=True)
    assert "You follow Tarrow no more" in client.post(link, {"do": "stop"}).content.decode()
    published.publish(told(made_record()))
    tell_followers(timezone.now())
    assert not sent(mailoutbox)
    client.post(link, {"do": "follow"})
    published.publish(told(made_record(), 92))
    tell_followers(timezone.now())
    letter = sent(mailoutbox)[0]
    one_click = letter.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000")
    client.post(one_click, {"List-Unsubscribe": "One-Click"})
    published.publish(told(made_record(), 93))
    tell_followers(timezone.now())
    assert not sent(mailoutbox)
    client.post(link, {"do": "follow"})
    published.publish(told(made_record(), 94))
    tell_followers(timezone.now())
    assert len(sent(mailoutbox)) == 1, "they want them again"


def test_addresses_are_let_go_of(published: Published, mailoutbox: list[EmailMessage]) -> None:
    ask()
    now = timezone.now()
    assert let_go_of_followers(now) == 0
    assert let_go_of_followers(now + timedelta(days=8)) == 1
    ask()
    Follower.objects.update(asked_at=now - timedelta(days=6))
    ask()
    assert let_go_of_followers(now + timedelta(days=3)) == 0, "the second letter says seven days"
    Follower.objects.all().delete()
    link = follow(mailoutbox, email="bo@birch.example")
    Client().post(link, {"do": "stop"})
    assert let_go_of_followers(now + timedelta(days=8)) == 0
    assert let_go_of_followers(now + timedelta(days=40)) == 1
    assert Client().get(link).status_code == 404


def test_what_is_held_is_told_and_forgotten(published: Published, mailoutbox: list[EmailMessage]) -> None:
    follow(mailoutbox)
    subject = Subject(published.place, ADA)
    held = {str(each.what): each.rows for holder in holders() for each in holder.held(subject)}
    assert held["Follows"][0]["what"] == "Tarrow"
    for holder in holders():
        holder.forget(subject, by=By.work("test"))
    assert not Follower.objects.exists()


def test_a_wrong_address_is_said_and_nothing_lost(published: Published) -> None:
    response = Client().post(FOLLOW, {"email": "ada at alder", "plan": PLAN})
    assert response.status_code == 422
    shown = response.content.decode()
    assert "Write an e-mail address such as name@example.org." in shown and 'value="ada at alder"' in shown
    assert Client().post(FOLLOW, {"email": ADA, "plan": "no plan"}).status_code == 422
    elsewhere = Client().post(FOLLOW, {"email": ADA, "plan": "all"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert elsewhere.status_code == 200 and not Follower.objects.exists(), "another site's form asks nothing"


def test_a_network_may_not_ask_without_end(published: Published, settings: object) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"follow": "2/m/ip"}  # type: ignore[attr-defined]
    answers = [
        Client().post(FOLLOW, {"email": f"x{n}@alder.example", "plan": "all"}).status_code for n in range(4)
    ]
    assert answers == [302, 302, 429, 429]
    assert Client().get(FOLLOW).status_code == 200


def test_a_closed_place_has_no_followers_to_win(published: Published) -> None:
    published.site.open = False
    published.site.save()
    assert Client().post(FOLLOW, {"email": ADA, "plan": "all"}).status_code == 404
    assert not Follower.objects.exists()


def test_a_link_that_is_refused_is_not_logged(published: Published, caplog: pytest.LogCaptureFixture) -> None:
    key = "k" * 43
    Client().get(f"{FOLLOW}{key}/more/")
    assert "/follow/[key]/more/" in caplog.text and key not in caplog.text
