"""The board's pages: what they show, who may act, what acts do, and how many questions they ask of the database."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from delivery_fixtures import Asked, answers_for, contact_at, draft_round
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from site_cast import Cast

from turntide.web.accounts.models import Person
from turntide.web.delivery.models import Evidence, Group, Recipient, Remit, Request, Round, Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in, keep_draft, say_no_change
from turntide.web.delivery.services.approving import approve_update, ask_back, send_back
from turntide.web.delivery.services.opening import close_round, open_round
from turntide.web.files.services import keep_original
from turntide.web.mail.models import Message
from turntide.web.plans.models import Plan

HOSTILE = "<script>alert(1)</script> & Sons"
GOOD = Said(
    lifecycle="delivering",
    confidence="green",
    done="Opened the path.",
    ask="A crossing, please.",
    worth_a_story=True,
)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def address(route: str, *args: Any) -> str:
    return reverse(route, args=["tarrow", *args])


def answered(asked: Asked, at: int = 0, said: Said = GOOD) -> Update:
    request = asked.requests(asked.ray)[at]
    return hand_in(request=request, said=said, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))


def board(client: Client, asked: Asked, query: str = "") -> Any:
    return client.get(f"{address('round', asked.round.pk)}{query}").context["page"]


def counts(page: Any) -> dict[str, int]:
    return {count.words: count.number for count in page.counts}


@pytest.fixture
def busy(asked: Asked, cast: Cast) -> Asked:
    """Ray answered two of three, one of them approved; Mina began."""
    approve_update(update=answered(asked), by=cast.by)
    answered(asked, 1, Said(lifecycle="planning", confidence="green", done="Drew the map."))
    request = asked.requests(asked.mina)[0]
    keep_draft(request=request, said=Said(done="Half"), saw=NOTHING_SEEN, author=Author.from_link(asked.mina))
    return asked


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
    assert max(few) <= 14


def test_one_request_asks_a_fixed_number_of_questions(busy: Asked, as_editor: Client) -> None:
    url = address("request", busy.requests(busy.ray)[0].pk)
    as_editor.get(url)
    with CaptureQueriesContext(connection) as asked_of_database:
        as_editor.get(url)
    assert len(asked_of_database) <= 26
