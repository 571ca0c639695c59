"""Signing in by password and code; what is answered tells nobody who has an account."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.test import Client
from django.urls import reverse
from site_cast import Cast

from turntide.web.accounts.models import Person

PASSWORD = "tidal marmalade lantern oak"
SECRET = "JBSWY3DPEHPK3PXP"

_CHANGING = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": "\w+"|hx-headers=\S+ \S+')


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> object:
    return client.post(reverse("account_login"), {"login": email, "password": password, **more})


def shown(text: str, *, without: str) -> str:
    """A page as anybody sees it, but for what was typed and the tokens of forms."""
    return _CHANGING.sub("", text).replace(without, "ADDRESS")


def test_somebody_signs_in_and_the_session_is_another(cast: Cast) -> None:
    client = Client()
    session = client.session
    session["left by somebody"] = "before"
    session.save()
    before = session.session_key
    response = sign_in(client, cast.editor.email.upper())
    assert response.headers["Location"] == reverse("home")  # type: ignore[attr-defined]
    assert client.session.session_key != before
    assert client.session["_auth_user_id"] == str(cast.editor.pk)


@pytest.mark.parametrize("route", ["account_login", "account_reset_password"])
def test_known_and_unknown_addresses_get_the_same_answer(cast: Cast, route: str) -> None:
    answers = []
    for email in (cast.editor.email, "nobody@tarrow.example"):
        typed = {"login": email, "password": "wrong", "email": email}
        response = Client().post(reverse(route), typed, follow=True)
        text = shown(response.content.decode(), without=email)
        answers.append((response.status_code, response.redirect_chain, text))
    assert answers[0] == answers[1]


def test_a_closed_account_is_not_told_from_an_unknown_one(cast: Cast) -> None:
    Person.objects.filter(pk=cast.viewer.pk).update(is_active=False)
    closed = sign_in(Client(), cast.viewer.email, "wrong")
    unknown = sign_in(Client(), "nobody@tarrow.example", "wrong")
    assert closed.status_code == unknown.status_code == 200  # type: ignore[attr-defined]


def test_after_some_wrong_passwords_the_right_one_has_to_wait(cast: Cast) -> None:
    client = Client()
    for _time in range(6):
        sign_in(client, cast.editor.email, "wrong")
    sign_in(client, cast.editor.email)
    assert "_auth_user_id" not in client.session


def test_many_tries_for_any_address_are_stopped(db: None) -> None:
    client = Client()
    tries = [sign_in(client, f"somebody-{number}@tarrow.example", "wrong") for number in range(35)]
    assert tries[-1].status_code == 429  # type: ignore[attr-defined]
    assert "Too many tries" in tries[-1].content.decode()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "https:evil.example", "\\\\evil.example"]
)
def test_nobody_is_led_to_another_site(cast: Cast, elsewhere: str) -> None:
    assert sign_in(Client(), cast.editor.email, next=elsewhere).headers["Location"] == reverse("home")  # type: ignore[attr-defined]
    client = Client()
    client.force_login(cast.editor)
    left = client.post(reverse("account_logout"), {"next": elsewhere})
    assert left.headers["Location"] == reverse("account_login")


def test_signing_in_goes_on_where_one_was(cast: Cast) -> None:
    url = reverse("account_details")
    asked = Client().get(url)
    assert asked.headers["Location"] == f"{reverse('account_login')}?next={url}"
    assert sign_in(Client(), cast.editor.email, next=url).headers["Location"] == url  # type: ignore[attr-defined]


def test_nobody_signs_up(db: None) -> None:
    for response in (
        Client().get(reverse("account_signup")),
        Client().post(reverse("account_signup"), {"email": "a@b.example", "password1": PASSWORD}),
    ):
        assert "by invitation" in response.content.decode()
    assert not Person.objects.exists()


def test_a_forgotten_password_is_set_anew_by_the_link(cast: Cast) -> None:
    client = Client()
    client.post(reverse("account_reset_password"), {"email": cast.editor.email})
    link = re.search(r"http://testserver(/\S+)", str(mail.outbox[0].body))
    assert link
    asked = client.get(link[1], follow=True)
    there = asked.redirect_chain[-1][0]
    weak = client.post(there, {"password1": "password123"})
    assert "guessed" in weak.content.decode()
    client.post(there, {"password1": "harbour velvet cactus nineteen"})
    cast.editor.refresh_from_db()
    assert cast.editor.check_password("harbour velvet cactus nineteen")
    assert "used or has expired" in Client().get(link[1], follow=True).content.decode()


def test_the_letter_to_an_unknown_address_holds_no_link(db: None) -> None:
    Client().post(reverse("account_reset_password"), {"email": "nobody@tarrow.example"})
    (letter,) = mail.outbox
    assert letter.to == ["nobody@tarrow.example"]
    assert "http" not in str(letter.body)


def test_a_second_step_stands_between_password_and_account(cast: Cast) -> None:
    TOTP.activate(cast.editor, SECRET)
    codes = RecoveryCodes.activate(cast.editor).get_unused_codes()
    client = Client()
    response = sign_in(client, cast.editor.email)
    assert response.headers["Location"] == reverse("mfa_authenticate")  # type: ignore[attr-defined]
    assert client.get(reverse("account")).status_code == 302, "the password alone opens nothing"
    assert "not right" in client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    client.post(reverse("mfa_authenticate"), {"code": _code_now()})
    assert client.get(reverse("account")).status_code == 200
    by_recovery = Client()
    sign_in(by_recovery, cast.editor.email)
    by_recovery.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert by_recovery.get(reverse("account")).status_code == 200


def _code_now() -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    code: str = format_hotp_value(hotp_value(SECRET, counter))
    return code


def test_an_authenticator_app_is_turned_on_with_its_first_code(cast: Cast) -> None:
    client = Client()
    sign_in(client, cast.editor.email)
    assert client.get(reverse("mfa_activate_totp")).status_code == 302, "the password is asked once more"
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    asked = client.get(reverse("mfa_activate_totp"))
    assert "<svg" in asked.content.decode()
    assert "style=" not in asked.content.decode(), "the content security policy refuses it"
    secret = asked.context["form"].secret
    counter = next(iter(yield_hotp_counters_from_time()))
    client.post(reverse("mfa_activate_totp"), {"code": format_hotp_value(hotp_value(secret, counter))})
    assert "On: after your password" in client.get(reverse("mfa_index")).content.decode()


def test_signing_out_elsewhere_ends_the_other_sessions(cast: Cast) -> None:
    here, there = Client(), Client()
    sign_in(here, cast.editor.email)
    sign_in(there, cast.editor.email)
    assert here.get(reverse("account")).status_code == there.get(reverse("account")).status_code == 200
    here.post(reverse("usersessions_list"))
    assert here.get(reverse("account")).status_code == 200
    assert there.get(reverse("account")).status_code == 302


def test_an_address_changes_once_its_link_is_confirmed(cast: Cast) -> None:
    client = Client()
    sign_in(client, cast.editor.email)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("account_email"), {"email": "new@tarrow.example", "action_add": "1"})
    cast.editor.refresh_from_db()
    assert cast.editor.email != "new@tarrow.example"
    letter = next(letter for letter in mail.outbox if letter.to == ["new@tarrow.example"])
    link = re.search(r"http://testserver(/\S+)", str(letter.body))
    assert link
    client.get(link[1])
    cast.editor.refresh_from_db()
    assert cast.editor.email != "new@tarrow.example", "opening the link changes nothing"
    client.post(link[1])
    cast.editor.refresh_from_db()
    assert cast.editor.email == "new@tarrow.example"


def test_signing_out_needs_a_form(cast: Cast) -> None:
    client = Client()
    sign_in(client, cast.editor.email)
    client.get(reverse("account_logout"))
    assert client.get(reverse("account")).status_code == 200
    client.post(reverse("account_logout"))
    assert client.get(reverse("account")).status_code == 302


@pytest.mark.parametrize(
    ("typed", "told"),
    [("password123", "guessed"), ("editortarrow", "guessed"), ("harbour velvet cactus nineteen", "good")],
)
def test_the_strength_of_a_password_is_told_while_it_is_typed(db: None, typed: str, told: str) -> None:
    given = {"password": typed, "email": "editor@tarrow.example"}
    assert told in Client().post(reverse("password_strength"), given).content.decode()
