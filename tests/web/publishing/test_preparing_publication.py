"""An officer prepares what the public will see, looks at it, publishes it, and can take it back."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from site_cast import Cast

from turntide.web.accounts.holding import Subject
from turntide.web.audit.by import By
from turntide.web.audit.models import Entry
from turntide.web.periods.services.freezing import freeze
from turntide.web.plans.models import Plan
from turntide.web.publishing.connections import tell_published, when_published
from turntide.web.publishing.held import PublishingHolds
from turntide.web.publishing.models import PlainWords, Publication, PublicPlan, PublicSite
from turntide.web.publishing.rules.readability import readability, syllables
from turntide.web.publishing.services import describing, publishing
from turntide.web.publishing.services.describing import SiteWords
from turntide.web.publishing.services.refusing import ChangedMeanwhileError, RefusedError
from turntide.web.publishing.store.published import all_current, current

FRONT = "/in/tarrow/"


@pytest.fixture
def shown_plan(cast: Cast, tarrow_plan: Plan) -> Plan:
    describing.describe_plan(plan=tarrow_plan, shown=True, summary="More walks for all.", saw=0, by=cast.by)
    return tarrow_plan


@pytest.fixture
def as_owner(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.owner)
    return client


def url(name: str, *of: object) -> str:
    return reverse(name, args=["tarrow", *of])


def test_from_choosing_a_plan_to_the_open_page_and_back(
    cast: Cast, as_editor: Client, as_owner: Client, tarrow_plan: Plan
) -> None:
    assert "No plan is to be shown yet" in as_editor.get(url("public_preview")).content.decode()
    as_editor.post(
        url("public_plan_settings", tarrow_plan.pk), {"shown": "on", "summary": "We walk.", "version": "0"}
    )
    preview = as_editor.get(url("public_preview"))
    form = preview.context["page"].publish_form.initial
    page = as_editor.get(url("public_preview_page", "now", f"plans/{tarrow_plan.pk}/"))
    assert "We walk." in page.content.decode()
    assert "Nobody but the people of this place sees this yet" in page.content.decode()
    assert as_editor.post(url("public_publish"), form).status_code == 302
    assert Client().get(FRONT).status_code == 404
    assert as_editor.post(url("public_open")).status_code == 403
    as_owner.post(url("public_open"))
    assert tarrow_plan.title in Client().get(FRONT).content.decode()
    as_editor.post(url("public_close"))
    assert Client().get(FRONT).status_code == 404


def test_the_preview_is_what_is_published(cast: Cast, as_editor: Client, shown_plan: Plan) -> None:
    seen = publishing.would_be_public(cast.tarrow)
    publishing.publish(place=cast.tarrow, saw=seen.mark, by=cast.by)
    PublicSite.objects.update_or_create(place=cast.tarrow, defaults={"open": True})
    found = current("tarrow")
    assert found is not None
    assert (found.record.actions, found.about) == (seen.record.actions, seen.about)
    assert [each.place.slug for each in all_current()] == ["tarrow"]
    assert "it says what is published already" in as_editor.get(url("public_preview")).content.decode()


def test_what_changed_since_somebody_looked_is_not_published_unseen(
    cast: Cast, as_editor: Client, shown_plan: Plan
) -> None:
    form = as_editor.get(url("public_preview")).context["page"].publish_form.initial
    describing.describe_site(place=cast.tarrow, words=SiteWords(summary="Other words"), saw=0, by=cast.by)
    answer = as_editor.post(url("public_publish"), form)
    assert answer.status_code == 409
    assert "Something changed since you looked" in answer.content.decode()
    assert not Publication.objects.exists()


def test_taking_back_shows_the_publication_before_and_is_undone(cast: Cast, shown_plan: Plan) -> None:
    first = publishing.publish(place=cast.tarrow, by=cast.by)
    describing.open_site(place=cast.tarrow, by=cast.by)
    second = publishing.publish(place=cast.tarrow, by=cast.by)
    publishing.take_back(publication=second, by=cast.by)
    found = current("tarrow")
    assert found is not None
    assert found.publication == first
    assert found.modified > first.at
    publishing.put_back(publication=second, by=cast.by)
    publishing.take_back(publication=first, by=cast.by)
    again = current("tarrow")
    assert again is not None
    assert again.publication == second


def test_a_frozen_period_is_published_with_its_own_figures(
    cast: Cast, shown_plan: Plan, as_editor: Client
) -> None:
    record = publishing.would_be_public(cast.tarrow).record
    frozen = freeze(place=cast.tarrow, record=record, by=cast.by)
    shown_plan.actions.all()[0].delete()
    preview = as_editor.get(url("public_preview"), {"from": str(frozen.pk)})
    as_editor.post(url("public_publish"), preview.context["page"].publish_form.initial)
    made = Publication.objects.get()
    assert (made.frozen, made.record().actions) == (frozen, record.actions)


@pytest.mark.parametrize("key", ["nonsense", "4b1c7d1e-0000-4000-8000-00000000dead"])
def test_what_is_no_period_of_the_place_is_not_there(as_editor: Client, shown_plan: Plan, key: str) -> None:
    assert as_editor.get(url("public_preview"), {"from": key}).status_code == 404


def test_nothing_to_show_is_refused(cast: Cast, tarrow_plan: Plan) -> None:
    with pytest.raises(RefusedError):
        publishing.publish(place=cast.tarrow, by=cast.by)
    with pytest.raises(RefusedError):
        describing.open_site(place=cast.tarrow, by=cast.by)


def test_of_two_who_write_the_second_is_told_and_keeps_what_they_typed(
    cast: Cast, as_editor: Client, shown_plan: Plan
) -> None:
    with pytest.raises(ChangedMeanwhileError):
        describing.describe_plan(plan=shown_plan, shown=False, summary="", saw=0, by=cast.by)
    sent = {"summary": "Mine", "licence": "CC0-1.0", "version": "0"}
    describing.describe_site(place=cast.tarrow, words=SiteWords(summary="Theirs"), saw=0, by=cast.by)
    answer = as_editor.post(url("public_settings"), sent)
    assert answer.status_code == 409
    assert "Mine" in answer.content.decode()
    as_editor.post(url("public_settings"), {**sent, "version": "1"})
    assert PublicSite.objects.get().summary == "Mine"


def test_plain_words_are_kept_only_for_things_of_the_plan(
    cast: Cast, as_editor: Client, shown_plan: Plan
) -> None:
    page = url("public_words", shown_plan.pk)
    things = list(as_editor.get(page).context["page"].form.fields)
    sent = {things[0]: "Move more", f"initial-{things[0]}": ""}
    as_editor.post(page, sent)
    assert PlainWords.objects.get().text == "Move more"
    describing.put_in_plain_words(plan=shown_plan, words={uuid4(): "Not ours"}, by=cast.by)
    assert PlainWords.objects.count() == 1
    as_editor.post(page, {things[0]: "", f"initial-{things[0]}": "Move more"})
    assert not PlainWords.objects.exists()


@pytest.mark.parametrize("asked", ["0", "00000000", "9" * 5_000, "²", "no", ""])
def test_a_page_that_cannot_be_is_the_first_or_the_last(
    as_editor: Client, shown_plan: Plan, asked: str
) -> None:
    assert as_editor.get(url("public_words", shown_plan.pk), {"page": asked}).status_code == 200


def test_every_act_is_written_down_and_listeners_are_told(cast: Cast, shown_plan: Plan) -> None:
    told: list[tuple[Publication, By]] = []
    when_published(lambda publication, by: told.append((publication, by)))
    made = publishing.publish(place=cast.tarrow, by=cast.by)
    assert told == [(made, cast.by)]
    verbs = set(Entry.objects.values_list("verb", flat=True))
    assert {"publish", "describe public plan"} <= verbs
    assert callable(tell_published)


def test_a_forgotten_person_is_struck_out_of_what_is_public(cast: Cast, shown_plan: Plan) -> None:
    words = SiteWords(summary="Ask Mina Farrow.", contact="mina@tarrow.example")
    describing.describe_site(place=cast.tarrow, words=words, saw=0, by=cast.by)
    publishing.publish(place=cast.tarrow, by=cast.by)
    describing.open_site(place=cast.tarrow, by=cast.by)
    before = Client().get(FRONT)
    assert "Mina Farrow" in before.content.decode()
    subject = Subject(cast.tarrow, "mina@tarrow.example", ("Mina Farrow",))
    assert [each.what for each in PublishingHolds().held(subject) if each.rows] == [
        "Public page",
        "Publications",
    ]
    PublishingHolds().forget(subject, by=cast.by)
    after = Client().get(FRONT, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert "Mina" not in after.content.decode()
    assert "mina@" not in after.content.decode()
    assert PublicSite.objects.get().summary == "Ask [name removed]."


def test_a_plan_not_looked_at_is_not_shown(cast: Cast, tarrow_plan: Plan) -> None:
    assert not PublicPlan.objects.exists()
    assert publishing.would_be_public(cast.tarrow).record.plans == ()


def test_a_text_is_hinted_at_and_never_barred(as_editor: Client, shown_plan: Plan) -> None:
    hard = (
        "Multidisciplinary organisational collaboration necessitates comprehensive prioritisation of "
        "population-level interventions across all of the neighbourhoods that are situated within the area "
        "of the integrated partnership for the benefit of everybody."
    )
    plain = "We want more people to walk. We will light the path by the river. Come and join us there."
    assert readability(plain).plain
    assert not readability(hard).plain
    assert [syllables(word) for word in ("walk", "river", "walked", "people", "organisation")] == [
        1,
        2,
        1,
        2,
        5,
    ]
    page = url("public_plan_settings", shown_plan.pk)
    assert as_editor.post(page, {"shown": "on", "summary": hard, "version": "1"}).status_code == 302
    assert "This is only a hint" in as_editor.get(page).content.decode()
