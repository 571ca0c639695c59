"""What members of a place say to each other about an action."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person
from turntide.web.plans.models.action import Action


class Comment(models.Model):
    """A comment, or a draft note for those who edit the plan. It is taken back, not removed, so it can return."""

    class Kind(models.TextChoices):
        """Whom it is for."""

        COMMENT = "comment", _("Comment")
        DRAFT = "draft", _("Draft note")

    action = models.ForeignKey(Action, models.CASCADE, related_name="comments")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.COMMENT)
    text = models.TextField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Oldest first, as a talk is read."""

        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.text
