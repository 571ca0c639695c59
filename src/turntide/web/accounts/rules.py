"""Who may do what: pure, and every refusal says why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from turntide.web.accounts.roles import Role


@dataclass(frozen=True, slots=True)
class Ruling:
    """Allowed, or refused with a reason a person can act on."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Ruling(True)


def may(role: Role, needs: Role) -> Ruling:
    """Whether somebody with this role may do what needs that one."""
    if role.rank >= needs.rank:
        return ALLOWED
    reason = _(
        "You are a %(role)s here, and this needs a %(needs)s. Ask the owner of the place to change your role."
    )
    return Ruling(False, reason % {"role": role.label.lower(), "needs": needs.label.lower()})


def may_give(giver: Role, role: Role) -> Ruling:
    """Whether somebody may give this role to another."""
    return may(giver, Role.OWNER)


def may_leave(role: Role, owners: int) -> Ruling:
    """Whether a member may leave or be lowered: a place keeps at least one owner."""
    if role is Role.OWNER and owners < 2:
        return Ruling(False, _("A place needs an owner. Make somebody else an owner first."))
    return ALLOWED


class NewPlaces(StrEnum):
    """Who may make another place on an installation."""

    OWNERS = "owners"
    NOBODY = "nobody"


def may_make_place(allowed: NewPlaces, owns_one: bool) -> Ruling:
    """Whether somebody may make another place."""
    if allowed is NewPlaces.NOBODY:
        return Ruling(False, _("This site makes no further places. Ask whoever runs it."))
    if not owns_one:
        return Ruling(False, _("Only the owner of a place may make another one."))
    return ALLOWED


class Standing(StrEnum):
    """What has become of an invitation."""

    OPEN = "open"
    USED = "used"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


def may_accept(standing: Standing, *, of_this_person: bool) -> Ruling:
    """Whether an invitation can be accepted, by the person who asks."""
    reasons = {
        Standing.USED: _("This invitation has been used. Sign in to go on."),
        Standing.WITHDRAWN: _("This invitation was withdrawn. Ask the person who invited you for a new one."),
        Standing.EXPIRED: _("This invitation has expired. Ask the person who invited you for a new one."),
        Standing.UNKNOWN: _(
            "This link opens nothing. Check that you have the whole of it, or ask for a new one."
        ),
    }
    if standing in reasons:
        return Ruling(False, reasons[standing])
    if not of_this_person:
        return Ruling(
            False, _("This invitation is for another e-mail address than the one you signed in with.")
        )
    return ALLOWED
