"""The milestones for calendar programs: what is fetched is what there is, by those alone who may see it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from delivery_fixtures import Asked
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from site_cast import Cast

from turntide.web.accounts.models import Membership
from turntide.web.accounts.roles import Role
from turntide.web.delivery.models import Link, Request
from turntide.web.delivery.pages.calendar.feed import calendar_of, summary_of, uid_of
from turntide.web.delivery.rules.said import Said, StepSaid
from turntide.web.delivery.services.answering import Author, hand_in
from turntide.web.delivery.services.calendar_links import make_feed
from turntide.web.delivery.services.linking import address_of
from turntide.web.delivery.store.milestones import Marked, marked, milestones_of
from turntide.web.organisations.services.contacts import has_left
from turntide.web.plans.models import Action, Milestone, Plan

FEED = "calendar_feed"


def address(route: str = FEED) -> str:
    return reverse(route, args=["tarrow"])


def path_of(link: Link) -> str:
    return "/" + address_of(link).split("/", 3)[3]


def events(body: bytes) -> dict[str, Any]:
    return {str(event["UID"]): event for event in Calendar.from_ical(body).walk("VEVENT")}


@pytest.fixture
def link(cast: Cast) -> Link:
    person = cast.members[Role.VIEWER]
    return make_feed(place=cast.tarrow, holder=person, by=cast.by)


@pytest.fixture
def action(tarrow_plan: Plan) -> Action:
    Milestone.objects.all().delete()
    return tarrow_plan.actions.standing()[0]


def soon(days: int = 30) -> date:
    return timezone.localdate() + timedelta(days=days)


def test_a_person_makes_renews_and_ends_their_own_address(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.members[Role.VIEWER])
    assert "Make my address" in client.get(address()).content.decode()
    client.post(address())
    first = Link.objects.get()
    assert address_of(first) in client.get(address()).content.decode()
    page = client.post(address(), follow=True).content.decode()
    assert address_of(first) not in page and address("calendar_feed_back") in page
    assert Client().get(path_of(first)).status_code == 404
    client.post(address("calendar_feed_back"))
    assert Client().get(path_of(first)).status_code == 200
    client.post(address("calendar_feed_end"))
    assert Client().get(path_of(first)).status_code == 404
    client.post(address("calendar_feed_back"))
    assert address_of(first) in client.get(address()).content.decode()


def test_two_people_have_two_addresses(cast: Cast, link: Link) -> None:
    other = make_feed(place=cast.tarrow, holder=cast.editor, by=cast.by)
    assert address_of(other) != address_of(link)
    assert {Client().get(path_of(each)).status_code for each in (link, other)} == {200}


def test_nothing_of_the_address_is_kept_but_its_hash(link: Link) -> None:
    key = path_of(link).removeprefix("/calendar/").removesuffix(".ics")
    assert key not in str(Link.objects.filter(pk=link.pk).values())


def test_fetching_writes_nothing_and_asks_little(cast: Cast, link: Link, action: Action) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert Client().get(path_of(link)).status_code == 200
        assert all(each["sql"].startswith("SELECT") for each in queries)
        return len(queries)

    Milestone.objects.create(action=action, text="One", due=soon())
    few = asked()
    Milestone.objects.bulk_create(
        Milestone(action=action, text=f"Step {at}", due=soon(at)) for at in range(20)
    )
    assert asked() == few


def test_what_is_fetched_may_be_asked_for_again(link: Link, action: Action) -> None:
    client = Client()
    first = client.get(path_of(link))
    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in first["Cache-Control"] and first["Referrer-Policy"] == "no-referrer"
    again = client.get(path_of(link), headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    Milestone.objects.create(action=action, text="New", due=soon())
    assert client.get(path_of(link), headers={"if-none-match": first["ETag"]}).status_code == 200


def refused(path: str) -> bool:
    answer = Client().get(path)
    return answer.status_code == 404 and b"BEGIN:VCALENDAR" not in answer.content


def test_who_belongs_to_the_place_no_more_fetches_nothing(cast: Cast, link: Link) -> None:
    Membership.objects.filter(person=link.person_id).delete()
    assert refused(path_of(link))
    assert refused("/calendar/no-key-of-anybody.ics")


def test_a_person_whose_account_was_closed_fetches_nothing(link: Link) -> None:
    assert link.person is not None
    link.person.is_active = False
    link.person.save()
    assert refused(path_of(link))


def test_an_address_is_of_one_place(cast: Cast, link: Link, action: Action) -> None:
    theirs = Plan.objects.create(place=cast.elsewhere, title="Theirs")
    foreign = Action.objects.create(plan=theirs, text="Theirs")
    Milestone.objects.create(action=foreign, text="Theirs", due=soon())
    own = Milestone.objects.create(action=action, text="Ours", due=soon())
    found = events(Client().get(path_of(link)).content)
    assert list(found) == [f"milestone-{own.pk}@{cast.tarrow.pk}"]


def test_a_contact_fetches_the_milestones_they_answer_for(cast: Cast, asked: Asked) -> None:
    Milestone.objects.all().delete()
    theirs, others = asked.requests(asked.ray)[0].action, asked.requests(asked.mina)[0].action
    Milestone.objects.create(action=theirs, text="Ray's", due=soon())
    Milestone.objects.create(action=others, text="Mina's", due=soon())
    link = make_feed(place=cast.tarrow, holder=asked.ray, by=cast.by)
    (event,) = events(Client().get(path_of(link)).content).values()
    assert (str(event["SUMMARY"]), "URL" in event) == ("Ray's", False)
    again = make_feed(place=cast.tarrow, holder=asked.ray, by=cast.by)
    assert refused(path_of(link)) and not refused(path_of(again))
    has_left(contact=asked.ray, by=cast.by)
    assert refused(path_of(again))


def test_what_moves_keeps_its_name_and_counts_up(cast: Cast, asked: Asked, link: Link) -> None:
    Milestone.objects.all().delete()
    request = asked.requests(asked.ray)[0]
    of = Milestone.objects.create(action=request.action, text="Design agreed", due=soon())
    seen = [_only(link)]
    for at, step in enumerate(
        (
            StepSaid(of.pk, of.text, of.due, moved_to=soon(60), reason="Wet; cold, too"),
            StepSaid(of.pk, of.text, of.due, met_on=soon(0)),
        )
    ):
        said = Said(lifecycle="delivering", confidence="green", steps=(step,))
        hand_in(
            request=Request.objects.get(pk=request.pk), said=said, saw=at, author=Author.from_link(asked.ray)
        )
        seen.append(_only(link))
    assert len({str(event["UID"]) for event in seen}) == 1
    assert [int(event["SEQUENCE"]) for event in seen] == sorted({int(event["SEQUENCE"]) for event in seen})
    assert [event.decoded("DTSTART") for event in seen[:2]] == [soon(), soon(60)]
    assert "Wet; cold, too" in str(seen[1]["DESCRIPTION"])
    assert str(seen[2]["SUMMARY"]) == "Done: Design agreed"


def _only(link: Link) -> Any:
    (event,) = events(Client().get(path_of(link)).content).values()
    return event


WORDS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from(';,\\:"\n'), min_size=1, max_size=120
).filter(str.strip)
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
LIFECYCLES = st.sampled_from(["", "planning", "delivering", "complete", "stopped"])


@given(texts=st.lists(st.tuples(WORDS, DAYS, LIFECYCLES), max_size=6))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_the_feed_read_again_is_the_milestones(
    cast: Cast, action: Action, texts: list[tuple[str, date, str]]
) -> None:
    Milestone.objects.all().delete()
    plan = action.plan
    for text, due, lifecycle in texts:
        one = Action.objects.create(plan=plan, text=text, lifecycle=lifecycle)
        Milestone.objects.create(action=one, text=text, due=due)
    milestones = marked(milestones_of(cast.tarrow))
    body = calendar_of("Tarrow", milestones, lambda one: f"https://tarrow.example/{one}/")
    assert body == calendar_of("Tarrow", milestones, lambda one: f"https://tarrow.example/{one}/")
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    found = events(body)
    assert len(found) == len(texts)
    for each in milestones:
        _is_event_of(found[uid_of(each)], each)


def _is_event_of(event: Any, each: Marked) -> None:
    assert event.decoded("DTSTART") == each.day
    assert event.decoded("DTEND") == each.day + timedelta(days=1)
    assert str(event["SUMMARY"]) == summary_of(each)
    assert str(event["URL"]) == f"https://tarrow.example/{each.milestone.action_id}/"
    assert str(event["STATUS"]) == ("CANCELLED" if each.is_off else "CONFIRMED")
    assert event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED")
    assert int(event["SEQUENCE"]) == each.changes


def test_an_address_gives_what_the_calendars_filters_leave(cast: Cast, action: Action, link: Link) -> None:
    other = Plan.objects.create(place=cast.tarrow, title="Food plan")
    Milestone.objects.create(action=action, text="Ours", due=soon())
    Milestone.objects.create(action=Action.objects.create(plan=other, text="Grow"), text="Food", due=soon())
    client = Client()
    client.force_login(cast.members[Role.VIEWER])
    page = client.get(f"{address()}?plan={other.pk}").content.decode()
    assert f"{address_of(link)}?plan={other.pk}" in page
    (event,) = events(Client().get(f"{path_of(link)}?plan={other.pk}").content).values()
    assert str(event["SUMMARY"]) == "Food"
