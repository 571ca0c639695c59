"""Right of reply: nothing is public before whoever said it saw the words, or had the days to."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest
from delivery_fixtures import Asked
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from site_cast import Cast

from turntide.web.delivery.letters.board import KINDS
from turntide.web.delivery.models import Saying, Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in
from turntide.web.delivery.services.approving import approve_update, send_back, unapprove
from turntide.web.delivery.services.gathering import GATHERS
from turntide.web.delivery.services.publishing_words import (
    agree_words,
    correct_words,
    propose_words,
    settle_due_words,
    words_waiting,
)
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, RefusedError
from turntide.web.mail.models import Message
from turntide.web.mail.services.sending import send_due
from turntide.web.mail.ticks import told_ticks

GOOD = Said(lifecycle="delivering", confidence="green", done="Opened the path.")
WORDS = next(kind for kind in KINDS if kind.name == "words")


@pytest.fixture
def approved(asked: Asked, cast: Cast) -> Update:
    request = asked.requests(asked.ray)[0]
    update = hand_in(request=request, said=GOOD, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    return approve_update(update=update, by=cast.by)


def published() -> list[str]:
    return [each.public_words for each in Update.objects.published()]


def went_out(at: datetime) -> None:
    Message.objects.filter(kind="words").update(state=Message.State.SENT, claimed_at=at, sent_at=at)


def test_words_are_put_to_whoever_said_them_and_are_not_public_yet(
    asked: Asked, approved: Update, cast: Cast
) -> None:
    propose_words(update=approved, words="The path is open.", public=True, by=cast.by)
    assert published() == []
    assert list(words_waiting(asked.of(asked.ray))) == [approved]
    assert list(words_waiting(asked.of(asked.mina))) == []
    (letter,) = Message.objects.filter(kind="words")
    contents = WORDS.compose(letter)
    assert contents is not None
    assert "The path is open." in contents.values["items"]
    assert contents.values["link"].startswith("http")


def test_a_partners_own_words_are_the_ones_published(asked: Asked, approved: Update, cast: Cast) -> None:
    proposed = propose_words(update=approved, words="The path is open.", public=True, by=cast.by)
    correct_words(update=proposed, words="Half of the path is open.", contact=asked.ray)
    assert published() == ["Half of the path is open."]
    assert not words_waiting(asked.of(asked.ray)).exists()
    kept = Saying.objects.get(update=approved, verb="propose words")
    assert kept.said["public_words"] == "The path is open."
    assert WORDS.compose(Message.objects.get(kind="words")) is None


def test_a_partner_agrees(asked: Asked, approved: Update, cast: Cast) -> None:
    agree_words(
        update=propose_words(update=approved, words="The path is open.", public=True, by=cast.by),
        contact=asked.ray,
    )
    assert published() == ["The path is open."]
    assert Saying.objects.filter(update=approved, verb="agree words", contact=asked.ray).count() == 1


def test_somebody_else_settles_nothing(asked: Asked, approved: Update, cast: Cast) -> None:
    proposed = propose_words(update=approved, words="The path is open.", public=True, by=cast.by)
    with pytest.raises(RefusedError, match="somebody else"):
        correct_words(update=proposed, words="All is well.", contact=asked.mina)
    correct_words(update=proposed, words="Half is open.", contact=asked.ray)
    with pytest.raises(RefusedError, match="settled already"):
        agree_words(update=proposed, contact=asked.ray)
    assert published() == ["Half is open."]


def test_silence_settles_only_when_the_days_for_a_reply_are_over(approved: Update, cast: Cast) -> None:
    propose_words(update=approved, words="The path is open.", public=True, by=cast.by)
    friday = timezone.make_aware(datetime(2027, 3, 19, 16))
    went_out(friday)
    Update.objects.filter(pk=approved.pk).update(words_proposed_at=friday - timedelta(hours=1))
    # Five working days from a Friday with Good Friday and Easter Monday in between: Tuesday 30 March.
    assert settle_due_words(timezone.make_aware(datetime(2027, 3, 30, 23, 30))) == 0
    assert published() == []
    assert settle_due_words(timezone.make_aware(datetime(2027, 3, 31, 0, 30))) == 1
    assert published() == ["The path is open."]
    assert settle_due_words(timezone.make_aware(datetime(2027, 4, 1, 9))) == 0


@pytest.mark.parametrize("state", [Message.State.WAITING, Message.State.RETURNED, Message.State.GIVEN_UP])
def test_silence_of_somebody_who_was_not_told_settles_nothing(
    approved: Update, cast: Cast, state: Message.State
) -> None:
    propose_words(update=approved, words="The path is open.", public=True, by=cast.by)
    Message.objects.filter(kind="words").update(state=state)
    assert settle_due_words(timezone.now() + timedelta(days=60)) == 0
    assert published() == []


def test_a_letter_worded_before_the_words_were_changed_does_not_count(approved: Update, cast: Cast) -> None:
    first = propose_words(update=approved, words="The path is open.", public=True, by=cast.by)
    went_out(timezone.now())
    propose_words(update=first, words="The path is open to all.", public=True, by=cast.by)
    assert Message.objects.filter(kind="words", state=Message.State.WAITING).count() == 1
    assert settle_due_words(timezone.now() + timedelta(days=60)) == 0


def test_words_are_proposed_of_what_is_approved_only(asked: Asked, approved: Update, cast: Cast) -> None:
    unapprove(update=approved, by=cast.by)
    with pytest.raises(RefusedError, match="Approve the update first"):
        propose_words(update=approved, words="The path is open.", public=True, by=cast.by)


def test_taking_an_approval_back_takes_it_from_the_public_and_giving_it_again_returns_it(
    asked: Asked, approved: Update, cast: Cast
) -> None:
    proposed = propose_words(update=approved, words="The path is open.", public=True, by=cast.by)
    agree_words(update=proposed, contact=asked.ray)
    unapprove(update=approved, by=cast.by)
    assert published() == []
    approve_update(update=approved, by=cast.by)
    assert published() == ["The path is open."]


def test_words_about_something_else_are_not_published(asked: Asked, approved: Update, cast: Cast) -> None:
    proposed = propose_words(update=approved, words="The path is open.", public=True, by=cast.by)
    agree_words(update=proposed, contact=asked.ray)
    back = unapprove(update=approved, by=cast.by)
    back = send_back(update=back, comment="Is it?", by=cast.by)
    assert back.request is not None
    again = hand_in(
        request=back.request,
        said=Said(lifecycle="paused"),
        saw=back.version,
        author=Author.from_link(asked.ray),
    )
    approve_update(update=again, by=cast.by)
    assert published() == []


def test_an_update_can_be_kept_from_publishing(asked: Asked, approved: Update, cast: Cast) -> None:
    proposed = propose_words(update=approved, words="The path is open.", public=True, by=cast.by)
    agreed = agree_words(update=proposed, contact=asked.ray)
    propose_words(update=agreed, words="", public=False, by=cast.by)
    assert published() == []
    assert not words_waiting(asked.of(asked.ray)).exists()


def test_of_two_officers_at_once_the_second_is_told(approved: Update, cast: Cast) -> None:
    saw = approved.version
    propose_words(update=approved, words="The path is open.", public=True, by=cast.by, saw=saw)
    with pytest.raises(AnsweredMeanwhileError):
        propose_words(update=approved, words="Never mind.", public=True, by=cast.by, saw=saw)


def test_what_came_with_the_plan_has_nobody_to_ask(asked: Asked, cast: Cast) -> None:
    action = asked.requests(asked.ray)[0].action
    filed = Update.objects.create(
        action=action, state=Update.State.APPROVED, via=Update.Via.DOCUMENT, wording="On track"
    )
    propose_words(update=filed, words="It is on track.", public=True, by=cast.by)
    assert published() == ["It is on track."]
    assert not Message.objects.filter(kind="words").exists()


def test_a_partner_agrees_only_to_the_words_they_saw(asked: Asked, approved: Update, cast: Cast) -> None:
    first = propose_words(update=approved, words="The path is open.", public=True, by=cast.by)
    propose_words(update=first, words="The path is closed.", public=True, by=cast.by)
    with pytest.raises(AnsweredMeanwhileError):
        agree_words(update=first, contact=asked.ray, saw=first.version)
    assert published() == []


def test_from_the_officers_page_by_letter_to_the_partners_own_words(
    asked: Asked, approved: Update, as_editor: Client, mailoutbox: list[EmailMessage]
) -> None:
    assert approved.request is not None
    form = {"words": "The path is open.", "public": "yes", "saw": str(approved.version)}
    as_editor.post(reverse("propose_words", args=["tarrow", approved.request.pk]), form)
    Message.objects.exclude(kind="words").delete()
    assert send_due(timezone.now() + GATHERS + timedelta(minutes=1)) == 1
    letter = mailoutbox[-1]
    assert letter.to == [f"{asked.ray.name} <{asked.ray.email}>"]
    assert "The path is open." in letter.body
    (link,) = (line.strip() for line in letter.body.splitlines() if "/answer/" in line)
    partner = Client()
    page = partner.get(urlsplit(link).path, follow=True).content.decode()
    assert "The path is open." in page
    assert published() == []
    correcting = reverse("answer_words_correct", args=[approved.pk])
    partner.post(correcting, {"words": "Half of the path is open."})
    assert published() == ["Half of the path is open."]
    shown = as_editor.get(reverse("request", args=["tarrow", approved.request.pk])).content.decode()
    assert "Half of the path is open." in shown
    assert "Words put right" in shown
    assert settle_due_words in told_ticks()
