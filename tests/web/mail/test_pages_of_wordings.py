"""A place words its letters: previews, what is refused and why, going back."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from site_cast import Cast

from turntide.web.accounts.models import Person
from turntide.web.audit.models import Entry
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import Wording
from turntide.web.mail.store.wordings import own_wording, wording_of

HOSTILE = "<script>alert(1)</script>"
GOOD = {"subject": "Dear {{ name }}", "body": "Look here, {{name}}:\n\n* one\n* two\n\n{{ link }}"}


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def address(route: str, *args: Any) -> str:
    return reverse(route, args=["tarrow", *args])


def page(client: Client, route: str, *args: Any) -> str:
    answer = client.get(address(route, *args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_place_words_its_letters_and_takes_that_back(
    cast: Cast, asking: LetterKind, as_editor: Client
) -> None:
    assert as_editor.post(address("wording", "asking"), GOOD).status_code == 302
    worded = wording_of(cast.tarrow, asking)
    assert (worded.subject, worded.body.split("\n")[0]) == (GOOD["subject"], "Look here, {{name}}:")
    assert wording_of(cast.elsewhere, asking) == own_wording(asking)
    shown = page(as_editor, "wording", "asking")
    assert "Use this wording again" not in shown and "Go back to the wording" in shown
    undo = address("wording_own", "asking")
    assert undo in shown and as_editor.post(undo).status_code == 302
    assert wording_of(cast.tarrow, asking) == own_wording(asking)
    first = Wording.objects.earliest("pk")
    assert address("wording_again", "asking", first.pk) in page(as_editor, "wording", "asking")
    as_editor.post(address("wording_again", "asking", first.pk))
    assert wording_of(cast.tarrow, asking) == worded
    assert Wording.objects.count() == 3 and Entry.objects.filter(verb="word letter").count() == 3


def test_saving_what_holds_already_keeps_nothing(asking: LetterKind, as_editor: Client) -> None:
    own = own_wording(asking)
    as_editor.post(
        address("wording", "asking"), {"subject": own.subject, "body": own.body.replace("\n", "\r\n")}
    )
    assert not Wording.objects.exists()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"body": "{{ naem }} {{ link }}"},
            "{{ naem }} cannot be filled in. You may use: {{ name }}, {{ actions }},",
        ),
        ({"subject": "{{ user.password }}"}, "Some braces belong to no field"),
        ({"body": "{% load x %} {{ link }}"}, "Some braces belong to no field"),
        ({"body": "{{ name } {{ link }}"}, "Some braces belong to no field"),
        ({"body": "Dear {{ name }}"}, "Keep {{ link }} in the letter"),
        ({"subject": ""}, "Write a subject"),
        ({"body": ""}, "Write the letter"),
    ],
)
def test_a_wording_that_could_not_be_filled_is_refused_with_what_to_write(
    asking: LetterKind, as_editor: Client, change: dict[str, str], sentence: str
) -> None:
    answer = as_editor.post(address("wording", "asking"), GOOD | change)
    assert answer.status_code == 422 and sentence in answer.content.decode()
    assert not Wording.objects.exists()


def test_a_preview_keeps_nothing(asking: LetterKind, as_editor: Client) -> None:
    given = GOOD | {"do": "preview", "body": f"{HOSTILE} {{{{ name }}}}\n\n{{{{ link }}}}"}
    whole = as_editor.post(address("wording", "asking"), given).content.decode()
    part = as_editor.post(
        address("wording", "asking"), given, headers={"HX-Request": "true"}
    ).content.decode()
    assert "Ada Alder" in whole and "Ada Alder" in part and "<html" not in part
    assert HOSTILE not in whole + part
    wrong = as_editor.post(
        address("wording", "asking"), given | {"body": "{{ naem }}"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "cannot be filled in" in wrong and not Wording.objects.exists()


def test_a_wording_of_another_place_or_letter_is_not_there(
    cast: Cast, asking: LetterKind, telling: LetterKind, as_editor: Client
) -> None:
    other = Wording.objects.create(place=cast.elsewhere, kind="asking", subject="x", body="{{ link }}")
    assert as_editor.post(address("wording_again", "asking", other.pk)).status_code == 404
    mine = Wording.objects.create(place=cast.tarrow, kind="asking", subject="x", body="{{ link }}")
    assert as_editor.post(address("wording_again", "telling", mine.pk)).status_code == 404
    assert as_editor.get(address("wording", "none")).status_code == 404


def test_a_former_wording_that_no_longer_fits_is_refused(
    cast: Cast, asking: LetterKind, as_editor: Client
) -> None:
    row = Wording.objects.create(place=cast.tarrow, kind="asking", subject="{{ gone }}", body="{{ link }}")
    assert as_editor.post(address("wording_again", "asking", row.pk)).status_code == 409


def test_wordings_are_listed(asking: LetterKind, telling: LetterKind, as_editor: Client) -> None:
    as_editor.post(address("wording", "asking"), GOOD)
    shown = page(as_editor, "wordings")
    assert "Ask for an update" in shown and "News of the plan" in shown and "Tells what became" in shown
