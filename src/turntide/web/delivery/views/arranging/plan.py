"""How a plan is reported on, and how often single actions of it are asked."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.arranging import CadenceForm, FindActionForm, ProposalsForm, ReportingForm
from turntide.web.delivery.pages.arranging.plan import (
    CadencePage,
    ReportingPage,
    found_lines,
    own_lines,
    proposed_lines,
)
from turntide.web.delivery.services.arranging import ArrangedMeanwhileError, arrange_plan, set_cadences
from turntide.web.delivery.store.arrangements import cadence_of, reporting_of
from turntide.web.delivery.store.group_choices import actions_offered
from turntide.web.delivery.store.proposing import Proposed, cadences_proposed, own_cadences, proposed_for
from turntide.web.delivery.views.arranging.again import as_query, tell_undone, with_version
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.plans.models import Plan
from turntide.web.plans.store.reaching import actions_in

AT_ONCE = 50
"""Proposals shown, and taken over, at once: an Undo names each."""


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def reporting(request: PlaceRequest, id: UUID) -> HttpResponse:
    """How often a plan's actions are asked, and how it is told."""
    plan = _plan(request, id)
    now = reporting_of(plan)
    form = ReportingForm(request.POST or None, now=now)
    if not form.is_valid():
        return show(request, _page(request, plan, form))
    saw = form.cleaned_data["version"] or 0
    try:
        changed = arrange_plan(plan=plan, reported=form.reported, saw=saw, by=request.here.by)
    except ArrangedMeanwhileError as meanwhile:
        form = ReportingForm(with_version(request.POST, meanwhile.version), now=now)
        return show(request, _page(request, plan, form, changed_meanwhile=True), status=409)
    if changed:
        undo = f"{_address(request, 'reporting_back', plan.pk)}?{as_query(ReportingForm(now=now), saw + 1)}"
        done(request, _("How this plan is reported was changed."), undo=undo)
    else:
        messages.info(request, _("Nothing was changed."))
    return redirect(_address(request, "reporting", plan.pk))


@place_view(Role.EDITOR)
@require_POST
def reporting_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """What the address says is arranged again: an Undo carries what was before."""
    plan = _plan(request, id)
    form = ReportingForm(request.GET, now=reporting_of(plan))
    try:
        undone = form.is_valid() and arrange_plan(
            plan=plan, reported=form.reported, saw=form.cleaned_data["version"] or 0, by=request.here.by
        )
    except ArrangedMeanwhileError:
        undone = False
    tell_undone(request, undone)
    return redirect(_address(request, "reporting", plan.pk))


@place_view(Role.EDITOR)
@require_POST
def reporting_proposals(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Take over the paces that the plan's own wording proposes."""
    plan = _plan(request, id)
    back = redirect(_address(request, "reporting", plan.pk))
    proposed = cadences_proposed(plan, reporting_of(plan).months)[:AT_ONCE]
    form = ProposalsForm(request.POST, offered={each.action.pk: each.months for each in proposed})
    if not form.is_valid():
        messages.error(request, _("Nothing was taken over. Tick the actions you mean."))
        return back
    number = set_cadences(plan=plan, months=form.months, by=request.here.by)
    words = ngettext(
        "%(number)d action is now asked at its own pace.",
        "%(number)d actions are now asked at their own pace.",
        number,
    )
    these = "-".join(id_.hex for id_ in form.months)
    undo = f"{_address(request, 'reporting_proposals_back', plan.pk)}?these={these}"
    done(request, words % {"number": number}, undo=undo)
    return back


@place_view(Role.EDITOR)
@require_POST
def reporting_proposals_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The actions that the address names are asked as often as their plan again."""
    plan = _plan(request, id)
    these = [UUID(text) for text in request.GET.get("these", "").split("-") if _is_hex(text)][:AT_ONCE]
    undone = set_cadences(plan=plan, months=dict.fromkeys(these), by=request.here.by) > 0
    tell_undone(request, undone)
    return redirect(_address(request, "reporting", plan.pk))


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def cadence(request: PlaceRequest, id: UUID) -> HttpResponse:
    """How often one action is asked."""
    action = get_object_or_404(actions_in(request.here.place), pk=id)
    now, usual, proposed = cadence_of(action), reporting_of(action.plan).months, proposed_for(action)
    form = CadenceForm(
        request.POST or None, now=now, usual=usual, proposed=proposed.months if proposed else None
    )
    if request.method != "POST" or not form.is_valid():
        return show(request, CadencePage(request.here.place, action.plan, action, form, proposed))
    months = form.cleaned_data["months"]
    if set_cadences(plan=action.plan, months={action.pk: months}, by=request.here.by):
        undo = f"{_address(request, 'cadence_back', action.pk)}?months={now or ''}"
        done(request, _("How often this action is asked was changed."), undo=undo)
    else:
        messages.info(request, _("Nothing was changed."))
    return redirect(action)


@place_view(Role.EDITOR)
@require_POST
def cadence_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The action is asked as often as the address says: an Undo carries what was before."""
    action = get_object_or_404(actions_in(request.here.place), pk=id)
    before = request.GET.get("months", "")
    months = int(before) if before.isdecimal() and len(before) < 4 else None
    tell_undone(request, set_cadences(plan=action.plan, months={action.pk: months}, by=request.here.by) > 0)
    return redirect(action)


def _plan(request: PlaceRequest, id_: UUID) -> Plan:
    return get_object_or_404(request.here.place.plans.select_related("place"), pk=id_)


def _page(
    request: PlaceRequest, plan: Plan, form: ReportingForm, *, changed_meanwhile: bool = False
) -> ReportingPage:
    place, find = request.here.place, FindActionForm(request.GET)
    proposed: Sequence[Proposed] = cadences_proposed(plan, reporting_of(plan).months)
    return ReportingPage(
        place=place,
        plan=plan,
        form=form,
        own=own_lines(place, own_cadences(plan)),
        proposed=proposed_lines(place, proposed[:AT_ONCE]),
        more_proposed=max(len(proposed) - AT_ONCE, 0),
        find_form=find,
        words=find.words_given,
        found=found_lines(place, actions_offered(plan, (), find.words_given)),
        changed_meanwhile=changed_meanwhile,
    )


def _address(request: PlaceRequest, route: str, id_: UUID) -> str:
    return reverse(route, args=[request.here.place.slug, id_])


def _is_hex(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return len(text) == len(UUID(int=0).hex)
