"""Right of reply on the partner's page: the words that are to be published, agreed to or put right."""

from __future__ import annotations

import pytest
from delivery_fixtures import Asked
from django.test import Client
from django.urls import reverse
from partner import opened_by
from site_cast import Cast

from turntide.web.delivery.models import Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import Author, hand_in
from turntide.web.delivery.services.approving import approve_update
from turntide.web.delivery.services.publishing_words import propose_words

SAID = Said(lifecycle="delivering", confidence="green", done="Opened the path.")


@pytest.fixture
def proposed(asked: Asked, cast: Cast) -> Update:
    """Words about Ray's first action, put to Ray."""
    first = asked.requests(asked.ray)[0]
    update = hand_in(request=first, said=SAID, saw=0, author=Author.from_link(asked.ray))
    approve_update(update=update, by=cast.by)
    return propose_words(update=update, words="The path is open.", public=True, by=cast.by)


@pytest.fixture
def ray(asked: Asked) -> Client:
    return opened_by(asked.of(asked.ray))


def words(name: str, update: Update) -> str:
    return reverse(f"answer_words_{name}", args=[update.pk])


def page(client: Client) -> str:
    return client.get(reverse("answer")).content.decode()


def test_the_words_stand_first_and_are_agreed_to(ray: Client, proposed: Update) -> None:
    html = page(ray)
    assert html.index("The path is open.") < html.index("Waiting for you")
    response = ray.post(words("agree", proposed), follow=True)
    assert "published as they stand" in response.content.decode()
    assert "The path is open." not in page(ray)
    assert Update.objects.published().get().public_words == "The path is open."


def test_the_words_are_put_right(ray: Client, proposed: Update) -> None:
    assert "The path is open.</textarea>" in ray.get(words("correct", proposed)).content.decode()
    ray.post(words("correct", proposed), {"words": "Half of the path is open."})
    assert Update.objects.published().get().public_words == "Half of the path is open."


def test_no_words_are_no_correction(ray: Client, proposed: Update) -> None:
    assert ray.post(words("correct", proposed), {"words": " "}).status_code == 422
    assert not Update.objects.published().exists()


def test_what_is_settled_says_so(ray: Client, proposed: Update) -> None:
    ray.post(words("agree", proposed))
    response = ray.post(words("correct", proposed), {"words": "Other."})
    assert response.status_code == 422
    assert "settled already" in response.content.decode()


def test_words_about_somebody_elses_update_are_not_there(asked: Asked, proposed: Update) -> None:
    mina = opened_by(asked.of(asked.mina))
    assert "The path is open." not in page(mina)
    assert mina.post(words("agree", proposed)).status_code == 404
    assert mina.post(words("correct", proposed), {"words": "Mine."}).status_code == 404
    assert not Update.objects.published().exists()
