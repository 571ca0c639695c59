"""One act on many requests at a press."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.models import Round
from turntide.web.delivery.services.approving import approve_many, unapprove_many
from turntide.web.delivery.services.chasing import resend_many
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.services.reminding import remind_now
from turntide.web.delivery.views.boarding.reaching import address, refused, round_here
from turntide.web.design.telling import done

_MOST = 200
"""More than a page of a board shows."""


@place_view(Role.EDITOR)
@require_POST
def act(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Do with all that is ticked what the pressed button says."""
    round_ = round_here(request, id)
    chosen, back = _chosen(request, round_), _next(request, round_)
    if not chosen:
        return refused(request, round_, _("Nothing was ticked. Tick the actions or people you mean."), back)
    how = _ACTS.get(request.POST.get("do", ""))
    if how is None:
        raise Http404
    try:
        return how(request, round_, chosen, back)
    except RefusedError as why:
        return refused(request, round_, str(why), back)


@place_view(Role.EDITOR)
@require_POST
def unapprove(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Take back what this person approved at one stroke."""
    round_, at = round_here(request, id), _moment(request.GET.get("at", ""))
    if at is None:
        return refused(request, round_, _("There is nothing to take back."), round_.get_absolute_url())
    number = unapprove_many(round_=round_, at=at, by=request.here.by)
    words = ngettext("%(n)d approval was taken back.", "%(n)d approvals were taken back.", number)
    done(request, words % {"n": number})
    return redirect(round_)


def _approve(request: PlaceRequest, round_: Round, chosen: list[UUID], back: str) -> HttpResponse:
    made = approve_many(round_=round_, requests=chosen, by=request.here.by)
    words = ngettext("%(n)d update was approved.", "%(n)d updates were approved.", made.approved)
    told = words % {"n": made.approved}
    if made.left:
        left = ngettext(
            "%(n)d was left: it is not answered, is approved already, or needs a look of its own.",
            "%(n)d were left: they are not answered, are approved already, or need a look of their own.",
            len(made.left),
        )
        told = f"{told} {left % {'n': len(made.left)}}"
    done(request, told, _undo(request, round_, made.at) if made.approved else "")
    return redirect(back)


def _undo(request: PlaceRequest, round_: Round, at: datetime) -> str:
    return f"{address(request, 'round_unapprove', round_.pk)}?{urlencode({'at': at.isoformat()})}"


def _remind(request: PlaceRequest, round_: Round, chosen: list[UUID], back: str) -> HttpResponse:
    people = set(round_.requests.filter(pk__in=chosen).values_list("recipient", flat=True))
    number = remind_now(round_=round_, by=request.here.by, only=people)
    words = ngettext("%(n)d person is reminded.", "%(n)d people are reminded.", number)
    done(request, words % {"n": number}, address(request, "round_remind_take_back", round_.pk))
    return redirect(back)


def _resend(request: PlaceRequest, round_: Round, chosen: list[UUID], back: str) -> HttpResponse:
    sent, left = resend_many(round_=round_, requests=chosen, by=request.here.by)
    told = ngettext("The letter goes to %(n)d person again.", "The letter goes to %(n)d people again.", sent)
    told %= {"n": sent}
    if left:
        more = ngettext("%(n)d cannot be reached.", "%(n)d cannot be reached.", left)
        told = f"{told} {more % {'n': left}}"
    done(request, told)
    return redirect(back)


def _contact(request: PlaceRequest, round_: Round, chosen: list[UUID], back: str) -> HttpResponse:
    query = urlencode([("request", str(each)) for each in chosen])
    return redirect(f"{reverse('change_contact', args=[request.here.place.slug, round_.pk])}?{query}")


_ACTS: Mapping[str, Callable[[PlaceRequest, Round, list[UUID], str], HttpResponse]] = {
    "approve": _approve,
    "remind": _remind,
    "resend": _resend,
    "contact": _contact,
}


def _moment(words: str) -> datetime | None:
    try:
        at = parse_datetime(words)
    except ValueError:
        return None
    return at if at is not None and at.tzinfo is not None else None


def _chosen(request: PlaceRequest, round_: Round) -> list[UUID]:
    """The ticked requests, and all requests of the ticked people; of this round alone."""
    requests, people = _ids(request, "request"), _ids(request, "person")
    found = round_.requests.all()
    theirs = found.filter(recipient__in=people).values_list("pk", flat=True) if people else ()
    return [*found.filter(pk__in=requests).values_list("pk", flat=True), *theirs]


def _ids(request: PlaceRequest, name: str) -> list[UUID]:
    try:
        return [UUID(each) for each in request.POST.getlist(name)[:_MOST]]
    except ValueError as wrong:
        raise Http404 from wrong


def _next(request: PlaceRequest, round_: Round) -> str:
    """Back to the board as it was narrowed."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours and wanted.startswith("/") else round_.get_absolute_url()
