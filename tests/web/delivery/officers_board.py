"""What an officer sees of a round, and where."""

from __future__ import annotations

from typing import Any

from delivery_fixtures import Asked
from django.test import Client
from django.urls import reverse

from turntide.web.accounts.models import Person
from turntide.web.delivery.models import Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in

GOOD = Said(
    lifecycle="delivering",
    confidence="green",
    done="Opened the path.",
    ask="A crossing, please.",
    worth_a_story=True,
)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def address(route: str, *args: Any) -> str:
    return reverse(route, args=["tarrow", *args])


def answered(asked: Asked, at: int = 0, said: Said = GOOD) -> Update:
    request = asked.requests(asked.ray)[at]
    return hand_in(request=request, said=said, saw=NOTHING_SEEN, author=Author.from_link(asked.ray))


def board(client: Client, asked: Asked, query: str = "") -> Any:
    return client.get(f"{address('round', asked.round.pk)}{query}").context["page"]


def counts(page: Any) -> dict[str, int]:
    return {count.words: count.number for count in page.counts}
