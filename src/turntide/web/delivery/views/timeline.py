"""What happened to an action, and what was decided."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.decisions import DecisionForm
from turntide.web.delivery.models import Decision
from turntide.web.delivery.pages.timeline.decisions import DecisionPage, DecisionsPage
from turntide.web.delivery.pages.timeline.page import TimelinePage
from turntide.web.delivery.pages.timeline.rows import Telling, vocabularies_in
from turntide.web.delivery.services import deciding
from turntide.web.delivery.store.timeline import Kind, decisions_in, found, keys_of
from turntide.web.delivery.store.vocabularies import words_of_vocabularies
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.plans.models import Action, Plan
from turntide.web.plans.views.changing import action_here, address, plan_here

_A_PAGE = 25


@place_view(Role.VIEWER)
@require_safe
def timeline(request: PlaceRequest, id: UUID) -> HttpResponse:
    """All that happened to an action; ``?kind=`` narrows it."""
    here, action = request.here, action_here(request, id)
    kind = _kind(request.GET.get("kind", ""))
    keys = keys_of(action, [kind] if kind else list(Kind), drafts=here.may_edit)
    paging = Paginator(keys, _A_PAGE).get_page(request.GET.get("page"))
    things = found(action, paging.object_list)
    telling = Telling(
        here.place, here.may_edit, things, words_of_vocabularies(vocabularies_in(things.things.values()))
    )
    return show(request, TimelinePage(here.place, action, telling.rows(), kind, paging, here.may_edit))


@place_view(Role.VIEWER)
@require_safe
def decisions(request: PlaceRequest, id: UUID) -> HttpResponse:
    """All that was decided of a plan and its actions."""
    here, plan = request.here, plan_here(request, id)
    rows = plan.decisions.filter(taken_back_at=None).select_related("action", "group", "by")
    paging = Paginator(rows, _A_PAGE).get_page(request.GET.get("page"))
    return show(request, DecisionsPage(here.place, plan, list(paging.object_list), paging, here.may_edit))


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def decide_of_action(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Record what was decided of an action."""
    action = action_here(request, id)
    return _decide(request, action.plan, action)


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def decide_of_plan(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Record what was decided of a whole plan."""
    return _decide(request, plan_here(request, id), None)


@place_view(Role.EDITOR)
@require_POST
def take_back(request: PlaceRequest, id: int) -> HttpResponse:
    """Let a decision show no more."""
    decision = _decision(request, id)
    deciding.take_back_decision(decision=decision, by=request.here.by)
    done(request, _("The decision was taken back."), address(request, "decision_bring_back", decision.pk))
    return redirect(_shown_at(request, decision.plan, decision.action))


@place_view(Role.EDITOR)
@require_POST
def bring_back(request: PlaceRequest, id: int) -> HttpResponse:
    """Let a decision that was taken back show again."""
    decision = _decision(request, id)
    deciding.bring_back_decision(decision=decision, by=request.here.by)
    done(request, _("The decision shows again."), address(request, "decision_take_back", decision.pk))
    return redirect(_shown_at(request, decision.plan, decision.action))


def _decide(request: PlaceRequest, plan: Plan, action: Action | None) -> HttpResponse:
    place = request.here.place
    form = DecisionForm(request.POST or None, place=place)
    if not form.is_valid():
        return show(request, DecisionPage(place, plan, action, form))
    said = form.cleaned_data
    made = deciding.record_decision(
        plan=plan,
        action=action,
        text=said["text"],
        on=said["on"],
        group=said.get("group"),
        by=request.here.by,
    )
    done(request, _("The decision was recorded."), address(request, "decision_take_back", made.pk))
    return redirect(_shown_at(request, plan, action))


def _shown_at(request: PlaceRequest, plan: Plan, action: Action | None) -> str:
    return address(request, "timeline", action.pk) if action else address(request, "decisions", plan.pk)


def _decision(request: PlaceRequest, id_: int) -> Decision:
    return get_object_or_404(decisions_in(request.here.place), pk=id_)


def _kind(wanted: str) -> Kind | None:
    """What the timeline is narrowed to; what there is not is not found."""
    try:
        return Kind(wanted) if wanted else None
    except ValueError as unknown:
        raise Http404 from unknown
