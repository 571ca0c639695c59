"""Whether an address has an account shows in nothing: not in what is answered, and not in the work it takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.contrib.auth import hashers
from django.contrib.auth.hashers import BasePasswordHasher, get_hasher
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from furnished_place import PASSWORD
from sound_answers import Answer
from two_places import TwoPlaces

from turntide.web.accounts.models import Invitation, Person

KNOWN, UNKNOWN, WRONG = "viewer@tarrow.example", "vvvvvv@tarrow.example", "not the password at all"
Ask = Callable[[str], Answer]


def signs_in(address: str) -> Answer:
    return Client().post(reverse("account_login"), {"login": address, "password": WRONG})


def asks_for_a_new_password(address: str) -> Answer:
    return Client().post(reverse("account_reset_password"), {"email": address}, follow=True)


def signs_up(address: str) -> Answer:
    given = {"email": address, "password1": PASSWORD, "password2": PASSWORD}
    return Client().post(reverse("account_signup"), given)


WAYS = [signs_in, asks_for_a_new_password, signs_up]


def told(response: Answer, address: str) -> tuple[int, str]:
    """What somebody gets to see, without the token and the address they typed themselves."""
    page = response.content.decode().replace(address, "…")
    return response.status_code, re.sub(r'(csrfmiddlewaretoken" value=|X-CSRFToken": )"\w+"', "", page)


@contextmanager
def hashing_counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Each time a password is hashed, which is nearly all of the work there is."""
    counted: list[str] = []
    kind = type(get_hasher())
    encode = kind.encode

    def encode_and_count(self: BasePasswordHasher, password: str, salt: str, *more: object) -> str:
        counted.append(str(kind.algorithm))
        return str(encode(self, password, salt, *more))

    with monkeypatch.context() as patched:
        patched.setattr(kind, "encode", encode_and_count)
        yield counted


@pytest.mark.parametrize("way", WAYS)
def test_a_known_and_an_unknown_address_get_the_same_answer(way: Ask, two_places: TwoPlaces) -> None:
    answers = []
    for address in (KNOWN, UNKNOWN, KNOWN.upper()):
        cache.clear()
        answers.append(told(way(address), address))
    assert answers[0] == answers[1] == answers[2]


@pytest.mark.parametrize("way", WAYS)
def test_a_known_and_an_unknown_address_take_the_same_hashing(
    way: Ask, two_places: TwoPlaces, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = []
    for address in (KNOWN, UNKNOWN):
        cache.clear()
        with hashing_counted(monkeypatch) as counted:
            way(address)
        work.append(counted)
    assert work[0] == work[1]


def test_nobody_signs_up(two_places: TwoPlaces) -> None:
    before = Person.objects.count()
    for address in (KNOWN, UNKNOWN):
        signs_up(address)
    assert Person.objects.count() == before


def test_a_letter_goes_to_the_account_and_says_nothing_to_whoever_asked(two_places: TwoPlaces) -> None:
    asks_for_a_new_password(KNOWN)
    assert [letter.to for letter in mail.outbox if "/password/reset/key/" in str(letter.body)] == [[KNOWN]]


def test_a_link_that_opens_nothing_looks_the_same_whatever_it_holds(two_places: TwoPlaces) -> None:
    asked = Invitation.objects.filter(place=two_places.tarrow.place).get()
    guesses = (
        "no-key-of-ours",
        "a" * 43,
        asked.key_hash,
        str(asked.pk),
        two_places.tarrow.invitation_key[:-1],
    )
    answers = {told(Client().get(reverse("invitation", args=[guess])), guess) for guess in guesses}
    assert {status for status, _page in answers} == {404}
    assert len(answers) == 1


def test_an_invitation_to_a_known_address_looks_like_one_to_an_unknown(two_places: TwoPlaces) -> None:
    asked = Invitation.objects.get(place=two_places.tarrow.place)
    path = reverse("invitation", args=[two_places.tarrow.invitation_key])
    answers = []
    for address in ("olu@elsewhere.example", "owner@wexcombe.example"):
        Invitation.objects.filter(pk=asked.pk).update(email=address)
        answers.append(told(Client().get(path), address))
    assert answers[0] == answers[1]


def test_the_password_is_tried_only_so_often(two_places: TwoPlaces) -> None:
    answers = [signs_in(KNOWN) for _try in range(12)]
    assert answers[-1].status_code in (200, 422, 429)
    assert "too many" in answers[-1].content.decode()
    right = Client().post(reverse("account_login"), {"login": KNOWN, "password": PASSWORD})
    assert right.status_code != 302


def test_passwords_are_kept_by_a_slow_hash() -> None:
    from turntide.web.config import settings as shipped

    chosen = getattr(shipped, "PASSWORD_HASHERS", None) or [
        "django.contrib.auth.hashers.PBKDF2PasswordHasher"
    ]
    assert not {"MD5", "SHA1", "Unsalted"} & {
        word for name in chosen for word in re.findall("MD5|SHA1", name)
    }
    assert hashers.PBKDF2PasswordHasher().iterations >= 600_000
