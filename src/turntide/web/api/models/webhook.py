"""Where a place wants to be told what happens, and what was told."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person, Place


class Webhooks(models.QuerySet["Webhook"]):
    """Webhooks, in the field's words."""

    def standing(self) -> Webhooks:
        """Those not stopped."""
        return self.filter(stopped_at=None)


class Webhook(models.Model):
    """An address that is told of events. Its secret is worked out from its id and ``salt``, and is kept nowhere.

    ``failing_since``: since when nothing got through; after some days it is stopped with ``stopped_why``.
    """

    class Event(models.TextChoices):
        """What it is told of."""

        PUBLISHED = "published", _("Something was published")
        PAPER_FROZEN = "paper frozen", _("A paper was frozen")
        UPDATE_APPROVED = "update approved", _("An update was approved")
        ROUND_CLOSED = "round closed", _("A round was closed")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="webhooks")
    url = models.URLField(max_length=2000)
    events = models.JSONField(default=list)
    salt = models.CharField(max_length=32)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    failing_since = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_why = models.TextField(blank=True)

    objects = Webhooks.as_manager()

    class Meta:
        """Latest first."""

        ordering = ("-made_at", "id")

    def __str__(self) -> str:
        return self.url


class Sendings(models.QuerySet["Sending"]):
    """What is to be told, in the field's words."""

    def waiting(self) -> Sendings:
        """What is still to be sent."""
        return self.filter(sent_at=None, given_up_at=None)


class Sending(models.Model):
    """An event told to a webhook. ``reason`` names it once and for all, so that nothing is told twice for one cause.

    ``next_at`` is when it is tried next; ``answer`` what came of the last try.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="sendings")
    event = models.CharField(max_length=20)
    reason = models.CharField(max_length=200)
    told = models.JSONField(default=dict)
    made_at = models.DateTimeField(auto_now_add=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=300, blank=True)

    objects = Sendings.as_manager()

    class Meta:
        """Latest first."""

        ordering = ("-made_at", "id")
        constraints = (models.UniqueConstraint(fields=("webhook", "reason"), name="told_once"),)
        indexes = (models.Index(fields=("sent_at", "given_up_at", "next_at"), name="sending_due"),)

    def __str__(self) -> str:
        return self.reason
