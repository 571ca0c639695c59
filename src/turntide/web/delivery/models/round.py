"""A round: everybody is asked once, for all their actions."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person, Place
from turntide.web.delivery.models.group import Group
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Action, Plan


class Rounds(models.QuerySet["Round"]):
    """Rounds, in the field's words."""

    def open(self) -> Rounds:
        """Those that still take answers."""
        return self.exclude(opened_at=None).filter(closed_at=None)

    def kept(self) -> Rounds:
        """Those not thrown away while they were drafts."""
        return self.filter(thrown_at=None)


class Round(models.Model):
    """A period for which partners are asked. A draft until it is opened; closed, it takes no more answers.

    ``plans`` empty: all plans of the place. ``group``: only what that group looks after.
    ``opening_at``: since when a worker is to open it, and ``opening_fault`` why it could not. ``told_at``: until when
    whoever opened it was told what happened.
    """

    class Period(models.TextChoices):
        """How long a time it asks for."""

        MONTH = "month", _("A month")
        QUARTER = "quarter", _("A quarter")
        HALF = "half", _("Half a year")
        YEAR = "year", _("A year")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="rounds")
    title = models.CharField(max_length=200)
    period = models.CharField(max_length=10, choices=Period.choices, default=Period.QUARTER)
    starts = models.DateField()
    ends = models.DateField()
    due_on = models.DateField()
    note = models.TextField(blank=True)
    plans = models.ManyToManyField(Plan, blank=True, related_name="rounds")
    group = models.ForeignKey(Group, models.SET_NULL, null=True, blank=True, related_name="rounds")
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    thrown_at = models.DateTimeField(null=True, blank=True)
    opening_at = models.DateTimeField(null=True, blank=True)
    opening_fault = models.TextField(blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = Rounds.as_manager()

    class Meta:
        """Latest period first."""

        ordering = ("-ends", "-made_at")
        indexes = (models.Index(fields=("place", "-ends"), name="round_place"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The round's board."""
        return reverse("round", args=[self.place.slug, self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it takes answers."""
        return self.opened_at is not None and self.closed_at is None

    def is_late(self, today: date) -> bool:
        """Whether what has not come by now is late."""
        return today > self.due_on


class Recipient(models.Model):
    """A person asked in a round, by their address: once, however many bodies they answer for.

    ``away_until`` and ``returned_at`` note that the letter met an absence or came back; ``wrong_at`` that whoever
    opened the link said it was not for them. ``reminded`` counts the reminders, ``reminder_step`` is the last step of
    `rules.reminding` they were made at.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, models.CASCADE, related_name="recipients")
    contact = models.ForeignKey(Contact, models.RESTRICT, related_name="asked")
    email = models.EmailField()
    asked_at = models.DateTimeField(auto_now_add=True)
    reminded = models.PositiveSmallIntegerField(default=0)
    reminder_step = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True, blank=True)
    away_until = models.DateField(null=True, blank=True)
    returned_at = models.DateTimeField(null=True, blank=True)
    wrong_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Asked once in a round."""

        ordering = ("contact__name", "id")
        constraints = (models.UniqueConstraint(fields=("round", "email"), name="asked_once"),)

    def __str__(self) -> str:
        return f"{self.email} in {self.round_id}"


class Requests(models.QuerySet["Request"]):
    """Requests, in the field's words."""

    def outstanding(self) -> Requests:
        """Those nobody has answered, or that were sent back and wait again."""
        return self.filter(state__in=(Request.State.ASKED, Request.State.SENT_BACK))


class Request(models.Model):
    """One action asked for in a round. What came of it is counted here, so that a board of thousands is quick.

    ``question`` is what the officer asks back; ``passed_by`` who passed it on to the recipient it has now.
    """

    class State(models.TextChoices):
        """Where it stands."""

        ASKED = "asked", _("Asked")
        ANSWERED = "answered", _("Answered")
        SENT_BACK = "sent back", _("Sent back")
        APPROVED = "approved", _("Approved")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(Round, models.CASCADE, related_name="requests")
    recipient = models.ForeignKey(Recipient, models.CASCADE, related_name="requests")
    action = models.ForeignKey(Action, models.CASCADE, related_name="requests")
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    answered_at = models.DateTimeField(null=True, blank=True)
    asks_help = models.BooleanField(default=False)
    story = models.BooleanField(default=False)
    question = models.TextField(blank=True)
    questioned_at = models.DateTimeField(null=True, blank=True)
    passed_by = models.ForeignKey(Contact, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = Requests.as_manager()

    class Meta:
        """In the plan's order; an action is asked for once in a round."""

        ordering = ("action__plan_id", "action__position", "id")
        constraints = (models.UniqueConstraint(fields=("round", "action"), name="request_once"),)
        indexes = (
            models.Index(fields=("round", "state", "asks_help", "story"), name="request_board"),
            models.Index(fields=("action", "round"), name="request_action"),
        )

    def __str__(self) -> str:
        return f"{self.action_id} in {self.round_id}, {self.state}"
