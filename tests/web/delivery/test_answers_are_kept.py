"""What partners say is kept once, whole, and by one of two who write at once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from delivery_fixtures import Asked, draft_round
from django.utils import timezone
from site_cast import Cast

from turntide.web.delivery.models import Request, Round, Saying, Standing, Update
from turntide.web.delivery.rules.freshness import Freshness, Known, freshness
from turntide.web.delivery.rules.links import Standing as LinkStanding
from turntide.web.delivery.rules.said import Said, StepSaid
from turntide.web.delivery.services.answering import (
    NOTHING_SEEN,
    Author,
    hand_in,
    keep_draft,
    say_done,
    say_no_change,
)
from turntide.web.delivery.services.approving import approve_update, send_back, unapprove
from turntide.web.delivery.services.linking import address_of
from turntide.web.delivery.services.opening import close_round, open_round
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, RefusedError, UnfinishedError
from turntide.web.delivery.store.freshness import standings_of
from turntide.web.delivery.store.links import Opened, opened
from turntide.web.delivery.store.sayings import said_of
from turntide.web.mail.models import Message
from turntide.web.plans.store.filtering import actions_chosen, chosen
from turntide.web.plans.store.filters import Filters

GOOD = Said(lifecycle="delivering", confidence="green", done="Opened the path.", ask="A crossing, please.")


def test_opening_asks_each_person_once(asked: Asked) -> None:
    assert [one.email for one in asked.round.recipients.all()] == [
        "mina@council.example",
        "ray@harbourtrust.example",
    ]
    assert len(asked.requests(asked.ray)) == 3
    assert Message.objects.filter(kind="request").count() == 2


def test_opening_twice_is_refused(asked: Asked, cast: Cast) -> None:
    with pytest.raises(RefusedError, match="opened already"):
        open_round(round_=asked.round, saw=asked.round.version, by=cast.by)
    assert asked.round.requests.count() == 4


def test_what_is_handed_in_comes_back_as_it_was_said(asked: Asked) -> None:
    one = asked.requests(asked.ray)[0]
    step = StepSaid(
        None, "Design agreed", due=date(2026, 12, 1), moved_to=date(2027, 1, 8), reason="Ground is wet."
    )
    said = Said(lifecycle="delivering", confidence="green", done="Designed it.", steps=(step,))
    update = hand_in(request=one, said=said, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    assert said_of(Update.objects.get(pk=update.pk)) == said
    one.refresh_from_db()
    assert one.state == Request.State.ANSWERED
    assert Saying.objects.get(update=update).said["done"] == "Designed it."


def test_a_draft_counts_as_no_answer_and_goes_on_where_it_was_left(asked: Asked) -> None:
    one = asked.requests(asked.ray)[0]
    author = Author.from_link(asked.ray)
    first = keep_draft(request=one, said=Said(done="Half a"), saw=NOTHING_SEEN, author=author)
    second = keep_draft(request=one, said=Said(done="Half a sentence"), saw=first.version, author=author)
    one.refresh_from_db()
    assert one.state == Request.State.ASKED
    assert (second.pk, second.version, second.done) == (first.pk, 2, "Half a sentence")


def test_of_two_who_answer_at_once_the_second_is_told(asked: Asked) -> None:
    one = asked.requests(asked.ray)[0]
    author = Author.from_link(asked.ray)
    hand_in(request=one, said=GOOD, saw=NOTHING_SEEN, author=author)
    with pytest.raises(AnsweredMeanwhileError) as told:
        say_no_change(request=one, saw=NOTHING_SEEN, author=author)
    assert told.value.update.done == GOOD.done
    assert Update.objects.get(request=one).no_change is False


def test_what_is_red_says_why_and_until_when(asked: Asked) -> None:
    one = asked.requests(asked.ray)[0]
    red = Said(lifecycle="delivering", confidence="red")
    with pytest.raises(UnfinishedError) as told:
        hand_in(request=one, said=red, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    assert [fault.field for fault in told.value.faults] == ["reason", "recovers_on"]
    assert not Update.objects.exists()


def test_no_change_keeps_how_it_stood_and_repeats_are_counted(asked: Asked) -> None:
    one = asked.requests(asked.ray)[0]
    author = Author.from_link(asked.ray)
    first = hand_in(request=one, said=GOOD, saw=NOTHING_SEEN, author=author)
    again = say_no_change(request=one, saw=first.version, author=author)
    assert (again.no_change, again.lifecycle, again.done) == (True, "delivering", "")
    assert Standing.objects.get(action=one.action_id).unchanged == 1


def test_done_in_one_tap(asked: Asked) -> None:
    one = asked.requests(asked.ray)[0]
    assert say_done(request=one, saw=NOTHING_SEEN, author=Author.from_link(asked.ray)).lifecycle == "complete"


def test_a_closed_round_takes_no_answer(asked: Asked, cast: Cast) -> None:
    close_round(round_=asked.round, by=cast.by)
    with pytest.raises(RefusedError, match="closed"):
        say_done(request=asked.requests(asked.ray)[0], saw=NOTHING_SEEN, author=Author.from_link(asked.ray))


def test_freshness_turns_as_people_answer_or_do_not(asked: Asked, cast: Cast) -> None:
    today = timezone.localdate()
    first, second, *_ = asked.requests(asked.ray)
    assert fresh(first, today) is Freshness.DUE
    assert fresh(first, today + timedelta(days=15)) is Freshness.LATE
    say_done(request=first, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    assert fresh(first, today) is Freshness.CURRENT
    close_round(round_=asked.round, by=cast.by)
    assert fresh(second, today) is Freshness.LATE


def fresh(request: Request, today: date) -> Freshness:
    row = Standing.objects.get(action=request.action_id)
    return freshness(Known(row.said_on, row.asked_due, row.missed, row.fresh_until), today)


def test_a_link_opens_nothing_once_the_contact_is_somebody_else(asked: Asked) -> None:
    link = asked.of(asked.ray).links.get()
    key = address_of(link).rstrip("/").rsplit("/", 1)[1]
    assert isinstance(opened(key, "answer", timezone.now()), Opened)
    asked.ray.email = "successor@harbourtrust.example"
    asked.ray.save()
    assert opened(key, "answer", timezone.now()) is LinkStanding.REVOKED


def test_lists_are_narrowed_by_what_they_show(asked: Asked, cast: Cast) -> None:
    red, untouched, *_ = asked.requests(asked.ray)
    when = date(2027, 1, 8)
    said = Said(lifecycle="delivering", confidence="red", reason="No lease.", recovers_on=when)
    update = hand_in(request=red, said=said, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    assert listed(red, confidence="red") == [red.action_id]
    assert untouched.action_id in listed(red, confidence="none")
    approve_update(update=update, by=cast.by)
    again = unapprove(update=Update.objects.get(pk=update.pk), by=cast.by)
    send_back(update=again, comment="Which lease?", by=cast.by)
    assert listed(red, confidence="red") == []


def listed(request: Request, **wanted: Any) -> list[UUID]:
    plan = request.action.plan
    choice = chosen(plan.place, Filters(**wanted), plan)
    return list(actions_chosen(choice, timezone.localdate()).values_list("pk", flat=True))


def test_what_is_counted_is_what_is_shown(asked: Asked, cast: Cast) -> None:
    first, second, third = asked.requests(asked.ray)
    author = Author.from_link(asked.ray)
    approve_update(update=hand_in(request=first, said=GOOD, saw=NOTHING_SEEN, author=author), by=cast.by)
    hand_in(request=second, said=GOOD, saw=NOTHING_SEEN, author=author)
    say_no_change(request=third, saw=NOTHING_SEEN, author=author)
    for row in Standing.objects.all():
        last = standings_of([row.action_id])[row.action_id].last
        shown = (last.lifecycle, last.confidence) if last and not last.by_document else ("", "")
        assert (row.told, (row.lifecycle, row.confidence)) == (shown != ("", ""), shown)


def test_what_says_nothing_of_how_it_stands_hides_nothing(asked: Asked, cast: Cast) -> None:
    """No change of an action nobody had told of is approved; then it is told of."""
    one, author = asked.requests(asked.ray)[0], Author.from_link(asked.ray)
    quiet = say_no_change(request=one, saw=NOTHING_SEEN, author=author)
    approve_update(update=quiet, by=cast.by, seen=True)
    later = draft_round(one.action.plan, title="The next", due_in=40)
    Round.objects.filter(pk=later.pk).update(ends=later.ends + timedelta(days=100))
    close_round(round_=asked.round, by=cast.by)
    open_round(round_=later, saw=1, by=cast.by)
    say_done(request=later.requests.get(action=one.action_id), saw=NOTHING_SEEN, author=author)
    last = standings_of([one.action_id])[one.action_id].last
    assert last is not None and last.lifecycle == "complete"
    assert Standing.objects.get(action=one.action_id).lifecycle == "complete"
