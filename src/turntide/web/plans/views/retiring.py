"""Retiring and restoring, by a button, with the way back in what is told."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.pages.retired import RetiredPage
from turntide.web.plans.services import retiring
from turntide.web.plans.services.refusing import RefusedError
from turntide.web.plans.views.changing import (
    action_here,
    address,
    heading_here,
    plan_here,
    refused,
    told_at,
    tree_at,
)


@place_view(Role.EDITOR)
@require_POST
def retire_action(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Set an action aside."""
    action = action_here(request, id)
    back = address(request, "action", action.pk)
    try:
        change = retiring.retire_actions(actions=[action], by=request.here.by)
    except RefusedError as why:
        return refused(request, action.plan, str(why), back)
    return told_at(request, _("The action was retired."), change, back)


@place_view(Role.EDITOR)
@require_POST
def restore_action(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Let an action stand again."""
    action = action_here(request, id)
    back = address(request, "action", action.pk)
    try:
        change = retiring.restore_action(action=action, by=request.here.by)
    except RefusedError as why:
        return refused(request, action.plan, str(why), back)
    return told_at(request, _("The action stands again."), change, back)


@place_view(Role.EDITOR)
@require_POST
def retire_heading(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Set a heading aside, if nothing stands beneath it."""
    heading = heading_here(request, id)
    try:
        change = retiring.retire_heading(heading=heading, by=request.here.by)
    except RefusedError as why:
        return refused(request, heading.plan, str(why), tree_at(request, heading.plan_id, heading.pk))
    return told_at(request, _("The heading was retired."), change, tree_at(request, heading.plan_id))


@place_view(Role.EDITOR)
@require_POST
def restore_heading(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Let a heading stand again."""
    heading = heading_here(request, id)
    try:
        change = retiring.restore_heading(heading=heading, by=request.here.by)
    except RefusedError as why:
        return refused(request, heading.plan, str(why), address(request, "plan_retired", heading.plan_id))
    return told_at(
        request, _("The heading stands again."), change, tree_at(request, heading.plan_id, heading.pk)
    )


@place_view(Role.EDITOR)
@require_POST
def retire_plan(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Set a plan aside."""
    plan = plan_here(request, id)
    change = retiring.retire_plan(plan=plan, by=request.here.by)
    return told_at(request, _("The plan was retired."), change, address(request, "plan", plan.pk))


@place_view(Role.EDITOR)
@require_POST
def restore_plan(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Let a plan stand again."""
    plan = plan_here(request, id)
    change = retiring.restore_plan(plan=plan, by=request.here.by)
    return told_at(request, _("The plan stands again."), change, address(request, "plan", plan.pk))


@place_view(Role.EDITOR)
@require_safe
def plan_retired(request: PlaceRequest, id: UUID) -> HttpResponse:
    """What was set aside in a plan, to be restored from here."""
    plan = plan_here(request, id)
    headings = plan.headings.exclude(retired_at=None)
    actions = plan.actions.exclude(retired_at=None)
    return show(request, RetiredPage(request.here.place, plan, tuple(headings), tuple(actions)))
