"""Answering by Excel: a partner's own sheet, and sheets that come back, by their link or through an officer."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.audit.by import By
from turntide.web.delivery.models import Link, Recipient, Round, Update
from turntide.web.delivery.pages.answering.one_action import crumbs
from turntide.web.delivery.pages.boarding.board import crumbs_to_rounds
from turntide.web.delivery.pages.sheets.ways import Way
from turntide.web.delivery.rules.sheets_back import Preview
from turntide.web.delivery.services import sheets
from turntide.web.delivery.services.answering import Author
from turntide.web.delivery.store.sheets.previewing import preview_for, preview_in
from turntide.web.delivery.store.sheets.reaching import recipients_in
from turntide.web.delivery.views.by_link import LinkRequest, link_view
from turntide.web.delivery.views.sheets_coming import Coming
from turntide.web.plans.views.originals import attachment

_MANY = ["GET", "HEAD", "POST"]


@link_view(Link.Purpose.ANSWER)
@require_safe
def answer_sheet(request: LinkRequest) -> HttpResponse:
    """The partner's own sheet, to be saved."""
    return _download(_theirs(request))


@link_view(Link.Purpose.ANSWER)
@require_http_methods(_MANY)
def answer_sheet_back(request: LinkRequest) -> HttpResponse:
    """Send a sheet back, look at what was read, and hand it in."""
    recipient = _theirs(request)
    contact = request.opened.contact or recipient.contact
    here = reverse("answer_sheet_back")
    back = reverse("answer")
    way = Way(
        recipient.round.title,
        crumbs(),
        here,
        back,
        download=reverse("answer_sheet"),
    )
    coming = Coming(
        way=way,
        place=request.opened.place,
        whose=recipient.pk,
        person=None,
        by=By.contact(contact.pk, contact.name),
        read=lambda body: preview_for(recipient, body),
        author=lambda _preview: Author.from_link(contact, Update.Via.SHEET),
    )
    return coming.answer(request)


@place_view(Role.EDITOR)
@require_safe
def sheet_of(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The sheet of somebody who is asked, to be saved and passed on."""
    return _download(get_object_or_404(recipients_in(request.here.place), pk=id))


@place_view(Role.EDITOR)
@require_http_methods(_MANY)
def sheet_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Bring in sheets that were mailed back, look at what was read, and hand it in for those who sent them."""
    place = request.here.place
    round_ = get_object_or_404(place.rounds, pk=id)
    back = round_.get_absolute_url()
    way = Way(
        round_.title,
        (*crumbs_to_rounds(place), (round_.title, back)),
        reverse("sheet_back", args=[place.slug, round_.pk]),
        back,
        by_officer=True,
    )
    coming = Coming(
        way=way,
        place=place,
        whose=round_.pk,
        person=request.here.person,
        by=request.here.by,
        read=lambda body: preview_in(round_, body),
        author=lambda preview: _for_somebody(round_, preview, request.here.by),
    )
    return coming.answer(request)


def _theirs(request: LinkRequest) -> Recipient:
    recipient = request.opened.recipient
    if recipient is None:
        raise Http404
    return recipient


def _for_somebody(round_: Round, preview: Preview, by: By) -> Author:
    recipient = round_.recipients.select_related("contact").get(pk=preview.sheet.recipient)
    return Author(recipient.contact, by, Update.Via.SHEET)


def _download(recipient: Recipient) -> HttpResponse:
    sheet = sheets.sheet_for(recipient)
    return attachment(sheet.body, sheet.name, sheet.media_type)
