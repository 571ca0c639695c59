"""The first account and the first place: once, and only by somebody who may."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings
from site_cast import Cast

from turntide.web.accounts.models import Membership, Person, Place
from turntide.web.accounts.roles import Role

TYPED = {
    "name": "Ada Lock",
    "email": "Ada@Tarrow.example",
    "password": "harbour velvet cactus nineteen",
    "place": "Tarrow & Vale",
}


@pytest.mark.django_db
def test_the_first_comer_has_an_account_and_a_place_and_is_signed_in() -> None:
    client = Client()
    client.get(reverse("welcome"))
    response = client.post(reverse("welcome"), TYPED)
    place = Place.objects.get()
    assert response.headers["Location"] == place.get_absolute_url()
    assert place.slug == "tarrow-vale"
    member = Membership.objects.get()
    assert (member.person.email, member.as_role) == ("ada@tarrow.example", Role.OWNER)
    assert client.session["_auth_user_id"] == str(member.person.pk)


@pytest.mark.django_db
def test_a_place_that_is_there_already_need_not_be_named_anew() -> None:
    here = Place.objects.create(name="Tarrow & Vale", slug="tarrow-vale")
    client = Client()
    assert (
        "Leave it empty to look around in Tarrow &amp; Vale"
        in client.get(reverse("welcome")).content.decode()
    )
    response = client.post(reverse("welcome"), {**TYPED, "place": ""})
    assert response.headers["Location"] == here.get_absolute_url()
    assert Membership.objects.get().place == Place.objects.get() == here


@pytest.mark.django_db
def test_the_first_comer_may_name_another_place_and_owns_both() -> None:
    Place.objects.create(name="Tarrow Shire", slug="tarrow-shire")
    response = Client().post(reverse("welcome"), TYPED)
    assert response.headers["Location"] == Place.objects.get(slug="tarrow-vale").get_absolute_url()
    assert {member.place.slug for member in Membership.objects.all()} == {"tarrow-shire", "tarrow-vale"}


def test_once_set_up_it_leads_to_signing_in(cast: Cast) -> None:
    before = Person.objects.count()
    for response in (Client().get(reverse("welcome")), Client().post(reverse("welcome"), TYPED)):
        assert response.headers["Location"] == reverse("account_login")
    assert Person.objects.count() == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked_from",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=192.0.2.7"},
    ],
)
@pytest.mark.parametrize("key", ["", "wrong"])
def test_from_elsewhere_the_key_is_needed(asked_from: dict[str, str], key: str, settings: Settings) -> None:
    settings.SETUP_KEY = "a-key-of-the-start"
    client = Client(headers=None, **asked_from)  # type: ignore[arg-type]
    assert client.get(reverse("welcome"), {"key": key}).status_code == 403
    assert client.post(reverse("welcome"), {**TYPED, "key": key}).status_code == 403
    assert not Person.objects.exists()
    assert client.post(reverse("welcome"), {**TYPED, "key": "a-key-of-the-start"}).status_code == 302
    assert Person.objects.count() == 1


@pytest.mark.django_db
def test_an_empty_key_opens_nothing_where_none_is_set() -> None:
    assert Client(REMOTE_ADDR="192.0.2.7").post(reverse("welcome"), TYPED).status_code == 403


@pytest.mark.django_db
def test_a_site_with_a_public_address_always_needs_the_key(settings: Settings) -> None:
    settings.ADDRESS = type(settings.ADDRESS)("https://plans.tarrow.example")
    assert Client().get(reverse("welcome")).status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "typed"),
    [
        *(("password", "password123"), ("password", "ada@tarrow")),
        *(("email", "ada"), ("place", "…"), ("place", ""), ("name", "")),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_stays(field: str, typed: str) -> None:
    response = Client().post(reverse("welcome"), {**TYPED, field: typed})
    assert response.status_code == 422
    assert "There is a problem" in response.content.decode()
    kept = TYPED["email"] if field != "email" else TYPED["name"]
    assert kept in response.content.decode()
    assert TYPED["password"] not in response.content.decode()
    assert not Person.objects.exists()
