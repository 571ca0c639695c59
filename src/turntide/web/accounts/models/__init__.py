"""People, places, memberships and invitations."""

from turntide.web.accounts.models.invitation import Invitation
from turntide.web.accounts.models.membership import Membership
from turntide.web.accounts.models.person import Person
from turntide.web.accounts.models.place import Place

__all__ = ["Invitation", "Membership", "Person", "Place"]
