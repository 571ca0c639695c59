"""A paper as it was told and as it was printed."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person
from turntide.web.periods.models import ChangedFrozenError, Lasting
from turntide.web.reporting.models.report import Report
from turntide.web.reporting.rules.keeping import paper_from_bytes
from turntide.web.reporting.rules.paper import Paper


class KeptPapers(Lasting["KeptPaper"]):
    """Frozen papers' words: all of them last."""

    lasting = models.Q()


class KeptPaper(models.Model):
    """A frozen paper as it was told: whatever is printed or shown of it later is made from this (`rules.keeping`).

    Where somebody who has a right to it was struck out, ``struck_at`` says when last and ``fingerprint`` is of what is
    left; ``frozen_as`` stays that of what was frozen.
    """

    report = models.OneToOneField(Report, models.CASCADE, primary_key=True, related_name="kept_paper")
    body = models.BinaryField()
    fingerprint = models.CharField(max_length=64)
    frozen_as = models.CharField(max_length=64)
    struck_at = models.DateTimeField(null=True, blank=True)

    objects = KeptPapers.as_manager()

    def __str__(self) -> str:
        return f"words of {self.report_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep it, the first time alone. Raises ChangedFrozenError."""
        if not self._state.adding:
            raise ChangedFrozenError
        self.frozen_as = self.frozen_as or self.fingerprint
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises ChangedFrozenError."""
        raise ChangedFrozenError

    def paper(self) -> Paper:
        """What was kept."""
        return paper_from_bytes(bytes(self.body))


class Printings(Lasting["Printing"]):
    """Files, in the field's words. Those of frozen papers last once they are made."""

    lasting = models.Q(report__frozen__isnull=False, made_at__isnull=False)

    def being_made(self) -> Printings:
        """Those that a worker has yet to make."""
        return self.filter(made_at=None, fault="")

    def without_bytes(self) -> Printings:
        """For lists: what is told of a file without the file."""
        return self.defer("body")


class Printing(models.Model):
    """A paper as a file. ``version`` is the draft's it was printed of; of a frozen paper it is kept for good.

    ``body`` is empty while it is being made, and ``fault`` says why it could not be. ``attempts`` counts how often a
    worker began with it.
    """

    class Format(models.TextChoices):
        """As what."""

        WORD = "docx", _("Word")
        PDF = "pdf", _("PDF")
        EXCEL = "xlsx", _("Excel")

    report = models.ForeignKey(Report, models.CASCADE, related_name="printings")
    format = models.CharField(max_length=4, choices=Format.choices)
    version = models.PositiveIntegerField()
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(null=True, blank=True)
    body = models.BinaryField(null=True, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    fault = models.TextField(blank=True)

    objects = Printings.as_manager()

    class Meta:
        """Latest first."""

        ordering = ("-asked_at", "-id")

    def __str__(self) -> str:
        return f"{self.report_id} as {self.format}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep it, unless it is a frozen paper's that was made. Raises ChangedFrozenError."""
        Printing.objects.filter(pk=self.pk).refuse_lasting()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take a draft's file away. Raises ChangedFrozenError."""
        Printing.objects.filter(pk=self.pk).refuse_lasting()
        return super().delete(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """How far it is, and where it is to be had."""
        return reverse("printing", args=[self.report.place.slug, self.pk])

    @property
    def is_made(self) -> bool:
        """Whether it can be had."""
        return self.made_at is not None
