"""Every word of a plan, for search."""

from __future__ import annotations

from django.db import models

from turntide.web.accounts.models import Place
from turntide.web.plans.models.action import Action
from turntide.web.plans.models.heading import Heading
from turntide.web.plans.models.plan import Plan


class Words(models.Model):
    """The words of one thing: a plan, a heading or an action. Each database indexes them its own way
    (see the migration of the search index and `store.searching`).
    """

    place = models.ForeignKey(Place, models.CASCADE, related_name="+")
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="+")
    heading = models.OneToOneField(Heading, models.CASCADE, null=True, blank=True, related_name="words")
    action = models.OneToOneField(Action, models.CASCADE, null=True, blank=True, related_name="words")
    title = models.TextField()
    text = models.TextField(blank=True)

    class Meta:
        """No order of its own: search ranks."""

        verbose_name_plural = "words"

    def __str__(self) -> str:
        return self.title
