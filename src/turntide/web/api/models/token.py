"""By what a program is known, and what it may do."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person, Place


class Scope(models.TextChoices):
    """What a token lets a program do."""

    READ = "read", _("Read plans, actions and organisations, those not published too")
    READ_UPDATES = "read:updates", _("Read updates and rounds, with the names of who said what")
    WRITE_UPDATES = "write:updates", _("Hand in updates, which an officer then approves")
    WRITE_PLANS = "write:plans", _("Add and change actions")


class Tokens(models.QuerySet["Token"]):
    """Tokens, in the field's words."""

    def standing(self) -> Tokens:
        """Those not revoked."""
        return self.filter(revoked_at=None)


class Token(models.Model):
    """A place's token. Only the hash of its key is kept; ``hint`` are the key's first letters, to know it by."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=200)
    hint = models.CharField(max_length=12)
    key_hash = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = Tokens.as_manager()

    class Meta:
        """Latest first."""

        ordering = ("-made_at", "id")

    def __str__(self) -> str:
        return self.name


class Answered(models.Model):
    """A write that was answered: the same key gets the same answer, and nothing is written twice.

    ``asked`` is the fingerprint of what was asked: the same key with other words is refused.
    """

    token = models.ForeignKey(Token, models.CASCADE, related_name="answered")
    key = models.CharField(max_length=200)
    asked = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    headers = models.JSONField(default=dict)
    body = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A key is answered once."""

        constraints = (models.UniqueConstraint(fields=("token", "key"), name="answered_once"),)
        indexes = (models.Index(fields=("at",), name="answered_at"),)
        verbose_name_plural = "answered"

    def __str__(self) -> str:
        return self.key


class Spent(models.Model):
    """How many requests somebody made in a minute: a token's id or an address's hash, the same over all processes."""

    who = models.CharField(max_length=64)
    minute = models.DateTimeField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        """Counted once a minute."""

        constraints = (models.UniqueConstraint(fields=("who", "minute"), name="spent_once"),)
        indexes = (models.Index(fields=("minute",), name="spent_minute"),)
        verbose_name_plural = "spent"

    def __str__(self) -> str:
        return f"{self.who}, {self.minute}"
