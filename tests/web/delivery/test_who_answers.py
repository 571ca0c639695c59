"""Who answers: named, taken away, undone; history stays, requests go along, links with nothing left close."""

from __future__ import annotations

from uuid import uuid4

import pytest
from delivery_fixtures import Asked, answers_for, contact_at
from django.utils import timezone
from site_cast import Cast

from turntide.web.accounts.models import Place
from turntide.web.audit.models import Entry
from turntide.web.delivery.models import Link, Request, Responsibility
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, say_done
from turntide.web.delivery.services.asking_whose import ask_whose, take_back_question
from turntide.web.delivery.services.naming import (
    hand_over,
    known_at,
    name_answerer,
    take_away,
    undo_naming,
)
from turntide.web.delivery.services.opening import close_round
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.mail.models import Message
from turntide.web.organisations.models import Contact
from turntide.web.organisations.services.contacts import Reached, has_left
from turntide.web.plans.models import Action, Plan

State = Responsibility.State


@pytest.fixture
def actions(tarrow_plan: Plan) -> list[Action]:
    return list(tarrow_plan.actions.standing()[:4])


@pytest.fixture
def ray(tarrow_plan: Plan) -> Contact:
    return contact_at(tarrow_plan, "Ray Okoro", "ray@harbourtrust.example")


@pytest.fixture
def mina(tarrow_plan: Plan) -> Contact:
    return contact_at(tarrow_plan, "Mina Farrow", "mina@council.example", at=1)


def who(action: Action) -> str:
    found = Responsibility.objects.standing().filter(action=action).first()
    return found.contact.name if found else ""


def standing(*actions: Action) -> list[Responsibility]:
    return list(Responsibility.objects.standing().filter(action__in=actions))


def opens(link: Link) -> bool:
    return Link.objects.good_at(timezone.now()).filter(pk=link.pk).exists()


def test_one_person_is_named_for_many_actions_in_one_act(
    cast: Cast, actions: list[Action], ray: Contact
) -> None:
    named = name_answerer(actions=actions, contact=ray, by=cast.by)
    assert [who(action) for action in actions] == ["Ray Okoro"] * 4
    assert (named.actions, named.replaced) == (4, ())
    assert Entry.objects.filter(verb="name answerer", about_id=str(ray.pk)).count() == 1


def test_naming_the_same_person_again_changes_nothing(
    cast: Cast, actions: list[Action], ray: Contact
) -> None:
    name_answerer(actions=actions[:2], contact=ray, by=cast.by)
    assert name_answerer(actions=actions, contact=ray, by=cast.by).actions == 2
    assert Responsibility.objects.count() == 4
    assert name_answerer(actions=actions, contact=ray, by=cast.by).actions == 0


def test_whoever_answered_before_stays_in_history(
    cast: Cast, actions: list[Action], ray: Contact, mina: Contact
) -> None:
    name_answerer(actions=actions[:1], contact=ray, by=cast.by)
    named = name_answerer(actions=actions[:1], contact=mina, by=cast.by)
    assert [one.name for one in named.replaced] == ["Ray Okoro"]
    states = actions[0].responsibilities.order_by("since").values_list("contact__name", "state")
    assert list(states) == [("Ray Okoro", State.TAKEN_AWAY), ("Mina Farrow", State.NAMED)]


def test_somebody_who_has_left_is_not_named(cast: Cast, actions: list[Action], ray: Contact) -> None:
    has_left(contact=ray, by=cast.by)
    ray.refresh_from_db()
    with pytest.raises(RefusedError, match="has left"):
        name_answerer(actions=actions, contact=ray, by=cast.by)
    assert not Responsibility.objects.exists()


def test_an_action_of_another_place_gets_nobody(
    cast: Cast, actions: list[Action], elsewhere: Contact
) -> None:
    assert name_answerer(actions=actions, contact=elsewhere, by=cast.by).actions == 0
    assert not Responsibility.objects.exists()


@pytest.fixture
def elsewhere(cast: Cast) -> Contact:
    body = cast.elsewhere.organisations.create(name="Wexcombe Rowers", key="wexcombe rowers")
    return Contact.objects.create(organisation=body, name="Olu", email="olu@rowers.example")


def test_naming_is_undone_whole_and_that_can_be_undone(
    cast: Cast, actions: list[Action], ray: Contact, mina: Contact
) -> None:
    name_answerer(actions=actions[:2], contact=ray, by=cast.by)
    named = name_answerer(actions=actions, contact=mina, by=cast.by)
    undone = undo_naming(place=cast.tarrow, act=named.act, by=cast.by)
    assert [who(action) for action in actions] == ["Ray Okoro", "Ray Okoro", "", ""]
    undo_naming(place=cast.tarrow, act=undone.act, by=cast.by)
    assert [who(action) for action in actions] == ["Mina Farrow"] * 4
    assert Responsibility.objects.filter(ended_at=None).count() == 4


def test_taking_away_is_undone_as_it_was(cast: Cast, actions: list[Action], ray: Contact) -> None:
    name_answerer(actions=actions, contact=ray, by=cast.by)
    Responsibility.objects.filter(action=actions[0]).update(
        state=State.ACCEPTED, asked_at=timezone.now(), answered_at=timezone.now()
    )
    taken = take_away(responsibilities=standing(*actions[:2]), by=cast.by)
    assert [who(action) for action in actions] == ["", "", "Ray Okoro", "Ray Okoro"]
    undo_naming(place=cast.tarrow, act=taken.act, by=cast.by)
    assert [row.state for row in standing(actions[0])] == [State.ACCEPTED]
    assert [row.state for row in standing(actions[1])] == [State.NAMED]


def test_what_was_changed_since_is_not_undone(
    cast: Cast, actions: list[Action], ray: Contact, mina: Contact
) -> None:
    named = name_answerer(actions=actions, contact=ray, by=cast.by)
    name_answerer(actions=actions[3:], contact=mina, by=cast.by)
    with pytest.raises(RefusedError, match="changed since"):
        undo_naming(place=cast.tarrow, act=named.act, by=cast.by)
    assert [who(action) for action in actions] == ["Ray Okoro"] * 3 + ["Mina Farrow"]


def test_an_act_is_undone_once_and_in_its_own_place(cast: Cast, actions: list[Action], ray: Contact) -> None:
    named = name_answerer(actions=actions, contact=ray, by=cast.by)
    with pytest.raises(LookupError):
        undo_naming(place=cast.elsewhere, act=named.act, by=cast.by)
    undo_naming(place=cast.tarrow, act=named.act, by=cast.by)
    with pytest.raises(RefusedError):
        undo_naming(place=cast.tarrow, act=named.act, by=cast.by)


def test_each_person_is_asked_in_one_letter_for_all_their_actions(
    cast: Cast, actions: list[Action], ray: Contact, mina: Contact
) -> None:
    name_answerer(actions=actions[:3], contact=ray, by=cast.by)
    name_answerer(actions=actions[3:], contact=mina, by=cast.by)
    asking = ask_whose(responsibilities=standing(*actions), by=cast.by)
    assert (asking.people, asking.actions, asking.unreachable) == (2, 4, ())
    letters = Message.objects.filter(kind="yours")
    assert sorted(letters.values_list("to_email", flat=True)) == [mina.email, ray.email]
    assert {row.state for row in standing(*actions)} == {State.ASKED}
    assert {row.asked_by for row in standing(*actions)} == {cast.editor}


def test_one_who_stands_for_two_bodies_gets_one_letter(
    cast: Cast, tarrow_plan: Plan, actions: list[Action], ray: Contact
) -> None:
    again = contact_at(tarrow_plan, "Ray Okoro", "Ray@HarbourTrust.example", at=2)
    answers_for(ray, actions[0])
    answers_for(again, actions[1])
    assert ask_whose(responsibilities=standing(*actions), by=cast.by).people == 1
    assert Message.objects.filter(kind="yours").count() == Link.objects.count() == 1


def test_the_same_asking_never_mails_twice(cast: Cast, actions: list[Action], ray: Contact) -> None:
    name_answerer(actions=actions, contact=ray, by=cast.by)
    rows = standing(*actions)
    ask_whose(responsibilities=rows, by=cast.by)
    assert ask_whose(responsibilities=rows, by=cast.by).people == 0
    assert Message.objects.filter(kind="yours").count() == 1


def test_what_is_asked_before_the_letter_goes_is_told_in_it(
    cast: Cast, actions: list[Action], ray: Contact
) -> None:
    name_answerer(actions=actions, contact=ray, by=cast.by)
    ask_whose(responsibilities=standing(actions[0]), by=cast.by)
    ask_whose(responsibilities=standing(actions[1]), by=cast.by)
    assert Message.objects.filter(kind="yours").count() == 1
    Message.objects.update(state=Message.State.SENT)
    ask_whose(responsibilities=standing(actions[2]), by=cast.by)
    assert Message.objects.filter(kind="yours").count() == 2


def test_somebody_without_an_address_is_told_of_and_not_asked(
    cast: Cast, tarrow_plan: Plan, actions: list[Action]
) -> None:
    kit = contact_at(tarrow_plan, "Kit", "")
    name_answerer(actions=actions, contact=kit, by=cast.by)
    asking = ask_whose(responsibilities=standing(*actions), by=cast.by)
    assert (asking.people, asking.unreachable) == (0, (kit,))
    assert {row.state for row in standing(*actions)} == {State.NAMED}


def test_asking_is_taken_back(cast: Cast, actions: list[Action], ray: Contact) -> None:
    name_answerer(actions=actions, contact=ray, by=cast.by)
    asking = ask_whose(responsibilities=standing(*actions), by=cast.by)
    assert take_back_question(place=cast.tarrow, act=asking.act, by=cast.by) == 4
    assert {row.state for row in standing(*actions)} == {State.NAMED}
    assert not opens(Link.objects.get())


def test_the_link_closes_when_nothing_is_left_and_opens_again_on_undoing(
    cast: Cast, actions: list[Action], ray: Contact, mina: Contact
) -> None:
    name_answerer(actions=actions[:2], contact=ray, by=cast.by)
    ask_whose(responsibilities=standing(*actions), by=cast.by)
    link = Link.objects.get()
    name_answerer(actions=actions[:1], contact=mina, by=cast.by)
    assert opens(link)
    named = name_answerer(actions=actions[1:2], contact=mina, by=cast.by)
    assert not opens(link)
    undo_naming(place=cast.tarrow, act=named.act, by=cast.by)
    assert opens(link)


def test_open_requests_go_to_whoever_answers_now(cast: Cast, asked: Asked) -> None:
    requests = asked.requests(asked.ray)
    say_done(request=requests[0], saw=NOTHING_SEEN, author=Author.from_link(asked.ray))
    zed = known_at(
        body=asked.ray.organisation,
        reached=Reached("Zed Quill", email="Zed@harbourtrust.example"),
        by=cast.by,
    )
    actions = [request.action for request in requests]
    assert name_answerer(actions=actions, contact=zed, by=cast.by).moved == 2
    recipient = asked.round.recipients.get(contact=zed)
    assert recipient.email == "zed@harbourtrust.example"
    assert {each.action_id for each in recipient.requests.all()} == {each.pk for each in actions[1:]}
    assert [letter.to_email for letter in letters_about(recipient.pk)] == ["zed@harbourtrust.example"]
    assert recipient.links.get().purpose == Link.Purpose.ANSWER
    # What Ray answered is still his to put right.
    assert opens(asked.of(asked.ray).links.get())


def letters_about(recipient: object) -> list[Message]:
    return list(Message.objects.filter(kind="request", about__recipient=str(recipient)))


def test_with_nothing_left_the_link_to_answer_closes_and_undoing_opens_it(cast: Cast, asked: Asked) -> None:
    requests, link = asked.requests(asked.ray), asked.of(asked.ray).links.get()
    named = name_answerer(actions=[each.action for each in requests], contact=asked.mina, by=cast.by)
    assert not opens(link)
    assert len(asked.requests(asked.mina)) == 4
    undo_naming(place=cast.tarrow, act=named.act, by=cast.by)
    assert opens(link)
    assert len(asked.requests(asked.ray)) == 3
    assert len(letters_about(asked.of(asked.ray).pk)) == 1


def test_more_actions_for_somebody_asked_already_are_told_once(cast: Cast, asked: Asked) -> None:
    first, second, _third = [each.action for each in asked.requests(asked.ray)]
    mina = asked.of(asked.mina)
    name_answerer(actions=[first], contact=asked.mina, by=cast.by)
    assert len(letters_about(mina.pk)) == 1
    Message.objects.update(state=Message.State.SENT)
    name_answerer(actions=[second], contact=asked.mina, by=cast.by)
    assert len(letters_about(mina.pk)) == 2
    assert mina.links.count() == 1


def test_requests_stay_where_they_are_without_an_address_or_when_the_round_is_closed(
    cast: Cast, asked: Asked, tarrow_plan: Plan
) -> None:
    actions = [each.action for each in asked.requests(asked.ray)]
    kit = contact_at(tarrow_plan, "Kit", "")
    assert name_answerer(actions=actions, contact=kit, by=cast.by).moved == 0
    assert len(asked.requests(asked.ray)) == 3
    close_round(round_=asked.round, by=cast.by)
    assert name_answerer(actions=actions, contact=asked.mina, by=cast.by).moved == 0


def test_handing_over_moves_what_is_open_and_leaves_who_answers(cast: Cast, asked: Asked) -> None:
    action = asked.requests(asked.ray)[0].action
    assert hand_over(actions=[action], contact=asked.mina, by=cast.by, passed_by=asked.ray) == 1
    assert who(action) == "Ray Okoro"
    moved = Request.objects.get(action=action)
    assert (moved.recipient, moved.passed_by) == (asked.of(asked.mina), asked.ray)
    assert hand_over(actions=[action], contact=asked.mina, by=cast.by) == 0


def test_a_contact_with_the_same_address_at_the_body_is_taken_for_the_same(cast: Cast, ray: Contact) -> None:
    same = known_at(
        body=ray.organisation, reached=Reached("R. Okoro", email="RAY@harbourtrust.example"), by=cast.by
    )
    assert same == ray
    other = known_at(
        body=ray.organisation, reached=Reached("Bo", email="bo@harbourtrust.example"), by=cast.by
    )
    assert (other.name, other.organisation) == ("Bo", ray.organisation)


def test_an_unknown_act_is_none(cast: Cast) -> None:
    place: Place = cast.tarrow
    with pytest.raises(LookupError):
        take_back_question(place=place, act=uuid4(), by=cast.by)
