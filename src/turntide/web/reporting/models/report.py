"""A paper: what it is of, how far it is, and what it was printed as."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person, Place
from turntide.web.delivery.models import Group, Round
from turntide.web.files.models import Original
from turntide.web.organisations.models import Organisation
from turntide.web.periods.models import Frozen
from turntide.web.plans.models import Heading, Plan
from turntide.web.stories.models import Story


class Letterhead(models.Model):
    """A place's own Word template: its letterhead and styles."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="letterheads")
    name = models.CharField(max_length=200)
    original = models.ForeignKey(Original, models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """By name."""

        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class Reports(models.QuerySet["Report"]):
    """Papers, in the field's words."""

    def kept(self) -> Reports:
        """Those not thrown away."""
        return self.filter(thrown_at=None)

    def frozen(self) -> Reports:
        """Those that never change any more."""
        return self.exclude(frozen=None)


class Report(models.Model):
    """A paper. A draft is worked out afresh each time it is looked at; a frozen one is told from ``frozen`` for good.

    ``plans`` empty: all plans of the place. ``group``, ``theme``, ``body`` and ``round``: what it is narrowed to.
    ``since``: the first of two dates that a difference report lies between. ``parts`` are the keys of the parts that
    are on, in order, empty for the usual ones; ``words`` what the officer says in each part, by its key.
    ``before`` is the frozen period it is compared with. ``corrects`` is the frozen paper it stands in for, and
    ``correction`` says what was wrong. ``version`` grows with each write of the draft.
    """

    class Kind(models.TextChoices):
        """What sort of paper."""

        BOARD = "board", _("Board paper")
        THEME = "theme", _("One page for a theme")
        PARTNER = "partner", _("One page for a partner")
        LIST = "list", _("A partner's action list")
        PLAN = "plan", _("The plan with a progress column")
        RATES = "rates", _("A round's return rates")
        DIFFERENCE = "difference", _("What changed between two dates")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="reports")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.BOARD)
    title = models.CharField(max_length=200)
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
    parts = models.JSONField(default=list)
    words = models.JSONField(default=dict)
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

    objects = Reports.as_manager()

    class Meta:
        """Latest period first."""

        ordering = ("-ends", "-made_at")
        indexes = (models.Index(fields=("place", "-ends", "-made_at"), name="report_place"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The paper's page."""
        return reverse("paper", args=[self.place.slug, self.pk])

    @property
    def is_frozen(self) -> bool:
        """Whether it never changes any more."""
        return self.frozen_id is not None


class Remark(models.Model):
    """What somebody says of a draft, of one part or of the whole (``part`` empty)."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="remarks")
    part = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    settled_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """As they were said."""

        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.text


class Signature(models.Model):
    """Somebody signed a version of a draft off. It lapses when the draft changes: only that version was signed."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="signatures")
    version = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)
    role = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """As they were given."""

        ordering = ("at", "id")

    def __str__(self) -> str:
        return f"{self.report_id}, version {self.version}"


class Printing(models.Model):
    """A paper as a file. ``version`` is the draft's it was printed of; of a frozen paper it is kept for good.

    ``body`` is empty while it is being made, and ``fault`` says why it could not be.
    """

    class Format(models.TextChoices):
        """As what."""

        WORD = "docx", _("Word")
        PDF = "pdf", _("PDF")
        EXCEL = "xlsx", _("Excel")

    report = models.ForeignKey(Report, models.CASCADE, related_name="printings")
    format = models.CharField(max_length=4, choices=Format.choices)
    version = models.PositiveIntegerField()
    asked_at = models.DateTimeField(auto_now_add=True)
    made_at = models.DateTimeField(null=True, blank=True)
    body = models.BinaryField(null=True, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    fault = models.TextField(blank=True)

    class Meta:
        """Latest first."""

        ordering = ("-asked_at", "-id")

    def __str__(self) -> str:
        return f"{self.report_id} as {self.format}"
