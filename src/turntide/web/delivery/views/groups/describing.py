"""A group begun, described, ended, brought back, and what was done to it undone."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.groups import GroupForm, group_now
from turntide.web.delivery.models import Group
from turntide.web.delivery.pages.groups.changing import GroupFormPage
from turntide.web.delivery.services import grouping
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.store.group_choices import groups_for
from turntide.web.delivery.views.groups.reaching import group_here, tell
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.organisations.store.finding import names_of_all


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def group_new(request: PlaceRequest) -> HttpResponse:
    """Begin a group."""
    place = request.here.place
    form = GroupForm(request.POST or None, place=place, parents=groups_for(place))
    if not form.is_valid():
        return show(request, _page(request, form))
    made = grouping.begin_group(place=place, described=form.described, by=request.here.by)
    words = _("“%(name)s” was added. Say who sits on it and what it looks after.") % {"name": made.name}
    done(request, words, undo=_address(made, "group_end"))
    return redirect(made)


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def group_edit(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Describe a group anew."""
    place, found = request.here.place, group_here(request, id)
    parents = groups_for(place, without=found)
    form = GroupForm(request.POST or None, place=place, parents=parents, initial=group_now(found))
    if not form.is_valid():
        return show(request, _page(request, form, found))
    saw = form.cleaned_data["version"] or 0
    try:
        edit = grouping.describe_group(group=found, described=form.described, saw=saw, by=request.here.by)
    except grouping.GroupChangedMeanwhileError as meanwhile:
        return _changed_meanwhile(request, meanwhile.group)
    except RefusedError as refused:
        form.add_error("parent", str(refused))
        return show(request, _page(request, form, found))
    tell(request, found, edit, _("“%(name)s” was changed.") % {"name": form.described.name})
    return redirect(found)


@place_view(Role.EDITOR)
@require_POST
def group_end(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The group meets no more."""
    found = group_here(request, id)
    edit = grouping.end_group(group=found, by=request.here.by)
    tell(request, found, edit, _("“%(name)s” has ended.") % {"name": found.name})
    return redirect(found)


@place_view(Role.EDITOR)
@require_POST
def group_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The group meets again."""
    found = group_here(request, id)
    edit = grouping.bring_back_group(group=found, by=request.here.by)
    tell(request, found, edit, _("“%(name)s” is back.") % {"name": found.name})
    return redirect(found)


@place_view(Role.EDITOR)
@require_POST
def group_undo(request: PlaceRequest, id: UUID, number: int) -> HttpResponse:
    """Take back what was done to a group."""
    found = group_here(request, id)
    edit = get_object_or_404(found.edits.select_related("group"), number=number)
    try:
        tell(request, found, grouping.undo_edit(edit=edit, by=request.here.by), _("This was undone."))
    except RefusedError as refused:
        messages.error(request, str(refused))
    return redirect(found)


def _page(request: PlaceRequest, form: GroupForm, group: Group | None = None) -> GroupFormPage:
    place = request.here.place
    return GroupFormPage(place=place, form=form, names=tuple(names_of_all(place)), group=group)


def _changed_meanwhile(request: PlaceRequest, now: Group) -> HttpResponse:
    """What was typed stays, over the version that stands now: saving again is then a person's choice."""
    place, typed = request.here.place, request.POST.copy()
    typed["version"] = str(now.version)
    form = GroupForm(typed, place=place, parents=groups_for(place, without=now))
    page = GroupFormPage(
        place=place, form=form, names=tuple(names_of_all(place)), group=now, changed_meanwhile=True
    )
    return show(request, page, status=409)


def _address(group: Group, route: str) -> str:
    return reverse(route, args=[group.place.slug, group.pk])
