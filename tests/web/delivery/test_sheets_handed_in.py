"""Sheets come back by a partner's link or through an officer: looked at first, handed in once, nothing written over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from delivery_fixtures import Asked, answers_for, contact_at, draft_round
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from partner import opened_by
from pytest_django import DjangoAssertNumQueries
from sheets_by_hand import InHand
from site_cast import Cast

from turntide.web.delivery.models import (
    Recipient,
    Reporting,
    Request,
    Round,
    Saying,
    Term,
    Update,
    Vocabulary,
)
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import Author, hand_in, keep_draft
from turntide.web.delivery.services.opening import close_round, open_round
from turntide.web.delivery.services.sheets import sheet_for
from turntide.web.delivery.store.sheets.columns import ACTIONS
from turntide.web.delivery.store.sheets.previewing import preview_for
from turntide.web.files.models import Original
from turntide.web.plans.models import Plan

GREEN = {"lifecycle": "Delivering", "confidence": "Green", "done": "Opened the path."}


def in_hand(recipient: Recipient) -> InHand:
    return InHand(sheet_for(recipient).body)


def upload(body: bytes, name: str = "sheet.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, body)


def send(client: Client, *bodies: bytes, to: str = "") -> Any:
    """Send sheets, and go where that leads."""
    address = to or reverse("answer_sheet_back")
    return client.post(address, {"sheets": [upload(body) for body in bodies]}, follow=True)


def confirm(client: Client, page: Any, **choices: str) -> Any:
    """Press "Hand in" on a preview, with what is ticked there."""
    form = page.context["page"].form
    boxes = {field.name: field.value() for field in form}
    kept = {name: value for name, value in boxes.items() if value is not False}
    return client.post(page.context["page"].way.here, kept | choices, follow=True)


def officers_way(round_: Round) -> str:
    return reverse("sheet_back", args=["tarrow", round_.pk])


def update_of(request: Request) -> Update:
    return Update.objects.get(request=request)


def test_a_partner_downloads_fills_in_looks_and_hands_in(asked: Asked) -> None:
    recipient, requests = asked.of(asked.ray), asked.requests(asked.ray)
    client = opened_by(recipient)
    got = client.get(reverse("answer_sheet"))
    assert (
        got["Content-Disposition"].startswith("attachment; filename=")
        and ".xlsx" in got["Content-Disposition"]
    )
    assert got["X-Content-Type-Options"] == "nosniff"
    sheet = InHand(got.content)
    sheet.fill(requests[0].action.text, **GREEN)
    sheet.fill(requests[1].action.text, no_change="Yes")
    page = send(client, sheet.saved())
    (shown,) = page.context["page"].sheets
    assert ([line.name for line in shown.ready], len(shown.empty)) == (
        [str(each.action) for each in requests[:2]],
        1,
    )
    assert not Update.objects.exists()
    after = confirm(client, page)
    assert "2 updates were handed in." in after.content.decode()
    first, second = (update_of(each) for each in requests[:2])
    assert (first.via, first.done, first.author, first.entered_by) == (
        "sheet",
        "Opened the path.",
        asked.ray,
        None,
    )
    assert (second.via, second.no_change) == ("sheet", True)
    assert Original.objects.filter(name="sheet.xlsx").count() == 1
    assert len(after.context["page"].sheets[0].unchanged) == 2


def test_two_confirmations_hand_in_once(asked: Asked) -> None:
    recipient, (one, *_rest) = asked.of(asked.ray), asked.requests(asked.ray)
    client = opened_by(recipient)
    sheet = in_hand(recipient)
    sheet.fill(one.action.text, **GREEN)
    page = send(client, sheet.saved())
    confirm(client, page)
    again = confirm(client, page)
    assert "Nothing more was handed in" in again.content.decode()
    assert Saying.objects.filter(update__request=one).count() == 1


def test_an_unticked_action_is_left_for_later(asked: Asked) -> None:
    recipient, (one, two, *_rest) = asked.of(asked.ray), asked.requests(asked.ray)
    client, sheet = opened_by(recipient), in_hand(asked.of(asked.ray))
    for each in (one, two):
        sheet.fill(each.action.text, **GREEN)
    page = send(client, sheet.saved())
    form = page.context["page"].form
    boxes = {field.name: field.value() for field in form if field.name != f"take_0_{two.pk.hex}"}
    client.post(reverse("answer_sheet_back"), boxes)
    assert [update.request for update in Update.objects.all()] == [one]
    assert recipient.requests.outstanding().count() == 2


def test_what_was_answered_since_is_shown_and_never_written_over_unasked(asked: Asked) -> None:
    recipient, (one, *_rest) = asked.of(asked.ray), asked.requests(asked.ray)
    client, sheet = opened_by(recipient), in_hand(recipient)
    sheet.fill(one.action.text, **GREEN)
    later = Said(lifecycle="planning", confidence="green", done="Said on the page.")
    hand_in(request=one, said=later, saw=0, author=Author.from_link(asked.ray))
    page = send(client, sheet.saved())
    (conflict,) = page.context["page"].sheets[0].conflicts
    told = {part.name: (part.now, part.sheet) for part in conflict.differing}
    assert told["What was done"] == ("Said on the page.", "Opened the path.")
    assert told["How far it is"] == ("Planning", "Delivering")
    confirm(client, page)
    assert update_of(one).done == "Said on the page."
    confirm(client, page, **{f"take_0_{one.pk.hex}": "sheet"})
    assert (update_of(one).done, update_of(one).version) == ("Opened the path.", 2)


def test_the_same_sheet_may_be_mended_and_sent_again(asked: Asked) -> None:
    recipient, (one, *_rest) = asked.of(asked.ray), asked.requests(asked.ray)
    client, sheet = opened_by(recipient), in_hand(recipient)
    for done in ("Opened the path.", "Opened the path and the gate."):
        sheet.fill(one.action.text, **(GREEN | {"done": done}))
        page = send(client, sheet.saved())
        confirm(client, page)
    assert len(page.context["page"].sheets[0].conflicts) == 1
    assert (update_of(one).done, update_of(one).version) == ("Opened the path and the gate.", 2)


def test_an_answer_between_looking_and_handing_in_stands(asked: Asked) -> None:
    recipient, (one, *_rest) = asked.of(asked.ray), asked.requests(asked.ray)
    client, sheet = opened_by(recipient), in_hand(recipient)
    sheet.fill(one.action.text, **GREEN)
    page = send(client, sheet.saved())
    later = Said(lifecycle="planning", confidence="green", done="Said on the page.")
    hand_in(request=one, said=later, saw=0, author=Author.from_link(asked.ray))
    after = confirm(client, page, **{f"take_0_{one.pk.hex}": "sheet"})
    assert update_of(one).done == "Said on the page."
    assert len(after.context["page"].sheets[0].conflicts) == 1


def test_a_row_nobody_touched_leaves_a_later_answer_alone(asked: Asked) -> None:
    recipient, (one, *_rest) = asked.of(asked.ray), asked.requests(asked.ray)
    author = Author.from_link(asked.ray)
    drafted = keep_draft(request=one, said=Said(done="Half"), saw=0, author=author)
    client, sheet = opened_by(recipient), in_hand(recipient)
    whole = Said(lifecycle="planning", confidence="green", done="Whole.")
    hand_in(request=one, said=whole, saw=drafted.version, author=author)
    (shown,) = send(client, sheet.saved()).context["page"].sheets
    assert (shown.conflicts, shown.ready, shown.unchanged) == ((), (), (str(one.action),))


def test_a_draft_goes_into_the_sheet_and_is_handed_in_with_it(asked: Asked) -> None:
    recipient, (one, *_rest) = asked.of(asked.ray), asked.requests(asked.ray)
    draft = Said(lifecycle="delivering", confidence="green", done="Drafted on the page.")
    keep_draft(request=one, said=draft, saw=0, author=Author.from_link(asked.ray))
    client = opened_by(recipient)
    confirm(client, send(client, in_hand(recipient).saved()))
    assert (update_of(one).state, update_of(one).done) == (Update.State.SUBMITTED, "Drafted on the page.")


def test_faulty_actions_stay_listed_and_the_rest_is_handed_in(asked: Asked) -> None:
    recipient, (one, two, *_rest) = asked.of(asked.ray), asked.requests(asked.ray)
    client, sheet = opened_by(recipient), in_hand(recipient)
    sheet.fill(one.action.text, **GREEN)
    sheet.fill(two.action.text, lifecycle="Delivering", confidence="Red", done="word " * 101)
    after = confirm(client, send(client, sheet.saved()))
    (shown,) = after.context["page"].sheets
    assert [len(shown.faulty), len(shown.ready), shown.unchanged] == [1, 0, (str(one.action),)]
    told = " ".join(shown.faulty[0].wrong)
    assert "why it is red" in told and "back on course" in told and "it has 101 now" in told
    assert Update.objects.count() == 1


def test_an_approved_update_is_not_changed_by_a_sheet(asked: Asked) -> None:
    recipient, (one, *_rest) = asked.of(asked.ray), asked.requests(asked.ray)
    sheet = in_hand(recipient)
    sheet.fill(one.action.text, **GREEN)
    said = Said(lifecycle="planning", confidence="green")
    hand_in(request=one, said=said, saw=0, author=Author.from_link(asked.ray))
    Update.objects.update(state=Update.State.APPROVED)
    (shown,) = send(opened_by(recipient), sheet.saved()).context["page"].sheets
    assert "was approved" in shown.faulty[0].wrong[0]


def test_an_action_passed_on_meanwhile_is_not_answered_for(asked: Asked) -> None:
    recipient, (one, *_rest) = asked.of(asked.ray), asked.requests(asked.ray)
    sheet = in_hand(recipient)
    sheet.fill(one.action.text, **GREEN)
    Request.objects.filter(pk=one.pk).update(recipient=asked.of(asked.mina))
    (shown,) = send(opened_by(recipient), sheet.saved()).context["page"].sheets
    assert "not asked of this person any more" in shown.unread[0].reason


def another_round(asked: Asked, cast: Cast, *, email: str = "") -> Round:
    """A second round, which asks Ray or somebody else for another action."""
    plan = Plan.objects.filter(place=cast.tarrow).first()
    assert plan is not None
    action = plan.actions.standing()[4]
    answers_for(contact_at(plan, "Ida Brook", email) if email else asked.ray, action)
    round_ = draft_round(plan, title="January to March")
    open_round(round_=round_, saw=1, by=cast.by)
    return round_


def refused(client: Client, body: bytes) -> str:
    page = send(client, body)
    assert page.status_code == 422
    assert Original.objects.filter(name="sheet.xlsx").exists()
    (told,) = page.context["form"].errors["sheets"]
    return str(told)


def test_somebody_elses_sheet_is_refused(asked: Asked) -> None:
    body = in_hand(asked.of(asked.mina)).saved()
    assert refused(opened_by(asked.of(asked.ray)), body) == (
        "This sheet was made for somebody else. Download your own, and fill that in."
    )


def test_a_sheet_of_another_round_is_refused(asked: Asked, cast: Cast) -> None:
    other = another_round(asked, cast)
    body = in_hand(other.recipients.get()).saved()
    assert "“January to March”" in refused(opened_by(asked.of(asked.ray)), body)
    close_round(round_=other, by=cast.by)
    assert "which is closed" in refused(opened_by(asked.of(asked.ray)), body)


def test_a_sheet_of_a_stranger_in_another_round_says_nothing_of_it(asked: Asked, cast: Cast) -> None:
    other = another_round(asked, cast, email="ida@parks.example")
    told = refused(opened_by(asked.of(asked.ray)), in_hand(other.recipients.get()).saved())
    assert "somebody else, in another round" in told and "January" not in told


def test_a_sheet_of_a_closed_round_is_refused(asked: Asked, cast: Cast) -> None:
    body = in_hand(asked.of(asked.ray)).saved()
    close_round(round_=asked.round, by=cast.by)
    assert "is closed" in refused(opened_by(asked.of(asked.ray)), body)


def test_a_sheet_of_another_place_is_refused(asked: Asked, cast: Cast) -> None:
    body = in_hand(asked.of(asked.ray)).saved()
    client = opened_by(asked.of(asked.mina))
    Round.objects.filter(pk=asked.round.pk).update(title="Elsewhere's")
    elsewhere = Round.objects.create(
        place=cast.elsewhere,
        title="Theirs",
        starts=date(2026, 1, 1),
        ends=date(2026, 2, 1),
        due_on=date(2026, 2, 1),
    )
    Recipient.objects.filter(pk=asked.of(asked.ray).pk).update(round=elsewhere)
    assert "another place" in refused(client, body)


def test_a_sheet_with_changed_marks_is_refused(asked: Asked) -> None:
    sheet = in_hand(asked.of(asked.ray))
    for page in sheet.book.worksheets:
        for row in page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("turntide:"):
                    cell.value = cell.value[:-1] + ("a" if cell.value[-1] != "a" else "b")
    assert "marks in this sheet were changed" in refused(opened_by(asked.of(asked.ray)), sheet.saved())


def test_a_file_of_somebody_else_is_not_shown_by_its_address(asked: Asked) -> None:
    ray, mina = opened_by(asked.of(asked.ray)), opened_by(asked.of(asked.mina))
    sheet = in_hand(asked.of(asked.ray))
    sheet.fill(asked.requests(asked.ray)[0].action.text, **GREEN)
    sent = ray.post(reverse("answer_sheet_back"), {"sheets": upload(sheet.saved())})
    assert ray.get(sent["Location"]).status_code == 200
    assert mina.get(sent["Location"])["Location"] == reverse("answer_sheet_back")
    assert ray.get(reverse("answer_sheet_back") + "?file=nonsense").status_code == 302


def test_nothing_is_there_without_the_link(db: None) -> None:
    assert [Client().get(reverse(name)).status_code for name in ("answer_sheet", "answer_sheet_back")] == [
        404,
        404,
    ]


def test_an_officer_hands_in_several_sheets_for_those_who_mailed_them(
    asked: Asked, cast: Cast, as_editor: Client
) -> None:
    bodies = []
    for contact in (asked.ray, asked.mina):
        sheet = in_hand(asked.of(contact))
        sheet.fill(asked.requests(contact)[0].action.text, **GREEN)
        bodies.append(sheet.saved())
    page = send(as_editor, *bodies, b"no workbook", to=officers_way(asked.round))
    assert [(each.person, bool(each.refused)) for each in page.context["page"].sheets] == [
        ("Ray Okoro", False),
        ("Mina Farrow", False),
        ("", True),
    ]
    confirm(as_editor, page)
    updates = Update.objects.order_by("author_name")
    assert [(each.author, each.via, each.entered_by) for each in updates] == [
        (asked.mina, "sheet", cast.editor),
        (asked.ray, "sheet", cast.editor),
    ]


def test_an_officer_downloads_somebodys_sheet(asked: Asked, as_editor: Client) -> None:
    address = reverse("sheet_of", args=["tarrow", asked.of(asked.mina).pk])
    sheet = InHand(as_editor.get(address).content)
    assert sheet.rows_of(ACTIONS, asked.requests(asked.mina)[0].action.text)


def test_a_sheet_of_another_round_is_refused_by_the_officers_way_too(
    asked: Asked, cast: Cast, as_editor: Client
) -> None:
    other = another_round(asked, cast)
    page = send(as_editor, in_hand(other.recipients.get()).saved(), to=officers_way(asked.round))
    assert "“January to March”" in page.content.decode()


@pytest.mark.parametrize("count", [1, 4])
def test_making_and_reading_asks_a_fixed_number_of_questions(
    asked: Asked, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    recipient = asked.of(asked.ray)
    Request.objects.exclude(pk__in=[each.pk for each in asked.round.requests.all()[:count]]).delete()
    asked.round.requests.update(recipient=recipient)
    whole = Recipient.objects.select_related("contact", "round__place").get(pk=recipient.pk)
    for each in asked.round.requests.all():
        keep_draft(request=each, said=Said(done="Half"), saw=0, author=Author.from_link(asked.ray))
    with django_assert_num_queries(12):
        body = sheet_for(whole).body
    for each in asked.round.requests.all():
        keep_draft(request=each, said=Said(done="More"), saw=1, author=Author.from_link(asked.ray))
    with django_assert_num_queries(13):
        assert len(preview_for(whole, body).lines) == count


def test_lists_hold_the_plans_own_words(asked: Asked, tarrow_plan: Plan) -> None:
    vocabulary = Vocabulary.objects.create(plan=tarrow_plan, number=1)
    Term.objects.create(vocabulary=vocabulary, axis="lifecycle", meaning="delivering", label="On its way")
    sheet = in_hand(asked.of(asked.ray))
    words = [cell.value for row in sheet.book["turntide"].iter_rows() for cell in row]
    assert "On its way" in words and "Delivering" not in words
    page = sheet.page(ACTIONS)
    rules = [rule for rule in page.data_validations.dataValidation if rule.type == "list"]
    assert {rule.formula1.split("!")[0] for rule in rules} == {"turntide"}
    one = asked.requests(asked.ray)[0]
    sheet.fill(one.action.text, **(GREEN | {"lifecycle": "on its way"}))
    client = opened_by(asked.of(asked.ray))
    confirm(client, send(client, sheet.saved()))
    assert update_of(one).lifecycle == "delivering"


def test_a_plan_told_in_stories_is_not_asked_for_colours(asked: Asked, tarrow_plan: Plan) -> None:
    Reporting.objects.create(plan=tarrow_plan, stories_only=True)
    assert "confidence" not in in_hand(asked.of(asked.ray)).columns(ACTIONS)


def test_a_sheet_says_what_was_said_last_time(asked: Asked) -> None:
    one = asked.requests(asked.ray)[0]
    Update.objects.create(
        action=one.action,
        state=Update.State.APPROVED,
        on=date(2026, 9, 22),
        lifecycle="planning",
        confidence="amber",
        done="Drew it.",
        said_at=timezone.now(),
    )
    sheet = in_hand(asked.of(asked.ray))
    at, row = sheet.columns(ACTIONS)["before"], sheet.rows_of(ACTIONS, one.action.text)[0]
    assert sheet.page(ACTIONS).cell(row, at).value == "22 September 2026, Planning, Amber\nDone: Drew it."
