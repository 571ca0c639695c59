"""The fixed cast of the site's tests."""

from __future__ import annotations

from dataclasses import dataclass

from turntide.web.accounts.models import Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.audit.by import By


@dataclass(frozen=True)
class Cast:
    """Who is who."""

    tarrow: Place
    elsewhere: Place
    members: dict[Role, Person]
    outsider: Person

    @property
    def owner(self) -> Person:
        return self.members[Role.OWNER]

    @property
    def editor(self) -> Person:
        return self.members[Role.EDITOR]

    @property
    def contributor(self) -> Person:
        return self.members[Role.CONTRIBUTOR]

    @property
    def viewer(self) -> Person:
        return self.members[Role.VIEWER]

    @property
    def by(self) -> By:
        """The editor, as the one who acts."""
        return By.person(self.editor)
