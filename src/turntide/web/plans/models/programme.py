"""A joint undertaking that ties actions together."""

from __future__ import annotations

from django.db import models

from turntide.web.accounts.models import Place
from turntide.web.plans.models.action import Action


class Programme(models.Model):
    """A programme of a place, by the name plans give it."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="programmes")
    name = models.CharField(max_length=300)

    class Meta:
        """By name, once in a place."""

        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("place", "name"), name="programme_once"),)

    def __str__(self) -> str:
        return self.name


class Tie(models.Model):
    """An action belongs to a programme."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="ties")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="ties")
    position = models.PositiveIntegerField(default=0)
    source = models.JSONField(null=True, blank=True)

    class Meta:
        """As the plan names them."""

        ordering = ("position", "id")
        constraints = (models.UniqueConstraint(fields=("action", "programme"), name="tie_once"),)

    def __str__(self) -> str:
        return str(self.programme)
