"""What an officer does from the board, for one person or for all that is ticked."""

from __future__ import annotations

from datetime import timedelta

from delivery_fixtures import Asked, contact_at
from django.test import Client
from django.utils import timezone
from officers_board import address
from site_cast import Cast

from turntide.web.delivery.models import Request
from turntide.web.mail.models import Message
from turntide.web.plans.models import Plan


def test_all_that_is_ticked_is_approved_and_one_press_takes_it_back(busy: Asked, as_editor: Client) -> None:
    ticked = [str(each.pk) for each in busy.round.requests.all()]
    told = as_editor.post(
        address("round_act", busy.round.pk), {"do": "approve", "request": ticked}, follow=True
    )
    page = told.content.decode()
    assert "1 update was approved." in page
    assert "3 were left" in page
    undo = page.split('class="tt-undo"')[1].split('action="')[1].split('"')[0].replace("&amp;", "&")
    assert busy.round.requests.filter(state="approved").count() == 2
    as_editor.post(undo)
    assert busy.round.requests.filter(state="approved").count() == 1


def test_ticked_people_are_reminded_or_written_to_again(busy: Asked, as_editor: Client) -> None:
    Message.objects.update(state=Message.State.SENT, sent_at=timezone.now() - timedelta(days=3))
    act = address("round_act", busy.round.pk)
    as_editor.post(act, {"do": "resend", "person": [str(busy.of(busy.mina).pk)]})
    assert Message.objects.filter(kind="request", state=Message.State.WAITING).count() == 1
    as_editor.post(act, {"do": "remind", "request": [str(each.pk) for each in busy.requests(busy.ray)]})
    assert list(Message.objects.filter(kind="reminder").values_list("to_email", flat=True)) == [
        busy.ray.email
    ]


def test_ticking_nothing_is_told(busy: Asked, as_editor: Client) -> None:
    told = as_editor.post(address("round_act", busy.round.pk), {"do": "approve"})
    assert told.status_code == 409
    assert "Nothing was ticked" in told.content.decode()


def test_somebody_else_answers_for_what_was_ticked(
    busy: Asked, cast: Cast, tarrow_plan: Plan, as_editor: Client
) -> None:
    lou = contact_at(tarrow_plan, "Lou Teale", "lou@council.example", at=1)
    ticked = [str(each.pk) for each in busy.requests(busy.ray)]
    chosen = as_editor.post(address("round_act", busy.round.pk), {"do": "contact", "request": ticked})
    page = as_editor.get(chosen["Location"]).content.decode()
    assert "Lou Teale" in page
    told = as_editor.post(chosen["Location"], {"contact": str(lou.pk), "for_good": "on"}, follow=True)
    assert "Lou Teale is asked for 1 action now." in told.content.decode()
    assert [each.action_id for each in busy.requests(lou)] == [Request.objects.get(pk=ticked[2]).action_id]
    assert len(busy.requests(busy.ray)) == 2


def test_the_letter_goes_out_again_and_an_absence_is_noted(busy: Asked, as_editor: Client) -> None:
    Message.objects.update(state=Message.State.SENT)
    mina = busy.of(busy.mina)
    told = as_editor.post(address("resend", mina.pk), follow=True).content.decode()
    assert "The letter goes to Mina Farrow again." in told
    noted = as_editor.post(
        address("note_absence", mina.pk),
        {"until_day": "1", "until_month": "3", "until_year": "2027", "returned": "on"},
        follow=True,
    )
    page = noted.content.decode()
    assert "away until 1 March 2027" in page
    undo = page.split('class="tt-undo"')[1].split('action="')[1].split('"')[0].replace("&amp;", "&")
    as_editor.post(undo)
    mina.refresh_from_db()
    assert (mina.away_until, mina.returned_at) == (None, None)
