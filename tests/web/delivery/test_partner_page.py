"""The partner's page: all actions, answered in one tap or in words, taken back, and what happens next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from delivery_fixtures import Asked, answers_for, contact_at, draft_round
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from partner import one, opened_by, typed
from site_cast import Cast

from turntide.web.delivery.models import Reporting, Request, Saying, Standing, Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import Author, hand_in
from turntide.web.delivery.services.approving import approve_update, ask_back, send_back
from turntide.web.delivery.services.opening import close_round, open_round
from turntide.web.plans.models import Action, Plan

QUERIES = 15
"""Of the page of all actions, however many there are."""
GOOD = Said(lifecycle="delivering", confidence="green", done="Opened the path.")


@pytest.fixture
def ray(asked: Asked) -> Client:
    return opened_by(asked.of(asked.ray))


def page(client: Client) -> str:
    response = client.get(reverse("answer"))
    assert response.status_code == 200
    return response.content.decode()


def the_first(asked: Asked) -> Request:
    return asked.requests(asked.ray)[0]


def fresh(request: Request) -> Request:
    return Request.objects.get(pk=request.pk)


def test_only_the_persons_own_actions_are_there(asked: Asked, ray: Client) -> None:
    html = page(ray)
    assert "0 of 3 actions answered" in html
    for request in asked.requests(asked.ray):
        assert f'id="a{request.pk.hex}"' in html
    (other,) = asked.requests(asked.mina)
    assert other.pk.hex not in html


def test_what_was_said_last_time_stands_beside_each(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    Update.objects.create(
        action=first.action,
        state="approved",
        on=timezone.localdate() - timedelta(days=90),
        lifecycle="planning",
        done="Chose a route.",
    )
    html = page(ray)
    assert "Last time, " in html
    assert "Chose a route." in html


def test_no_change_is_one_tap_and_is_taken_back(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    response = ray.post(one("no_change", first), {"saw": "0"}, follow=True)
    assert "“No change” was handed in." in response.content.decode()
    assert "1 of 3 actions answered" in response.content.decode()
    assert fresh(first).state == Request.State.ANSWERED
    undo = one("take_back", first, 1)
    assert f'action="{undo}"' in response.content.decode()
    ray.post(undo)
    assert fresh(first).state == Request.State.ASKED
    assert [each.verb for each in Saying.objects.filter(update__request=first)] == ["hand in", "take back"]
    standing = Standing.objects.get(action=first.action_id)
    assert (standing.said_on, standing.asked_due) == (None, asked.round.due_on)


def test_done_keeps_the_words_of_a_draft(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    ray.post(one("one", first), typed(first, done="Opened the path.", saw="") | {"do": "later"})
    ray.post(one("done", first), {"saw": "1"})
    update = Update.objects.get(request=first)
    assert (update.lifecycle, update.done, update.state) == ("complete", "Opened the path.", "submitted")


def test_an_update_in_words_is_handed_in(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    response = ray.post(
        one("one", first),
        typed(first, lifecycle="delivering", confidence="green", done="Opened it.", ask="Help."),
    )
    assert response.status_code == 302
    assert response["Location"] == reverse("answer")
    assert (fresh(first).state, fresh(first).asks_help) == (Request.State.ANSWERED, True)
    html = page(ray)
    assert "Your update was handed in" in html
    assert "Opened it." in html


def test_what_is_missing_is_said_at_its_box_and_what_was_typed_is_kept(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    response = ray.post(one("one", first), typed(first, lifecycle="planning", confidence="red", done="Much."))
    html = response.content.decode()
    assert response.status_code == 422
    assert "Say why it is red or amber." in html
    assert "There is a problem" in html
    assert "Much." in html
    update = Update.objects.get(request=first)
    assert (update.state, update.done) == ("draft", "Much.")
    again = typed(first, saw="1", lifecycle="planning", confidence="red", reason="Rain.", done="Much.")
    again |= typed(first, recovers_on="31/3/2027")
    assert 'value="1"' in html
    assert ray.post(one("one", first), again).status_code == 302
    assert fresh(first).state == Request.State.ANSWERED


def test_a_day_that_is_none_takes_nothing_else_with_it(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    sent = typed(first, done="Much.", recovers_on="31 February 2027") | {"do": "later"}
    response = ray.post(one("one", first), sent)
    assert response.status_code == 422
    assert Update.objects.get(request=first).done == "Much."
    assert "31 February 2027" in response.content.decode()


def test_it_goes_on_on_another_device(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    ray.post(one("one", first), typed(first, done="Half a") | {"do": "later"})
    elsewhere = opened_by(asked.of(asked.ray))
    html = elsewhere.get(one("one", first)).content.decode()
    assert "Half a</textarea>" in html
    assert "Go on with what you typed" in page(elsewhere)


def test_what_is_typed_is_kept_as_it_is_typed(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    response = ray.post(one("draft", first), typed(first, saw="", done="Half"))
    assert "Saved at " in response.content.decode()
    assert f'name="u{first.pk.hex}-saw" value="1"' in response.content.decode()
    stale = ray.post(one("draft", first), typed(first, saw="", done="Other"))
    assert "somebody answered this meanwhile" in stale.content.decode()
    assert Update.objects.get(request=first).done == "Half"


def test_of_two_versions_the_person_chooses_and_neither_is_lost(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    hand_in(request=first, said=GOOD, saw=0, author=Author.from_link(asked.ray))
    response = ray.post(one("one", first), typed(first, saw="", lifecycle="planning", done="Mine."))
    html = response.content.decode()
    assert response.status_code == 409
    assert "Opened the path." in html
    assert "Mine." in html
    assert Update.objects.get(request=first).done == "Opened the path."
    chosen = typed(first, saw="1", lifecycle="planning", done="Mine.")
    assert ray.post(one("one", first), chosen).status_code == 302
    assert Update.objects.get(request=first).done == "Mine."
    assert [each.said["done"] for each in Saying.objects.filter(update__request=first)] == [
        "Opened the path.",
        "Mine.",
    ]


def test_the_same_answer_sent_twice_is_one_answer(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    sent = typed(first, saw="", lifecycle="planning", done="Mine.")
    assert ray.post(one("one", first), sent).status_code == 302
    assert ray.post(one("one", first), sent).status_code == 302
    assert Saying.objects.filter(update__request=first).count() == 1


def test_a_tap_over_somebody_elses_answer_changes_nothing(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    hand_in(request=first, said=GOOD, saw=0, author=Author.from_link(asked.ray))
    response = ray.post(one("no_change", first), {"saw": "0"}, follow=True)
    assert "This was answered meanwhile" in response.content.decode()
    assert Update.objects.get(request=first).done == "Opened the path."


def test_a_question_waits_again_when_its_answer_is_taken_back(asked: Asked, ray: Client, cast: Cast) -> None:
    first = the_first(asked)
    ask_back(request=first, question="Which part is open?", by=cast.by)
    assert "Which part is open?" in page(ray)
    ray.post(one("no_change", first), {"saw": "0"})
    assert fresh(first).question == ""
    ray.post(one("take_back", first, 1))
    assert fresh(first).question == "Which part is open?"


def test_what_was_sent_back_says_why_and_is_handed_in_again(asked: Asked, ray: Client, cast: Cast) -> None:
    first = the_first(asked)
    update = hand_in(request=first, said=GOOD, saw=0, author=Author.from_link(asked.ray))
    send_back(update=update, comment="Say which path.", by=cast.by)
    assert "Say which path." in page(ray)
    assert "Sent back to you" in page(ray)
    html = ray.get(one("one", first)).content.decode()
    assert "Opened the path.</textarea>" in html
    ray.post(one("one", first), typed(first, saw="2", lifecycle="delivering", done="Opened the river path."))
    assert fresh(first).state == Request.State.ANSWERED


def test_when_all_is_answered_it_says_thank_you_and_what_comes_next(asked: Asked, ray: Client) -> None:
    for request in asked.requests(asked.ray):
        ray.post(one("no_change", request), {"saw": "0"})
    html = page(ray)
    assert "Thank you. Everything is answered." in html
    assert "Before any of your words are published" in html
    assert html.count("Take it back") == 3


def test_what_is_left_to_do_stands_first(asked: Asked, ray: Client) -> None:
    first, second, _third = asked.requests(asked.ray)
    ray.post(one("no_change", first), {"saw": "0"})
    html = page(ray)
    assert (
        html.index(f'id="a{second.pk.hex}"') < html.index(": answered") < html.index(f'id="a{first.pk.hex}"')
    )


def test_what_is_approved_stands(asked: Asked, ray: Client, cast: Cast) -> None:
    first = the_first(asked)
    update = hand_in(request=first, said=GOOD, saw=0, author=Author.from_link(asked.ray))
    approve_update(update=update, by=cast.by)
    assert "Approved" in page(ray)
    response = ray.post(one("one", first), typed(first, saw="2", lifecycle="planning", done="Later."))
    assert response.status_code == 422
    assert "was approved" in response.content.decode()
    assert "Later." in response.content.decode()
    ray.post(one("take_back", first, 2))
    assert Update.objects.get(request=first).state == "approved"


def test_a_closed_round_says_so_and_takes_nothing(asked: Asked, ray: Client, cast: Cast) -> None:
    close_round(round_=asked.round, by=cast.by)
    assert "This round is closed" in page(ray)
    first = the_first(asked)
    response = ray.post(one("one", first), typed(first, lifecycle="planning", done="Late words."))
    assert response.status_code == 422
    assert "Late words." in response.content.decode()
    ray.post(one("no_change", first), {"saw": "0"})
    assert not Update.objects.exists()


def test_without_colours_none_is_asked_for(asked: Asked, ray: Client) -> None:
    Reporting.objects.create(plan=the_first(asked).action.plan, confidence=False)
    html = ray.get(one("one", the_first(asked))).content.decode()
    assert "How sure it is" not in html


def queries(client: Client) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked_of_it:
        assert client.get(reverse("answer")).status_code == 200
    return len(asked_of_it)


def test_the_page_asks_no_more_of_the_database_for_thirty_actions(
    tarrow_plan: Plan, asked: Asked, cast: Cast
) -> None:
    (other,) = asked.requests(asked.mina)
    hand_in(request=other, said=GOOD, saw=0, author=Author.from_link(asked.mina))
    one_action = queries(opened_by(asked.of(asked.mina)))
    una = contact_at(tarrow_plan, "Una Hale", "una@harbourtrust.example")
    actions = Action.objects.bulk_create(
        Action(plan=tarrow_plan, text=f"Open path {number}", position=900 + number) for number in range(30)
    )
    answers_for(una, *actions)
    close_round(round_=asked.round, by=cast.by)
    round_ = draft_round(tarrow_plan, title="January to March")
    open_round(round_=round_, saw=round_.version, by=cast.by)
    recipient = round_.recipients.get(contact=una)
    author = Author.from_link(una)
    for request in recipient.requests.all()[:20]:
        hand_in(request=request, said=GOOD, saw=0, author=author)
    assert recipient.requests.count() == 30
    assert (one_action, queries(opened_by(recipient))) == (QUERIES, QUERIES)
