"""Somebody to write to at a body."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from turntide.web.organisations.models.organisation import Organisation


class Contact(models.Model):
    """A person at a body, and what they are to the plan: 'lead officer', 'sponsor'."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """By name."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
