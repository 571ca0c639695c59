"""The rows that somebody with a link may reach: their own, and no others."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from turntide.web.audit.by import By
from turntide.web.delivery.models import Evidence, Recipient, Request
from turntide.web.delivery.pages.answering.card import Card
from turntide.web.delivery.services.answering import Author
from turntide.web.delivery.store.asked_for import AskedOf, asked_of
from turntide.web.delivery.store.of_recipients import evidence_of
from turntide.web.delivery.views.by_link import LinkRequest


def recipient_of(request: HttpRequest) -> Recipient:
    """Whoever the link was sent to, in its round. Raises Http404."""
    recipient = cast(LinkRequest, request).opened.recipient
    if recipient is None:
        raise Http404
    return recipient


def author_of(request: HttpRequest) -> Author:
    """The person, as the author of what they say."""
    return Author.from_link(recipient_of(request).contact)


def by_of(request: HttpRequest) -> By:
    """The person, as the one who acts."""
    return author_of(request).by


def asked_here(request: HttpRequest, id_: UUID) -> AskedOf:
    """One of the person's own requests with all that helps to answer. Raises Http404 for anybody else's."""
    found = asked_of(recipient_of(request).requests.filter(pk=id_))
    if not found:
        raise Http404
    return found[0]


def request_here(request: HttpRequest, id_: UUID) -> Request:
    """One of the person's own requests. Raises Http404 for anybody else's."""
    return get_object_or_404(recipient_of(request).requests, pk=id_)


def evidence_here(request: HttpRequest, id_: UUID, evidence: UUID) -> Evidence:
    """A piece of evidence of the person's own update. Raises Http404."""
    return get_object_or_404(evidence_of(recipient_of(request)), update__request=id_, pk=evidence)


def card_here(request: HttpRequest, id_: UUID) -> Card:
    """One of the person's own actions. Raises Http404."""
    return Card(asked_here(request, id_))


def to_all() -> HttpResponse:
    """To the page of all actions, where what is left to do stands first."""
    return redirect("answer")
