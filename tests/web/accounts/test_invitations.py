"""The life of an invitation: sent, opened, accepted, expired, withdrawn, used."""

from __future__ import annotations

import re
import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from site_cast import Cast

from turntide.web.accounts.models import Invitation, Membership, Person
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.inviting import Invited, NotAcceptableError, accept, accept_as_new, invite
from turntide.web.accounts.services.people import find_person
from turntide.web.audit.by import By
from turntide.web.audit.models import Entry

GOOD = "harbour velvet cactus nineteen"


def ask(cast: Cast, email: str = "nia@tarrow.example", role: Role = Role.EDITOR) -> Invited:
    by = By.person(cast.owner)
    return invite(place=cast.tarrow, emails=[email], role=role, link_to=lambda key: key, by=by)[0]


def page_of(invited: Invited) -> str:
    return reverse("invitation", args=[invited.link])


def test_the_owner_invites_several_and_each_gets_a_letter(
    as_owner: Client, cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    given = {"emails": "Nia Rees <nia@tarrow.example>, Bo Hill <bo@tarrow.example>", "role": "editor"}
    with django_capture_on_commit_callbacks(execute=True):
        response = as_owner.post(reverse("invitations", args=["tarrow"]), given)
    assert response.status_code == 302
    assert sorted(letter.to[0] for letter in mail.outbox) == ["bo@tarrow.example", "nia@tarrow.example"]
    link = re.search(r"http://\S+/invitations/(\S+)/", str(mail.outbox[0].body))
    assert link
    assert not Invitation.objects.filter(key_hash=link[1]).exists(), "the key itself is not kept"
    assert Client().get(link[0]).status_code == 200


def test_opening_changes_nothing(cast: Cast) -> None:
    invited = ask(cast)
    before = (Entry.objects.count(), Person.objects.count(), Membership.objects.count())
    for _time in range(3):
        assert Client().get(page_of(invited)).status_code == 200
        assert Client().head(page_of(invited)).status_code == 405
    assert (Entry.objects.count(), Person.objects.count(), Membership.objects.count()) == before
    invited.invitation.refresh_from_db()
    assert invited.invitation.accepted_at is None


def test_somebody_new_makes_an_account_and_is_in(cast: Cast) -> None:
    invited, client = ask(cast), Client()
    response = client.post(page_of(invited), {"name": "Nia Rees", "password": GOOD})
    assert response.headers["Location"] == reverse("place", args=["tarrow"])
    person = find_person("nia@tarrow.example")
    assert person
    assert person.memberships.get().as_role is Role.EDITOR
    assert client.session["_auth_user_id"] == str(person.pk)


def test_a_weak_password_is_refused_and_the_name_stays(cast: Cast) -> None:
    invited = ask(cast)
    response = Client().post(page_of(invited), {"name": "Nia Rees", "password": "password123"})
    assert response.status_code == 422
    assert "Nia Rees" in response.content.decode()
    assert find_person("nia@tarrow.example") is None


def test_somebody_with_an_account_joins_by_one_button(cast: Cast) -> None:
    invited, client = ask(cast, "OLU@wexcombe.example"), Client()
    client.force_login(cast.outsider)
    assert "Join" in client.get(page_of(invited)).content.decode()
    assert client.post(page_of(invited)).status_code == 302
    assert cast.outsider.memberships.filter(place=cast.tarrow, role=Role.EDITOR).exists()


def test_the_account_of_somebody_known_is_not_taken_over(cast: Cast) -> None:
    invited = ask(cast, cast.outsider.email)
    response = Client().post(page_of(invited), {"name": "Mallory", "password": GOOD})
    assert response.headers["Location"].startswith(reverse("account_login"))
    cast.outsider.refresh_from_db()
    assert not cast.outsider.check_password(GOOD)
    assert not cast.outsider.memberships.filter(place=cast.tarrow).exists()


def test_an_invitation_is_for_one_person_alone(cast: Cast) -> None:
    invited, client = ask(cast), Client()
    client.force_login(cast.outsider)
    assert client.get(page_of(invited)).status_code == 403
    assert client.post(page_of(invited)).status_code == 403
    with pytest.raises(NotAcceptableError):
        accept(key=invited.link, person=cast.outsider)
    assert not cast.outsider.memberships.filter(place=cast.tarrow).exists()


@pytest.mark.parametrize("field", ["accepted_at", "withdrawn_at", "expires_at"])
def test_what_is_used_withdrawn_or_expired_opens_nothing(cast: Cast, field: str) -> None:
    invited = ask(cast)
    Invitation.objects.update(**{field: timezone.now() - timedelta(seconds=1)})
    assert Client().get(page_of(invited)).status_code == 410
    assert Client().post(page_of(invited), {"name": "Nia", "password": GOOD}).status_code == 410
    assert find_person("nia@tarrow.example") is None


def test_a_key_that_is_none_is_not_found(cast: Cast) -> None:
    assert Client().get(reverse("invitation", args=["x" * 43])).status_code == 404


def test_it_is_accepted_once(cast: Cast) -> None:
    invited = ask(cast)
    accept_as_new(key=invited.link, name="Nia", password=GOOD)
    with pytest.raises(NotAcceptableError):
        accept_as_new(key=invited.link, name="Nia again", password=GOOD)


def test_it_lasts_fourteen_days(cast: Cast) -> None:
    left = ask(cast).invitation.expires_at - timezone.now()
    assert timedelta(days=13, hours=23) < left <= timedelta(days=14)


def test_asking_again_makes_the_first_link_useless(as_owner: Client, cast: Cast) -> None:
    first = ask(cast)
    as_owner.post(reverse("invitation_resend", args=["tarrow", first.invitation.pk]))
    assert Client().get(page_of(first)).status_code == 404
    second = ask(cast)
    third = ask(cast)
    assert Client().get(page_of(second)).status_code == 410
    assert Client().get(page_of(third)).status_code == 200


def test_the_owner_withdraws(as_owner: Client, cast: Cast) -> None:
    invited = ask(cast)
    as_owner.post(reverse("invitation_withdraw", args=["tarrow", invited.invitation.pk]))
    assert Client().get(page_of(invited)).status_code == 410


def test_an_old_invitation_lowers_nobody(cast: Cast) -> None:
    invited = ask(cast, cast.owner.email, Role.VIEWER)
    accept(key=invited.link, person=cast.owner)
    assert cast.owner.memberships.get(place=cast.tarrow).as_role is Role.OWNER


def test_without_a_mail_server_the_links_are_shown_once(
    as_owner: Client, cast: Cast, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    url = reverse("invitations", args=["tarrow"])
    response = as_owner.post(url, {"emails": "nia@tarrow.example", "role": "viewer"})
    link = re.search(r"http://testserver(/invitations/\S+?/)", response.content.decode())
    assert link
    assert "no-store" in response.headers["Cache-Control"]
    assert Client().get(link[1]).status_code == 200
    assert link[1] not in as_owner.get(reverse("members", args=["tarrow"])).content.decode()


def test_what_is_no_address_is_named_and_what_was_typed_stays(as_owner: Client) -> None:
    url = reverse("invitations", args=["tarrow"])
    response = as_owner.post(url, {"emails": "nia@tarrow.example; bo-at-tarrow", "role": "viewer"})
    text = response.content.decode()
    assert response.status_code == 422
    assert "bo-at-tarrow" in text
    assert "nia@tarrow.example; bo-at-tarrow" in text
    assert not Invitation.objects.exists()


def test_another_places_invitation_is_out_of_reach(as_owner: Client, cast: Cast) -> None:
    by = By.person(cast.outsider)
    theirs = invite(place=cast.elsewhere, emails=["a@b.example"], role=Role.VIEWER, link_to=str, by=by)[0]
    for route in ("invitation_withdraw", "invitation_resend"):
        assert as_owner.post(reverse(route, args=["tarrow", theirs.invitation.pk])).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_who_use_one_link_at_once_make_one_account(cast: Cast) -> None:
    invited = ask(cast)
    start, outcomes = threading.Barrier(2), list[str]()

    def join(name: str) -> None:
        start.wait()
        try:
            accept_as_new(key=invited.link, name=name, password=GOOD)
            outcomes.append("joined")
        except NotAcceptableError:
            outcomes.append("refused")
        finally:
            connection.close()

    both = [threading.Thread(target=join, args=[name]) for name in ("Nia", "Mal")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(outcomes) == ["joined", "refused"]
    assert Person.objects.filter(email="nia@tarrow.example").count() == 1
