"""Webhooks: written down with what caused them, signed, tried again, given up."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from api_fixtures import publish_record
from delivery_fixtures import Asked
from django.db import transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from made_record import made_record
from site_cast import Cast
from told_program import ToldProgram, listening

from turntide.web.api.models import Sending, Webhook
from turntide.web.api.rules.signing import secret_as_words, secret_from_words, signature
from turntide.web.api.services.sending import send_due
from turntide.web.api.services.webhooks import Begun, begin_webhook, send_test, start_webhook, stop_webhook
from turntide.web.audit.services import note_act
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import Author, hand_in
from turntide.web.delivery.services.approving import approve_update
from turntide.web.delivery.services.opening import close_round, reopen_round
from turntide.web.plans.models import Plan
from turntide.web.publishing.services.describing import describe_plan
from turntide.web.publishing.services.publishing import publish
from turntide.web.reporting.services.beginning import begin_board_paper
from turntide.web.reporting.services.freezing import freeze_paper
from turntide.web.reporting.store.telling import told_of

NOW = timezone.now


def test_a_round_that_closes_is_told_signed_and_once(
    begun: Begun, program: ToldProgram, asked: Asked, cast: Cast
) -> None:
    close_round(round_=asked.round, by=cast.by)
    assert (send_due(NOW()), send_due(NOW())) == (1, 0)
    [(headers, body)] = program.came
    assert json.loads(body)["type"] == "round closed" and json.loads(body)["id"] == str(asked.round.pk)
    expected = signature(
        secret_from_words(begun.secret), headers["webhook-id"], int(headers["webhook-timestamp"]), body
    )
    assert headers["webhook-signature"] == expected
    assert "ray" not in body.decode().lower()
    reopen_round(round_=asked.round, by=cast.by)
    assert send_due(NOW()) == 0


def test_a_signature_is_as_the_standard_works_it_out() -> None:
    secret = secret_from_words("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    body = b'{"test": 2432232314}'
    made = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@given(st.binary(min_size=1, max_size=64))
def test_a_secret_is_read_as_it_was_shown(secret: bytes) -> None:
    assert secret_from_words(secret_as_words(secret)) == secret


def test_what_did_not_happen_is_not_told(begun: Begun, asked: Asked, cast: Cast) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        close_round(round_=asked.round, by=cast.by)
        raise ZeroDivisionError
    assert not Sending.objects.exists()


def test_everything_that_can_be_told_is_told_when_it_happens(
    begun: Begun, asked: Asked, cast: Cast, tarrow_plan: Plan
) -> None:
    describe_plan(plan=tarrow_plan, shown=True, summary="", saw=0, by=cast.by)
    publish(place=cast.tarrow, by=cast.by)
    update = hand_in(
        request=asked.requests(asked.ray)[0],
        said=Said(lifecycle="delivering", done="Walked."),
        saw=0,
        author=Author.from_link(asked.ray),
    )
    approve_update(update=update, by=cast.by)
    close_round(round_=asked.round, by=cast.by)
    told = set(Sending.objects.values_list("event", flat=True))
    assert told == {"published", "update approved", "round closed"}
    assert Sending.objects.get(event="update approved").told["action"] == str(update.action_id)


def test_a_paper_that_is_frozen_is_told(begun: Begun, program: ToldProgram, asked: Asked, cast: Cast) -> None:
    close_round(round_=asked.round, by=cast.by)
    Sending.objects.all().delete()
    paper, _ = begin_board_paper(place=cast.tarrow, today=timezone.localdate(), by=cast.by)
    freeze_paper(report=paper, saw=told_of(paper).fingerprint, by=cast.by)
    assert send_due(NOW()) == 1
    told = json.loads(program.came[0][1])
    assert (told["type"], told["about"], told["id"]) == ("paper frozen", "report", str(paper.pk))
    assert told["place"] == "tarrow" and set(told) == {"type", "place", "at", "about", "id"}


def test_only_what_is_wanted_is_told_and_only_of_the_place(
    begun: Begun, cast: Cast, program: ToldProgram
) -> None:
    publication = publish_record(cast.elsewhere, made_record())
    note_act("publish", publication, by=cast.by, place_id=cast.elsewhere.pk)
    assert not Sending.objects.exists()
    note_act("publish", publish_record(cast.tarrow, made_record()), by=cast.by, place_id=cast.tarrow.pk)
    Webhook.objects.update(events=["round closed"])
    note_act("publish", publication, by=cast.by, place_id=cast.tarrow.pk)
    assert Sending.objects.get().told["type"] == "published"


def test_what_did_not_get_through_is_tried_again_at_growing_distances(
    begun: Begun, program: ToldProgram, cast: Cast
) -> None:
    program.answers = [500, 503, 200]
    send_test(webhook=begun.webhook, by=cast.by)
    now = NOW()
    assert send_due(now) == 0 and Sending.objects.get().answer == "500 thank you"
    assert send_due(now + timedelta(seconds=59)) == 0 and len(program.came) == 1
    assert send_due(now + timedelta(seconds=61)) == 0 and len(program.came) == 2
    assert send_due(now + timedelta(minutes=5)) == 0 and len(program.came) == 2
    assert send_due(now + timedelta(minutes=7)) == 1
    ids = {headers["webhook-id"] for headers, _ in program.came}
    bodies = {body for _, body in program.came}
    assert len(ids) == len(bodies) == 1
    assert Webhook.objects.get().failing_since is None


def test_a_dead_address_is_asked_once_in_a_go_and_holds_up_no_other(
    begun: Begun, program: ToldProgram, cast: Cast, settings: Any
) -> None:
    with listening() as dead:
        settings.WEBHOOKS_ALSO_TO = [program.url, dead.url]
        gone = begin_webhook(place=cast.tarrow, url=dead.url, events=[], by=cast.by).webhook
    for _ in range(3):
        send_test(webhook=gone, by=cast.by)
        send_test(webhook=begun.webhook, by=cast.by)
    now = NOW()
    assert send_due(now) == 3
    assert sum(Sending.objects.filter(webhook=gone).values_list("tries", flat=True)) == 1
    assert send_due(now) == 0


def test_a_message_that_is_not_taken_holds_up_no_other(
    begun: Begun, program: ToldProgram, cast: Cast
) -> None:
    program.answers = [400]
    for _ in range(2):
        send_test(webhook=begun.webhook, by=cast.by)
    assert send_due(NOW()) == 1


def test_after_three_days_it_is_stopped_and_says_so_and_can_be_started_again(
    begun: Begun, program: ToldProgram, cast: Cast
) -> None:
    program.answers = [500] * 40
    send_test(webhook=begun.webhook, by=cast.by)
    start = NOW()
    for hours in range(0, 96):
        send_due(start + timedelta(hours=hours))
    stopped = Webhook.objects.get()
    assert stopped.stopped_at and "three days" in stopped.stopped_why and "500" in stopped.stopped_why
    assert len(program.came) < 12
    Sending.objects.update(given_up_at=None)
    program.answers = []
    start_webhook(webhook=stopped, by=cast.by)
    assert send_due(NOW()) == 1


def test_an_address_that_is_gone_is_told_no_more(begun: Begun, program: ToldProgram, cast: Cast) -> None:
    program.answers = [410]
    send_test(webhook=begun.webhook, by=cast.by)
    send_due(NOW())
    assert Webhook.objects.get().stopped_at is not None


def test_what_waits_is_kept_while_it_is_stopped(begun: Begun, program: ToldProgram, cast: Cast) -> None:
    send_test(webhook=begun.webhook, by=cast.by)
    stop_webhook(webhook=begun.webhook, by=cast.by)
    assert send_due(NOW()) == 0 and program.came == []
    start_webhook(webhook=begun.webhook, by=cast.by)
    assert send_due(NOW()) == 1
