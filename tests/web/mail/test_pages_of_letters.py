"""The pages of letters: who may do what, what they show, and how many questions they ask of the database."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from mail_fixtures import KEY, LINK, NOON, PostOne, Way
from site_cast import Cast

from turntide.web.accounts.models import Person
from turntide.web.accounts.roles import Role
from turntide.web.audit.models import Entry
from turntide.web.mail.kinds import LetterKind
from turntide.web.mail.models import Message, PostingRules
from turntide.web.mail.services.sending import send_due
from turntide.web.mail.transports.way import AddressRefusedError

STATE = Message.State
HOSTILE = "<script>alert(1)</script>"


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


@pytest.fixture
def failed(post: PostOne, way: Way) -> Message:
    message = post("gone@alder.example")
    way.faults = [AddressRefusedError("550 no such mailbox")]
    send_due(NOON)
    message.refresh_from_db()
    return message


def test_letters_are_listed_with_what_became_of_them(
    post: PostOne, failed: Message, as_editor: Client
) -> None:
    post("ada@alder.example")
    send_due(NOON)
    shown = page(as_editor, "letters")
    assert (
        "ada@alder.example" in shown and "gone@alder.example" in shown and "Could not be delivered" in shown
    )
    assert "Ask for an update" in shown
    narrowed = as_editor.get(address("letters"), {"state": STATE.RETURNED}).content.decode()
    assert "gone@alder.example" in narrowed and "ada@alder.example" not in narrowed
    searched = as_editor.get(address("letters"), {"words": "ADA@"}).content.decode()
    assert "ada@alder.example" in searched and "gone@alder.example" not in searched
    assert "No letter fits" in as_editor.get(address("letters"), {"words": "zzz"}).content.decode()


def test_a_place_without_letters_says_when_there_will_be_some(asking: LetterKind, as_editor: Client) -> None:
    assert "No letters yet" in page(as_editor, "letters")


@pytest.mark.parametrize("many", [1, 30])
def test_a_list_of_any_length_asks_the_same_of_the_database(
    post: PostOne, as_editor: Client, many: int
) -> None:
    for number in range(many):
        post(f"{number}@alder.example")
    page(as_editor, "letters")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page(as_editor, "letters")
    assert len(asked) == 5


def test_a_letter_shows_what_it_said_without_the_persons_link(
    post: PostOne, way: Way, as_editor: Client
) -> None:
    message = post(values={"name": HOSTILE})
    send_due(NOON)
    shown = page(as_editor, "letter", message.pk)
    assert "please tell us of these" in shown and "own link" in shown
    assert KEY not in shown and LINK not in shown and HOSTILE not in shown


def test_a_letter_that_waits_says_that_it_is_still_to_be_worded(post: PostOne, as_editor: Client) -> None:
    assert "worded when it goes out" in page(as_editor, "letter", post().pk)


def test_only_a_letter_that_failed_is_sent_again(
    post: PostOne, failed: Message, way: Way, as_editor: Client
) -> None:
    good = post()
    send_due(NOON)
    assert "Send again" not in page(as_editor, "letter", good.pk)
    assert as_editor.post(address("letter_again", good.pk)).status_code == 409
    assert "Send again" in page(as_editor, "letter", failed.pk)
    assert as_editor.post(address("letter_again", failed.pk)).status_code == 302
    assert send_due() == 1
    assert as_editor.post(address("letter_again", failed.pk)).status_code == 409
    assert Entry.objects.filter(verb="send letter again").count() == 1


def test_an_owner_says_how_the_place_posts(cast: Cast, asking: LetterKind) -> None:
    owner = signed_in(cast.owner)
    assert 'value="3"' in page(owner, "posting_rules") and not PostingRules.objects.exists()
    given = {"most_a_day": "5", "reply_to": "team@tarrow.example", "signature": "The team"}
    assert owner.post(address("posting_rules"), given).status_code == 302
    rules = PostingRules.objects.get()
    assert (rules.most_a_day, rules.reply_to, rules.signature) == (5, "team@tarrow.example", "The team")
    for wrong in ({"most_a_day": "0"}, {"most_a_day": "x"}, {"reply_to": "a@b\r\nBcc: c@d"}):
        assert owner.post(address("posting_rules"), given | wrong).status_code == 422


@pytest.mark.parametrize("role", list(Role))
def test_editors_see_letters_and_owners_set_rules(cast: Cast, post: PostOne, role: Role) -> None:
    client, message = signed_in(cast.members[role]), post()
    editors = [
        address("letters"),
        address("letter", message.pk),
        address("wordings"),
        address("wording", "asking"),
    ]
    allowed = 200 if role.rank >= Role.EDITOR.rank else 403
    assert {client.get(each).status_code for each in editors} == {allowed}
    assert client.get(address("posting_rules")).status_code == (200 if role is Role.OWNER else 403)


def test_a_letter_of_another_place_is_not_there(cast: Cast, post: PostOne) -> None:
    outsider, message = signed_in(cast.outsider), post()
    assert outsider.get(reverse("letter", args=["wexcombe", message.pk])).status_code == 404
    assert outsider.post(reverse("letter_again", args=["wexcombe", message.pk])).status_code == 404
    assert message.to_email not in outsider.get(reverse("letters", args=["wexcombe"])).content.decode()
