"""History of the register: every edit, with what it changed, before and after."""

from __future__ import annotations

from uuid import uuid4

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from turntide.web.accounts.models import Person, Place
from turntide.web.organisations.models.organisation import Organisation


class Edit(models.Model):
    """One act of one person or process on the register.

    ``before`` and ``after`` hold, for each body it touched by id, the fields it changed and no others, so that
    what others changed meanwhile stays when it is undone. ``organisation`` is the body it was about.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="organisation_edits")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="edits")
    verb = models.CharField(max_length=40)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    process = models.CharField(max_length=100, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    undoes = models.OneToOneField("self", models.SET_NULL, null=True, blank=True, related_name="undone_by")

    class Meta:
        """Newest first."""

        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("organisation", "-at"), name="edit_organisation_at"),)

    def __str__(self) -> str:
        return f"{self.verb} {self.organisation}"


class Different(models.Model):
    """Somebody said that two bodies are not one, however alike their names are. ``one`` has the lesser id."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="told_apart")
    one = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    other = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Said once."""

        ordering = ("-at",)
        constraints = (models.UniqueConstraint(fields=("one", "other"), name="different_once"),)

    def __str__(self) -> str:
        return f"{self.one} is not {self.other}"
