"""Reaching somebody who has not answered: the letter again, why they do not answer, and who answers instead."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.boarding import AbsenceForm, AnswererForm
from turntide.web.delivery.models import Request, Round
from turntide.web.delivery.pages.boarding.form import person_form, several_form
from turntide.web.delivery.services import chasing
from turntide.web.delivery.services.chasing import Known
from turntide.web.delivery.services.naming import hand_over, name_answerer
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.store.around_board import contacts_for
from turntide.web.delivery.store.put_to import contacts_of, unanswered_of
from turntide.web.delivery.views.boarding.reaching import address, recipient_here, refused, round_here
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.organisations.models import Contact


@place_view(Role.EDITOR)
@require_POST
def resend(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Send somebody the letter that asks once more."""
    recipient = recipient_here(request, id)
    back = f"{recipient.round.get_absolute_url()}?person={recipient.pk}"
    try:
        sent = chasing.resend(recipient=recipient, by=request.here.by)
    except RefusedError as why:
        return refused(request, recipient.round, str(why), back)
    name = {"name": recipient.contact.name}
    words = (
        _("The letter goes to %(name)s again.") if sent else _("A letter to %(name)s is on its way already.")
    )
    done(request, words % name)
    return redirect(back)


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def note_absence(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Note that somebody is away until a day, or that their letter came back."""
    recipient = recipient_here(request, id)
    now = {"until": recipient.away_until, "returned": recipient.returned_at is not None}
    form = AbsenceForm(request.POST or None, initial=now)
    if request.method != "POST" or not form.is_valid():
        return show(request, person_form(recipient, form, _("Why there is no answer"), _("Save")))
    before = chasing.note_absence(recipient=recipient, known=form.known, by=request.here.by)
    was = urlencode({"until": before.away_until or "", "returned": int(before.returned)})
    done(request, _("This was noted."), f"{address(request, 'forget_absence', recipient.pk)}?{was}")
    return redirect(f"{recipient.round.get_absolute_url()}?person={recipient.pk}")


@place_view(Role.EDITOR)
@require_POST
def forget_absence(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Put back what was noted before."""
    recipient = recipient_here(request, id)
    try:
        until = parse_date(request.GET.get("until", ""))
    except ValueError as wrong:
        raise Http404 from wrong
    known = Known(until, request.GET.get("returned") == "1")
    chasing.note_absence(recipient=recipient, known=known, by=request.here.by)
    done(request, _("This was undone."))
    return redirect(f"{recipient.round.get_absolute_url()}?person={recipient.pk}")


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def change_contact(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Let somebody else answer for what nobody has answered yet of these requests."""
    round_ = round_here(request, id)
    asked = _asked(request, round_)
    if not asked:
        reason = _("All of these are answered. Tick what still waits for an answer.")
        return refused(request, round_, reason, round_.get_absolute_url())
    form = AnswererForm(request.POST or None, people=contacts_for(asked))
    if not form.is_valid():
        return show(request, several_form(round_, asked, form))
    contact = get_object_or_404(contacts_of(request.here.place), pk=form.cleaned_data["contact"])
    try:
        return _handed_over(request, asked, contact, for_good=form.cleaned_data["for_good"])
    except RefusedError as why:
        return refused(request, round_, str(why), round_.get_absolute_url())


def _handed_over(
    request: PlaceRequest, asked: Sequence[Request], contact: Contact, *, for_good: bool
) -> HttpResponse:
    actions, undo = [each.action for each in asked], ""
    if for_good:
        named = name_answerer(actions=actions, contact=contact, by=request.here.by)
        undo = address(request, "undo_naming", named.act) if named.actions else ""
    moved = hand_over(actions=actions, contact=contact, by=request.here.by) + (named.moved if for_good else 0)
    words = ngettext(
        "%(name)s is asked for %(moved)d action now.", "%(name)s is asked for %(moved)d actions now.", moved
    )
    done(request, words % {"name": contact.name, "moved": moved}, undo)
    return redirect(asked[0].round.get_absolute_url())


def _asked(request: PlaceRequest, round_: Round) -> Sequence[Request]:
    """The requests that the address names and nobody has answered yet."""
    try:
        ids = [UUID(each) for each in request.GET.getlist("request")]
    except ValueError as wrong:
        raise Http404 from wrong
    return unanswered_of(round_, ids)
