"""An action goes to a colleague, comes back, or the whole letter came to the wrong person."""

from __future__ import annotations

import pytest
from delivery_fixtures import Asked, answers_for
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from partner import link_of, one, opened_by, path_of, typed

from turntide.web.delivery.letters.answering import KINDS
from turntide.web.delivery.models import Recipient, Request, Update
from turntide.web.mail.models import Message
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Plan

NELL = {"name": "Nell Ashby", "email": "Nell@harbourtrust.example"}


@pytest.fixture
def ray(asked: Asked) -> Client:
    return opened_by(asked.of(asked.ray))


def the_first(asked: Asked) -> Request:
    return asked.requests(asked.ray)[0]


def nell(asked: Asked) -> Recipient:
    return asked.round.recipients.get(email="nell@harbourtrust.example")


def page(client: Client) -> str:
    return client.get(reverse("answer")).content.decode()


def test_a_colleague_gets_the_action_with_a_link_of_their_own(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    ray.post(one("one", first), typed(first, done="Half a") | {"do": "later"})
    response = ray.post(one("pass_on", first), NELL, follow=True)
    assert "Passed on to Nell Ashby" in response.content.decode()
    assert "0 of 2 actions answered" in response.content.decode()
    assert nell(asked).contact.organisation == asked.ray.organisation
    colleague = opened_by(nell(asked))
    assert "passed on by Ray Okoro" in page(colleague)
    assert "Half a</textarea>" in colleague.get(one("one", first)).content.decode()
    assert ray.get(one("one", first)).status_code == 404


def test_the_letter_says_who_passed_it_on(asked: Asked, ray: Client) -> None:
    ray.post(one("pass_on", the_first(asked)), NELL)
    letter = Message.objects.get(kind="passed on")
    (kind,) = KINDS
    contents = kind.compose(letter)
    assert contents is not None
    assert contents.values["colleague"] == "Ray Okoro"
    assert contents.values["link"].endswith(path_of(nell(asked)))
    assert contents.secret == {"link"}
    assert set(contents.values) == set(kind.fields)


def test_it_is_taken_back_until_the_colleague_has_answered(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    ray.post(one("pass_on", first), NELL)
    assert "I answer myself" in page(ray)
    letter = Message.objects.get(kind="passed on")
    assert "with you again" in ray.post(one("passed_back", first), follow=True).content.decode()
    assert not asked.round.recipients.filter(email=NELL["email"].lower()).exists()
    (kind,) = KINDS
    assert kind.compose(letter) is None
    ray.post(one("pass_on", first), NELL)
    assert Message.objects.filter(kind="passed on").count() == 2
    opened_by(nell(asked)).post(one("no_change", first), {"saw": "0"})
    ray.post(one("passed_back", first))
    assert Request.objects.get(pk=first.pk).recipient == nell(asked)
    assert "who has answered" in page(ray)


def test_a_known_colleague_is_not_made_twice(asked: Asked, ray: Client) -> None:
    known = Contact.objects.create(
        organisation=asked.ray.organisation, name="Nell", email=NELL["email"].lower()
    )
    for request in asked.requests(asked.ray)[:2]:
        ray.post(one("pass_on", request), NELL)
    assert nell(asked).contact == known
    assert nell(asked).requests.count() == 2
    assert nell(asked).links.count() == 1


def nells() -> QuerySet[Contact]:
    return Contact.objects.filter(email__iexact=NELL["email"])


def passed_there_and_back(asked: Asked, ray: Client) -> None:
    ray.post(one("pass_on", the_first(asked)), NELL)
    ray.post(one("passed_back", Request.objects.get(passed_by=asked.ray)))


def test_taking_it_back_forgets_whom_it_was_passed_on_to(asked: Asked, ray: Client) -> None:
    ray.post(one("pass_on", the_first(asked)), NELL)
    colleague = opened_by(nell(asked))
    ray.post(one("passed_back", Request.objects.get(passed_by=asked.ray)))
    assert not nells().exists()
    gone = colleague.get(reverse("answer"))
    assert gone.status_code == 404 and "was taken back" in gone.content.decode()


def test_a_colleague_with_another_action_is_kept(asked: Asked, ray: Client) -> None:
    first, second, _third = asked.requests(asked.ray)
    for request in (first, second):
        ray.post(one("pass_on", request), NELL)
    ray.post(one("passed_back", first))
    assert list(nell(asked).requests.all()) == [second] and not link_is_closed(nell(asked))
    ray.post(one("passed_back", second))
    assert not nells().exists()


def test_a_colleague_who_was_known_before_is_kept(asked: Asked, ray: Client) -> None:
    Contact.objects.create(organisation=asked.ray.organisation, name="Nell", email=NELL["email"])
    passed_there_and_back(asked, ray)
    assert nells().exists() and link_is_closed(nell(asked))


def test_a_colleague_who_has_other_work_since_is_kept(asked: Asked, ray: Client, tarrow_plan: Plan) -> None:
    ray.post(one("pass_on", the_first(asked)), NELL)
    answers_for(nells().get(), tarrow_plan.actions.standing()[5])
    ray.post(one("passed_back", Request.objects.get(passed_by=asked.ray)))
    assert nells().exists() and link_is_closed(nell(asked))


def test_a_colleague_who_was_put_right_since_is_kept(asked: Asked, ray: Client) -> None:
    ray.post(one("pass_on", the_first(asked)), NELL)
    nells().update(role="Warden")
    ray.post(one("passed_back", Request.objects.get(passed_by=asked.ray)))
    assert nells().get().role == "Warden"


def test_to_oneself_is_refused(asked: Asked, ray: Client) -> None:
    response = ray.post(
        one("pass_on", the_first(asked)), {"name": "Ray", "email": "RAY@harbourtrust.example"}
    )
    assert response.status_code == 422
    assert "your own address" in response.content.decode()


def test_what_is_answered_is_not_passed_on(asked: Asked, ray: Client) -> None:
    first = the_first(asked)
    ray.post(one("no_change", first), {"saw": "0"})
    response = ray.post(one("pass_on", first), NELL)
    assert "Take the answer back" in response.content.decode()


def test_whoever_it_is_not_for_says_so_and_the_link_opens_nothing_more(asked: Asked, ray: Client) -> None:
    assert asked.of(asked.ray).wrong_at is None
    assert ray.get(reverse("answer_not_for_me")).status_code == 200
    assert asked.of(asked.ray).wrong_at is None
    response = ray.post(reverse("answer_not_for_me"))
    assert "opens nothing any more" in response.content.decode()
    assert asked.of(asked.ray).wrong_at is not None
    assert ray.get(reverse("answer")).status_code == 410
    assert not Update.objects.exists()


def link_is_closed(recipient: Recipient) -> bool:
    return not recipient.links.filter(revoked_at=None).exists()


def test_a_link_that_was_passed_on_is_new(asked: Asked, ray: Client) -> None:
    ray.post(one("pass_on", the_first(asked)), NELL)
    assert link_of(nell(asked)).key_hash != link_of(asked.of(asked.ray)).key_hash
