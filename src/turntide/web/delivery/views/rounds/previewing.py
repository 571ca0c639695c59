"""What a round would ask of whom; and sending it off."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.letters.rounds import REQUEST, values_of
from turntide.web.delivery.models import Round
from turntide.web.delivery.pages.rounds.left_out import Ways, left_out, listed
from turntide.web.delivery.pages.rounds.previewing import OpeningPage, PreviewPage
from turntide.web.delivery.pages.rounds.wording import round_url
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.services.sending_off import send_off
from turntide.web.delivery.services.taking_back import take_back_round
from turntide.web.delivery.store.asking import Preview, preview_of
from turntide.web.delivery.store.mending import answering, asking_elsewhere
from turntide.web.delivery.views.rounds.here import address, refused, round_here
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.mail.services.composing import Previewed
from turntide.web.mail.services.composing import preview as worded

A_PAGE = 50


@place_view(Role.EDITOR)
@require_safe
def preview(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Whom a draft would ask for what."""
    round_ = round_here(request, id)
    if round_.opened_at is not None or round_.opening_at is not None:
        return redirect(round_url(request.here.place, round_))
    return show(request, _page(request, round_))


@place_view(Role.EDITOR)
@require_POST
def open_(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Send a round off: everybody is asked."""
    round_ = round_here(request, id)
    saw = int(version) if (version := request.POST.get("version", "")).isdecimal() else 0
    try:
        sent = send_off(round_=round_, saw=saw, by=request.here.by)
    except RefusedError as why:
        round_.refresh_from_db()
        if round_.opened_at is not None or round_.thrown_at is not None:
            return refused(request, round_, why)
        return show(request, _page(request, round_, refusal=str(why)), status=409)
    if sent.opened_at is not None:
        tell_opened(request, sent)
    return redirect(round_url(request.here.place, sent))


@place_view(Role.EDITOR)
@require_safe
def opening(request: PlaceRequest, id: UUID) -> HttpResponse:
    """A round that the worker is opening; it leads on once that is done."""
    round_ = round_here(request, id)
    if round_.opening_at is not None:
        return show(request, OpeningPage(request.here.place, round_))
    there = round_url(request.here.place, round_)
    return HttpResponseClientRedirect(there) if request.headers.get("HX-Request") else redirect(there)


@place_view(Role.EDITOR)
@require_POST
def take_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Make a round a draft again, as long as no letter went out."""
    round_ = round_here(request, id)
    try:
        back = take_back_round(round_=round_, by=request.here.by)
    except RefusedError as why:
        return refused(request, round_, why)
    done(request, _("The round was taken back. Nothing was sent, and it is a draft again."))
    return redirect(round_url(request.here.place, back))


def tell_opened(request: PlaceRequest, round_: Round) -> None:
    """Say that letters go out soon, with the way to take them back."""
    words = _("“%(round)s” is open. Letters go out in five minutes; until then you can take it back.")
    done(request, words % {"round": round_.title}, address(request, "round_take_back", round_.pk))


def _page(request: PlaceRequest, round_: Round, refusal: str = "") -> PreviewPage:
    place, found = request.here.place, preview_of(round_)
    actions = listed(found)
    ways = Ways(answering(actions), asking_elsewhere(round_, actions))
    return PreviewPage(
        place=place,
        round=round_,
        found=found,
        paging=Paginator(found.asked, A_PAGE).get_page(request.GET.get("page")),
        left_out=tuple(left_out(place, found, ways)),
        preview=_letter(request, round_, found),
        group=round_.group.name if round_.group else "",
        plans=tuple(plan.title for plan in round_.plans.all()),
        refused=refusal or round_.opening_fault,
    )


def _letter(request: PlaceRequest, round_: Round, found: Preview) -> Previewed | None:
    """The letter to the first of them, as it would read."""
    if not found.asked:
        return None
    first = found.asked[0]
    values = values_of(
        round_, request.here.person.name, first.contact.name, first.actions, _("[their own link]")
    )
    return worded(REQUEST, request.here.place, values)
