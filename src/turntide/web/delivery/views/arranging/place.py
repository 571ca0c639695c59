"""How a place runs its rounds."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.arranging import ArrangementsForm
from turntide.web.delivery.pages.arranging.place import ArrangementsFormPage, ArrangementsPage, plan_lines
from turntide.web.delivery.services.arranging import ArrangedMeanwhileError, arrange_place
from turntide.web.delivery.store.arrangements import arrangements_of, reporting_of_plans
from turntide.web.delivery.views.arranging.again import as_query, tell_undone, with_version
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@place_view(Role.EDITOR)
@require_safe
def arrangements(request: PlaceRequest) -> HttpResponse:
    """How rounds are run here, and how each plan is reported on."""
    place = request.here.place
    plans = list(place.plans.filter(retired_at=None))
    page = ArrangementsPage(
        place=place,
        now=arrangements_of(place),
        plans=plan_lines(place, plans, reporting_of_plans(plan.pk for plan in plans)),
        may_own=request.here.may_own,
    )
    return show(request, page)


@place_view(Role.OWNER)
@require_http_methods(["GET", "HEAD", "POST"])
def arrangements_edit(request: PlaceRequest) -> HttpResponse:
    """Change how rounds are run here."""
    place = request.here.place
    now = arrangements_of(place)
    form = ArrangementsForm(request.POST or None, now=now)
    if not form.is_valid():
        return show(request, ArrangementsFormPage(place, form))
    saw = form.cleaned_data["version"] or 0
    try:
        changed = arrange_place(place=place, arranged=form.arranged, saw=saw, by=request.here.by)
    except ArrangedMeanwhileError as meanwhile:
        typed = with_version(request.POST, meanwhile.version)
        form = ArrangementsForm(typed, now=now)
        return show(request, ArrangementsFormPage(place, form, changed_meanwhile=True), status=409)
    _tell(request, changed, ArrangementsForm(now=now), saw)
    return redirect("arrangements", place.slug)


@place_view(Role.OWNER)
@require_POST
def arrangements_back(request: PlaceRequest) -> HttpResponse:
    """What the address says is arranged again: an Undo carries what was before."""
    place = request.here.place
    form = ArrangementsForm(request.GET, now=arrangements_of(place))
    try:
        undone = form.is_valid() and arrange_place(
            place=place, arranged=form.arranged, saw=form.cleaned_data["version"] or 0, by=request.here.by
        )
    except ArrangedMeanwhileError:
        undone = False
    tell_undone(request, undone)
    return redirect("arrangements", place.slug)


def _tell(request: PlaceRequest, changed: bool, before: ArrangementsForm, saw: int) -> None:
    if not changed:
        messages.info(request, _("Nothing was changed."))
        return
    undo = reverse("arrangements_back", args=[request.here.place.slug])
    done(request, _("How this place reports was changed."), undo=f"{undo}?{as_query(before, saw + 1)}")
