"""Accounts and places are looked after by commands, never in the database by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from installation import Installation

PASSWORD = "tidal marmalade lantern oak\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    installation = Installation(tmp_path_factory.mktemp("accounts"))
    installation.prepare()
    installation.turntide("place", "add", "Tarrow Bay")
    installation.turntide(
        "person", "add", "ada@tarrow.example", "--place", "tarrow-bay", "--role", "owner", typed=PASSWORD
    )
    return installation


def test_a_person_that_was_added_stands_in_the_list(site: Installation) -> None:
    said = site.turntide("place", "list")
    assert "tarrow-bay\tTarrow Bay" in said
    assert "ada@tarrow.example\towner" in said


def test_the_last_owner_stays(site: Installation) -> None:
    words = ("person", "role", "ada@tarrow.example", "--place", "tarrow-bay", "--role", "none")
    assert "needs an owner" in site.turntide(*words, fails=True)


def test_a_weak_password_is_refused_with_what_to_do(site: Installation) -> None:
    said = site.turntide("person", "password", "ada@tarrow.example", typed="password123\n", fails=True)
    assert "would be guessed soon" in said


def test_an_unknown_person_or_place_is_said_so(site: Installation) -> None:
    assert "Nobody has an account" in site.turntide(
        "person", "password", "bo@x.example", typed="", fails=True
    )
    words = ("person", "role", "ada@tarrow.example", "--place", "nowhere", "--role", "viewer")
    assert "turntide place list" in site.turntide(*words, fails=True)


def test_an_account_is_not_made_twice(site: Installation) -> None:
    words = ("person", "add", "ADA@tarrow.example", "--place", "tarrow-bay")
    assert "has an account already" in site.turntide(*words, typed=PASSWORD, fails=True)


def test_a_site_that_was_never_started_is_said_so(tmp_path: Path) -> None:
    assert "turntide up" in Installation(tmp_path).turntide("place", "list", fails=True)
