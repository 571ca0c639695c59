"""A round begun, changed, thrown away."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.rounds import RoundForm, as_it_stands, proposed
from turntide.web.delivery.models import Round
from turntide.web.delivery.pages.rounds.drafting import DraftingPage
from turntide.web.delivery.pages.rounds.wording import round_url
from turntide.web.delivery.services import rounds
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.views.rounds.here import address, refused, round_here
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PlaceRequest) -> HttpResponse:
    """Begin a round. It asks nobody before it is opened."""
    place, today = request.here.place, timezone.localdate()
    form = RoundForm(request.POST or None, place=place, today=today, initial=proposed(place, today))
    if not form.is_valid():
        return show(request, DraftingPage(place, form))
    made = rounds.draft_round(place=place, drafted=form.drafted, by=request.here.by)
    done(
        request,
        _("“%(round)s” was drafted. Nothing has been sent.") % {"round": made.title},
        _away(request, made),
    )
    return redirect(round_url(place, made))


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Change a draft."""
    place, today, round_ = request.here.place, timezone.localdate(), round_here(request, id)
    if not rounds.may_change(round_):
        return redirect(round_url(place, round_))
    form = RoundForm(request.POST or None, place=place, today=today, initial=as_it_stands(round_, today))
    if not form.is_valid():
        return show(request, DraftingPage(place, form, round_))
    return _saved(request, round_, form)


@place_view(Role.EDITOR)
@require_POST
def throw_away(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Throw a draft away; it can come back."""
    round_ = round_here(request, id)
    try:
        rounds.throw_away_round(round_=round_, by=request.here.by)
    except RefusedError as why:
        return refused(request, round_, why)
    words = _("“%(round)s” was thrown away.") % {"round": round_.title}
    done(request, words, address(request, "round_bring_back", round_.pk))
    return redirect(address(request, "rounds"))


@place_view(Role.EDITOR)
@require_POST
def bring_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Undo throwing a draft away."""
    round_ = round_here(request, id)
    try:
        rounds.bring_back_round(round_=round_, by=request.here.by)
    except RefusedError as why:
        return refused(request, round_, why)
    done(request, _("“%(round)s” is back.") % {"round": round_.title})
    return redirect(round_url(request.here.place, round_))


def _saved(request: PlaceRequest, round_: Round, form: RoundForm) -> HttpResponse:
    place, saw = request.here.place, form.cleaned_data["version"] or 0
    try:
        rounds.edit_round(round_=round_, drafted=form.drafted, saw=saw, by=request.here.by)
    except rounds.RoundChangedError as meanwhile:
        # What was typed stays: saving again over what stands now is then a person's choice.
        typed = request.POST.copy()
        typed["version"] = str(meanwhile.round.version)
        again = RoundForm(typed, place=place, today=timezone.localdate())
        return show(request, DraftingPage(place, again, round_, changed_meanwhile=True), status=409)
    except RefusedError as why:
        return refused(request, round_, why)
    done(request, _("The round was changed. Nothing has been sent."))
    return redirect(round_url(place, round_))


def _away(request: PlaceRequest, round_: Round) -> str:
    return address(request, "round_throw_away", round_.pk)
