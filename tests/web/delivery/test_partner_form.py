"""The form in which an update is written: what is typed becomes what is said, and faults stand at their boxes."""

from __future__ import annotations

from datetime import date

from delivery_fixtures import Asked

from turntide.web.delivery.forms.update import UpdateForm, prefix_of
from turntide.web.delivery.models import Reporting, Request, Term, Vocabulary
from turntide.web.delivery.rules.said import ReachSaid, Said, faults
from turntide.web.delivery.services.answering import Author, hand_in
from turntide.web.delivery.store.asked_for import asked_of_one
from turntide.web.plans.models import Measure, Milestone


def typed(request: Request, **boxes: str) -> dict[str, str]:
    return {f"{prefix_of(request)}-{name}": value for name, value in boxes.items()}


def the_first(asked: Asked) -> Request:
    return asked.requests(asked.ray)[0]


def with_parts(request: Request) -> tuple[Milestone, Measure]:
    request.action.milestones.all().delete()
    request.action.measures.all().delete()
    return (
        request.action.milestones.create(text="Route agreed", due=date(2026, 12, 1)),
        request.action.measures.create(text="People who walk", target="200"),
    )


def test_everything_typed_is_said(asked: Asked) -> None:
    one = the_first(asked)
    milestone, measure = with_parts(one)
    data = typed(
        one,
        saw="",
        lifecycle="delivering",
        confidence="amber",
        reason="Wet ground.",
        **{"recovers_on_day": "31", "recovers_on_month": "3", "recovers_on_year": "2027"},
        done="Opened the path.",
        next="Signs.",
        in_the_way="Rain.",
        ask="A crossing.",
        worth_a_story="on",
        **{f"m{milestone.pk}_moved": "8/1/2027", f"m{milestone.pk}_reason": "Rain."},
        **{f"v{measure.pk}_value": "120", f"v{measure.pk}_on": "1/10/2026", f"v{measure.pk}_origin": "Count"},
        g0_group="Older residents",
        g0_number="40",
    )
    form = UpdateForm(asked_of_one(one), data)
    assert form.is_valid(), form.errors
    said = form.said
    assert faults(said) == ()
    assert (said.lifecycle, said.confidence, said.recovers_on) == ("delivering", "amber", date(2027, 3, 31))
    assert (said.done, said.ask, said.worth_a_story) == ("Opened the path.", "A crossing.", True)
    assert (said.steps[0].moved_to, said.steps[0].due) == (date(2027, 1, 8), date(2026, 12, 1))
    assert (said.readings[0].value, said.readings[0].on) == ("120", date(2026, 10, 1))
    assert said.reached == (ReachSaid("Older residents", 40),)


def test_what_was_said_stands_in_the_boxes_again(asked: Asked) -> None:
    one = the_first(asked)
    milestone, _ = with_parts(one)
    data = typed(one, lifecycle="planning", done="Some.", g0_group="Carers")
    data |= typed(one, **{f"m{milestone.pk}_met": "1/11/2026"})
    first = UpdateForm(asked_of_one(one), data)
    assert first.is_valid()
    hand_in(request=one, said=first.said, saw=0, author=Author.from_link(asked.ray))
    again = UpdateForm(asked_of_one(one))
    assert again["saw"].value() == 1
    assert again["lifecycle"].value() == "planning"
    assert again[f"m{milestone.pk}_met"].value() == date(2026, 11, 1)
    assert again["g0_group"].value() == "Carers"
    assert "g1_group" in again.fields


def test_faults_stand_at_their_boxes(asked: Asked) -> None:
    one = the_first(asked)
    milestone, _ = with_parts(one)
    data = typed(one, confidence="red", done="word " * 101, **{f"m{milestone.pk}_moved": "8/1/2027"})
    form = UpdateForm(asked_of_one(one), data)
    assert form.is_valid()
    form.tell(faults(form.said))
    assert set(form.errors) == {
        "lifecycle",
        "reason",
        "recovers_on",
        "done",
        f"m{milestone.pk}_reason",
    }


def test_a_box_that_cannot_be_understood_takes_nothing_else_with_it(asked: Asked) -> None:
    one = the_first(asked)
    form = UpdateForm(asked_of_one(one), typed(one, done="Much.", recovers_on="31 February 2027"))
    assert not form.is_valid()
    assert list(form.errors) == ["recovers_on"]
    assert form.said == Said(done="Much.")


def test_the_plans_own_words_and_their_meanings_are_offered(asked: Asked) -> None:
    one = the_first(asked)
    words = Vocabulary.objects.create(plan=one.action.plan, number=1)
    Term.objects.create(
        vocabulary=words,
        axis="lifecycle",
        meaning="delivering",
        label="On its way",
        definition="Work is seen.",
    )
    html = str(UpdateForm(asked_of_one(one))["lifecycle"])
    assert "On its way" in html
    assert "Work is seen." in html
    assert "Planning" in html
    assert "Merged" not in html


def test_a_plan_without_colours_asks_for_none(asked: Asked) -> None:
    one = the_first(asked)
    Reporting.objects.create(plan=one.action.plan, stories_only=True)
    assert not {"confidence", "reason", "recovers_on"} & set(UpdateForm(asked_of_one(one)).fields)


def test_a_milestone_met_before_is_asked_for_no_more(asked: Asked) -> None:
    first, second, *_ = asked.requests(asked.ray)
    milestone, _measure = with_parts(first)
    data = typed(first, lifecycle="planning", **{f"m{milestone.pk}_met": "1/11/2026"})
    form = UpdateForm(asked_of_one(first), data)
    assert form.is_valid()
    update = hand_in(request=first, said=form.said, saw=0, author=Author.from_link(asked.ray))
    assert [each.id for each in asked_of_one(first).milestones] == [milestone.pk]
    update.request = None
    update.save()
    assert asked_of_one(first).milestones == ()
    assert second.pk
