"""What is held about a person is gathered from every app, given to them, and erased: history and search included."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.serializers import serialize
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from site_cast import Cast

from turntide.web.accounts.holding import FORGOTTEN, Subject
from turntide.web.accounts.models import Person, Place
from turntide.web.accounts.services.personal import all_held, forget_person, held_as_data, subject_of
from turntide.web.delivery.models import Recipient, Responsibility, Round, Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in
from turntide.web.delivery.services.forgetting import let_go
from turntide.web.delivery.services.opening import close_round, open_round
from turntide.web.mail.models import Message
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Plan
from turntide.web.plans.services.commenting import add_comment
from turntide.web.plans.services.editing import edit_action
from turntide.web.stories.rules.telling import Told
from turntide.web.stories.services.telling import write_story

NAME, EMAIL = "Ottilie Brackwater", "ottilie@harbourtrust.example"


@pytest.fixture
def ottilie(tarrow_plan: Plan, cast: Cast) -> Contact:
    """Somebody who is named, asked, answers, is written about and written to."""
    first = tarrow_plan.actions.all()[0]
    body = cast.tarrow.organisations.all()[0]
    contact = Contact.objects.create(organisation=body, name=NAME, email=EMAIL)
    Responsibility.objects.create(action=first, contact=contact)
    edit_action(action=first, saw=first.version, boxes={"leads": f"{NAME}\n{body.name}"}, by=cast.by)
    round_ = _round(cast.tarrow)
    open_round(round_=round_, saw=1, by=cast.by)
    request = round_.requests.get()
    said = Said(lifecycle="delivering", confidence="green", done=f"{NAME.upper()} opened it.")
    hand_in(request=request, said=said, saw=NOTHING_SEEN, author=Author.from_link(contact))
    add_comment(action=first, text=f"Ask {NAME} or {EMAIL}.", by=cast.by)
    write_story(place=cast.tarrow, told=Told("A path", words="It is ours.", whose=NAME), by=cast.by)
    return contact


def _client(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def _round(place: Place) -> Round:
    today = timezone.localdate()
    return Round.objects.create(
        place=place,
        title="Autumn",
        starts=today,
        ends=today + timedelta(days=90),
        due_on=today + timedelta(days=9),
    )


def naming(words: str) -> list[str]:
    """Every row of every table that holds these words."""
    models: list[type[Model]] = [model for model in apps.get_models() if model._meta.managed]
    rows: Iterator[Any] = (row for model in models for row in model._default_manager.all())
    told = (serialize("json", [row], ensure_ascii=False) for row in rows)
    return [row for row in told if words.casefold() in row.casefold()]


def test_all_that_is_held_is_gathered(cast: Cast, ottilie: Contact) -> None:
    held = {str(each.what): each.rows for each in all_held(subject_of(cast.tarrow, EMAIL.upper()))}
    assert set(held) >= {
        "Contacts",
        "Letters",
        "Answers for",
        "Was asked",
        "Said",
        "Named in plans",
        "Stories",
    }
    assert held_as_data(subject_of(cast.tarrow, EMAIL))["names"] == [NAME]


def test_after_erasing_no_row_of_any_table_names_them(cast: Cast, ottilie: Contact) -> None:
    by_hand = forget_person(subject=subject_of(cast.tarrow, EMAIL), by=cast.by)
    assert naming(NAME) == []
    assert naming(EMAIL) == []
    found = _client(cast.owner).get(reverse("search", args=["tarrow"]), {"q": "Brackwater"})
    assert "Nothing" in found.content.decode()
    assert list(by_hand) == []


def test_what_was_said_stays_without_the_name(cast: Cast, ottilie: Contact) -> None:
    forget_person(subject=subject_of(cast.tarrow, EMAIL), by=cast.by)
    update = Update.objects.get()
    assert (update.done, update.author_name) == (f"{FORGOTTEN} opened it.", FORGOTTEN)
    assert update.lifecycle == "delivering"


def test_people_of_another_place_are_left_alone(cast: Cast, ottilie: Contact) -> None:
    body = cast.elsewhere.organisations.create(name="Theirs", key="theirs")
    theirs = Contact.objects.create(organisation=body, name=NAME, email=EMAIL)
    forget_person(subject=subject_of(cast.tarrow, EMAIL), by=cast.by)
    theirs.refresh_from_db()
    assert (theirs.name, theirs.email) == (NAME, EMAIL)


def test_an_owner_sees_takes_along_and_erases(cast: Cast, ottilie: Contact) -> None:
    owner = _client(cast.owner)
    assert NAME in owner.post(reverse("personal", args=["tarrow"]), {"email": EMAIL}).content.decode()
    given = owner.post(reverse("personal_export", args=["tarrow"]), {"email": EMAIL})
    assert given["Content-Disposition"].startswith("attachment")
    assert json.loads(given.content)["address"] == EMAIL
    unsure = owner.post(reverse("personal_erase", args=["tarrow"]), {"email": EMAIL})
    assert unsure.status_code == 422
    assert Contact.objects.filter(email=EMAIL).exists()
    done = owner.post(reverse("personal_erase", args=["tarrow"]), {"email": EMAIL, "sure": "on"})
    assert "The person was erased" in done.content.decode()
    assert not Contact.objects.filter(email=EMAIL).exists()


def test_the_last_owner_is_not_erased(cast: Cast) -> None:
    owner = _client(cast.owner)
    answer = owner.post(reverse("personal_erase", args=["tarrow"]), {"email": cast.owner.email, "sure": "on"})
    assert "A place needs an owner" in answer.content.decode()
    cast.owner.refresh_from_db()


@pytest.mark.parametrize(("kept", "named"), [(1, False), (24, True), (None, True)])
def test_people_of_long_closed_rounds_are_let_go(
    cast: Cast, ottilie: Contact, kept: int | None, named: bool
) -> None:
    round_ = close_round(round_=Round.objects.get(), by=cast.by)
    long_ago = timezone.now() - timedelta(days=100)
    Round.objects.filter(pk=round_.pk).update(closed_at=long_ago)
    apps.get_model("delivery", "Arrangements").objects.create(place=cast.tarrow, keep_months=kept)
    let_go(timezone.now().replace(minute=0))
    assert Recipient.objects.filter(email=EMAIL).exists() is named
    assert Message.objects.filter(kind="request").exists() is named
    assert (Update.objects.get().author_name == NAME) is named


TAME = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@given(before=TAME, after=TAME)
def test_a_name_is_struck_out_of_any_text_and_nothing_else(before: str, after: str) -> None:
    subject = Subject(Place(), EMAIL, (NAME, "Otti"))
    text = f"{before} {NAME} {after}"
    struck = subject.struck_from({"a": [text, {"b": EMAIL}], "c": 1})
    assert struck["a"][1] == {"b": FORGOTTEN}
    assert NAME not in struck["a"][0]
    assert struck["a"][0].startswith(before) and struck["a"][0].endswith(after)
