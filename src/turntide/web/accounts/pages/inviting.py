"""What somebody sees who opens the link of an invitation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Invitation, Person
from turntide.web.accounts.roles import Role
from turntide.web.accounts.wording import ROLE_MEANS


@dataclass(frozen=True, slots=True)
class _Asked:
    invitation: Invitation

    @property
    def title(self) -> str:
        """The heading."""
        return _("Join %(place)s") % {"place": self.invitation.place.name}

    @property
    def lead(self) -> str:
        """As what one is invited, and what that means."""
        role = Role(self.invitation.role)
        words = _("You are invited as %(role)s: you may %(means)s.")
        return words % {"role": role.label.lower(), "means": ROLE_MEANS[role]}


@dataclass(frozen=True, slots=True)
class JoinAsNewPage(_Asked):
    """For somebody who is not signed in: make an account here, or sign in to the one there is."""

    template: ClassVar[str] = "accounts/join_as_new.html"
    form: Form
    sign_in_url: str


@dataclass(frozen=True, slots=True)
class JoinPage(_Asked):
    """For the person who is invited, signed in."""

    template: ClassVar[str] = "accounts/join.html"


@dataclass(frozen=True, slots=True)
class SomebodyElsePage(_Asked):
    """For somebody who is signed in with another address."""

    template: ClassVar[str] = "accounts/join_as_other.html"
    person: Person
    reason: str


@dataclass(frozen=True, slots=True)
class NoInvitationPage:
    """The link opens nothing, or nothing any more."""

    template: ClassVar[str] = "accounts/no_invitation.html"
    reason: str

    @property
    def title(self) -> str:
        """The heading."""
        return _("This invitation cannot be used")
