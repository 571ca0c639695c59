"""Who belongs to a place: shown to its owners, changed by them, and never without an owner."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries, Settings
from site_cast import Cast

from turntide.web.accounts.models import Membership, Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.inviting import invite
from turntide.web.accounts.services.places import NoSuchNameError, add_place
from turntide.web.accounts.services.roles import LastOwnerError, NotAMemberError, give_role, take_role
from turntide.web.audit.by import By
from turntide.web.audit.models import Entry


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def routes_of(cast: Cast) -> list[tuple[str, str]]:
    """Each way into the pages of people: method and address."""
    by = By.person(cast.owner)
    asked = invite(place=cast.tarrow, emails=["a@b.example"], role=Role.VIEWER, link_to=str, by=by)[0]
    someone = cast.viewer.pk
    return [
        ("get", reverse("members", args=["tarrow"])),
        ("get", reverse("member", args=["tarrow", someone])),
        ("post", reverse("member", args=["tarrow", someone])),
        ("post", reverse("member_remove", args=["tarrow", someone])),
        ("post", reverse("member_restore", args=["tarrow", "token"])),
        ("post", reverse("invitations", args=["tarrow"])),
        ("post", reverse("invitation_resend", args=["tarrow", asked.invitation.pk])),
        ("post", reverse("invitation_withdraw", args=["tarrow", asked.invitation.pk])),
        ("get", reverse("place_name", args=["tarrow"])),
        ("post", reverse("place_name", args=["tarrow"])),
    ]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.CONTRIBUTOR, Role.EDITOR])
def test_who_is_no_owner_is_refused_with_a_reason(cast: Cast, role: Role) -> None:
    client = client_of(cast.members[role])
    for method, url in routes_of(cast):
        response = getattr(client, method)(url)
        assert response.status_code == 403, url
        assert "Ask the owner" in response.content.decode()


def test_another_places_owner_finds_nothing(cast: Cast) -> None:
    client = client_of(cast.outsider)
    assert {getattr(client, method)(url).status_code for method, url in routes_of(cast)} == {404}


def test_who_is_not_signed_in_is_led_to_it(cast: Cast) -> None:
    for method, url in routes_of(cast):
        response = getattr(Client(), method)(url)
        assert response.headers["Location"].startswith(reverse("account_login"))


def test_what_writes_is_not_done_by_opening(as_owner: Client, cast: Cast) -> None:
    only_post = [url for method, url in routes_of(cast) if method == "post" and url.count("/") > 4]
    writes = [url for url in only_post if "remove" in url or "restore" in url or "invit" in url]
    assert {as_owner.get(url).status_code for url in writes} == {405}


def test_the_owner_sees_members_and_who_is_invited(as_owner: Client, cast: Cast) -> None:
    routes_of(cast)
    text = as_owner.get(reverse("members", args=["tarrow"])).content.decode()
    assert all(escape(person.email) in text for person in cast.members.values())
    assert "a@b.example" in text
    assert cast.outsider.email not in text


def test_the_page_takes_as_many_queries_for_many_as_for_few(
    as_owner: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    url = reverse("members", args=["tarrow"])
    with django_assert_max_num_queries(12) as few:
        as_owner.get(url)
    for number in range(30):
        person = Person.objects.create_user(f"p{number}@tarrow.example")
        Membership.objects.create(place=cast.tarrow, person=person, role=Role.VIEWER)
    with django_assert_max_num_queries(len(few.captured_queries)):
        as_owner.get(url)


def test_a_role_is_changed_and_taken_back(as_owner: Client, cast: Cast) -> None:
    url = reverse("member", args=["tarrow", cast.viewer.pk])
    told = as_owner.post(url, {"role": "editor"}, follow=True).content.decode()
    assert _role(cast, cast.viewer) is Role.EDITOR
    as_owner.post(_undo_in(told))
    assert _role(cast, cast.viewer) is Role.VIEWER


def test_a_removed_member_comes_back_by_one_click(as_owner: Client, cast: Cast) -> None:
    url = reverse("member_remove", args=["tarrow", cast.editor.pk])
    told = as_owner.post(url, follow=True).content.decode()
    assert not Membership.objects.filter(place=cast.tarrow, person=cast.editor).exists()
    assert client_of(cast.editor).get(reverse("member", args=["tarrow", cast.viewer.pk])).status_code == 404
    as_owner.post(_undo_in(told))
    assert _role(cast, cast.editor) is Role.EDITOR


def test_an_undo_of_one_place_does_nothing_in_another(as_owner: Client, cast: Cast) -> None:
    told = as_owner.post(reverse("member_remove", args=["tarrow", cast.editor.pk]), follow=True)
    undo = _undo_in(told.content.decode()).replace("/tarrow/", "/wexcombe/")
    assert client_of(cast.outsider).post(undo).status_code == 404
    assert not cast.editor.memberships.exists()


def test_the_last_owner_stays(as_owner: Client, cast: Cast) -> None:
    told = as_owner.post(reverse("member_remove", args=["tarrow", cast.owner.pk]), follow=True)
    assert "needs an owner" in told.content.decode()
    lowered = as_owner.post(reverse("member", args=["tarrow", cast.owner.pk]), {"role": "viewer"})
    assert lowered.status_code == 422
    assert "needs an owner" in lowered.content.decode()
    assert _role(cast, cast.owner) is Role.OWNER


def test_with_two_owners_one_may_go(as_owner: Client, cast: Cast) -> None:
    give_role(place=cast.tarrow, person=cast.editor, role=Role.OWNER, by=By.work("command"))
    gone = as_owner.post(reverse("member_remove", args=["tarrow", cast.owner.pk]))
    assert gone.headers["Location"] == reverse("home")
    with pytest.raises(LastOwnerError):
        take_role(place=cast.tarrow, person=cast.editor, by=By.work("command"))


def test_who_does_not_belong_cannot_be_taken_out(cast: Cast) -> None:
    with pytest.raises(NotAMemberError):
        take_role(place=cast.tarrow, person=cast.outsider, by=By.work("command"))


def test_each_change_is_written_down_once(cast: Cast) -> None:
    before = Entry.objects.count()
    give_role(place=cast.tarrow, person=cast.viewer, role=Role.EDITOR, by=By.work("command"))
    take_role(place=cast.tarrow, person=cast.viewer, by=By.work("command"))
    assert Entry.objects.count() == before + 2
    assert Entry.objects.first().process == "command"  # type: ignore[union-attr]


@pytest.mark.django_db(transaction=True)
def test_two_owners_who_lower_each_other_at_once_leave_one() -> None:
    place = Place.objects.create(slug="tarrow", name="Tarrow")
    owners = [Person.objects.create_user(f"{name}@tarrow.example") for name in ("ada", "bo")]
    for owner in owners:
        Membership.objects.create(place=place, person=owner, role=Role.OWNER)
    start = threading.Barrier(2)

    def lowering(person: Person) -> Callable[[], None]:
        def lower() -> None:
            start.wait()
            try:
                take_role(place=place, person=person, by=By.work("command"))
            except LastOwnerError:
                pass
            finally:
                connection.close()

        return lower

    both = [threading.Thread(target=lowering(owner)) for owner in owners]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert Membership.objects.filter(place=place, role=Role.OWNER).count() == 1


def test_a_place_is_renamed_and_its_address_stays(as_owner: Client, cast: Cast) -> None:
    as_owner.post(reverse("place_name", args=["tarrow"]), {"name": "Tarrow and Vale"})
    cast.tarrow.refresh_from_db()
    assert (cast.tarrow.name, cast.tarrow.slug) == ("Tarrow and Vale", "tarrow")


def test_an_owner_makes_another_place_which_is_sealed(as_owner: Client, cast: Cast) -> None:
    response = as_owner.post(reverse("place_new"), {"name": "Tarrow"})
    assert response.headers["Location"] == reverse("place", args=["tarrow-2"])
    place = Place.objects.get(slug="tarrow-2")
    assert [member.person for member in place.memberships.all()] == [cast.owner]
    assert client_of(cast.editor).get(reverse("members", args=["tarrow-2"])).status_code == 404


def test_who_may_make_places_is_a_setting(as_owner: Client, cast: Cast, settings: Settings) -> None:
    assert client_of(cast.editor).get(reverse("place_new")).status_code == 403
    settings.NEW_PLACES = "nobody"
    assert as_owner.get(reverse("place_new")).status_code == 403
    assert as_owner.post(reverse("place_new"), {"name": "Another"}).status_code == 403


def test_a_place_needs_a_name_of_which_an_address_is_made(db: None) -> None:
    with pytest.raises(NoSuchNameError):
        add_place(name="…", by=By.work("command"))


def _role(cast: Cast, person: Person) -> Role:
    return Membership.objects.get(place=cast.tarrow, person=person).as_role


def _undo_in(text: str) -> str:
    start = text.index("/places/tarrow/people/restore/")
    return text[start : text.index('"', start)]
