"""A plan's own words for statuses: written anew, never over what was said."""

from __future__ import annotations

from typing import Any

import pytest
from delivery_fixtures import Asked
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from site_cast import Cast

from turntide.web.accounts.roles import Role
from turntide.web.delivery.models import Term, Update, Vocabulary
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.rules.vocabulary import MEANINGS, Wording, Words, our_definition
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in
from turntide.web.delivery.services.vocabulary import OURS, RewordedMeanwhileError, bring_back_words, reword
from turntide.web.delivery.store.vocabularies import read_in, words_for, words_of, words_of_plans
from turntide.web.plans.models import CONFIDENCES, LIFECYCLES, Plan

UNDERWAY = {("lifecycle", "delivering"): Wording("Underway", "Work has begun on the ground.")}


def address(route: str, *args: Any) -> str:
    return reverse(route, args=["tarrow", *args])


def box(kind: str, axis: str, meaning: str) -> str:
    return f"{kind}_{axis}_{meaning.replace(' ', '_')}"


def test_every_status_of_the_standard_has_a_word_and_a_meaning() -> None:
    assert (MEANINGS["lifecycle"], MEANINGS["confidence"]) == (LIFECYCLES, CONFIDENCES)
    for axis, meanings in MEANINGS.items():
        for meaning in meanings:
            assert Words().label(axis, meaning) and our_definition(axis, meaning)


def test_a_plan_without_words_of_its_own_uses_ours(
    tarrow_plan: Plan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        words = words_for(tarrow_plan)
    assert (words.label("lifecycle", "delivering"), words.number) == ("Delivering", 0)


def test_words_of_many_plans_are_asked_for_at_once(
    cast: Cast, tarrow_plan: Plan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    other = Plan.objects.create(place=cast.tarrow, title="Food plan")
    reword(plan=tarrow_plan, terms=UNDERWAY, saw=OURS, by=cast.by)
    reword(plan=tarrow_plan, terms={("lifecycle", "delivering"): Wording("Going")}, saw=1, by=cast.by)
    with django_assert_num_queries(1):
        words = words_of_plans([tarrow_plan.pk, other.pk])
    assert words[tarrow_plan.pk].label("lifecycle", "delivering") == "Going"
    assert words[other.pk].label(Term.Axis.LIFECYCLE, "delivering") == "Delivering"


def test_what_was_said_keeps_the_words_it_was_said_in(cast: Cast, asked: Asked) -> None:
    plan = asked.requests(asked.ray)[0].action.plan
    reword(plan=plan, terms=UNDERWAY, saw=OURS, by=cast.by)
    said, author = Said(lifecycle="delivering", confidence="green"), Author.from_link(asked.ray)
    hand_in(request=asked.requests(asked.ray)[0], said=said, saw=NOTHING_SEEN, author=author)
    reword(plan=plan, terms={("lifecycle", "delivering"): Wording("Rolling")}, saw=1, by=cast.by)
    kept = words_of(Update.objects.get().vocabulary)
    assert kept.label("lifecycle", "delivering") == "Underway"
    assert kept.definition("lifecycle", "delivering") == "Work has begun on the ground."
    assert words_for(plan).label("lifecycle", "delivering") == "Rolling"


def test_nothing_changed_makes_no_new_vocabulary(cast: Cast, tarrow_plan: Plan) -> None:
    ours = {("confidence", "green"): Wording("Green", "")}
    assert reword(plan=tarrow_plan, terms=ours, saw=OURS, by=cast.by) is None
    reword(plan=tarrow_plan, terms=UNDERWAY, saw=OURS, by=cast.by)
    again = {key: Wording(f" {wording.label}  ", wording.definition) for key, wording in UNDERWAY.items()}
    assert reword(plan=tarrow_plan, terms=again, saw=1, by=cast.by) is None
    assert Vocabulary.objects.count() == 1


def test_of_two_who_reword_at_once_the_second_is_told(cast: Cast, tarrow_plan: Plan) -> None:
    reword(plan=tarrow_plan, terms=UNDERWAY, saw=OURS, by=cast.by)
    with pytest.raises(RewordedMeanwhileError) as told:
        reword(plan=tarrow_plan, terms={}, saw=OURS, by=cast.by)
    assert told.value.number == 1


def test_earlier_words_come_back_as_new_ones(cast: Cast, tarrow_plan: Plan) -> None:
    reword(plan=tarrow_plan, terms=UNDERWAY, saw=OURS, by=cast.by)
    assert bring_back_words(plan=tarrow_plan, number=OURS, by=cast.by)
    assert words_for(tarrow_plan).label("lifecycle", "delivering") == "Delivering"
    made = bring_back_words(plan=tarrow_plan, number=1, by=cast.by)
    assert made is not None and made.number == 3
    assert words_for(tarrow_plan).label("lifecycle", "delivering") == "Underway"


def test_words_are_written_on_a_page_and_undone(cast: Cast, as_editor: Client, tarrow_plan: Plan) -> None:
    url = address("vocabulary_edit", tarrow_plan.pk)
    sent = {
        "saw": "0",
        box("label", "lifecycle", "not started"): "To do",
        box("definition", "freshness", "silent"): "Nobody answered since the spring.",
    }
    page = as_editor.post(url, sent, follow=True).content.decode()
    assert "To do" in page and "Nobody answered since the spring." in page and "Words 1" in page
    words = words_for(tarrow_plan)
    assert words.label("freshness", "silent") == "Silent"
    as_editor.post(address("vocabulary_again", tarrow_plan.pk, 0))
    assert words_for(tarrow_plan).label("lifecycle", "not started") == "Not started"


def test_one_word_does_not_stand_for_two_statuses(as_editor: Client, tarrow_plan: Plan) -> None:
    sent = {"saw": "0", box("label", "lifecycle", "delivering"): "complete"}
    refused = as_editor.post(address("vocabulary_edit", tarrow_plan.pk), sent)
    assert refused.status_code == 422
    assert "would stand for two statuses" in refused.content.decode()
    assert not Vocabulary.objects.exists()


def test_saving_over_somebody_elses_words_keeps_what_was_typed(
    cast: Cast, as_editor: Client, tarrow_plan: Plan
) -> None:
    reword(plan=tarrow_plan, terms=UNDERWAY, saw=OURS, by=cast.by)
    url, label = address("vocabulary_edit", tarrow_plan.pk), box("label", "lifecycle", "delivering")
    second = as_editor.post(url, {"saw": "0", label: "Doing"})
    assert second.status_code == 409 and "Doing" in second.content.decode()
    again = {"saw": str(second.context["form"].data["saw"]), label: "Doing"}
    assert as_editor.post(url, again).status_code == 302
    assert words_for(tarrow_plan).label("lifecycle", "delivering") == "Doing"


def test_the_plans_document_proposes_its_own_labels(as_editor: Client, tarrow_plan: Plan) -> None:
    tarrow_plan.actions.update(status_wording="", lifecycle="", confidence="")
    ids = list(tarrow_plan.actions.standing().values_list("pk", flat=True)[:4])
    tarrow_plan.actions.filter(pk__in=ids[:2]).update(status_wording="Under way", lifecycle="delivering")
    tarrow_plan.actions.filter(pk=ids[2]).update(status_wording="In hand", lifecycle="delivering")
    both = {"status_wording": "Green, begun", "lifecycle": "delivering", "confidence": "green"}
    tarrow_plan.actions.filter(pk=ids[3]).update(**both)
    assert [(one.wording, one.meaning, one.times) for one in read_in(tarrow_plan)] == [
        ("Under way", "delivering", 2),
        ("In hand", "delivering", 1),
    ]
    url = address("vocabulary_edit", tarrow_plan.pk)
    label = box("label", "lifecycle", "delivering")
    assert as_editor.get(url).context["form"][label].value() == ""
    assert as_editor.get(f"{url}?fill=document").context["form"][label].value() == "Under way"
    assert not Vocabulary.objects.exists()


@pytest.mark.parametrize("role", list(Role))
def test_everybody_of_the_place_reads_the_words_and_editors_write_them(
    cast: Cast, tarrow_plan: Plan, role: Role
) -> None:
    client = Client()
    client.force_login(cast.members[role])
    assert client.get(address("vocabulary", tarrow_plan.pk)).status_code == 200
    allowed = 200 if role.rank >= Role.EDITOR.rank else 403
    assert client.get(address("vocabulary_edit", tarrow_plan.pk)).status_code == allowed


def test_hostile_words_are_shown_as_text(cast: Cast, as_editor: Client, tarrow_plan: Plan) -> None:
    hostile = "<script>alert(1)</script>"
    reword(plan=tarrow_plan, terms={("confidence", "red"): Wording(hostile, hostile)}, saw=OURS, by=cast.by)
    for route in ("vocabulary", "vocabulary_edit"):
        page = as_editor.get(address(route, tarrow_plan.pk)).content.decode()
        assert "&lt;script&gt;alert(1)" in page and "<script>alert" not in page
