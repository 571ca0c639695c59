"""Who answers for an action."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Action


class Responsibilities(models.QuerySet["Responsibility"]):
    """Responsibilities, in the field's words."""

    def standing(self) -> Responsibilities:
        """Those that hold now: not declined, passed on or taken away."""
        return self.filter(ended_at=None)


class Responsibility(models.Model):
    """A contact answers for an action. Rows only grow: one that ends stays, as history, with why it ended.

    ``passed_from`` is the one it was passed on by; ``reason`` what the person said on declining.
    ``named_in``, ``asked_in`` and ``ended_in`` are the acts that did it, each of one press over many actions: by
    them an act is undone whole.
    """

    class State(models.TextChoices):
        """How sure it is."""

        NAMED = "named", _("Named by an editor")
        ASKED = "asked", _("Asked, not yet answered")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        PASSED_ON = "passed on", _("Passed on")
        TAKEN_AWAY = "taken away", _("Taken away")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    action = models.ForeignKey(Action, models.CASCADE, related_name="responsibilities")
    contact = models.ForeignKey(Contact, models.RESTRICT, related_name="responsibilities")
    state = models.CharField(max_length=12, choices=State.choices, default=State.NAMED)
    since = models.DateTimeField(auto_now_add=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    passed_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="passed_to")
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    named_in = models.UUIDField(null=True, blank=True, db_index=True)
    asked_in = models.UUIDField(null=True, blank=True, db_index=True)
    ended_in = models.UUIDField(null=True, blank=True, db_index=True)

    objects = Responsibilities.as_manager()

    class Meta:
        """Latest first; one stands at a time."""

        ordering = ("-since",)
        constraints = (
            models.UniqueConstraint(
                fields=("action",), condition=models.Q(ended_at=None), name="one_answers_for_an_action"
            ),
        )

    def __str__(self) -> str:
        return f"{self.contact_id} for {self.action_id}, {self.state}"
