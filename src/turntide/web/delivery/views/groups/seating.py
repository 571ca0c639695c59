"""Who sits on a group, and who chairs it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.groups import FindForm, NewcomerForm, SeatForm
from turntide.web.delivery.models import Group
from turntide.web.delivery.pages.groups.changing import GroupFormPage, SeatPage
from turntide.web.delivery.services import seating
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.store.group_choices import contacts_for
from turntide.web.delivery.views.groups.reaching import group_here, member_of, tell
from turntide.web.design.showing import show
from turntide.web.organisations.models import Contact
from turntide.web.organisations.store.finding import names_of_all

MOST = 30
"""People shown to choose from; for more, one types part of a name."""


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def group_member_add(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Choose somebody of the register to sit on the group."""
    group, find = group_here(request, id), FindForm(request.GET)
    found = contacts_for(group, find.words_given, MOST + 1)
    form = SeatForm(request.POST or None, found=found[:MOST])
    if not form.is_valid():
        return show(request, _seat_page(request, group, find, form, found))
    contact = next(one for one in found if str(one.pk) == form.cleaned_data["contact"])
    edit = seating.seat_member(
        group=group, contact=contact, chair=form.cleaned_data["chair"], by=request.here.by
    )
    tell(request, group, edit, _("%(name)s now sits on the group.") % {"name": contact.name})
    return redirect(group)


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def group_member_new(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Add somebody whom the register does not know, to sit on the group."""
    group = group_here(request, id)
    form = NewcomerForm(request.POST or None, place=request.here.place)
    if not form.is_valid():
        return show(request, _newcomer_page(request, group, form))
    given = form.cleaned_data
    try:
        edit = seating.seat_newcomer(
            group=group, body=given["body"], reached=form.reached, chair=given["chair"], by=request.here.by
        )
    except RefusedError as refused:
        form.add_error("email", str(refused))
        return show(request, _newcomer_page(request, group, form))
    tell(request, group, edit, _("%(name)s now sits on the group.") % {"name": given["name"]})
    return redirect(group)


@place_view(Role.EDITOR)
@require_POST
def group_member_away(request: PlaceRequest, id: UUID, contact: UUID) -> HttpResponse:
    """Somebody sits on the group no more."""
    group = group_here(request, id)
    member = member_of(group, contact)
    edit = seating.unseat_member(group=group, contact=member, by=request.here.by)
    tell(request, group, edit, _("%(name)s no longer sits on the group.") % {"name": member.name})
    return redirect(group)


@place_view(Role.EDITOR)
@require_POST
def group_chair(request: PlaceRequest, id: UUID, contact: UUID) -> HttpResponse:
    """Give a member the chair, or take it away again."""
    group = group_here(request, id)
    member = member_of(group, contact)
    chairs = group.members.filter(contact=member, chair=True).exists()
    edit = seating.let_lead(group=group, contact=member, chair=not chairs, by=request.here.by)
    words = _("%(name)s no longer chairs the group.") if chairs else _("%(name)s now chairs the group.")
    tell(request, group, edit, words % {"name": member.name})
    return redirect(group)


def _seat_page(
    request: PlaceRequest, group: Group, find: FindForm, form: SeatForm, found: list[Contact]
) -> SeatPage:
    return SeatPage(
        place=request.here.place,
        group=group,
        find_form=find,
        form=form,
        found=min(len(found), MOST),
        more=len(found) > MOST,
        words=find.words_given,
    )


def _newcomer_page(request: PlaceRequest, group: Group, form: NewcomerForm) -> GroupFormPage:
    place = request.here.place
    return GroupFormPage(place, form, tuple(names_of_all(place)), group, newcomer=True)
