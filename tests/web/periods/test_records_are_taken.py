"""A record tells what stands, what was approved, what came and what went; and nothing that was not approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from periods_fixtures import QUARTER, TODAY, WELL, Delivery, without_moments
from site_cast import Cast

from turntide.web.delivery.models import Group, Remit, Reporting
from turntide.web.delivery.rules.said import ReachSaid, ReadingSaid, StepSaid
from turntide.web.delivery.services import approving, publishing_words
from turntide.web.delivery.services.deciding import record_decision
from turntide.web.delivery.services.opening import close_round
from turntide.web.delivery.store.remits import actions_of
from turntide.web.periods.rules.record import ActionThen, Record
from turntide.web.periods.rules.since import tells_of
from turntide.web.periods.rules.writing import as_words
from turntide.web.periods.store.taking import Scope, Span, take
from turntide.web.plans.models import Action
from turntide.web.plans.services import arranging, editing, joining, retiring
from turntide.web.stories.rules.telling import Told
from turntide.web.stories.services import telling

SECRET = "Nobody approved this."


def action_in(record: Record, action: Action) -> ActionThen:
    return next(each for each in record.actions if each.id == str(action.pk))


def test_every_standing_action_is_in_it_once_in_the_plans_order(delivery: Delivery) -> None:
    record = delivery.taken()
    standing = delivery.plan.actions.standing().order_by("position", "pk")
    assert [each.id for each in record.actions] == [str(each.pk) for each in standing]
    assert [each.text for each in record.actions] == [each.text for each in standing]
    headings = {each.id: each for each in record.headings}
    for each in record.actions:
        assert not headings[each.path[0]].parent
        parents = [headings[id_].parent for id_ in each.path[1:]]
        assert parents == list(each.path[:-1])


def test_what_is_not_approved_stands_nowhere_in_it(delivery: Delivery) -> None:
    secret = replace(
        WELL, done=SECRET, next=SECRET, ask=SECRET, in_the_way=SECRET, reason=SECRET, lifecycle="stopped"
    )
    secret = replace(
        secret,
        steps=(StepSaid(1, SECRET, moved_to=TODAY, reason=SECRET),),
        readings=(ReadingSaid(None, SECRET, SECRET),),
        reached=(ReachSaid(SECRET),),
    )
    approving.send_back(update=delivery.says(0, secret), comment=SECRET, by=delivery.by)
    delivery.says(1, secret)
    once = delivery.told(2, secret)
    publishing_words.propose_words(update=once, words=SECRET, public=True, by=delivery.by)
    once.refresh_from_db()
    approving.unapprove(update=once, by=delivery.by)
    assert SECRET not in as_words(delivery.taken())
    assert {each.lifecycle for each in delivery.taken().actions} == {""}
    assert not any(each.reported for each in delivery.taken().actions)


def test_an_approved_answer_is_told_with_its_author_and_what_the_document_says_gives_way(
    delivery: Delivery,
) -> None:
    action = delivery.actions[0]
    boxes = {"lifecycle": "planning", "confidence": "amber", "status": "Being planned"}
    editing.edit_action(action=action, saw=action.version, boxes=boxes, by=delivery.by)
    before = action_in(delivery.taken(), action)
    assert (before.lifecycle, before.confidence, before.status_wording) == (
        "planning",
        "amber",
        boxes["status"],
    )
    assert before.statement is None
    delivery.told(
        0, replace(WELL, reached=(ReachSaid("Carers", 8),), readings=(ReadingSaid(None, "Walks", "3"),))
    )
    then = action_in(delivery.taken(), action)
    assert (then.lifecycle, then.confidence) == ("delivering", "green")
    assert (then.freshness, then.reported) == ("current", True)
    assert then.statement is not None
    assert (then.statement.by, then.statement.role) == ("Ray Okoro", "Programme lead")
    assert (then.statement.done, then.statement.on) == (WELL.done, TODAY.isoformat())
    assert then.statement.reached[0].number == 8
    assert then.statement.readings[0].value == "3"
    assert then.statement.public == ""


@pytest.mark.parametrize(("confidence", "stories_only"), [(False, False), (True, True)])
def test_a_plan_without_colours_has_none(delivery: Delivery, confidence: bool, stories_only: bool) -> None:
    delivery.told(0)
    Reporting.objects.create(plan=delivery.plan, confidence=confidence, stories_only=stories_only)
    record = delivery.taken()
    assert {each.confidence for each in record.actions} == {""}
    assert (record.plans[0].confidence, record.plans[0].stories_only) == (confidence, stories_only)


def test_words_are_public_once_they_are_settled(delivery: Delivery) -> None:
    update = delivery.told(0)
    publishing_words.propose_words(update=update, words="In plain words.", public=True, by=delivery.by)
    assert "In plain words." not in as_words(delivery.taken())
    publishing_words.agree_words(update=update, contact=delivery.ray)
    statement = action_in(delivery.taken(), delivery.actions[0]).statement
    assert statement is not None
    assert statement.public == "In plain words."


def test_a_milestone_has_the_day_that_was_last_approved(delivery: Delivery) -> None:
    action = delivery.actions[0]
    boxes = {"milestones": "First walk by 31 March 2027"}
    editing.edit_action(action=action, saw=action.version, boxes=boxes, by=delivery.by)
    step = action.milestones.get()
    said = StepSaid(step.pk, step.text, step.due, moved_to=date(2027, 6, 30), reason="The leader fell ill")
    update = delivery.says(0, replace(WELL, steps=(said,)))
    (before,) = action_in(delivery.taken(), action).milestones
    assert (before.due, before.was) == (step.due.isoformat() if step.due else "", "")
    delivery.approves(update)
    (then,) = action_in(delivery.taken(), action).milestones
    assert (then.due, then.was) == ("2027-06-30", before.due)
    assert (then.reason, then.moved_by) == ("The leader fell ill", "Ray Okoro")
    assert then.moved_on == TODAY.isoformat()


def test_a_round_is_counted(delivery: Delivery) -> None:
    delivery.told(0)
    delivery.says(1)
    (round_,) = delivery.taken().rounds
    assert (round_.asked, round_.answered, round_.in_time) == (4, 2, 2)
    assert (round_.people, round_.people_answered) == (2, 1)
    year_before = Span(QUARTER.starts - timedelta(days=365), QUARTER.starts - timedelta(days=30))
    assert take(delivery.place, year_before).rounds == ()


def test_what_came_and_what_went(delivery: Delivery) -> None:
    one, other, third = delivery.actions[:3]
    assert delivery.taken().added == ()  # what came with the plan was not added to it
    arranging.add_action(plan=delivery.plan, under=None, boxes={"text": "A new thing"}, by=delivery.by)
    retiring.retire_actions(actions=[one], by=delivery.by)
    joining.merge_actions(stands=other, others=[third], choices={}, by=delivery.by)
    record = delivery.taken()
    assert [action.text for action in record.actions if action.id in record.added] == ["A new thing"]
    gone = {each.id: each for each in record.dropped}
    assert gone.keys() == {str(one.pk), str(third.pk)}
    assert (gone[str(one.pk)].text, gone[str(one.pk)].into) == (one.text, "")
    assert (gone[str(third.pk)].into, gone[str(third.pk)].on) == (str(other.pk), TODAY.isoformat())
    retiring.restore_action(action=Action.objects.get(pk=one.pk), by=delivery.by)
    assert str(one.pk) not in {each.id for each in delivery.taken().dropped}


def test_a_group_has_what_it_looks_after(delivery: Delivery) -> None:
    group = Group.objects.create(place=delivery.place, name="Active Tarrow board")
    heading = delivery.plan.headings.filter(parent=None)[0]
    Remit.objects.create(group=group, heading=heading)
    Remit.objects.create(group=group, action=delivery.plan.actions.last())
    record_decision(plan=delivery.plan, action=None, text="Go on.", on=TODAY, group=group, by=delivery.by)
    record = take(delivery.place, QUARTER, Scope(group=group))
    assert {each.id for each in record.actions} == {str(each.pk) for each in actions_of(group)}
    assert record.group == "Active Tarrow board"
    assert [each.text for each in record.decisions] == ["Go on."]
    assert {id_ for each in record.actions for id_ in each.path} == {each.id for each in record.headings}


def test_plans_can_be_chosen_and_those_set_aside_are_not_in_it(delivery: Delivery, cast: Cast) -> None:
    assert take(delivery.place, QUARTER, Scope((delivery.plan.pk,))).actions == delivery.taken().actions
    assert take(cast.elsewhere, QUARTER).actions == ()
    assert take(cast.elsewhere, QUARTER, Scope((delivery.plan.pk,))).plans == ()
    retiring.retire_plan(plan=delivery.plan, by=delivery.by)
    assert not delivery.taken().plans
    assert not delivery.taken().actions


def test_a_story_is_told_while_those_in_it_agree_for_the_past_too(delivery: Delivery) -> None:
    told = Told(
        "A walk", "Few walked.", "A bus.", "Many walk.", agreed_on=TODAY, agreed_how="By letter", ready=True
    )
    story = telling.write_story(
        place=delivery.place, told=replace(told, actions=(delivery.actions[0].pk,)), by=delivery.by
    )
    record = delivery.taken()
    assert [each.title for each in record.stories] == ["A walk"]
    telling.withdraw_consent(story=story, by=delivery.by)
    assert delivery.taken().stories == ()
    assert take(delivery.place, QUARTER, as_at=datetime.fromisoformat(record.taken)).stories == ()


def test_days_pass_and_what_waits_is_late(delivery: Delivery) -> None:
    delivery.told(0)
    told, waits = delivery.actions[0], delivery.actions[1]
    after = timezone.make_aware(datetime.combine(delivery.round.due_on + timedelta(days=1), time(9)))
    record = take(delivery.place, QUARTER, as_at=after)
    assert action_in(record, told).freshness == "current"
    assert action_in(record, waits).freshness == "late"
    assert action_in(record, waits).since.startswith("late since")
    close_round(round_=delivery.round, by=delivery.by)
    assert action_in(delivery.taken(), waits).freshness == "late"


def test_now_is_a_moment_like_any_other(delivery: Delivery) -> None:
    delivery.told(0)
    delivery.says(1)
    now = take(delivery.place, QUARTER, as_at=timezone.now())
    assert without_moments(now) == without_moments(delivery.taken())


def test_before_the_plan_there_was_nothing(delivery: Delivery) -> None:
    record = take(delivery.place, QUARTER, as_at=timezone.now() - timedelta(days=1))
    assert (record.plans, record.headings, record.actions, record.rounds) == ((), (), (), ())


@pytest.mark.parametrize("past", [False, True])
def test_however_many_actions_it_takes_as_many_queries(delivery: Delivery, past: bool) -> None:
    moment = timezone.now() if past else None
    few = _queries(delivery, moment)
    Action.objects.bulk_create(Action(plan=delivery.plan, text=f"Walk {at}") for at in range(300))
    for at in range(3):
        delivery.told(at)
    assert _queries(delivery, moment) == few <= (40 if past else 27)


def _queries(delivery: Delivery, moment: datetime | None) -> int:
    with CaptureQueriesContext(connection) as asked:
        take(delivery.place, QUARTER, as_at=moment)
    return len(asked)


@pytest.mark.parametrize(
    ("starts", "ends", "tells"),
    [
        (date(2026, 10, 1), date(2026, 12, 31), True),  # the quarter itself
        (date(2026, 11, 1), date(2026, 11, 30), True),  # a month of it
        (date(2026, 1, 1), date(2026, 12, 31), True),  # its year
        (date(2026, 7, 1), date(2026, 9, 30), False),  # the quarter before
        (date(2026, 7, 1), date(2026, 10, 15), False),  # one that only touches it
    ],
)
def test_answers_are_of_a_period_that_they_mostly_share(starts: date, ends: date, tells: bool) -> None:
    assert tells_of(starts, ends, date(2026, 10, 1), date(2026, 12, 31)) is tells
