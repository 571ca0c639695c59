"""Stories: kept, changed, told only while those in them agree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from browsing import everybody_can_use, obstacles, page_of
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pixel import PIXEL
from playwright.sync_api import expect
from pytest_django import DjangoAssertNumQueries
from pytest_django.live_server_helper import LiveServer
from site_cast import Cast

from turntide.web.files.models import Original
from turntide.web.plans.models import Plan
from turntide.web.stories.models import Picture, Story
from turntide.web.stories.rules.telling import Told, lacks
from turntide.web.stories.services import telling
from turntide.web.stories.services.picturing import add_picture
from turntide.web.stories.services.refusing import ChangedMeanwhileError, UnfinishedError
from turntide.web.stories.store.tellings import told_as_data, told_from_data, told_of

DRAFT = Told("A walk to school", situation="Few children walked.", words="I like it.", whose="Year 4 pupil")
READY = replace(
    DRAFT,
    did="A walking bus of three streets.",
    changed="Forty children walk on most days.",
    groups=("Children aged 5 to 11",),
    where=("Millbrook",),
    agreed_on=date(2026, 10, 5),
    agreed_how="On a form",
    ready=True,
)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@pytest.fixture
def told(cast: Cast, tarrow_plan: Plan) -> Story:
    with_action = replace(READY, actions=(tarrow_plan.actions.all()[0].pk,))
    return telling.write_story(place=cast.tarrow, told=with_action, by=cast.by)


def client_of(cast: Cast, who: str) -> Client:
    client = Client()
    client.force_login(getattr(cast, who))
    return client


@given(
    st.builds(
        Told,
        WORDS,
        WORDS,
        WORDS,
        WORDS,
        WORDS,
        WORDS,
        WORDS,
        st.tuples(WORDS),
        st.tuples(),
        st.none() | st.dates(),
    )
)
def test_what_is_told_comes_back_from_history_as_it_was(one: Told) -> None:
    as_kept = told_as_data(one)
    as_kept["agreed_on"] = one.agreed_on.isoformat() if one.agreed_on else None
    assert told_from_data(as_kept) == one


def test_a_story_is_told_only_with_consent_and_all_its_parts() -> None:
    assert lacks(DRAFT) == ()
    assert {lack.field for lack in lacks(replace(DRAFT, ready=True, whose=""))} == {
        *("did", "changed", "whose", "agreed_on"),
    }
    assert lacks(READY) == ()


def test_it_is_kept_and_changed_and_undone(cast: Cast, told: Story) -> None:
    before = told_of(told)
    telling.edit_story(story=told, told=replace(before, learnt="Start with one street."), saw=1, by=cast.by)
    telling.undo_edit(story=told, by=cast.by)
    told.refresh_from_db()
    assert told_of(told) == before
    assert [each.verb for each in told.tellings.all()] == ["write", "edit", "undo"]


def test_of_two_who_write_the_second_is_told(cast: Cast, told: Story) -> None:
    mine = replace(told_of(told), learnt="Mine")
    telling.edit_story(story=told, told=mine, saw=1, by=cast.by)
    with pytest.raises(ChangedMeanwhileError):
        telling.edit_story(story=told, told=replace(mine, learnt="Theirs"), saw=1, by=cast.by)
    with pytest.raises(UnfinishedError):
        telling.edit_story(story=told, told=replace(mine, changed=""), saw=2, by=cast.by)
    told.refresh_from_db()
    assert told.learnt == "Mine"


def test_once_consent_is_withdrawn_only_editors_see_it(cast: Cast, told: Story) -> None:
    page = reverse("story", args=["tarrow", told.pk])
    viewer, editor = client_of(cast, "viewer"), client_of(cast, "editor")
    assert viewer.get(page).status_code == 200
    assert editor.post(reverse("story_withdraw", args=["tarrow", told.pk])).status_code == 302
    assert viewer.get(page).status_code == 404
    assert "walk to school" not in viewer.get(reverse("stories", args=["tarrow"])).content.decode()
    assert "no longer agree" in editor.get(page).content.decode()
    assert Story.objects.tellable().count() == 0
    editor.post(reverse("story_agree", args=["tarrow", told.pk]))
    assert viewer.get(page).status_code == 200


def test_a_photograph_goes_with_its_bytes(cast: Cast, told: Story) -> None:
    editor = client_of(cast, "editor")
    photograph = SimpleUploadedFile("bus.png", PIXEL)
    sent = {"picture": photograph, "seen": "Children at a gate", "agreed": "on"}
    assert editor.post(reverse("story_picture_add", args=["tarrow", told.pk]), sent).status_code == 302
    picture = Picture.objects.get()
    shown = client_of(cast, "viewer").get(reverse("story_picture", args=["tarrow", picture.pk]))
    assert (shown["Content-Type"], shown["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert b"51.4 N" in PIXEL and b"51.4 N" not in shown.content
    editor.post(reverse("story_picture_remove", args=["tarrow", picture.pk]))
    assert not Original.objects.filter(name="bus.png").exists()


@pytest.mark.parametrize("body", [b"<svg>", PIXEL[:30]])
def test_what_is_no_photograph_is_refused(cast: Cast, told: Story, body: bytes) -> None:
    sent = {"picture": SimpleUploadedFile("bus.png", body), "seen": "A gate", "agreed": "on"}
    answer = client_of(cast, "editor").post(reverse("story_picture_add", args=["tarrow", told.pk]), sent)
    assert answer.status_code == 422
    assert "no JPEG or PNG" in answer.content.decode()


def test_the_list_costs_the_same_for_one_story_and_for_many(
    cast: Cast, told: Story, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    viewer = client_of(cast, "viewer")
    for at in range(15):
        telling.write_story(place=cast.tarrow, told=replace(READY, title=f"Story {at}"), by=cast.by)
    with django_assert_num_queries(6):
        viewer.get(reverse("stories", args=["tarrow"]))


def test_an_officer_writes_one_and_axe_finds_nothing(
    live_server: LiveServer, cast: Cast, tarrow_plan: Plan, tmp_path: Path
) -> None:
    told = telling.write_story(place=cast.tarrow, told=READY, by=cast.by)
    add_picture(story=told, name="a.png", body=PIXEL, seen="A gate", person=cast.editor, by=cast.by)
    with page_of(live_server.url, cast.editor) as page:
        page.goto(f"{live_server.url}/places/tarrow/stories/")
        page.get_by_role("button", name="Write a story").click()
        page.get_by_label("Title").fill("A walk to school")
        page.get_by_label("It is ready to be told").check()
        page.get_by_role("button", name="Save").click()
        page.get_by_role("link", name="Say what was done.").wait_for()
        page.wait_for_load_state()
        page.get_by_role("link", name="Say what was done.").click()
        expect(page.locator("[name=did]")).to_be_focused()
        assert obstacles(page) == []
        page.get_by_label("It is ready to be told").uncheck()
        page.get_by_role("button", name="Save").click()
        page.get_by_role("heading", name="A walk to school").wait_for()
        paths = ("", f"{told.pk}/", f"{told.pk}/picture/")
        everybody_can_use(page, *(f"{live_server.url}/places/tarrow/stories/{path}" for path in paths))
        page.screenshot(path=tmp_path / "story.png", full_page=True)
