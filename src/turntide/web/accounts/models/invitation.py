"""An invitation to a place, sent by e-mail."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.db import models

from turntide.web.accounts.models.person import Person
from turntide.web.accounts.models.place import Place
from turntide.web.accounts.roles import Role


class Invitations(models.QuerySet["Invitation"]):
    """Invitations, in the field's words."""

    def open_at(self, now: datetime) -> Invitations:
        """Those that can still be accepted."""
        return self.unanswered().filter(expires_at__gt=now)

    def unanswered(self) -> Invitations:
        """Those nobody has accepted or withdrawn, also when they have expired."""
        return self.filter(accepted_at=None, withdrawn_at=None)


class Invitation(models.Model):
    """Somebody is asked to join. Only the hash of the link's key is kept, so the table opens no door."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="invitations")
    email = models.EmailField()
    role = models.CharField(max_length=20, choices=Role.choices)
    key_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = Invitations.as_manager()

    class Meta:
        """Newest first."""

        ordering = ("-invited_at",)

    def __str__(self) -> str:
        return f"{self.email} to {self.place}"
