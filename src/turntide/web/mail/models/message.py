"""A letter to one person, from the moment it is caused to what became of it."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Place


class Messages(models.QuerySet["Message"]):
    """Letters, in the field's words."""

    def due(self, now: datetime) -> Messages:
        """Those to be sent by now, oldest first."""
        return self.filter(state=Message.State.WAITING, due_at__lte=now).order_by("due_at", "made_at")

    def begun_before(self, moment: datetime) -> Messages:
        """Those whose sending began before then and never ended: their worker is gone."""
        return self.filter(state=Message.State.SENDING, claimed_at__lt=moment)


class Message(models.Model):
    """One letter. It is written in the transaction of what causes it, and worded only when it goes out, so that it
    tells what holds then, or is not sent at all where nothing is left to say.

    ``reason`` says why it is sent, once in a place: the same reason never makes a second letter.
    ``kind`` names its `kinds.LetterKind`; ``about`` holds the ids its words are made from.
    ``subject`` and ``text`` are kept once it went out, with the person's own link struck out.
    ``reference`` is what the way out calls it.
    """

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", _("Waiting")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        NOT_NEEDED = "not needed", _("No longer needed")
        RETURNED = "returned", _("Could not be delivered")
        GIVEN_UP = "given up", _("Given up after several tries")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="messages")
    kind = models.CharField(max_length=40)
    reason = models.CharField(max_length=200)
    to_email = models.EmailField()
    to_name = models.CharField(max_length=200, blank=True)
    about = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    made_at = models.DateTimeField(auto_now_add=True)
    due_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    fault = models.TextField(blank=True)
    subject = models.CharField(max_length=500, blank=True)
    text = models.TextField(blank=True)
    reference = models.CharField(max_length=200, blank=True)

    objects = Messages.as_manager()

    class Meta:
        """Newest first; a reason makes one letter."""

        ordering = ("-made_at", "id")
        constraints = (models.UniqueConstraint(fields=("place", "reason"), name="message_reason_once"),)
        indexes = (
            models.Index(fields=("state", "due_at"), name="message_due"),
            models.Index(fields=("place", "to_email", "sent_at"), name="message_to"),
            models.Index(fields=("place", "-made_at"), name="message_newest"),
        )

    def __str__(self) -> str:
        return f"{self.kind} to {self.to_email}, {self.state}"
