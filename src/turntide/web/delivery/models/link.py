"""Links that open a page to somebody without an account."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person, Place
from turntide.web.delivery.models.round import Recipient
from turntide.web.organisations.models import Contact


class Links(models.QuerySet["Link"]):
    """Links, in the field's words."""

    def good_at(self, now: datetime) -> Links:
        """Those that still open something."""
        return self.filter(revoked_at=None).exclude(expires_at__lte=now)


class Link(models.Model):
    """A link bound to a person and a purpose. Only the hash of its key is kept: the table opens no door.

    ``email`` is the address it went to: where the contact has another one since, it opens nothing, as the contact may
    stand for somebody else now.
    """

    class Purpose(models.TextChoices):
        """What it opens."""

        ANSWER = "answer", _("Answer in a round")
        YOURS = "yours", _("Say whether actions are yours")
        CALENDAR = "calendar", _("A calendar of milestones")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    contact = models.ForeignKey(Contact, models.CASCADE, null=True, blank=True, related_name="links")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="calendar_links")
    recipient = models.ForeignKey(Recipient, models.CASCADE, null=True, blank=True, related_name="links")
    email = models.EmailField(blank=True)
    key_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = Links.as_manager()

    class Meta:
        """Newest first; it is for a contact or for a member."""

        ordering = ("-made_at",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(contact__isnull=False, person=None)
                | models.Q(contact=None, person__isnull=False),
                name="link_is_for_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"{self.purpose} link {self.pk}"
