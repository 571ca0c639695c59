"""A person's role in a place."""

from __future__ import annotations

from django.db import models

from turntide.web.accounts.models.person import Person
from turntide.web.accounts.models.place import Place
from turntide.web.accounts.roles import Role


class Membership(models.Model):
    """Somebody belongs to a place, as something."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        """One role a person and place."""

        ordering = ("person__email",)
        constraints = (models.UniqueConstraint(fields=("place", "person"), name="membership_once"),)

    def __str__(self) -> str:
        return f"{self.person}, {self.role} of {self.place}"

    @property
    def as_role(self) -> Role:
        """The role with its rank and words."""
        return Role(self.role)
