"""Rounds as officers meet them: listed, drafted, looked at, sent off, taken back, closed, people reminded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from delivery_fixtures import Asked, answers_for, contact_at, draft_round
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from site_cast import Cast

from turntide.web.accounts.roles import Role
from turntide.web.delivery.models import Recipient, Request, Round
from turntide.web.delivery.rules.working_days import working_day_from
from turntide.web.delivery.services.opening import open_round
from turntide.web.delivery.services.taking_back import take_back_round
from turntide.web.mail.models import Message
from turntide.web.plans.models import Plan


def address(route: str, *args: Any) -> str:
    return reverse(route, args=["tarrow", *args])


def typed(**fields: str) -> dict[str, str]:
    due = working_day_from(timezone.localdate() + timedelta(days=21), "ENG")
    return (
        {"about": "other", "starts": "1 October 2026", "ends": "31 December 2026"}
        | {
            "due_on": due.isoformat(),
            "note": "",
            "title": "",
        }
        | fields
    )


def drafted(client: Client, **fields: str) -> Round:
    answer = client.post(address("round_new"), typed(**fields))
    assert answer.status_code == 302, answer.context["form"].errors
    return Round.objects.latest("made_at")


@pytest.fixture
def somebody(tarrow_plan: Plan) -> Plan:
    """Ray answers for three actions of the plan, and nobody for the others."""
    answers_for(
        contact_at(tarrow_plan, "Ray Okoro", "ray@harbourtrust.example"), *tarrow_plan.actions.all()[:3]
    )
    return tarrow_plan


def test_without_rounds_the_page_says_what_one_is_and_where_to_begin(cast: Cast, as_editor: Client) -> None:
    page = as_editor.get(address("rounds")).content.decode()
    assert "everybody who answers for actions gets one letter" in page
    assert address("round_new") in page
    assert address("who_answers") in page, "nobody is named, and the page leads to where that is mended"


def test_a_round_is_named_after_its_period(as_editor: Client, somebody: Plan) -> None:
    round_ = drafted(as_editor)
    assert (round_.title, round_.period) == ("October to December 2026", "quarter")
    assert (round_.starts, round_.ends) == (date(2026, 10, 1), date(2026, 12, 31))


def test_the_proposal_can_be_taken_as_it_stands(as_editor: Client, somebody: Plan) -> None:
    form = as_editor.get(address("round_new")).context["form"]
    due = form["due_on"].value()
    answer = as_editor.post(address("round_new"), {"about": form["about"].value(), "due_on": due.isoformat()})
    made = Round.objects.get()
    assert answer["Location"] == address("round_preview", made.pk)
    assert made.due_on == due >= timezone.localdate() + timedelta(days=21)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"due_on": "1 May 2020"}, "still to come"),
        ({"starts": "", "ends": ""}, "with which day the period begins"),
        ({"starts": "1 January 2027"}, "must come after the first"),
        ({"about": ""}, "govuk-error-message"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    as_editor: Client, somebody: Plan, fields: dict[str, str], said: str
) -> None:
    answer = as_editor.post(address("round_new"), typed(**fields))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Round.objects.exists()


def test_a_due_day_when_offices_are_closed_is_refused_with_others_to_choose(
    as_editor: Client, somebody: Plan
) -> None:
    today = timezone.localdate()
    saturday = today + timedelta(days=(5 - today.weekday()) % 7 + 7)
    page = as_editor.post(address("round_new"), typed(due_on=saturday.isoformat())).content.decode()
    assert "That day is at a weekend. Choose a working day, such as" in page


def test_the_second_of_two_who_change_a_draft_is_told(as_editor: Client, somebody: Plan) -> None:
    round_ = drafted(as_editor)
    there = address("round_edit", round_.pk)
    as_editor.post(there, typed(note="First.", version="1"))
    second = as_editor.post(there, typed(note="Second.", version="1"))
    assert second.status_code == 409
    assert "Somebody else changed this meanwhile" in second.content.decode()
    again = typed(note="Second.", version=str(second.context["form"].data["version"]))
    assert as_editor.post(there, again).status_code == 302
    round_.refresh_from_db()
    assert round_.note == "Second."


def test_a_draft_is_thrown_away_and_comes_back(as_editor: Client, somebody: Plan) -> None:
    round_ = drafted(as_editor)
    as_editor.post(address("round_throw_away", round_.pk))
    assert as_editor.get(address("rounds")).context["page"].lines == ()
    as_editor.post(address("round_bring_back", round_.pk))
    assert [line.round for line in as_editor.get(address("rounds")).context["page"].lines] == [round_]


def test_the_preview_shows_who_is_asked_for_what_and_sends_nothing(as_editor: Client, somebody: Plan) -> None:
    round_ = drafted(as_editor, note="The board meets on 28 January.")
    shown = as_editor.get(address("round_preview", round_.pk))
    page = shown.content.decode()
    assert "1 person would be asked for 3 actions. Nothing has been sent." in page
    assert "Dear Ray Okoro" in page and "The board meets on 28 January." in page
    assert str(somebody.actions.all()[0]) in page
    assert not Message.objects.exists() and not Recipient.objects.exists()


def test_the_preview_says_what_is_left_out_and_leads_to_where_it_is_mended(
    as_editor: Client, somebody: Plan
) -> None:
    actions = list(somebody.actions.standing())
    silent = contact_at(somebody, "Bo Rivers", "", at=1)
    answers_for(silent, actions[3])
    answers_for(contact_at(somebody, "Ivy Lane", "ivy@council.example", at=1), actions[4])
    somebody.actions.filter(pk=actions[4].pk).update(lifecycle="complete")
    round_ = drafted(as_editor)
    shown = as_editor.get(address("round_preview", round_.pk))
    assert {each.title: each.number for each in shown.context["page"].left_out} == {
        "Nobody answers for them": len(actions) - 5,
        "No address is known": 1,
        "Over": 1,
    }
    page = shown.content.decode()
    assert address("who_answers") in page
    assert address("contact_edit", silent.organisation_id, silent.pk) in page


def test_an_action_asked_in_an_open_round_is_not_asked_again(asked: Asked, as_editor: Client) -> None:
    round_ = drafted(as_editor)
    page = as_editor.get(address("round_preview", round_.pk)).context["page"]
    elsewhere = next(each for each in page.left_out if each.title == "Asked in another open round")
    assert (elsewhere.number, elsewhere.missed[0].mend) == (4, asked.round.title)
    assert page.people == 0


def test_sent_off_a_round_asks_everybody_once_after_a_while(as_editor: Client, somebody: Plan) -> None:
    round_ = drafted(as_editor)
    before = timezone.now()
    answer = as_editor.post(address("round_open", round_.pk), {"version": round_.version})
    assert answer["Location"] == address("round", round_.pk)
    letter = Message.objects.get()
    assert letter.to_email == "ray@harbourtrust.example"
    assert letter.due_at >= before + timedelta(minutes=5)
    again = as_editor.post(address("round_open", round_.pk), {"version": round_.version})
    assert again.status_code == 409
    assert Message.objects.count() == 1


def test_a_round_changed_meanwhile_is_not_sent_off(as_editor: Client, somebody: Plan) -> None:
    round_ = drafted(as_editor)
    as_editor.post(address("round_edit", round_.pk), typed(note="Wait.", version="1"))
    answer = as_editor.post(address("round_open", round_.pk), {"version": "1"})
    assert answer.status_code == 409
    assert "Somebody else changed this round meanwhile" in answer.content.decode()
    assert not Message.objects.exists()


def test_a_round_that_asks_nobody_is_not_opened(as_editor: Client, tarrow_plan: Plan) -> None:
    round_ = drafted(as_editor)
    assert "Nobody would be asked" in as_editor.get(address("round_preview", round_.pk)).content.decode()
    answer = as_editor.post(address("round_open", round_.pk), {"version": round_.version})
    assert answer.status_code == 409
    round_.refresh_from_db()
    assert round_.opened_at is None


def test_only_the_plans_and_the_group_that_were_chosen_are_asked(as_editor: Client, somebody: Plan) -> None:
    other = Plan.objects.create(place=somebody.place, title="Another plan")
    round_ = drafted(as_editor, plans=str(other.pk))
    assert as_editor.get(address("round_preview", round_.pk)).context["page"].people == 0


def test_taken_back_at_once_nothing_was_ever_asked(as_editor: Client, somebody: Plan) -> None:
    round_ = drafted(as_editor)
    as_editor.post(address("round_open", round_.pk), {"version": round_.version})
    answer = as_editor.post(address("round_take_back", round_.pk))
    assert answer["Location"] == address("round_preview", round_.pk)
    assert not (Message.objects.exists() or Recipient.objects.exists() or Request.objects.exists())
    round_.refresh_from_db()
    sent = as_editor.post(address("round_open", round_.pk), {"version": round_.version})
    assert sent.status_code == 302 and Message.objects.count() == 1


@pytest.mark.parametrize("state", [Message.State.SENDING, Message.State.SENT, Message.State.RETURNED])
def test_once_a_letter_left_a_round_is_not_taken_back(
    as_editor: Client, asked: Asked, state: Message.State
) -> None:
    Message.objects.filter(to_email=asked.ray.email).update(state=state)
    answer = as_editor.post(address("round_take_back", asked.round.pk))
    assert answer.status_code == 409
    assert asked.round.requests.count() == 4 and Message.objects.count() == 2


def test_closing_and_opening_again_undo_each_other(as_editor: Client, asked: Asked) -> None:
    for route, closed in (("round_close", True), ("round_reopen", False)):
        assert as_editor.post(address(route, asked.round.pk)).status_code == 302
        asked.round.refresh_from_db()
        assert (asked.round.closed_at is not None) is closed


def test_people_are_reminded_by_hand_once_a_day_and_it_can_be_taken_back(
    as_editor: Client, asked: Asked
) -> None:
    Message.objects.update(state=Message.State.SENT, sent_at=timezone.now())
    there, back = address("round_remind", asked.round.pk), address("round_remind_take_back", asked.round.pk)
    assert as_editor.post(there).status_code == 302
    assert as_editor.post(there).status_code == 409
    assert Message.objects.filter(kind="reminder").count() == 2
    assert as_editor.post(back).status_code == 302
    assert not Message.objects.filter(kind="reminder").exists()
    assert {each.reminded for each in asked.round.recipients.all()} == {0}
    assert as_editor.post(there).status_code == 302


def test_nobody_is_reminded_before_the_letter_that_asks_went_out(as_editor: Client, asked: Asked) -> None:
    assert as_editor.post(address("round_remind", asked.round.pk)).status_code == 409
    assert not Message.objects.filter(kind="reminder").exists()


@pytest.mark.parametrize("role", list(Role))
def test_everybody_sees_the_rounds_and_editors_start_them(cast: Cast, role: Role) -> None:
    client = Client()
    client.force_login(cast.members[role])
    page = client.get(address("rounds"))
    assert page.status_code == 200
    may = role.rank >= Role.EDITOR.rank
    assert (address("round_new") in page.content.decode()) is may
    assert client.get(address("round_new")).status_code == (200 if may else 403)


def grown(plan: Plan, people: int) -> None:
    """As many more people, each with three actions."""
    source = plan.actions.all()[0]
    for at in range(people):
        one = contact_at(plan, f"Person {at}", f"person{at}@council.example", at=at % 3)
        rows = [type(source)(plan=plan, position=1000 + at, text=f"Action {at}/{each}") for each in range(3)]
        answers_for(one, *type(source).objects.bulk_create(rows))


def test_the_pages_ask_as_much_of_the_database_whatever_the_size(as_editor: Client, somebody: Plan) -> None:
    round_ = drafted(as_editor)
    pages = (address("rounds"), address("round_preview", round_.pk))
    small = [queries(as_editor, page) for page in pages]
    grown(somebody, 12)
    assert [queries(as_editor, page) for page in pages] == small == [6, 19]


def test_opening_asks_as_much_of_the_database_whatever_the_size(somebody: Plan, cast: Cast) -> None:
    counts = []
    for _again in range(2):
        round_ = draft_round(somebody)
        with CaptureQueriesContext(connection) as captured:
            open_round(round_=round_, saw=1, by=cast.by)
        counts.append(len(captured))
        take_back_round(round_=round_, by=cast.by)
        grown(somebody, 12)
    assert counts[0] == counts[1] == 25


def queries(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return len(captured)
