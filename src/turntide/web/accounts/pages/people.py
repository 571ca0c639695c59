"""The people of a place: members and who is invited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Invitation, Membership, Person, Place
from turntide.web.accounts.pages.crumbs import Crumbs, crumbs_to_people, crumbs_to_place
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.inviting import Invited


@dataclass(frozen=True, slots=True)
class InvitationShown:
    """Somebody who is asked to join."""

    invitation: Invitation
    expired: bool

    @property
    def role(self) -> str:
        """What they would be."""
        return str(Role(self.invitation.role).label)


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Who belongs to a place, who is invited, and a form to invite more."""

    template: ClassVar[str] = "accounts/people.html"
    place: Place
    me: Person
    members: tuple[Membership, ...]
    invitations: tuple[InvitationShown, ...]
    form: Form
    letters_go_out: bool

    @property
    def title(self) -> str:
        """The heading."""
        return _("People")

    @property
    def back(self) -> Crumbs:
        """The way here."""
        return crumbs_to_place(self.place)


@dataclass(frozen=True, slots=True)
class RolePage:
    """What one member may do."""

    template: ClassVar[str] = "accounts/form.html"
    form: Form
    place: Place
    person: Person

    @property
    def title(self) -> str:
        """The heading."""
        return _("What %(name)s may do") % {"name": self.person}

    @property
    def back(self) -> Crumbs:
        """The way here."""
        return crumbs_to_people(self.place)


@dataclass(frozen=True, slots=True)
class LinksPage:
    """Links to pass on by hand, where no mail server is set up. They are shown this once."""

    template: ClassVar[str] = "accounts/links.html"
    place: Place
    invited: tuple[Invited, ...]

    @property
    def title(self) -> str:
        """The heading."""
        return _("Links to pass on")

    @property
    def back(self) -> Crumbs:
        """The way here."""
        return crumbs_to_people(self.place)
