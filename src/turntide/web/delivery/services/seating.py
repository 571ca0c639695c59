"""Who sits on a group."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.delivery.models import Group, GroupEdit
from turntide.web.delivery.services.grouping import record
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.store.groups import CHAIR, MEMBER, member_field
from turntide.web.organisations.models import Contact, Organisation
from turntide.web.organisations.services.contacts import Reached, add_contact
from turntide.web.organisations.store.states import CONTACT


def seat_member(*, group: Group, contact: Contact, chair: bool = False, by: By) -> GroupEdit | None:
    """Let somebody of the register sit on a group; None where they do already, as that."""
    return record("seat member", group, {member_field(contact.pk): CHAIR if chair else MEMBER}, by=by)


@transaction.atomic
def seat_newcomer(
    *, group: Group, body: Organisation, reached: Reached, chair: bool = False, by: By
) -> GroupEdit | None:
    """Add somebody to the register, and let them sit on the group.

    Raises RefusedError where the place knows somebody with this address already.
    """
    known = Contact.objects.filter(organisation__place=group.place_id, left_at=None)
    if reached.email and (there := known.filter(email__iexact=reached.email).first()):
        reason = _("%(name)s has this e-mail address already. Choose them among the people of the register.")
        raise RefusedError(reason % {"name": there.name})
    edit = add_contact(body=body, reached=reached, by=by)
    assert edit is not None
    made = next(name for name in edit.after[str(body.pk)] if name.startswith(CONTACT))
    contact = Contact.objects.get(pk=UUID(made.removeprefix(CONTACT)))
    return seat_member(group=group, contact=contact, chair=chair, by=by)


def let_lead(*, group: Group, contact: Contact, chair: bool, by: By) -> GroupEdit | None:
    """Let a member chair the group, or no longer. A group may have two who share the chair."""
    wanted = {member_field(contact.pk): CHAIR if chair else MEMBER}
    return record("set chair" if chair else "take chair away", group, wanted, by=by)


def unseat_member(*, group: Group, contact: Contact, by: By) -> GroupEdit | None:
    """Somebody sits on the group no more."""
    return record("member away", group, {member_field(contact.pk): None}, by=by)
