"""Merging actions and splitting one."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.forms.action import ActionForm
from turntide.web.plans.forms.joining import MergeForm, WithForm
from turntide.web.plans.models import Action
from turntide.web.plans.pages.changing import FormPage, SplitPage
from turntide.web.plans.pages.merging import (
    MergePage,
    merge_fields,
    merge_names,
    with_choices,
    with_hint,
    with_plans,
)
from turntide.web.plans.pages.wording import short
from turntide.web.plans.rules import may_change
from turntide.web.plans.services import joining
from turntide.web.plans.services.editing import state_of_action
from turntide.web.plans.services.refusing import RefusedError
from turntide.web.plans.services.writing import ChangedMeanwhileError
from turntide.web.plans.store.reaching import actions_in, plans_to_merge_with
from turntide.web.plans.store.states import hex_id
from turntide.web.plans.store.taking_out import action_state, whole
from turntide.web.plans.store.typed import typed
from turntide.web.plans.views.changing import action_here, address, refused, told_at
from turntide.web.plans.views.editing import suggestions


@place_view(Role.EDITOR)
def merge_with(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Choose the actions that an action is merged with."""
    action = action_here(request, id)
    back = address(request, "action", action.pk)
    plans = plans_to_merge_with(action)
    if not plans:
        return refused(request, action.plan, _("There is no other action to merge with."), back)
    plan = next((each for each in plans if str(each.pk) == request.GET.get("plan")), plans[0])
    page = FormPage(
        place=request.here.place,
        plan=action.plan,
        title=_("Merge this action with others"),
        caption=short(str(action)),
        form=WithForm(None, with_choices(plan.actions.standing().exclude(pk=action.pk))),
        back=back,
        words=_("Continue"),
        hint=with_hint(plan, action),
        posts_to=address(request, "merge", action.plan_id),
        kept=(("actions", hex_id(action.pk)),),
        more=with_plans(request.path, plans, plan),
    )
    return show(request, page)


@place_view(Role.EDITOR)
def merge(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Choose whose words stand, field by field; then the actions are one."""
    chosen = request.POST.getlist("actions") or request.GET.getlist("actions")
    actions = _actions(request, chosen)
    plan = request.here.place.plans.filter(pk=id).first()
    if plan is None:
        raise Http404
    back = address(request, "plan_tree", plan.pk)
    ruling = joining.mergeable(actions)
    if not ruling:
        return refused(request, plan, ruling.reason, back)
    deciding = "stands" in request.POST
    fields = merge_fields([action_state(each).read for each in actions])
    form = MergeForm(request.POST if deciding else None, stands=merge_names(actions), fields=fields)
    if not form.is_valid():
        saw = tuple((hex_id(each.pk), each.version) for each in actions)
        return show(request, MergePage(request.here.place, plan, form, saw, back))
    by_id = {hex_id(each.pk): each for each in actions}
    first = by_id.pop(form.cleaned_data["stands"])
    try:
        change = joining.merge_actions(
            stands=first,
            others=list(by_id.values()),
            choices=form.choices,
            by=request.here.by,
            saw=_saw(request),
        )
    except (RefusedError, ChangedMeanwhileError) as why:
        return refused(request, plan, _reason(why), back)
    return told_at(request, _("The actions were merged."), change, address(request, "action", first.pk))


@place_view(Role.EDITOR)
def split(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Two forms, both filled with the whole action, to take from each what belongs to the other."""
    action = action_here(request, id)
    back = address(request, "action", action.pk)
    ruling = may_change(action.retired_at is not None, action.merged_into_id is not None)
    if not ruling:
        return refused(request, action.plan, ruling.reason, back)
    now = typed(state_of_action(action).read)
    sent = request.POST or None
    first = ActionForm(sent, boxes=now, saw=action.version, prefix="first")
    second = ActionForm(sent, boxes=now, saw=action.version, prefix="second")
    if not (first.is_valid() and second.is_valid()):
        return _splitting(request, action, first, second)
    try:
        change = joining.split_action(
            action=action, saw=first.version, first=first.boxes, second=second.boxes, by=request.here.by
        )
    except ChangedMeanwhileError:
        words = _(
            "Somebody changed this action while you were writing. What you typed is kept: look, and split again."
        )
        fresh = action_here(request, id)
        first = ActionForm(boxes=first.boxes, saw=fresh.version, prefix="first")
        second = ActionForm(boxes=second.boxes, saw=fresh.version, prefix="second")
        return _splitting(request, fresh, first, second, words)
    except RefusedError as why:
        return refused(request, action.plan, str(why), back)
    return told_at(request, _("The action was split in two."), change, back)


def _splitting(
    request: PlaceRequest, action: Action, first: ActionForm, second: ActionForm, notice: str = ""
) -> HttpResponse:
    back = address(request, "action", action.pk)
    page = SplitPage(request.here.place, action, first, second, back, suggestions(request), notice)
    wrong = first.is_bound and not (first.is_valid() and second.is_valid())
    return show(request, page, status=409 if notice else 422 if wrong else 200)


def _actions(request: PlaceRequest, chosen: list[str]) -> list[Action]:
    """The chosen actions of the place, in the order in which they were chosen."""
    try:
        ids = list(dict.fromkeys(UUID(each) for each in chosen))
    except ValueError as wrong:
        raise Http404 from wrong
    rows = {row.pk: row for row in whole(actions_in(request.here.place).filter(pk__in=ids))}
    if len(rows) != len(ids):
        raise Http404
    return [rows[id_] for id_ in ids]


def _saw(request: PlaceRequest) -> dict[str, int]:
    pairs = (each.partition(":") for each in request.POST.getlist("saw"))
    return {id_: int(version) for id_, _colon, version in pairs if version.isdecimal()}


def _reason(why: Exception) -> str:
    if isinstance(why, ChangedMeanwhileError):
        return _(
            "Somebody changed one of these actions while you were choosing. Look at them, and merge again."
        )
    return str(why)
