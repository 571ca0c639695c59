"""What somebody without an account presses on the page that asks whether actions are theirs."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from turntide.web.delivery.forms.asking import DeclineForm, PassOnForm
from turntide.web.delivery.models import Link, Responsibility
from turntide.web.delivery.services import saying_whose
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.store.asked_of import (
    asked_of,
    waiting,
)
from turntide.web.delivery.views.asking.yours_page import asked_person, show_yours
from turntide.web.delivery.views.by_link import LinkRequest, link_view
from turntide.web.design.telling import done
from turntide.web.plans.pages.wording import short

_METHODS = ["GET", "HEAD", "POST"]


@link_view(Link.Purpose.YOURS)
@require_http_methods(_METHODS)
def accept_one(request: LinkRequest, id: UUID) -> HttpResponse:
    """It is theirs."""
    row = _row(request, id)
    if request.method != "POST":
        return redirect("yours")
    try:
        saying_whose.accept(responsibilities=[row])
    except RefusedError as refused:
        return _refused(request, refused)
    return _thanked(request, _("Thank you: you answer for “%(action)s”."), row)


@link_view(Link.Purpose.YOURS)
@require_http_methods(_METHODS)
def accept_all(request: LinkRequest) -> HttpResponse:
    """All that they saw on the page are theirs; what was asked since waits."""
    if request.method != "POST":
        return redirect("yours")
    seen = _moment(request.POST.get("seen", ""))
    rows = list(waiting(asked_of(asked_person(request))).filter(asked_at__lte=seen)) if seen else []
    if not rows:
        messages.info(request, _("All of them are answered already."))
        return redirect("yours")
    try:
        number = saying_whose.accept(responsibilities=rows)
    except RefusedError as refused:
        return _refused(request, refused)
    words = ngettext(
        "Thank you: you answer for %(n)d action.", "Thank you: you answer for %(n)d actions.", number
    )
    done(request, words % {"n": number})
    return redirect("yours")


@link_view(Link.Purpose.YOURS)
@require_http_methods(_METHODS)
def hand_on(request: LinkRequest, id: UUID) -> HttpResponse:
    """It is a colleague's."""
    row = _row(request, id)
    if request.method != "POST":
        return redirect("yours")
    form = PassOnForm(request.POST, prefix=f"to-{id}")
    if not form.is_valid():
        return _lacking(request, form, row)
    try:
        saying_whose.pass_on(responsibility=row, to=form.colleague)
    except RefusedError as refused:
        if not waiting(asked_of(asked_person(request))).filter(pk=row.pk).exists():
            return _refused(request, refused)
        form.add_error("email", str(refused))
        return _lacking(request, form, row)
    name = form.colleague.name
    return _thanked(request, _("Thank you: %(name)s is asked about “%(action)s”."), row, name=name)


@link_view(Link.Purpose.YOURS)
@require_http_methods(_METHODS)
def refuse(request: LinkRequest, id: UUID) -> HttpResponse:
    """It is not theirs."""
    row = _row(request, id)
    if request.method != "POST":
        return redirect("yours")
    form = DeclineForm(request.POST, prefix=f"no-{id}")
    if not form.is_valid():
        return _lacking(request, form, row)
    try:
        saying_whose.decline(responsibility=row, reason=form.cleaned_data["reason"])
    except RefusedError as refused:
        return _refused(request, refused)
    return _thanked(request, _("Thank you: you said that “%(action)s” is not yours."), row)


@link_view(Link.Purpose.YOURS)
@require_http_methods(_METHODS)
def take_back(request: LinkRequest, id: UUID) -> HttpResponse:
    """What they said is taken back; the question waits again."""
    row = _row(request, id)
    if request.method != "POST":
        return redirect("yours")
    try:
        saying_whose.take_back_answer(responsibility=row)
    except RefusedError as refused:
        return _refused(request, refused)
    done(request, _("Your answer was taken back. You can answer anew."))
    return redirect("yours")


def _lacking(request: LinkRequest, form: Form, row: Responsibility) -> HttpResponse:
    return show_yours(request, form, row.pk)


def _row(request: LinkRequest, id_: UUID) -> Responsibility:
    return get_object_or_404(asked_of(asked_person(request)).select_related("action"), pk=id_)


def _thanked(request: LinkRequest, words: str, row: Responsibility, **more: str) -> HttpResponse:
    named = {"action": short(str(row.action), 80), **more}
    done(request, words % named, undo=reverse("yours_take_back", args=[row.pk]))
    return redirect("yours")


def _refused(request: LinkRequest, refused: RefusedError) -> HttpResponse:
    messages.error(request, str(refused))
    return redirect("yours")


def _moment(text: str) -> datetime | None:
    """When the page was made; None for anything but a moment."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment is not None and timezone.is_aware(moment) else None
