"""What a person said of an action of the plan and one of the new edition."""

from __future__ import annotations

from django.db import models

from turntide.web.accounts.models import Person
from turntide.web.intake.models.intake import Intake


class Matches(models.QuerySet["Match"]):
    """Matches, in the field's words."""

    def standing(self) -> Matches:
        """Those not taken back."""
        return self.filter(taken_back_at=None)


class Match(models.Model):
    """Two actions are one, or are not: by their ids in the plan (``old``) and in the reading (``new``).

    A reading numbers its actions anew when it is mended, so ``words`` say which action was meant; they hold also
    when the same document is brought in again. One taken back is kept, so that it can return.
    """

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="matches")
    old = models.CharField(max_length=100)
    new = models.CharField(max_length=100)
    words = models.TextField(blank=True, db_default="")
    same = models.BooleanField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = Matches.as_manager()

    class Meta:
        """As they were said."""

        ordering = ("pk",)
        verbose_name_plural = "matches"

    def __str__(self) -> str:
        return f"{self.old} is {'' if self.same else 'not '}{self.new}"
