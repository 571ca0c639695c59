"""The letters of a round: what they say, and when there is nothing left for them to say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import pytest
from delivery_fixtures import Asked
from django.utils import timezone
from site_cast import Cast

from turntide.web.delivery.connecting_rounds import connect
from turntide.web.delivery.letters.rounds import KINDS, MOST_LISTED
from turntide.web.delivery.models import Recipient, Request, Responsibility, Round, Update
from turntide.web.delivery.rules.reminding import opens_on, steps
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.rules.working_days import working_day_from
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in, say_no_change
from turntide.web.delivery.services.digesting import plan_digests
from turntide.web.delivery.services.opening import close_round
from turntide.web.delivery.services.reminding import plan_reminders, remind_now
from turntide.web.delivery.work import look_after_rounds
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.letters import Contents
from turntide.web.mail.models import Message
from turntide.web.mail.rules.filling import fields_in
from turntide.web.mail.ticks import told_ticks
from turntide.web.organisations.services.contacts import has_left
from turntide.web.plans.models import Action

ASKING, REMINDER, DIGEST = KINDS


def sent(round_: Round) -> None:
    """All letters so far went out when the round was opened."""
    Message.objects.update(state=Message.State.SENT, sent_at=round_.opened_at)


def step(round_: Round, number: int) -> datetime:
    """The moment of a step."""
    return steps(round_.due_on, "ENG")[number - 1].at


def answer_all(asked: Asked, recipient: Recipient) -> None:
    for request in recipient.requests.all():
        say_no_change(request=request, saw=NOTHING_SEEN, author=Author.from_link(recipient.contact))


def composed(message: Message) -> Contents:
    found = {kind.name: kind for kind in KINDS}[message.kind].compose(message)
    assert found is not None
    return found


def letter_to(recipient: Recipient, kind: str = "request") -> Message:
    return Message.objects.filter(kind=kind, about__recipient=str(recipient.pk)).latest("made_at")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_wording_uses_no_field_that_is_not_filled(kind: LetterKind) -> None:
    assert {*fields_in(str(kind.subject)), *fields_in(str(kind.body))} <= set(kind.fields)


def test_rounds_are_looked_after_every_minute() -> None:
    connect()
    connect()
    assert told_ticks().count(look_after_rounds) == 1


def test_the_letter_that_asks_lists_what_the_person_answers_for(asked: Asked) -> None:
    Round.objects.update(note="The board meets soon.")
    contents = composed(letter_to(asked.of(asked.ray)))
    values: Mapping[str, str] = contents.values
    assert set(values) == set(ASKING.fields)
    assert values["actions"].count("* ") == 3
    assert all(str(each.action) in values["actions"] for each in asked.requests(asked.ray))
    assert (values["name"], values["note"]) == ("Ray Okoro", "The board meets soon.")
    assert values["due"].endswith(str(asked.round.due_on.year))
    assert values["link"].startswith("http") and contents.secret == {"link"}


def test_their_own_sheet_is_enclosed(asked: Asked) -> None:
    (sheet,) = composed(letter_to(asked.of(asked.ray))).enclosures
    assert sheet.name.endswith(".xlsx") and sheet.body.startswith(b"PK")


def test_a_letter_about_very_many_actions_stays_readable(asked: Asked) -> None:
    one = asked.of(asked.ray)
    plan = asked.requests(asked.ray)[0].action.plan
    more = [Action(plan=plan, position=900 + at, text=f"More {at}") for at in range(MOST_LISTED)]
    made = Action.objects.bulk_create(more)
    Request.objects.bulk_create(Request(round=asked.round, recipient=one, action=each) for each in made)
    listed = composed(letter_to(one)).values["actions"].splitlines()
    assert len(listed) == MOST_LISTED + 1
    assert listed[-1] == "* and 3 more, which are on your page"


def test_nothing_is_asked_of_whoever_answered_or_left_or_was_the_wrong_one(asked: Asked, cast: Cast) -> None:
    ray, mina = asked.of(asked.ray), asked.of(asked.mina)
    answer_all(asked, ray)
    assert ASKING.compose(letter_to(ray)) is None
    Recipient.objects.filter(pk=mina.pk).update(wrong_at=timezone.now())
    assert ASKING.compose(letter_to(mina)) is None
    Recipient.objects.filter(pk=mina.pk).update(wrong_at=None)
    assert ASKING.compose(letter_to(mina)) is not None
    close_round(round_=asked.round, by=cast.by)
    assert ASKING.compose(letter_to(mina)) is None


def test_a_reminder_lists_what_is_still_open_and_says_when_it_is_due(asked: Asked) -> None:
    sent(asked.round)
    assert plan_reminders(step(asked.round, 1)) == 2
    first, *_ = asked.requests(asked.ray)
    say_no_change(request=first, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    values = composed(letter_to(asked.of(asked.ray), "reminder")).values
    assert set(values) == set(REMINDER.fields)
    assert values["actions"].count("* ") == 2 and str(first.action) not in values["actions"]
    assert values["when"].startswith("is due on")
    Round.objects.update(due_on=date(2020, 1, 6))
    assert composed(letter_to(asked.of(asked.ray), "reminder")).values["when"].startswith("was due on")


def test_reminding_again_and_again_makes_one_letter_a_step(asked: Asked) -> None:
    sent(asked.round)
    assert [plan_reminders(step(asked.round, 1)) for _again in range(3)] == [2, 0, 0]
    assert plan_reminders(step(asked.round, 2)) == 2
    assert Message.objects.filter(kind="reminder").count() == 4


def test_a_reminder_that_still_waits_when_the_next_is_made_is_not_sent(asked: Asked) -> None:
    sent(asked.round)
    plan_reminders(step(asked.round, 1))
    first = letter_to(asked.of(asked.ray), "reminder")
    plan_reminders(step(asked.round, 2))
    assert REMINDER.compose(first) is None
    assert REMINDER.compose(letter_to(asked.of(asked.ray), "reminder")) is not None


def test_whoever_answered_cannot_be_reached_or_is_away_is_not_reminded(asked: Asked) -> None:
    sent(asked.round)
    ray, mina = asked.of(asked.ray), asked.of(asked.mina)
    answer_all(asked, ray)
    ASKING.returned(letter_to(mina))
    mina.refresh_from_db()
    assert mina.returned_at is not None
    assert plan_reminders(step(asked.round, 1)) == 0
    Recipient.objects.filter(pk=mina.pk).update(returned_at=None)
    ASKING.away(letter_to(mina), step(asked.round, 2).date())
    assert plan_reminders(step(asked.round, 2)) == 0
    assert plan_reminders(step(asked.round, 3)) == 1


def test_nobody_is_reminded_while_the_letter_that_asks_waits(asked: Asked) -> None:
    assert plan_reminders(step(asked.round, 1)) == 0
    sent(asked.round)
    assert plan_reminders(step(asked.round, 1)) == 2


def test_only_those_meant_are_reminded_by_hand(asked: Asked, cast: Cast) -> None:
    sent(asked.round)
    assert remind_now(round_=asked.round, by=cast.by, only={asked.of(asked.mina).pk}) == 1
    assert letter_to(asked.of(asked.mina), "reminder").to_email == "mina@council.example"


def next_morning(days: int = 1) -> datetime:
    """Nine o'clock of the first working day that is so many days from now or later."""
    return opens_on(working_day_from(timezone.localdate() + timedelta(days=days), "ENG"))


def test_the_officer_is_told_once_a_morning_and_only_of_what_happened(asked: Asked, cast: Cast) -> None:
    morning = next_morning()
    assert plan_digests(morning) == 0, "nothing happened"
    Round.objects.update(told_at=asked.round.opened_at)
    help_ = Said(lifecycle="delivering", confidence="green", done="Opened.", ask="A crossing, please.")
    first, *_ = asked.requests(asked.ray)
    hand_in(request=first, said=help_, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    Recipient.objects.filter(contact=asked.mina).update(returned_at=timezone.now())
    responsibility = Responsibility.objects.get(action=asked.requests(asked.ray)[1].action)
    responsibility.state, responsibility.reason = Responsibility.State.DECLINED, "It was never ours."
    responsibility.ended_at = timezone.now()
    responsibility.save()
    assert [plan_digests(morning + timedelta(minutes=at)) for at in (0, 1, 60)] == [1, 0, 0]
    digest = Message.objects.get(kind="digest")
    assert digest.to_email == cast.editor.email
    values = composed(digest).values
    assert set(values) == set(DIGEST.fields)
    told = values["happened"]
    assert "* Ray Okoro: 1 action" in told and "mina@council.example" in told
    assert f"* {first.action} (Ray Okoro)" in told and "It was never ours." in told
    assert values["left"] == "3 of 4 are still open."


def test_the_officer_hears_who_left_with_actions_unanswered(asked: Asked, cast: Cast) -> None:
    answer_all(asked, asked.of(asked.mina))
    for contact in (asked.ray, asked.mina):
        has_left(contact=contact, by=cast.by)
    assert plan_digests(next_morning()) == 1
    told = composed(Message.objects.get(kind="digest")).values["happened"]
    assert "* Ray Okoro, who has left" in told and "Mina Farrow, who" not in told


def test_the_officer_hears_once_that_actions_are_late(asked: Asked) -> None:
    sent(asked.round)
    day = asked.round.due_on
    mornings = [opens_on(day + timedelta(days=1 + at)) for at in range(10)]
    assert sum(plan_digests(moment) for moment in mornings) == 1
    assert "4 actions are late now." in composed(Message.objects.get(kind="digest")).values["happened"]


def test_whoever_left_the_place_gets_no_digest(asked: Asked, cast: Cast) -> None:
    answer_all(asked, asked.of(asked.ray))
    cast.editor.memberships.all().delete()
    assert plan_digests(next_morning()) == 0
    assert Update.objects.exists()
