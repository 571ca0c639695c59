"""Who changed what, and taking it back."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.models import Change, Plan
from turntide.web.plans.pages.history_pages import ChangePage, HistoryPage, VersionPage
from turntide.web.plans.pages.wording import short
from turntide.web.plans.services.undoing import NotUndoableError, undo, undoable, undoables
from turntide.web.plans.store.acts import acts_of
from turntide.web.plans.store.reaching import changes_in, changes_of, version_of
from turntide.web.plans.store.recounting import recount, recounts_of
from turntide.web.plans.store.states import ACTION
from turntide.web.plans.views.changing import action_here, address, next_of, plan_here, refused, tell

_A_PAGE = 20


@place_view(Role.VIEWER)
@require_safe
def place_history(request: PlaceRequest) -> HttpResponse:
    """What was changed of late, in all plans."""
    return _history(request, changes_in(request.here.place), title=_("Recent changes"), plan=None)


@place_view(Role.VIEWER)
@require_safe
def plan_history(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Everything that was done to a plan."""
    plan = plan_here(request, id)
    changes = changes_in(request.here.place).filter(plan=plan)
    return _history(request, changes, title=_("History of this plan"), plan=plan)


@place_view(Role.VIEWER)
@require_safe
def action_history(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Everything that was done to an action."""
    action = action_here(request, id)
    changes = changes_of(action.pk, request.here.place)
    return _history(
        request,
        changes,
        title=_("History of this action"),
        plan=action.plan,
        caption=short(str(action)),
        thing=action.pk,
    )


@place_view(Role.VIEWER)
@require_safe
def change(request: PlaceRequest, id: UUID) -> HttpResponse:
    """One change, with everything it touched."""
    one = get_object_or_404(changes_in(request.here.place), pk=id)
    paging = Paginator(one.versions.order_by("id"), _A_PAGE * 2).get_page(request.GET.get("page"))
    ruling = undoable(one)
    page = ChangePage(
        place=request.here.place,
        change=one,
        recounts=recount(paging.object_list),
        paging=paging,
        ruling=ruling,
        may_edit=request.here.may_edit,
        act=acts_of([one])[one.pk],
    )
    return show(request, page)


@place_view(Role.VIEWER)
@require_safe
def action_version(request: PlaceRequest, id: UUID, number: int) -> HttpResponse:
    """An action as it stood once."""
    action = action_here(request, id)
    version = version_of(action, number)
    if version is None:
        raise Http404
    return show(request, VersionPage(request.here.place, action, version, recount([version], whole=True)[0]))


@place_view(Role.EDITOR)
@require_POST
def undo_change(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Take a change back. Undoing an undo does it again."""
    one = get_object_or_404(changes_in(request.here.place), pk=id)
    back = next_of(request, _where(request, one))
    try:
        undone = undo(one, by=request.here.by)
    except NotUndoableError as why:
        return refused(request, one.plan, str(why), back)
    tell(request, _("It was done again.") if one.undoes_id else _("It was undone."), undone)
    return redirect(back)


def _where(request: PlaceRequest, one: Change) -> str:
    """The one action a change touched, else its plan."""
    touched = list(one.versions.values_list("thing", "thing_id")[:2])
    if len(touched) == 1 and touched[0][0] == ACTION:
        return address(request, "action", touched[0][1])
    return address(request, "plan", one.plan_id)


def _history(
    request: PlaceRequest,
    changes: QuerySet[Change],
    *,
    title: str,
    plan: Plan | None,
    caption: str = "",
    thing: UUID | None = None,
) -> HttpResponse:
    paging = Paginator(changes.order_by("-at", "-id"), _A_PAGE).get_page(request.GET.get("page"))
    listed = list(paging.object_list)
    page = HistoryPage(
        place=request.here.place,
        plan=plan,
        title=title,
        caption=caption or (short(plan.title) if plan else ""),
        changes=listed,
        recounts=recounts_of(listed, thing),
        rulings=undoables(listed),
        paging=paging,
        may_edit=request.here.may_edit,
    )
    return show(request, page)
