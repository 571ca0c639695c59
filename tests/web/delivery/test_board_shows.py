"""What the board shows of a round, to whom, and how many questions that asks of the database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from delivery_fixtures import Asked, answers_for, contact_at, draft_round
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from officers_board import GOOD, address, answered, board, counts, signed_in
from site_cast import Cast

from turntide.web.delivery.models import Group, Recipient, Remit, Round
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in
from turntide.web.delivery.services.approving import ask_back
from turntide.web.delivery.services.opening import close_round, open_round
from turntide.web.delivery.store.waiting import waited_for
from turntide.web.organisations.services.contacts import has_left
from turntide.web.organisations.services.undoing import undo
from turntide.web.plans.models import Plan

HOSTILE = "<script>alert(1)</script> & Sons"


def test_the_board_counts_what_came_and_what_did_not(busy: Asked, as_editor: Client) -> None:
    page = board(as_editor, busy)
    assert counts(page) == {
        "asked": 4,
        "answered": 2,
        "wait for you": 1,
        "approved": 1,
        "silent": 2,
        "ask for help": 1,
        "worth a story": 1,
    }
    assert page.summary == "2 of 4 actions answered; 2 people were asked."


def test_each_count_leads_to_just_these(busy: Asked, cast: Cast, as_editor: Client) -> None:
    recipient = busy.of(busy.mina)
    Recipient.objects.filter(pk=recipient.pk).update(returned_at=timezone.now())
    Round.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    ask_back(request=busy.requests(busy.ray)[1], question="How many?", by=cast.by)
    page = board(as_editor, busy)
    for count in page.counts:
        shown = board(as_editor, busy, count.url)
        assert (count.words, len(shown.rows)) == (count.words, count.number)
        assert [each.words for each in shown.counts if each.chosen] == [count.words]
    assert counts(page)["late"] == counts(page)["silent"] == 2
    assert counts(page)["not reached"] == counts(page)["asked about"] == 1


def test_what_somebody_who_left_did_not_answer_is_shown_as_not_reached(
    busy: Asked, cast: Cast, as_editor: Client
) -> None:
    edit = has_left(contact=busy.ray, by=cast.by)
    assert edit is not None
    page = board(as_editor, busy, "?show=unreached")
    assert [(row.person, "has left" in row.when) for row in page.rows] == [("Ray Okoro", True)]
    assert set(waited_for(busy.round)) == {busy.of(busy.mina)}
    undo(edit, by=cast.by)
    assert "not reached" not in counts(board(as_editor, busy))
    assert set(waited_for(busy.round)) == {busy.of(busy.mina), busy.of(busy.ray)}


def test_rows_say_what_was_said_or_since_when_there_is_silence(busy: Asked, as_editor: Client) -> None:
    rows = board(as_editor, busy).rows
    assert rows[0].said == "Opened the path."
    assert [(mark.name, mark.words) for mark in rows[0].marks] == [
        ("Asks for help:", "A crossing, please."),
        ("Worth a story.", ""),
    ]
    assert "not reminded yet" in rows[2].when
    assert "Being written" in rows[3].state


def test_a_draft_is_nobodys_business_yet(busy: Asked, as_editor: Client) -> None:
    page = as_editor.get(address("round", busy.round.pk)).content.decode()
    assert "Half" not in page
    one = as_editor.get(address("request", busy.requests(busy.mina)[0].pk)).content.decode()
    assert "Half" not in one


def test_the_board_is_narrowed_by_plan_body_group_person_and_words(
    busy: Asked, cast: Cast, as_editor: Client
) -> None:
    action = busy.requests(busy.ray)[1].action
    group = Group.objects.create(place=cast.tarrow, name="Paths group")
    Remit.objects.create(group=group, action=action)
    body = busy.ray.organisation_id
    found = {
        query: len(board(as_editor, busy, query).rows)
        for query in (
            f"?plan={action.plan_id}",
            f"?body={body}",
            f"?group={group.pk}",
            f"?person={busy.of(busy.mina).pk}",
            "?words=opened+PATH",
            "?words=mina",
            f"?body={body}&show=silent",
            "?words=nothing-of-this",
        )
    }
    assert list(found.values()) == [4, 3, 1, 1, 1, 1, 1, 0]


def test_a_filter_can_be_taken_off(busy: Asked, as_editor: Client) -> None:
    page = board(as_editor, busy, "?show=silent&words=ray")
    assert [words for words, _url in page.chips] == ["Silent", "“ray”"]
    assert board(as_editor, busy, page.chips[0][1]).chosen.narrowing.shown is None


@pytest.mark.parametrize(
    "query", ["?show=nonsense", "?plan=x", "?group=11111111-1111-1111-1111-111111111111"]
)
def test_a_filter_that_there_is_not_is_not_found(busy: Asked, as_editor: Client, query: str) -> None:
    assert as_editor.get(address("round", busy.round.pk) + query).status_code == 404


def test_by_person_it_says_how_much_each_has_answered(busy: Asked, as_editor: Client) -> None:
    people = board(as_editor, busy, "?by=person").people
    assert [(one.name, one.answered) for one in people] == [
        ("Mina Farrow", "0 of 1 answered"),
        ("Ray Okoro", "2 of 3 answered"),
    ]
    silent = board(as_editor, busy, "?by=person&show=to-approve")
    assert [one.name for one in silent.people] == ["Ray Okoro"]
    assert silent.paging.paginator.count == 1


def test_a_draft_leads_to_whom_it_would_ask(cast: Cast, tarrow_plan: Plan, as_editor: Client) -> None:
    round_ = draft_round(tarrow_plan)
    gone = as_editor.get(address("round", round_.pk))
    assert gone.status_code == 302
    assert gone["Location"] == address("round_preview", round_.pk)


def test_viewers_look_and_editors_act(busy: Asked, cast: Cast) -> None:
    client = signed_in(cast.viewer)
    request = busy.requests(busy.ray)[1]
    for route, pk in (("round", busy.round.pk), ("request", request.pk)):
        page = client.get(address(route, pk)).content.decode()
        assert "/act/" not in page
        assert "What you can do" not in page
        assert 'type="checkbox"' not in page
    assert client.post(address("approve", request.pk)).status_code == 403
    assert client.post(address("round_act", busy.round.pk), {"do": "approve"}).status_code == 403


def test_of_another_place_nothing_is_there(busy: Asked, cast: Cast) -> None:
    client = signed_in(cast.outsider)
    request = busy.requests(busy.ray)[1]
    assert client.get(reverse("round", args=["wexcombe", busy.round.pk])).status_code == 404
    assert client.get(reverse("request", args=["wexcombe", request.pk])).status_code == 404
    assert client.post(reverse("approve", args=["wexcombe", request.pk])).status_code == 404


def test_hostile_words_are_shown_as_text(asked: Asked, cast: Cast, as_editor: Client) -> None:
    asked.ray.name = HOSTILE
    asked.ray.save()
    said = Said(lifecycle="delivering", done=HOSTILE, next=HOSTILE, ask=HOSTILE)
    update = answered(asked, said=said)
    assert update.request is not None
    ask_back(request=update.request, question=HOSTILE, by=cast.by)
    for url in (
        address("round", asked.round.pk),
        f"{address('round', asked.round.pk)}?by=person",
        address("request", update.request.pk),
        address("send_back", update.request.pk),
        address("answer_for", update.request.pk),
    ):
        page = as_editor.get(url).content.decode()
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Sons" in page
        assert "<script>alert" not in page


def test_the_board_asks_as_many_questions_however_long_it_is(
    asked: Asked, cast: Cast, tarrow_plan: Plan, as_editor: Client
) -> None:
    def questions(query: str) -> int:
        as_editor.get(address("round", round_.pk) + query)
        with CaptureQueriesContext(connection) as asked_of_database:
            as_editor.get(address("round", round_.pk) + query)
        return len(asked_of_database)

    round_ = asked.round
    few = [questions(query) for query in ("", "?by=person", "?show=silent&words=a")]
    close_round(round_=round_, by=cast.by)
    for at, action in enumerate(tarrow_plan.actions.standing()[4:]):
        answers_for(contact_at(tarrow_plan, f"Person {at}", f"p{at}@council.example", at % 2), action)
    Round.objects.filter(pk=round_.pk).update(ends=timezone.localdate() - timedelta(days=400))
    round_ = draft_round(tarrow_plan, title="All of it")
    open_round(round_=round_, saw=1, by=cast.by)
    for request in round_.requests.select_related("recipient__contact"):
        author = Author.from_link(request.recipient.contact)
        hand_in(request=request, said=GOOD, saw=NOTHING_SEEN, author=author)
    assert round_.requests.count() > 10
    assert [questions(query) for query in ("", "?by=person", "?show=answered&words=a")] == few
    assert max(few) <= 15
