"""An uploaded original. Its bytes are in the database, so that every machine, backup and move has them."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from turntide.web.accounts.models import Person, Place


class Original(models.Model):
    """A file as it was brought in. ``fingerprint`` is the SHA-256 of its bytes, in hex; ``size`` in bytes."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="originals")
    name = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    brought_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    brought_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first."""

        ordering = ("-brought_at", "id")
        indexes = (models.Index(fields=("place", "fingerprint"), name="original_fingerprint"),)

    def __str__(self) -> str:
        return self.name


class Content(models.Model):
    """The bytes of an original, apart from it, so that a list of files never loads them."""

    original = models.OneToOneField(Original, models.CASCADE, primary_key=True, related_name="content")
    body = models.BinaryField()

    def __str__(self) -> str:
        return f"content of {self.original_id}"
