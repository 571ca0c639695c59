"""The people of a place: for its owners."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turntide.web.accounts.forms.inviting import InviteForm, RoleForm
from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.models import Membership, Place
from turntide.web.accounts.pages.people import InvitationShown, PeoplePage, RolePage
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.mail import mail_goes_out
from turntide.web.accounts.services.restoring import NoLongerError, as_it_was, token_of
from turntide.web.accounts.services.roles import LastOwnerError, RoleChange, give_role, take_role
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@require_safe
@place_view(Role.OWNER)
def members(request: PlaceRequest) -> HttpResponse:
    """Who belongs to the place and who is invited."""
    return show_people(request, InviteForm())


def show_people(request: PlaceRequest, form: InviteForm) -> HttpResponse:
    """The people of a place, with a form to invite more, as it was typed."""
    place, now = request.here.place, timezone.now()
    page = PeoplePage(
        place=place,
        me=request.here.person,
        members=tuple(place.memberships.select_related("person")),
        invitations=tuple(
            InvitationShown(asked, asked.expires_at <= now) for asked in place.invitations.unanswered()
        ),
        form=form,
        letters_go_out=mail_goes_out(),
    )
    return show(request, page)


@require_http_methods(["GET", "POST"])
@place_view(Role.OWNER)
def member(request: PlaceRequest, person_id: UUID) -> HttpResponse:
    """Change what a member may do."""
    place, membership = request.here.place, _member(request, person_id)
    form = RoleForm(request.POST or None, initial={"role": membership.role})
    if form.is_valid():
        try:
            role = Role(form.cleaned_data["role"])
            change = give_role(place=place, person=membership.person, role=role, by=request.here.by)
        except LastOwnerError as last:
            form.add_error("role", str(last))
        else:
            _tell(request, change)
            return _back(request, change)
    return show(request, RolePage(form, place, membership.person))


@require_POST
@place_view(Role.OWNER)
def member_remove(request: PlaceRequest, person_id: UUID) -> HttpResponse:
    """Let somebody no longer belong to the place."""
    person = _member(request, person_id).person
    try:
        change = take_role(place=request.here.place, person=person, by=request.here.by)
    except LastOwnerError as last:
        messages.error(request, str(last))
        return redirect("members", place=request.here.place.slug)
    _tell(request, change)
    return _back(request, change)


@require_POST
@place_view(Role.OWNER)
def member_restore(request: PlaceRequest, token: str) -> HttpResponse:
    """Take a change of a role back."""
    try:
        person, role = as_it_was(token, request.here.place)
    except NoLongerError as no_longer:
        raise Http404 from no_longer
    change = give_role(place=request.here.place, person=person, role=role, by=request.here.by)
    words = {"name": person, "role": role.label.lower()}
    done(request, _("%(name)s is %(role)s again.") % words)
    return _back(request, change)


def _member(request: PlaceRequest, person_id: UUID) -> Membership:
    rows = request.here.place.memberships.select_related("person")
    return get_object_or_404(rows, person=person_id)


def _tell(request: PlaceRequest, change: RoleChange) -> None:
    words = {"name": change.person, "place": request.here.place.name}
    text = _("%(name)s no longer belongs to %(place)s.") % words
    if change.after is not None:
        text = _("%(name)s is %(role)s now.") % {**words, "role": change.after.label.lower()}
    # Who has lowered themselves may not undo it, so no button promises that.
    lowered = change.person == request.here.person
    done(request, text, undo="" if lowered else _undo_of(request.here.place, change))


def _undo_of(place: Place, change: RoleChange) -> str:
    return reverse("member_restore", args=[place.slug, token_of(place, change)])


def _back(request: PlaceRequest, change: RoleChange) -> HttpResponse:
    lost = change.person == request.here.person and change.after is not Role.OWNER
    return redirect("home") if lost else redirect("members", place=request.here.place.slug)
