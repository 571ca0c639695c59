"""What a group looks after, chosen plan by plan."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.remits import RemitForm
from turntide.web.delivery.models import Group
from turntide.web.delivery.pages.groups.remit import (
    RemitPage,
    RemitsPage,
    boughs_of,
    leaves_of,
    plan_choices,
)
from turntide.web.delivery.services.grouping import GroupChangedMeanwhileError
from turntide.web.delivery.services.remitting import set_remit
from turntide.web.delivery.store.group_choices import actions_offered, headings_offered
from turntide.web.delivery.store.groups import remit_in
from turntide.web.delivery.views.groups.reaching import group_here, tell
from turntide.web.design.showing import show
from turntide.web.plans.models import Plan

FIND = "find"
"""The button that looks for actions and keeps what is ticked, without saving."""


@place_view(Role.EDITOR)
@require_safe
def group_remit(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The plans, of which one is chosen."""
    place, group = request.here.place, group_here(request, id)
    plans = list(place.plans.filter(retired_at=None))
    return show(request, RemitsPage(place, group, plan_choices(place, group, plans)))


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def group_remit_plan(request: PlaceRequest, id: UUID, plan: UUID) -> HttpResponse:
    """Tick what of a plan the group looks after."""
    group = group_here(request, id)
    of = get_object_or_404(request.here.place.plans, pk=plan)
    form = _form(request, group, of)
    if request.method != "POST" or request.POST.get("do") == FIND or not form.is_valid():
        return show(request, _page(request, group, of, form))
    saw = form.cleaned_data["version"] or 0
    try:
        edit = set_remit(group=group, plan=of, looked=form.looked, saw=saw, by=request.here.by)
    except GroupChangedMeanwhileError as meanwhile:
        form = _form(request, meanwhile.group, of, version=meanwhile.group.version)
        return show(request, _page(request, group, of, form, changed_meanwhile=True), status=409)
    tell(request, group, edit, _("What “%(name)s” looks after was changed.") % {"name": group.name})
    return redirect(group)


def _form(request: PlaceRequest, group: Group, plan: Plan, version: int | None = None) -> RemitForm:
    held = remit_in(group, plan)
    posted = request.POST.copy() if request.method == "POST" else None
    if posted is not None and version is not None:
        posted["version"] = str(version)
    ticked = posted.getlist("actions") if posted is not None else []
    words = posted.get("words", "") if posted is not None else ""
    return RemitForm(
        posted,
        headings=headings_offered(plan),
        actions=actions_offered(plan, {*map(str, held["action"]), *ticked}, words),
        initial={
            "version": group.version,
            "whole": bool(held["plan"]),
            "headings": [str(id_) for id_ in held["heading"]],
            "actions": [str(id_) for id_ in held["action"]],
        },
    )


def _page(
    request: PlaceRequest, group: Group, plan: Plan, form: RemitForm, *, changed_meanwhile: bool = False
) -> RemitPage:
    return RemitPage(
        place=request.here.place,
        group=group,
        plan=plan,
        form=form,
        boughs=boughs_of(form.headings_offered, form.ticked),
        leaves=leaves_of(form.actions_offered, form.ticked),
        words=str(form["words"].value() or ""),
        changed_meanwhile=changed_meanwhile,
    )
