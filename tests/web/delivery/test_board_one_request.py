"""The page of one request: what was said, what an officer does with it, and how that is taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from delivery_fixtures import Asked
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from officers_board import address, answered, signed_in
from site_cast import Cast

from turntide.web.delivery.models import Evidence, Request, Round, Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in, say_no_change
from turntide.web.delivery.services.approving import send_back
from turntide.web.delivery.services.opening import close_round, open_round
from turntide.web.files.services import keep_original


def test_what_was_said_stands_beside_what_was_said_last_time(
    asked: Asked, cast: Cast, as_editor: Client
) -> None:
    earlier = Said(
        lifecycle="planning",
        confidence="green",
        done="Drew the map.",
        in_the_way="It is wet in March.",
    )
    answered(asked, said=earlier)
    close_round(round_=asked.round, by=cast.by)
    later = Round.objects.create(
        place=cast.tarrow,
        title="January to March",
        starts=asked.round.ends,
        ends=asked.round.ends + timedelta(days=120),
        due_on=timezone.localdate() + timedelta(days=100),
    )
    open_round(round_=later, saw=1, by=cast.by)
    request = later.requests.get(action=asked.requests(asked.ray)[0].action_id)
    now = Said(lifecycle="delivering", done="Opened it.", in_the_way="It is wet in April.")
    hand_in(request=request, said=now, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    shown = as_editor.get(address("request", request.pk)).context["page"]
    said = {line.name: (line.before, line.now, line.changed) for line in shown.lines}
    assert said["What was done"] == ("Drew the map.", "Opened it.", False)
    assert said["What is in the way"][2] is True
    assert "Planning" in said["How far it is"][0]
    assert "Delivering" in said["How far it is"][1]


def test_no_change_said_again_and_again_is_said_aloud(asked: Asked, as_editor: Client) -> None:
    request = asked.requests(asked.ray)[0]
    for days in (90, 180):
        on = timezone.localdate() - timedelta(days=days)
        Update.objects.create(action=request.action, state=Update.State.APPROVED, on=on, no_change=True)
    say_no_change(request=request, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    for route, pk in (("request", request.pk), ("round", asked.round.pk)):
        page = as_editor.get(address(route, pk)).content.decode()
        assert "“No change” is said for the third time." in page


def test_red_without_a_reason_has_to_be_seen(asked: Asked, as_editor: Client) -> None:
    update = answered(asked)
    Update.objects.filter(pk=update.pk).update(confidence="red", reason="", recovers_on=None)
    assert update.request is not None
    pk = update.request.pk
    assert "does not say why" in as_editor.get(address("request", pk)).content.decode()
    refused = as_editor.post(address("approve", pk), {"saw": update.version})
    assert (refused.status_code, "does not say why" in refused.content.decode()) == (409, True)
    as_editor.post(address("approve", pk), {"saw": update.version, "seen": "yes"})
    assert Request.objects.get(pk=pk).state == Request.State.APPROVED


def test_an_officer_who_comes_second_is_told_and_loses_nothing(
    asked: Asked, cast: Cast, as_editor: Client
) -> None:
    update = answered(asked)
    assert update.request is not None
    pk = update.request.pk
    send_back(update=update, comment="Which path?", by=cast.by)
    late = as_editor.post(address("approve", pk), {"saw": update.version})
    assert (late.status_code, "Somebody else wrote meanwhile" in late.content.decode()) == (409, True)
    typed = as_editor.post(address("send_back", pk), {"comment": "Which bench?", "saw": update.version})
    page = typed.content.decode()
    assert (typed.status_code, "Which bench?" in page) == (409, True)


def test_sending_back_and_asking_want_words(asked: Asked, as_editor: Client) -> None:
    update = answered(asked)
    assert update.request is not None
    pk = update.request.pk
    for route, sentence in (
        ("send_back", "Say what is to be put right."),
        ("ask_back", "Write your question."),
    ):
        page = as_editor.post(address(route, pk), {"saw": update.version})
        assert (page.status_code, sentence in page.content.decode()) == (422, True)


@pytest.mark.parametrize(
    ("route", "typed", "undo"),
    [
        ("approve", {}, "unapprove"),
        ("send_back", {"comment": "Which path?"}, "take_sending_back"),
        ("ask_back", {"question": "How many?"}, "take_question_back"),
    ],
)
def test_each_act_is_told_with_its_undo(
    asked: Asked, as_editor: Client, route: str, typed: dict[str, str], undo: str
) -> None:
    update = answered(asked)
    assert update.request is not None
    pk = update.request.pk
    page = as_editor.post(
        address(route, pk), typed | {"saw": str(update.version)}, follow=True
    ).content.decode()
    assert f'action="{address(undo, pk)}"' in page
    assert as_editor.post(address(undo, pk)).status_code == 302
    request = Request.objects.get(pk=pk)
    assert (request.state, request.question) == (Request.State.ANSWERED, "")
    assert as_editor.post(address(undo, pk)).status_code == 409


def test_an_officer_enters_what_they_were_told(asked: Asked, as_editor: Client, cast: Cast) -> None:
    request = asked.requests(asked.ray)[0]
    page = as_editor.get(address("answer_for", request.pk))
    form = page.context["form"]
    typed = {
        form.add_prefix(name): value
        for name, value in {"lifecycle": "delivering", "done": "By telephone."}.items()
    }
    as_editor.post(address("answer_for", request.pk), typed | {form.add_prefix("saw"): "0"})
    update = Update.objects.get(request=request)
    assert (update.done, update.via, update.entered_by) == ("By telephone.", Update.Via.OFFICER, cast.editor)
    one = as_editor.get(address("request", request.pk)).content.decode()
    assert "entered by an officer: Editor" in one
    again = as_editor.post(address("answer_for", request.pk), typed | {form.add_prefix("saw"): "0"})
    assert again.status_code == 409
    unfinished = as_editor.post(
        address("answer_for", request.pk), {form.add_prefix("saw"): str(update.version)}
    )
    assert unfinished.status_code == 422


def test_evidence_is_to_be_had_by_members_alone(asked: Asked, cast: Cast, as_editor: Client) -> None:
    update = answered(asked)
    kept = keep_original(place=cast.tarrow, name="path.jpg", body=b"a photograph", person=None, by=cast.by)
    Evidence.objects.create(
        update=update, kind="photo", title="The path", original=kept, seen="A path by a river"
    )
    Evidence.objects.create(update=update, kind="link", title="Elsewhere", url="javascript:alert(1)")
    assert update.request is not None
    page = as_editor.get(address("request", update.request.pk)).content.decode()
    assert address("original", kept.pk) in page
    assert "A path by a river" in page
    assert "javascript:" not in page
    assert signed_in(cast.outsider).get(reverse("original", args=["wexcombe", kept.pk])).status_code == 404


def test_one_request_asks_a_fixed_number_of_questions(busy: Asked, as_editor: Client) -> None:
    url = address("request", busy.requests(busy.ray)[0].pk)
    as_editor.get(url)
    with CaptureQueriesContext(connection) as asked_of_database:
        as_editor.get(url)
    assert len(asked_of_database) <= 26
