"""What was said of an action for a period, by whom, and what became of it."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person
from turntide.web.delivery.models.arrangements import Vocabulary
from turntide.web.delivery.models.round import Request
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import CONFIDENCES, LIFECYCLES, Action, Edition


class Updates(models.QuerySet["Update"]):
    """Updates, in the field's words."""

    def said(self) -> Updates:
        """Those that were handed in: no drafts."""
        return self.exclude(state=Update.State.DRAFT)

    def approved(self) -> Updates:
        """Those that hold."""
        return self.filter(state=Update.State.APPROVED)

    def words_waiting(self) -> Updates:
        """Those whose words are put to whoever said them, and not settled yet."""
        return self.approved().filter(public=True, words_settled_at=None).exclude(words_proposed_at=None)

    def published(self) -> Updates:
        """Those that anybody may see, in their settled words."""
        return self.approved().filter(public=True).exclude(words_settled_at=None)


class Update(models.Model):
    """An update. ``on`` is the day it is dated; one filed from a plan's own column may know none.

    What was said is in ``rules.said.Said``'s words. ``wording`` is the document's own, kept as it stood, for an
    update that came in a plan's column, ``dated_as`` the wording of its date, and ``status_as`` the document's own word
    for how the action goes. ``version`` grows with each write, and `Saying` keeps each as it was.
    ``public_words`` are what is published of it: proposed to the partner, who may correct them, then settled.
    """

    class State(models.TextChoices):
        """Where it stands."""

        DRAFT = "draft", _("Being written")
        SUBMITTED = "submitted", _("Handed in")
        SENT_BACK = "sent back", _("Sent back")
        APPROVED = "approved", _("Approved")

    class Via(models.TextChoices):
        """How it came."""

        PAGE = "page", _("From the partner's page")
        SHEET = "sheet", _("By Excel")
        OFFICER = "officer", _("Entered by an officer")
        DOCUMENT = "document", _("From the plan's document")
        PROGRAM = "program", _("By a program")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    action = models.ForeignKey(Action, models.CASCADE, related_name="updates")
    request = models.OneToOneField(Request, models.SET_NULL, null=True, blank=True, related_name="update")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    via = models.CharField(max_length=10, choices=Via.choices, default=Via.PAGE)
    on = models.DateField(null=True, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    lifecycle = models.CharField(max_length=20, blank=True, choices=[(each, each) for each in LIFECYCLES])
    confidence = models.CharField(max_length=10, blank=True, choices=[(each, each) for each in CONFIDENCES])
    reason = models.TextField(blank=True)
    recovers_on = models.DateField(null=True, blank=True)
    done = models.TextField(blank=True)
    next = models.TextField(blank=True)
    in_the_way = models.TextField(blank=True)
    ask = models.TextField(blank=True)
    no_change = models.BooleanField(default=False)
    worth_a_story = models.BooleanField(default=False)
    wording = models.TextField(blank=True)
    dated_as = models.CharField(max_length=200, blank=True)
    status_as = models.TextField(blank=True)
    edition = models.ForeignKey(Edition, models.SET_NULL, null=True, blank=True, related_name="+")
    vocabulary = models.ForeignKey(Vocabulary, models.PROTECT, null=True, blank=True, related_name="+")
    author = models.ForeignKey(Contact, models.SET_NULL, null=True, blank=True, related_name="updates")
    author_name = models.CharField(max_length=200, blank=True)
    entered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    said_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    sent_back_with = models.TextField(blank=True)
    public_words = models.TextField(blank=True)
    words_proposed_at = models.DateTimeField(null=True, blank=True)
    words_settled_at = models.DateTimeField(null=True, blank=True)
    public = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = Updates.as_manager()

    class Meta:
        """Latest first."""

        ordering = ("-on", "-said_at", "-made_at")
        indexes = (models.Index(fields=("action", "-on"), name="update_action_on"),)

    def __str__(self) -> str:
        return f"update of {self.action_id}, {self.state}"

    @property
    def words_wait(self) -> bool:
        """Whether its words are put to whoever said them, and not settled yet."""
        proposed = self.public and self.words_proposed_at is not None
        return proposed and self.words_settled_at is None and self.state == Update.State.APPROVED
