"""A paper: what it is of, and how far it is."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models.signals import m2m_changed
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person, Place
from turntide.web.delivery.models import Group, Round
from turntide.web.organisations.models import Organisation
from turntide.web.periods.models import Frozen, Lasting
from turntide.web.plans.models import Heading, Plan
from turntide.web.reporting.models.letterhead import Letterhead
from turntide.web.stories.models import Story


class Reports(Lasting["Report"]):
    """Papers, in the field's words. Frozen ones are written no more."""

    lasting = models.Q(frozen__isnull=False)

    def kept(self) -> Reports:
        """Those not thrown away."""
        return self.filter(thrown_at=None)

    def frozen(self) -> Reports:
        """Those that never change any more."""
        return self.exclude(frozen=None)

    def drafts(self) -> Reports:
        """Those still being written."""
        return self.kept().filter(frozen=None)

    def uncorrected(self) -> Reports:
        """Those that no frozen paper stands in for."""
        return self.exclude(corrections__frozen__isnull=False)


class Report(models.Model):
    """A paper. A draft is worked out afresh each time it is looked at; a frozen one is told from ``frozen`` for good.

    ``plans`` empty: all plans of the place. ``group``, ``theme``, ``body`` and ``round``: what it is narrowed to.
    ``since``: the first of two dates that a difference report lies between. ``parts`` are the keys of the parts that
    are on, in order, empty for the usual ones; ``words`` what the officer says in each part, by its key.
    ``before`` is the frozen period it is compared with. ``corrects`` is the frozen paper it stands in for, and
    ``correction`` says what was wrong. ``version`` grows with each write of the draft, and ``previous`` is the draft
    before the last one, so that it can be undone (`store.states`).
    """

    class Kind(models.TextChoices):
        """What sort of paper."""

        BOARD = "board", _("Board paper")
        THEME = "theme", _("One page for a theme")
        PARTNER = "partner", _("One page for a partner")
        LIST = "list", _("A partner’s action list")
        PLAN = "plan", _("The plan with a progress column")
        RATES = "rates", _("A round’s return rates")
        DIFFERENCE = "difference", _("What changed between two dates")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.BOARD)
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=10, default=settings.LANGUAGE_CODE)
    starts = models.DateField()
    ends = models.DateField()
    since = models.DateField(null=True, blank=True)
    plans = models.ManyToManyField(Plan, blank=True, related_name="+")
    group = models.ForeignKey(Group, models.SET_NULL, null=True, blank=True, related_name="+")
    theme = models.ForeignKey(Heading, models.SET_NULL, null=True, blank=True, related_name="+")
    body = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="+")
    round = models.ForeignKey(Round, models.SET_NULL, null=True, blank=True, related_name="+")
    story = models.ForeignKey(Story, models.SET_NULL, null=True, blank=True, related_name="+")
    letterhead = models.ForeignKey(Letterhead, models.SET_NULL, null=True, blank=True, related_name="+")
    parts = models.JSONField(default=list, blank=True)
    words = models.JSONField(default=dict, blank=True)
    before = models.ForeignKey(Frozen, models.PROTECT, null=True, blank=True, related_name="+")
    frozen = models.ForeignKey(Frozen, models.PROTECT, null=True, blank=True, related_name="reports")
    frozen_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    frozen_at = models.DateTimeField(null=True, blank=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="corrections")
    correction = models.TextField(blank=True)
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    thrown_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    previous = models.JSONField(null=True, blank=True)

    objects = Reports.as_manager()

    class Meta:
        """Latest period first."""

        ordering = ("-ends", "-made_at")
        indexes = (models.Index(fields=("place", "-ends", "-made_at"), name="report_place"),)

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep it, as long as it is a draft. Raises ChangedFrozenError."""
        Report.objects.filter(pk=self.pk).refuse_lasting()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take a draft away. Raises ChangedFrozenError."""
        Report.objects.filter(pk=self.pk).refuse_lasting()
        return super().delete(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The paper's page."""
        return reverse("paper", args=[self.place.slug, self.pk])

    @property
    def is_frozen(self) -> bool:
        """Whether it never changes any more."""
        return self.frozen_id is not None


@receiver(m2m_changed, sender=Report.plans.through, dispatch_uid="reporting.plans")
def keep_plans(instance: Report, action: str, **_signal: Any) -> None:
    """What a frozen paper is of stays as well. Raises ChangedFrozenError."""
    if action.startswith("pre_"):
        Report.objects.filter(pk=instance.pk).refuse_lasting()
