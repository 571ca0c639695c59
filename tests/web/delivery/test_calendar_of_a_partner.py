"""Somebody without an account has the milestones they answer for in a calendar of their own."""

from __future__ import annotations

import logging
from datetime import date, timedelta

import pytest
from delivery_fixtures import Asked, answers_for, contact_at
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from partner import opened_by
from site_cast import Cast

from turntide.web.delivery.models import Link
from turntide.web.delivery.services.linking import address_of
from turntide.web.delivery.store.feeds import feed_of
from turntide.web.organisations.services.contacts import has_left
from turntide.web.plans.models import Action, Milestone, Plan

SOON = timezone.localdate() + timedelta(days=30)
ADDRESS = "answer_calendar"


@pytest.fixture
def ray(asked: Asked) -> Client:
    Milestone.objects.all().delete()
    return opened_by(asked.of(asked.ray))


def step(action: Action, text: str, due: date = SOON) -> None:
    Milestone.objects.create(action=action, text=text, due=due)


def feed(asked: Asked) -> Link:
    found = feed_of(asked.round.place, asked.ray)
    assert found is not None
    return found


def path(link: Link) -> str:
    return "/" + address_of(link).split("/", 3)[3]


def fetched(link: Link) -> set[str]:
    body = Client().get(path(link)).content
    return {str(event["SUMMARY"]) for event in Calendar.from_ical(body).walk("VEVENT")}


def opens(link: Link) -> bool:
    return Client().get(path(link)).status_code == 200


def test_the_page_of_the_link_leads_there_and_makes_nothing_by_itself(asked: Asked, ray: Client) -> None:
    assert reverse(ADDRESS) in ray.get(reverse("answer")).content.decode()
    assert "Make my address" in ray.get(reverse(ADDRESS)).content.decode()
    assert not Link.objects.filter(purpose=Link.Purpose.CALENDAR).exists()


def test_it_holds_what_they_answer_for_and_no_more(asked: Asked, ray: Client) -> None:
    step(asked.requests(asked.ray)[0].action, "Ray's")
    step(asked.requests(asked.mina)[0].action, "Mina's")
    page = ray.post(reverse(ADDRESS), follow=True).content.decode()
    assert address_of(feed(asked)) in page
    assert fetched(feed(asked)) == {"Ray's"}


def test_it_holds_all_their_bodies_and_what_was_passed_on_to_them(
    asked: Asked, ray: Client, tarrow_plan: Plan
) -> None:
    elsewhere = contact_at(tarrow_plan, "Ray Okoro", "RAY@harbourtrust.example", at=2)
    fifth = tarrow_plan.actions.standing()[4]
    answers_for(elsewhere, fifth)
    step(fifth, "For another body")
    (passed,) = asked.requests(asked.mina)
    passed.recipient = asked.of(asked.ray)
    passed.save()
    step(passed.action, "Passed on")
    ray.post(reverse(ADDRESS))
    assert fetched(feed(asked)) == {"For another body", "Passed on"}


def test_it_is_renewed_ended_and_brought_back(asked: Asked, ray: Client) -> None:
    ray.post(reverse(ADDRESS))
    first = feed(asked)
    told = ray.post(reverse(ADDRESS), follow=True).content.decode()
    second = feed(asked)
    assert reverse("answer_calendar_back") in told and address_of(first) not in told
    assert (opens(first), opens(second)) == (False, True)
    ray.post(reverse("answer_calendar_back"))
    assert (opens(first), opens(second)) == (True, False)
    ray.post(reverse("answer_calendar_end"))
    assert not opens(first)
    ray.post(reverse("answer_calendar_back"))
    assert opens(first)


def test_who_has_none_has_nothing_to_end_or_bring_back(ray: Client) -> None:
    for name in ("answer_calendar_end", "answer_calendar_back"):
        assert "You have no " in ray.post(reverse(name), follow=True).content.decode()
    assert not Link.objects.filter(purpose=Link.Purpose.CALENDAR).exists()


def test_it_ends_with_who_it_is_for(asked: Asked, ray: Client, cast: Cast) -> None:
    ray.post(reverse(ADDRESS))
    link = feed(asked)
    has_left(contact=asked.ray, by=cast.by)
    assert not opens(link)


def test_whoever_got_the_wrong_letter_keeps_no_calendar(asked: Asked, ray: Client) -> None:
    ray.post(reverse(ADDRESS))
    link = feed(asked)
    ray.post(reverse("answer_not_for_me"))
    assert not opens(link)


def test_the_address_opens_no_page_and_stands_in_no_log(
    asked: Asked, ray: Client, caplog: pytest.LogCaptureFixture
) -> None:
    ray.post(reverse(ADDRESS))
    key = path(feed(asked)).removeprefix("/calendar/").removesuffix(".ics")
    with caplog.at_level(logging.DEBUG):
        ray.get(reverse(ADDRESS))
        Client().get(path(feed(asked)))
        Client().get(f"/calendar/{key}.ics/")  # cut short or added to by the way: refused, and logged
        client = Client()
        client.get(reverse("answer_link", args=[key]))
        assert client.get(reverse("answer")).status_code == 404
    assert key not in caplog.text.replace(f"answer/{key}", "")
