"""Editing an action, a heading or a plan, so that two people at once lose nothing."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.forms.action import ORGANISATIONS, PROGRAMMES, ActionForm, boxes_of
from turntide.web.plans.forms.headings import LEVELS, HeadingForm, PlanForm
from turntide.web.plans.models import Action, Heading, Plan
from turntide.web.plans.pages.changing import FieldPart, FormPage, Meanwhile
from turntide.web.plans.pages.reading_when import WhenPart, said_of
from turntide.web.plans.pages.wording import short
from turntide.web.plans.rules import may_change
from turntide.web.plans.services import editing
from turntide.web.plans.services.meeting import Meeting, meeting
from turntide.web.plans.services.writing import ChangedMeanwhileError
from turntide.web.plans.store.reaching import levels_known, organisations_known, programmes_known
from turntide.web.plans.store.readings import timescale_read
from turntide.web.plans.store.typed import typed
from turntide.web.plans.views.changing import (
    action_here,
    address,
    heading_here,
    plan_here,
    refused,
    told_at,
    tree_at,
)

Boxes = Mapping[str, str]


@place_view(Role.EDITOR)
def edit_action(request: PlaceRequest, id: UUID, field: str = "") -> HttpResponse:
    """The whole form of an action, or one field of it."""
    action, only = action_here(request, id), boxes_of(field)
    if field and not only:
        raise Http404
    back = address(request, "action", action.pk)
    ruling = may_change(action.retired_at is not None, action.merged_into_id is not None)
    if not ruling:
        return refused(request, action.plan, ruling.reason, back)
    now = typed(editing.state_of_action(action).read)
    if request.method != "POST":
        return _action_page(request, action, ActionForm(boxes=now, saw=action.version, only=only), field)
    form = ActionForm(request.POST, boxes=now, only=only)
    if not form.is_valid():
        return _action_page(request, action, form, field)
    try:
        change = editing.edit_action(action=action, saw=form.version, boxes=form.boxes, by=request.here.by)
    except ChangedMeanwhileError:
        return _action_met(request, action_here(request, id), form, field)
    words = _("Nothing was changed: it says so already.")
    if change:
        words = _("The action was changed.") + _when_told(request, action, form.boxes, now)
    return told_at(request, words, change, back)


@place_view(Role.EDITOR)
def edit_heading(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The words of a heading."""
    heading = heading_here(request, id)
    back = tree_at(request, heading.plan_id, heading.pk)
    form = HeadingForm(request.POST or None, boxes=heading_boxes(heading), saw=heading.version)
    if not form.is_valid():
        return _heading_page(request, heading, form)
    try:
        change = editing.edit_heading(heading=heading, saw=form.version, boxes=form.boxes, by=request.here.by)
    except ChangedMeanwhileError:
        heading = heading_here(request, id)
        met = meeting(heading, form.version, form.boxes)
        form = HeadingForm(boxes=met.boxes, saw=heading.version)
        return _heading_page(request, heading, form, _meanwhile(met))
    return told_at(request, _("The heading was changed."), change, back)


@place_view(Role.EDITOR)
def edit_plan(request: PlaceRequest, id: UUID) -> HttpResponse:
    """What a plan says of itself."""
    plan = plan_here(request, id)
    form = PlanForm(request.POST or None, boxes=plan_boxes(plan), saw=plan.version)
    if not form.is_valid():
        return _plan_page(request, plan, form)
    try:
        change = editing.edit_plan(plan=plan, saw=form.version, boxes=form.boxes, by=request.here.by)
    except ChangedMeanwhileError:
        plan = plan_here(request, id)
        met = meeting(plan, form.version, form.boxes)
        return _plan_page(request, plan, PlanForm(boxes=met.boxes, saw=plan.version), _meanwhile(met))
    return told_at(request, _("The plan was changed."), change, address(request, "plan", plan.pk))


@place_view(Role.EDITOR)
def read_when(request: PlaceRequest, id: UUID) -> HttpResponse:
    """What a wording of when says, while it is typed."""
    bounds = editing.bounds_of_plan(plan_here(request, id))
    return show(
        request, WhenPart(timescale_read(" ".join(request.GET.get("when", "").split())[:500], bounds))
    )


def heading_boxes(heading: Heading) -> dict[str, str]:
    """A heading as it stands in the boxes of its form."""
    return {name: getattr(heading, name) for name in ("level", "ref", "text", "rationale")}


def plan_boxes(plan: Plan) -> dict[str, str]:
    """A plan as it stands in the boxes of its form."""
    return {"title": plan.title, "vision": plan.vision, "period": editing.period_wording(plan)}


def suggestions(request: PlaceRequest) -> dict[str, list[str]]:
    """What the boxes of an action suggest."""
    place = request.here.place
    return {ORGANISATIONS: organisations_known(place), PROGRAMMES: programmes_known(place)}


def _action_page(
    request: PlaceRequest, action: Action, form: ActionForm, field: str, meanwhile: Meanwhile | None = None
) -> HttpResponse:
    kind = FormPage
    if field and request.headers.get("HX-Request"):
        kind = FieldPart
        # Whoever chose to change this field goes on typing in it.
        next(iter(form.visible_fields())).field.widget.attrs["autofocus"] = True
    page = kind(
        place=request.here.place,
        plan=action.plan,
        title=_("Change this action"),
        caption=short(str(action)),
        form=form,
        back=address(request, "action", action.pk),
        suggestions=suggestions(request),
        meanwhile=meanwhile,
        reads_when="when" in form.fields,
    )
    return show(request, page, status=409 if meanwhile else 200)


def _action_met(request: PlaceRequest, action: Action, form: ActionForm, field: str) -> HttpResponse:
    met = meeting(action, form.version, form.boxes)
    again = ActionForm(boxes=met.boxes, saw=action.version, only=boxes_of(field))
    return _action_page(request, action, again, field, _meanwhile(met))


def _heading_page(
    request: PlaceRequest, heading: Heading, form: HeadingForm, meanwhile: Meanwhile | None = None
) -> HttpResponse:
    page = FormPage(
        place=request.here.place,
        plan=heading.plan,
        title=_("Change this heading"),
        caption=short(str(heading)),
        form=form,
        back=tree_at(request, heading.plan_id, heading.pk),
        suggestions={LEVELS: levels_known(heading.plan)},
        meanwhile=meanwhile,
        more=((_("Move this heading"), address(request, "move_heading", heading.pk)),),
        retire=address(request, "retire_heading", heading.pk),
    )
    return show(request, page, status=409 if meanwhile else 200)


def _plan_page(
    request: PlaceRequest, plan: Plan, form: PlanForm, meanwhile: Meanwhile | None = None
) -> HttpResponse:
    page = FormPage(
        place=request.here.place,
        plan=plan,
        title=_("Change this plan"),
        caption=short(plan.title),
        form=form,
        back=address(request, "plan", plan.pk),
        meanwhile=meanwhile,
    )
    return show(request, page, status=409 if meanwhile else 200)


def _meanwhile(met: Meeting) -> Meanwhile:
    return Meanwhile(met.who, met.theirs, met.both)


def _when_told(request: PlaceRequest, action: Action, boxes: Boxes, before: Boxes) -> str:
    """What a new wording of when was read as, so that a wrong reading is seen at once."""
    if boxes.get("when", before["when"]) == before["when"]:
        return ""
    read = editing.state_of_action(action).read.timescale
    return f" {said_of(read)}" if read else ""
