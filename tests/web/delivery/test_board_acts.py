"""What an officer does with answers: each act is kept, can be taken back, and is done by one of two at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from delivery_fixtures import Asked
from django.utils import timezone
from site_cast import Cast

from turntide.web.delivery.letters.board import KINDS
from turntide.web.delivery.models import Request, Saying, Standing, Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in, say_no_change
from turntide.web.delivery.services.approving import (
    approve_many,
    approve_update,
    ask_back,
    doubts_about,
    send_back,
    take_question_back,
    take_sending_back,
    unapprove,
    unapprove_many,
)
from turntide.web.delivery.services.chasing import Known, note_absence, resend, resend_many
from turntide.web.delivery.services.on_behalf import answer_for
from turntide.web.delivery.services.opening import close_round
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, RefusedError
from turntide.web.mail.models import Message

GOOD = Said(lifecycle="delivering", confidence="green", done="Opened the path.", worth_a_story=True)
QUESTION = next(kind for kind in KINDS if kind.name == "question")


def answered(asked: Asked, at: int = 0, said: Said = GOOD) -> Update:
    request = asked.requests(asked.ray)[at]
    return hand_in(request=request, said=said, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))


def state_of(update: Update) -> tuple[str, str]:
    kept = Update.objects.select_related("request").get(pk=update.pk)
    assert kept.request is not None
    return kept.state, kept.request.state


def letters(kind: str) -> list[Message]:
    return list(Message.objects.filter(kind=kind))


def test_approving_holds_and_can_be_taken_back(asked: Asked, cast: Cast) -> None:
    update = answered(asked)
    held = approve_update(update=update, by=cast.by, saw=update.version)
    assert state_of(update) == ("approved", "approved")
    assert (held.approved_by_id, held.approved_at is not None) == (cast.editor.pk, True)
    unapprove(update=update, by=cast.by)
    assert state_of(update) == ("submitted", "answered")
    assert [each.verb for each in update.sayings.all()] == ["hand in", "approve", "take approval back"]


def test_of_two_officers_at_once_the_second_is_told(asked: Asked, cast: Cast) -> None:
    update = answered(asked)
    approve_update(update=update, by=cast.by, saw=update.version)
    with pytest.raises(AnsweredMeanwhileError):
        send_back(update=update, comment="Which path?", by=cast.by, saw=update.version)
    with pytest.raises(RefusedError, match="not approved yet"):
        approve_update(update=update, by=cast.by)
    assert state_of(update) == ("approved", "approved")
    assert not letters("question")


def test_a_draft_cannot_be_approved(asked: Asked, cast: Cast) -> None:
    update = answered(asked)
    Update.objects.filter(pk=update.pk).update(state=Update.State.DRAFT)
    with pytest.raises(RefusedError):
        approve_update(update=update, by=cast.by)


def test_red_without_a_reason_is_approved_only_by_somebody_who_saw_it(asked: Asked, cast: Cast) -> None:
    red = Said(
        lifecycle="delivering", confidence="red", reason="Ground is wet.", recovers_on=timezone.localdate()
    )
    update = answered(asked, said=red)
    Update.objects.filter(pk=update.pk).update(reason="")
    with pytest.raises(RefusedError, match="does not say why"):
        approve_update(update=update, by=cast.by)
    assert approve_update(update=update, by=cast.by, seen=True).state == "approved"


def test_no_change_said_again_is_counted_aloud(asked: Asked) -> None:
    update = answered(asked)
    author = Author.from_link(asked.ray)
    assert update.request is not None
    quiet = say_no_change(request=update.request, saw=update.version, author=author)
    assert doubts_about(quiet, 1) == ()
    assert "third time" in doubts_about(quiet, 3)[0].sentence
    assert "7 times" in doubts_about(quiet, 7)[0].sentence


def test_many_are_approved_at_one_stroke_and_what_is_doubtful_is_left(asked: Asked, cast: Cast) -> None:
    amber = Said(lifecycle="delivering", confidence="amber", reason="Late.", recovers_on=timezone.localdate())
    one, doubtful = answered(asked), answered(asked, 1, amber)
    Update.objects.filter(pk=doubtful.pk).update(reason="")
    everything = [each.pk for each in asked.round.requests.all()]
    done = approve_many(round_=asked.round, requests=everything, by=cast.by)
    assert (done.approved, len(done.left)) == (1, 3)
    assert (state_of(one)[0], state_of(doubtful)[0]) == ("approved", "submitted")
    assert unapprove_many(round_=asked.round, at=done.at, by=cast.by) == 1
    assert state_of(one) == ("submitted", "answered")


def test_what_is_sent_back_waits_for_its_author_again(asked: Asked, cast: Cast) -> None:
    update = answered(asked)
    send_back(update=update, comment="Which path?", by=cast.by, saw=update.version)
    assert state_of(update) == ("sent back", "sent back")
    assert Standing.objects.get(action=update.action_id).asked_due == asked.round.due_on
    assert "Which path?" in written(letters("question")[0])
    update.refresh_from_db()
    assert update.request is not None
    hand_in(request=update.request, said=GOOD, saw=update.version, author=Author.from_link(asked.ray))
    assert state_of(update) == ("submitted", "answered")
    assert Saying.objects.get(update=update, verb="send back").said["comment"] == "Which path?"


def test_sending_back_wants_a_comment_and_an_open_round(asked: Asked, cast: Cast) -> None:
    update = answered(asked)
    with pytest.raises(RefusedError, match="put right"):
        send_back(update=update, comment="  ", by=cast.by)
    close_round(round_=asked.round, by=cast.by)
    with pytest.raises(RefusedError, match="Reopen"):
        send_back(update=update, comment="Which path?", by=cast.by)


def test_a_letter_is_not_worded_when_what_caused_it_was_taken_back(asked: Asked, cast: Cast) -> None:
    update = answered(asked)
    send_back(update=update, comment="Which path?", by=cast.by)
    take_sending_back(update=update, by=cast.by)
    assert state_of(update) == ("submitted", "answered")
    assert QUESTION.compose(letters("question")[0]) is None


def test_a_person_gets_one_letter_for_all_that_waits(asked: Asked, cast: Cast) -> None:
    first, second = answered(asked), answered(asked, 1)
    send_back(update=first, comment="Which path?", by=cast.by)
    assert second.request is not None
    ask_back(request=second.request, question="How many came?", by=cast.by)
    (letter,) = letters("question")
    assert letter.due_at > timezone.now()
    assert "Which path?" in written(letter)
    assert "How many came?" in written(letter)


def test_a_second_letter_goes_out_for_what_came_after_the_first(asked: Asked, cast: Cast) -> None:
    first, second = answered(asked), answered(asked, 1)
    send_back(update=first, comment="Which path?", by=cast.by)
    Message.objects.filter(kind="question").update(state=Message.State.SENT)
    send_back(update=second, comment="Which bench?", by=cast.by)
    assert len(letters("question")) == 2


def test_a_question_leaves_the_answer_standing_and_is_answered_by_handing_in(
    asked: Asked, cast: Cast
) -> None:
    update = answered(asked)
    request = ask_back(request=asked.requests(asked.ray)[0], question="How many came?", by=cast.by)
    assert state_of(update) == ("submitted", "answered")
    assert request.question == "How many came?"
    update.refresh_from_db()
    hand_in(request=request, said=GOOD, saw=update.version, author=Author.from_link(asked.ray))
    assert Request.objects.get(pk=request.pk).question == ""


def test_a_question_can_be_taken_back(asked: Asked, cast: Cast) -> None:
    request = ask_back(request=asked.requests(asked.ray)[0], question="Is it yours still?", by=cast.by)
    take_question_back(request=request, by=cast.by)
    assert QUESTION.compose(letters("question")[0]) is None
    with pytest.raises(RefusedError):
        take_question_back(request=request, by=cast.by)


def test_an_officer_enters_what_they_were_told_even_after_closing(asked: Asked, cast: Cast) -> None:
    close_round(round_=asked.round, by=cast.by)
    request = asked.requests(asked.ray)[0]
    update = answer_for(request=request, said=GOOD, saw=NOTHING_SEEN, by=cast.by)
    assert (update.via, update.entered_by_id, update.author_id) == (
        Update.Via.OFFICER,
        cast.editor.pk,
        asked.ray.pk,
    )
    assert state_of(update) == ("submitted", "answered")


def test_the_letter_goes_out_again_once_and_to_the_address_of_today(asked: Asked, cast: Cast) -> None:
    Message.objects.update(state=Message.State.RETURNED)
    ray = asked.of(asked.ray)
    asked.ray.email = "Ray.Okoro@harbourtrust.example"
    asked.ray.save()
    assert [resend(recipient=ray, by=cast.by) for _press in range(2)] == [True, False]
    (again,) = Message.objects.filter(kind="request", state=Message.State.WAITING)
    assert again.to_email == "ray.okoro@harbourtrust.example"
    Message.objects.update(state=Message.State.SENT)
    assert resend(recipient=ray, by=cast.by)


def test_the_letter_is_not_sent_again_to_somebody_who_cannot_answer(asked: Asked, cast: Cast) -> None:
    asked.ray.left_at = timezone.now()
    asked.ray.save()
    with pytest.raises(RefusedError, match="has left"):
        resend(recipient=asked.of(asked.ray), by=cast.by)
    close_round(round_=asked.round, by=cast.by)
    with pytest.raises(RefusedError, match="closed"):
        resend(recipient=asked.of(asked.mina), by=cast.by)


def test_those_who_answered_are_not_written_to_again(asked: Asked, cast: Cast) -> None:
    Message.objects.update(state=Message.State.SENT)
    request = asked.requests(asked.mina)[0]
    hand_in(request=request, said=GOOD, saw=NOTHING_SEEN, author=Author.from_link(asked.mina))
    everything = [each.pk for each in asked.round.requests.all()]
    assert resend_many(round_=asked.round, requests=everything, by=cast.by) == (1, 0)


def test_an_absence_is_noted_and_forgotten(asked: Asked, cast: Cast) -> None:
    until = timezone.localdate() + timedelta(days=9)
    ray = asked.of(asked.ray)
    before = note_absence(recipient=ray, known=Known(until, returned=True), by=cast.by)
    ray.refresh_from_db()
    assert (ray.away_until, ray.returned_at is not None, before) == (until, True, Known())
    note_absence(recipient=ray, known=before, by=cast.by)
    ray.refresh_from_db()
    assert (ray.away_until, ray.returned_at) == (None, None)


def written(letter: Message) -> str:
    contents = QUESTION.compose(letter)
    assert contents is not None
    assert contents.secret == {"link"}
    return contents.values["items"]
