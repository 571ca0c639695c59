"""Who may do what: pure, and every refusal says why."""

from __future__ import annotations

from dataclasses import dataclass

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
