"""Somebody who opened the link from their letter, without an account."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from turntide.web.delivery.forms.update import prefix_of
from turntide.web.delivery.models import Link, Recipient, Request
from turntide.web.delivery.services.linking import address_of


def link_of(recipient: Recipient) -> Link:
    return recipient.links.filter(revoked_at=None).latest("made_at")


def path_of(recipient: Recipient) -> str:
    """The path of the address in the person's letter."""
    address = address_of(link_of(recipient))
    return "/" + address.split("/", 3)[3]


def key_of(recipient: Recipient) -> str:
    return path_of(recipient).strip("/").split("/")[-1]


def opened_by(recipient: Recipient) -> Client:
    """A browser in which the person opened their link."""
    client = Client()
    response = client.get(path_of(recipient))
    assert response.status_code == 302
    assert response["Location"] == reverse("answer")
    return client


def one(name: str, request: Request, *more: object) -> str:
    """The address of what is done with one request."""
    return reverse(f"answer_{name}", args=[request.pk, *more])


def typed(request: Request, **boxes: object) -> dict[str, object]:
    """What a browser sends for the boxes of a request's form."""
    return {f"{prefix_of(request)}-{name}": value for name, value in boxes.items()}


def shown(request: Request, **boxes: object) -> dict[str, object]:
    """The same for its evidence."""
    return {f"e{request.pk.hex}-{name}": value for name, value in boxes.items()}
