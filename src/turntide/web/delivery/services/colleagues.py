"""Colleagues whom a partner passes an action on to: found at the body or added, and let go where that is undone."""

from __future__ import annotations

from django.db.models import Q

from turntide.web.audit.by import By
from turntide.web.delivery.models import Link, Member, Recipient, Request, Responsibility, Saying, Update
from turntide.web.organisations.models import Contact, Edit, Organisation
from turntide.web.organisations.services.contacts import Reached, add_contact
from turntide.web.organisations.services.undoing import undo, undoable
from turntide.web.organisations.store.states import contact_field


def colleague_at(body: Organisation, reached: Reached, by: By) -> Contact:
    """Whoever has this address at the body, or somebody new there."""
    here = body.contacts.filter(email__iexact=reached.email, left_at=None)
    found = here.first()
    if found is None:
        add_contact(body=body, reached=reached, by=by)
        found = here.get()
    return found


def let_go_of(taker: Recipient, by: By) -> bool:
    """Forget a colleague who was added by passing something on to them, once nothing is asked of them.

    False where they were known before, were changed since, or anything else has to do with them.
    """
    contact = taker.contact
    added = _added(contact, by)
    if added is None or taker.requests.exists() or _is_used(contact, taker) or not undoable(added):
        return False
    taker.delete()
    undo(added, by=by)
    return True


def _added(contact: Contact, by: By) -> Edit | None:
    """The edit by which the one who passes on added them."""
    field = contact_field(contact.pk)
    edits = Edit.objects.filter(organisation=contact.organisation_id, verb="add contact", process=by.process)
    return next((edit for edit in edits if field in edit.after.get(str(contact.organisation_id), {})), None)


def _is_used(contact: Contact, taker: Recipient) -> bool:
    """Whether anything but the request that was passed on has to do with somebody."""
    theirs = Q(contact=contact)
    others = (
        Responsibility.objects.filter(theirs),
        Member.objects.filter(theirs),
        Saying.objects.filter(theirs),
        Recipient.objects.filter(theirs).exclude(pk=taker.pk),
        Link.objects.filter(theirs).exclude(recipient=taker),
        Update.objects.filter(author=contact),
        Request.objects.filter(passed_by=contact),
    )
    return any(rows.exists() for rows in others)
