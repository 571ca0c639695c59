"""The list of who answers, an action's own page, and its panel: what they show, and what one press does."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from delivery_fixtures import answers_for, contact_at
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from site_cast import Cast

from turntide.web.accounts.roles import Role
from turntide.web.delivery.models import Responsibility
from turntide.web.delivery.panels.answerer import answerer_panel
from turntide.web.delivery.services.asking_whose import ask_whose
from turntide.web.delivery.services.saying_whose import decline
from turntide.web.mail.models import Message
from turntide.web.organisations.models import Contact, Organisation
from turntide.web.organisations.services.contacts import has_left
from turntide.web.organisations.services.merging import merge
from turntide.web.plans.delivery_connection import Asker
from turntide.web.plans.models import Action, Involvement, Plan

State = Responsibility.State


def address(route: str, *args: Any) -> str:
    return reverse(route, args=["tarrow", *args])


def leads_of(action: Action) -> list[Organisation]:
    rows = action.involvements.filter(part="lead").select_related("organisation")
    return [row.organisation for row in rows]


@pytest.fixture
def led(tarrow_plan: Plan) -> Action:
    """An action with one lead; the plan itself names partners alone."""
    action = tarrow_plan.actions.standing()[5]
    body = tarrow_plan.place.organisations.standing()[0]
    action.involvements.all().delete()
    Involvement.objects.create(action=action, organisation=body, part="lead", name=body.name)
    return action


@pytest.fixture
def ray(led: Action) -> Contact:
    """Somebody at that lead."""
    body = leads_of(led)[0]
    return Contact.objects.create(organisation=body, name="Ray Okoro", email="ray@lead.example", role="Head")


def listed(client: Client, **query: str) -> Any:
    response = client.get(address("who_answers"), query)
    assert response.status_code == 200
    return response.context["page"]


def line_of(client: Client, action: Action, **query: str) -> Any:
    return next(line for line in listed(client, **query).lines if line.id == action.pk)


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def standing(action: Action) -> Responsibility:
    return Responsibility.objects.standing().get(action=action)


@pytest.mark.parametrize("role", list(Role))
def test_editors_see_who_answers(cast: Cast, tarrow_plan: Plan, role: Role) -> None:
    client = Client()
    client.force_login(cast.members[role])
    expected = 200 if role.rank >= Role.EDITOR.rank else 403
    assert client.get(address("who_answers")).status_code == expected


def test_without_a_plan_the_page_leads_to_bringing_one_in(cast: Cast, as_editor: Client) -> None:
    response = as_editor.get(address("who_answers"))
    assert "No actions yet" in text_of(response)
    assert address("intakes") in text_of(response)


def test_those_without_anybody_are_counted_and_come_first(
    as_editor: Client, tarrow_plan: Plan, ray: Contact
) -> None:
    first = tarrow_plan.actions.standing()[0]
    answers_for(ray, first)
    page = listed(as_editor)
    assert page.counts.nobody == page.counts.all - 1
    assert [line.somebody for line in page.lines][-1] is True
    assert not any(line.somebody for line in page.lines[:-1])


def test_contacts_of_the_lead_are_proposed_and_named_with_one_press(
    cast: Cast, as_editor: Client, led: Action, ray: Contact
) -> None:
    (proposal,) = line_of(as_editor, led).proposals
    assert (proposal.name, proposal.beside) == ("Ray Okoro", f"Head, {leads_of(led)[0].name}")
    response = as_editor.post(address("name_answerer"), {"one": f"{led.pk} {proposal.contact}"}, follow=True)
    assert "Ray Okoro answers for 1 action." in text_of(response)
    assert standing(led).contact == ray
    as_editor.post(undo_in(response))
    assert not Responsibility.objects.standing().exists()


def undo_in(response: Any) -> str:
    """The address that Undo in the page's message posts to."""
    before, _found, after = response.content.decode().partition('class="tt-undo" method="post" action="')
    assert before and after
    return str(after.partition('"')[0]).replace("&amp;", "&")


def test_bodies_merged_into_the_lead_and_what_it_is_part_of_are_proposed(
    cast: Cast, as_editor: Client, led: Action
) -> None:
    body = leads_of(led)[0]
    merged, parent = (
        Organisation.objects.create(place=cast.tarrow, name=name, key=name.casefold())
        for name in ("The Old Trust", "The Shire")
    )
    Organisation.objects.filter(pk=body.pk).update(parent=parent)
    body.refresh_from_db()
    for at, name in ((merged, "Kit"), (parent, "Ash"), (body, "Zed")):
        Contact.objects.create(organisation=at, name=name, email=f"{name}@x.example".lower())
    merge(kept=body, merged=merged, by=cast.by)
    assert [each.name for each in line_of(as_editor, led).proposals] == ["Kit", "Zed", "Ash"]


def test_where_nobody_is_known_the_page_leads_to_adding_a_contact(as_editor: Client, led: Action) -> None:
    line = line_of(as_editor, led)
    assert line.proposals == ()
    assert line.leads[0].add_contact == address("contact_add", leads_of(led)[0].pk)
    assert line.leads[0].add_contact in as_editor.get(address("who_answers")).content.decode()


def test_where_the_plan_names_no_lead_contacts_of_its_partners_are_proposed(
    as_editor: Client, led: Action, ray: Contact
) -> None:
    Involvement.objects.filter(action=led).update(part="partner")
    line = line_of(as_editor, led)
    assert [each.name for each in line.proposals] == ["Ray Okoro"]
    assert line.leads == ()


def test_without_a_lead_the_page_says_so_and_leads_to_naming_one(as_editor: Client, led: Action) -> None:
    Involvement.objects.filter(action=led).delete()
    page = listed(as_editor, state="no-lead")
    assert led.pk in {line.id for line in page.lines}
    shown = as_editor.get(address("who_answers"), {"state": "no-lead"}).content.decode()
    assert address("edit_action_field", led.pk, "leads") in shown


def test_ticked_actions_get_somebody_at_once(as_editor: Client, tarrow_plan: Plan, ray: Contact) -> None:
    chosen = list(tarrow_plan.actions.standing()[:3])
    ticked = [str(action.pk) for action in chosen]
    response = as_editor.post(
        address("name_answerer") + "?page=1", {"actions": ticked, "contact": "ray OKORO"}, follow=True
    )
    assert "Ray Okoro answers for 3 actions." in text_of(response)
    assert response.redirect_chain[-1][0].endswith("/who-answers/?page=1")
    as_editor.post(address("take_away_answerer"), {"actions": ticked})
    assert not Responsibility.objects.standing().exists()


def test_somebody_new_is_added_to_the_register_and_named(as_editor: Client, led: Action) -> None:
    body = leads_of(led)[0]
    sent = {"actions": [str(led.pk)], "name": "Bo Rivers", "email": "bo@lead.example", "body": body.name}
    as_editor.post(address("name_answerer"), sent)
    assert standing(led).contact.name == "Bo Rivers"
    assert standing(led).contact.organisation == body
    assert body.edits.filter(verb="add contact").count() == 1


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Say who answers: somebody in the register, or somebody new."),
        ({"contact": "Nobody At All"}, "Nobody here is called “Nobody At All”."),
        ({"name": "Bo"}, "Say which organisation the person is at."),
        ({"email": "bo@x.example", "body": "x"}, "No organisation here is called “x”."),
        ({"email": "nonsense"}, "Enter a valid email address."),
    ],
)
def test_what_lacks_something_is_said_and_the_ticks_stay(
    as_editor: Client, led: Action, sent: dict[str, str], said: str
) -> None:
    response = as_editor.post(address("name_answerer"), {"actions": [str(led.pk)], **sent})
    assert response.status_code == 422
    assert said in text_of(response)
    assert response.context["page"].ticked == {str(led.pk)}
    assert not Responsibility.objects.exists()


def test_without_a_tick_the_page_asks_for_one(as_editor: Client, ray: Contact) -> None:
    response = as_editor.post(address("name_answerer"), {"contact": "Ray Okoro"})
    assert (response.status_code, "Tick the actions" in text_of(response)) == (422, True)
    told = as_editor.post(address("ask_whose"), follow=True)
    assert "Tick actions for which somebody is named" in text_of(told)


def test_two_of_one_name_are_told_apart(as_editor: Client, led: Action, ray: Contact) -> None:
    Contact.objects.create(organisation=ray.organisation, name="Ray Okoro", email="other@lead.example")
    response = as_editor.post(address("name_answerer"), {"actions": [str(led.pk)], "contact": "Ray Okoro"})
    assert "Several people here are called" in text_of(response)
    as_editor.post(address("name_answerer"), {"actions": [str(led.pk)], "contact": "other@lead.example"})
    assert standing(led).contact.email == "other@lead.example"


def test_everybody_named_is_asked_with_one_press_and_that_is_undone(
    as_editor: Client, tarrow_plan: Plan, ray: Contact
) -> None:
    answers_for(ray, *tarrow_plan.actions.standing()[:3])
    assert listed(as_editor).not_yet_asked.people == 1
    response = as_editor.post(address("ask_whose"), {"all": "1"}, follow=True)
    assert "1 person is asked about 3 actions." in text_of(response)
    assert Message.objects.filter(kind="yours").count() == 1
    assert listed(as_editor).counts.asked == 3
    as_editor.post(undo_in(response))
    assert listed(as_editor).counts.named == 3


def test_what_was_declined_shows_with_its_reason(as_editor: Client, led: Action, ray: Contact) -> None:
    answers_for(ray, led)
    as_editor.post(address("ask_whose"), {"one": str(led.pk)})
    decline(responsibility=standing(led), reason="Parks do this.")
    page = listed(as_editor, state="declined")
    assert [line.id for line in page.lines] == [led.pk]
    assert page.lines[0].proposals == ()
    shown = text_of(as_editor.get(address("who_answers"), {"state": "declined"}))
    assert "Parks do this." in shown


def test_somebody_who_has_left_answers_no_more(
    cast: Cast, as_editor: Client, led: Action, ray: Contact
) -> None:
    answers_for(ray, led)
    has_left(contact=ray, by=cast.by)
    line = line_of(as_editor, led, state="nobody")
    assert (line.somebody, line.has_left) == (False, "Ray Okoro")


def test_who_cannot_be_reached_is_said(as_editor: Client, led: Action, ray: Contact) -> None:
    Contact.objects.update(email="")
    response = as_editor.post(address("name_answerer"), {"one": f"{led.pk} {ray.pk}"}, follow=True)
    assert "They have no e-mail address, so they cannot be asked." in text_of(response)
    page = listed(as_editor, state="unreachable")
    assert [line.reachable for line in page.lines] == [False]
    assert (page.counts.unreachable, page.counts.named) == (1, 1)


def test_a_letter_that_came_back_is_told(as_editor: Client, led: Action, ray: Contact) -> None:
    answers_for(ray, led)
    as_editor.post(address("ask_whose"), {"one": str(led.pk)})
    Message.objects.update(state=Message.State.RETURNED)
    assert line_of(as_editor, led).returned


def test_the_list_is_narrowed_by_plan_lead_and_words(
    as_editor: Client, tarrow_plan: Plan, led: Action
) -> None:
    every = listed(as_editor).paging.paginator.count
    body = leads_of(led)[0]
    assert 0 < listed(as_editor, lead=body.name).paging.paginator.count < every
    assert listed(as_editor, plan=str(tarrow_plan.pk)).paging.paginator.count == every
    word = max(led.text.split(), key=len)
    assert 0 < listed(as_editor, words=word).paging.paginator.count < every
    empty = as_editor.get(address("who_answers"), {"lead": "no such body at all"})
    assert "No action fits" in text_of(empty)
    assert listed(as_editor, plan="nonsense", state="nonsense").paging.paginator.count == every


def test_the_list_asks_as_many_questions_for_thousands_as_for_few(
    cast: Cast, as_editor: Client, tarrow_plan: Plan, ray: Contact
) -> None:
    answers_for(ray, *tarrow_plan.actions.standing()[:2])
    with CaptureQueriesContext(
        connection,
    ) as few:
        listed(as_editor)
    Action.objects.bulk_create(
        Action(plan=tarrow_plan, text=f"One more {number}", position=1000 + number) for number in range(3000)
    )
    more = list(Action.objects.filter(position__gte=1000))
    Involvement.objects.bulk_create(
        Involvement(action=action, organisation=ray.organisation, part="lead", name="x") for action in more
    )
    answers_for(ray, *more[::2])
    with CaptureQueriesContext(connection) as many:
        assert listed(as_editor, page="3").paging.paginator.count > 3000
    assert len(many) == len(few) <= 20


def test_one_actions_page_shows_who_did_and_names_another(
    as_editor: Client, led: Action, ray: Contact, tarrow_plan: Plan
) -> None:
    mina = contact_at(tarrow_plan, "Mina Farrow", "mina@council.example", at=2)
    there = address("answerer", led.pk)
    assert as_editor.get(there).status_code == 200
    as_editor.post(f"{address('name_answerer')}?action={led.pk}", {"contact": "Ray Okoro"})
    response = as_editor.post(
        f"{address('name_answerer')}?action={led.pk}", {"contact": mina.email}, follow=True
    )
    assert response.redirect_chain[-1][0] == there
    assert standing(led).contact == mina
    assert [past.who for past in response.context["page"].past] == ["Ray Okoro"]
    lacking = as_editor.post(f"{address('name_answerer')}?action={led.pk}", {"contact": "zzz"})
    assert (lacking.status_code, "Nobody here is called “zzz”" in text_of(lacking)) == (422, True)


def test_things_of_another_place_are_not_there(
    cast: Cast, as_editor: Client, led: Action, ray: Contact
) -> None:
    body = cast.elsewhere.organisations.create(name="Rowers", key="rowers")
    theirs = Contact.objects.create(organisation=body, name="Olu", email="olu@rowers.example")
    plan = Plan.objects.create(place=cast.elsewhere, title="Other plan")
    action = Action.objects.create(plan=plan, text="Row")
    for one in (f"{led.pk} {theirs.pk}", f"{action.pk} {ray.pk}", "nonsense", f"{uuid4()} {ray.pk}"):
        assert as_editor.post(address("name_answerer"), {"one": one}).status_code == 404
    for route in ("ask_whose", "take_away_answerer"):
        assert as_editor.post(address(route), {"actions": [str(action.pk)]}).status_code == 404
    assert as_editor.get(address("answerer", action.pk)).status_code == 404
    for route in ("undo_naming", "take_back_question"):
        assert as_editor.post(address(route, uuid4())).status_code == 404
    assert not Responsibility.objects.exists()


def test_the_panel_shows_who_answers_and_editors_the_way_to_change_it(
    cast: Cast, led: Action, ray: Contact
) -> None:
    answers_for(ray, led)
    for may_edit in (True, False):
        (panel,) = answerer_panel(led, Asker(cast.tarrow, may_edit=may_edit, may_contribute=True))
        drawn = render_to_string(panel.template, {"panel": panel})
        assert "Ray Okoro" in drawn
        assert (address("answerer", led.pk) in drawn) is may_edit
    assert answerer_panel(led, Asker(cast.elsewhere, may_edit=True, may_contribute=True)) == ()
    assert ask_whose(responsibilities=[], by=cast.by).people == 0
