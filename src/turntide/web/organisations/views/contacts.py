"""People to write to at a body."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.organisations.forms.small import ContactForm, contact_now
from turntide.web.organisations.models import Contact
from turntide.web.organisations.pages.describing import ContactPage
from turntide.web.organisations.services import contacts
from turntide.web.organisations.services.refusing import ChangedMeanwhileError
from turntide.web.organisations.views.bodies import found, tell


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Add somebody to write to."""
    body = found(request, id)
    form = ContactForm(request.POST or None)
    if not form.is_valid():
        return show(request, ContactPage(form, body))
    edit = contacts.add_contact(body=body, reached=form.reached, by=request.here.by)
    tell(request, edit, _("%(name)s was added.") % {"name": form.reached.name})
    return redirect(body)


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: PlaceRequest, id: UUID, contact_id: UUID) -> HttpResponse:
    """Change what is known of a contact."""
    contact = _contact(request, id, contact_id)
    form = ContactForm(request.POST or None, initial=contact_now(contact))
    if not form.is_valid():
        return show(request, ContactPage(form, contact.organisation, contact.name))
    saw = form.cleaned_data["version"] or 0
    try:
        kept = contacts.edit_contact(contact=contact, reached=form.reached, saw=saw, by=request.here.by)
    except ChangedMeanwhileError as meanwhile:
        typed = request.POST.copy()
        typed["version"] = str(meanwhile.body.version)
        page = ContactPage(ContactForm(typed), contact.organisation, contact.name, changed_meanwhile=True)
        return show(request, page, status=409)
    tell(request, kept, _("%(name)s was changed.") % {"name": form.reached.name})
    return redirect(contact.organisation)


@place_view(Role.EDITOR)
@require_POST
def left(request: PlaceRequest, id: UUID, contact_id: UUID) -> HttpResponse:
    """Somebody is not there any more."""
    contact = _contact(request, id, contact_id)
    edit = contacts.has_left(contact=contact, by=request.here.by)
    tell(request, edit, _("%(name)s has left and gets no more letters.") % {"name": contact.name})
    return redirect(contact.organisation)


@place_view(Role.EDITOR)
@require_POST
def back(request: PlaceRequest, id: UUID, contact_id: UUID) -> HttpResponse:
    """Somebody is there again."""
    contact = _contact(request, id, contact_id)
    edit = contacts.is_back(contact=contact, by=request.here.by)
    tell(request, edit, _("%(name)s is back.") % {"name": contact.name})
    return redirect(contact.organisation)


@place_view(Role.EDITOR)
@require_POST
def forget(request: PlaceRequest, id: UUID, contact_id: UUID) -> HttpResponse:
    """Remove all that is known of a person, for good."""
    contact = _contact(request, id, contact_id)
    body = contact.organisation
    contacts.forget_contact(contact=contact, by=request.here.by)
    done(request, _("All that was known of this person was removed."))
    return redirect(body)


def _contact(request: PlaceRequest, body: UUID, contact: UUID) -> Contact:
    return get_object_or_404(found(request, body).contacts.select_related("organisation__place"), pk=contact)
