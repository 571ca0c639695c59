"""Invitations: sent, sent again, withdrawn, accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from turntide.web.accounts.links import fresh_key, hash_of
from turntide.web.accounts.models import Invitation, Membership, Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.accounts.rules import Ruling, Standing, may_accept
from turntide.web.accounts.services.mail import mail_goes_out, send_letter
from turntide.web.accounts.services.people import add_person
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act

LASTS = timedelta(days=14)

LinkTo = Callable[[str], str]
"""From the key of an invitation to the address of its page."""


class NotAcceptableError(Exception):
    """The invitation cannot be accepted; the text says why, for a person."""


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation with its link, which is known only at this moment."""

    invitation: Invitation
    link: str


@transaction.atomic
def invite(*, place: Place, emails: Iterable[str], role: Role, link_to: LinkTo, by: By) -> list[Invited]:
    """Ask people to join. An open invitation to the same address gives way to the new one."""
    wanted = dict.fromkeys(email.strip().lower() for email in emails)
    return [_invite_one(place, email, role, link_to, by) for email in wanted]


@transaction.atomic
def resend(*, invitation: Invitation, link_to: LinkTo, by: By) -> Invited:
    """Ask again with a new link; the link sent before opens nothing any more.

    Raises NotAcceptableError: it was accepted or withdrawn meanwhile.
    """
    asked = _locked(invitation)
    if asked.accepted_at or asked.withdrawn_at:
        raise NotAcceptableError(standing_of(asked).reason)
    return _with_new_link(asked, link_to, by, "resend invitation")


@transaction.atomic
def withdraw(*, invitation: Invitation, by: By) -> None:
    """Take an invitation back. Raises NotAcceptableError: it was accepted meanwhile."""
    asked = _locked(invitation)
    if asked.accepted_at:
        raise NotAcceptableError(standing_of(asked).reason)
    asked.withdrawn_at = timezone.now()
    asked.save(update_fields=["withdrawn_at"])
    note_act("withdraw invitation", asked, by=by, place_id=asked.place_id)


@transaction.atomic
def accept(*, key: str, person: Person) -> Place:
    """Make a person who has an account a member. Raises NotAcceptableError."""
    asked = _acceptable(key)
    if person.email.casefold() != asked.email.casefold():
        raise NotAcceptableError(may_accept(Standing.OPEN, of_this_person=False).reason)
    return _join(asked, person)


@transaction.atomic
def accept_as_new(*, key: str, name: str, password: str) -> tuple[Person, Place]:
    """Make the account of somebody who had none, and the membership.

    Raises NotAcceptableError, AlreadyKnownError, or ValidationError for a weak password.
    """
    asked = _acceptable(key)
    by = By.work("invitation")
    # Where no letter goes out, the owner passed the link on: that does not prove whose address it is.
    proven = mail_goes_out()
    person = add_person(email=asked.email, name=name, password=password, proven=proven, by=by)
    return person, _join(asked, person)


def find_invitation(key: str) -> Invitation | None:
    """The invitation that a key belongs to."""
    return Invitation.objects.select_related("place").filter(key_hash=hash_of(key)).first()


def standing_of(invitation: Invitation) -> Ruling:
    """Whether an invitation can still be accepted, and why not."""
    return may_accept(_standing(invitation), of_this_person=True)


def is_awaited(email: str) -> bool:
    """Whether some place has asked this address to join."""
    return Invitation.objects.open_at(timezone.now()).filter(email__iexact=email).exists()


def _standing(invitation: Invitation) -> Standing:
    if invitation.accepted_at:
        return Standing.USED
    if invitation.withdrawn_at:
        return Standing.WITHDRAWN
    return Standing.OPEN if invitation.expires_at > timezone.now() else Standing.EXPIRED


def _invite_one(place: Place, email: str, role: Role, link_to: LinkTo, by: By) -> Invited:
    now = timezone.now()
    open_before = Invitation.objects.open_at(now).filter(place=place, email__iexact=email)
    open_before.update(withdrawn_at=now)
    asked = Invitation(place=place, email=email, role=role, invited_by_id=by.person_id)
    return _with_new_link(asked, link_to, by, "invite")


def _with_new_link(asked: Invitation, link_to: LinkTo, by: By, verb: str) -> Invited:
    key = fresh_key()
    asked.key_hash, asked.expires_at = hash_of(key), timezone.now() + LASTS
    asked.save()
    note_act(verb, asked, by=by, place_id=asked.place_id, role=asked.role, mailed=mail_goes_out())
    link = link_to(key)
    send_letter("invitation", asked.email, {"asked": asked, "role": Role(asked.role), "link": link, "by": by})
    return Invited(asked, link)


def _acceptable(key: str) -> Invitation:
    found = find_invitation(key)
    if found is None:
        raise NotAcceptableError(may_accept(Standing.UNKNOWN, of_this_person=True).reason)
    # Two who press the button at once come here one after the other, and the second finds it used.
    asked = _locked(found)
    ruling = standing_of(asked)
    if not ruling:
        raise NotAcceptableError(ruling.reason)
    return asked


def _locked(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("place")
    return rows.get(pk=invitation.pk)


def _join(asked: Invitation, person: Person) -> Place:
    asked.accepted_at = timezone.now()
    asked.save(update_fields=["accepted_at"])
    member, made = Membership.objects.get_or_create(
        place=asked.place, person=person, defaults={"role": asked.role}
    )
    # Accepting an old invitation never lowers what a member has become since.
    if not made and Role(asked.role).rank > member.as_role.rank:
        member.role = asked.role
        member.save(update_fields=["role"])
    note_act("accept invitation", asked, by=By.person(person), place_id=asked.place_id, role=member.role)
    return asked.place
