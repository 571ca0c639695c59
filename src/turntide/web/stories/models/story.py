"""A case study, with the consent of whoever tells it."""

from __future__ import annotations

from uuid import uuid4

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person, Place
from turntide.web.files.models import Original
from turntide.web.plans.models import Action, Plan


class Stories(models.QuerySet["Story"]):
    """Stories, in the field's words."""

    def standing(self) -> Stories:
        """Those not set aside."""
        return self.filter(retired_at=None)

    def tellable(self) -> Stories:
        """Those that are ready and whose consent holds: only these may be shown to the public or a board."""
        return self.standing().filter(state=Story.State.READY, withdrawn_at=None).exclude(agreed_on=None)


class Story(models.Model):
    """A story. ``words`` are somebody's own, ``whose`` says whose as they wish to be called.

    ``agreed_on`` and ``agreed_how``: when and how they agreed, and to what (``agreed_to``). ``withdrawn_at``: they
    agree no more, and from that moment it is shown nowhere outside its editors.
    """

    class State(models.TextChoices):
        """How far it is."""

        DRAFT = "draft", _("Being written")
        READY = "ready", _("Ready to be told")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="stories")
    title = models.CharField(max_length=200)
    situation = models.TextField(blank=True)
    did = models.TextField(blank=True)
    changed = models.TextField(blank=True)
    words = models.TextField(blank=True)
    whose = models.CharField(max_length=200, blank=True)
    learnt = models.TextField(blank=True)
    groups = models.JSONField(default=list)
    where = models.JSONField(default=list)
    actions = models.ManyToManyField(Action, blank=True, related_name="stories")
    plans = models.ManyToManyField(Plan, blank=True, related_name="stories")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    agreed_on = models.DateField(null=True, blank=True)
    agreed_how = models.CharField(max_length=300, blank=True)
    agreed_to = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = Stories.as_manager()

    class Meta:
        """Newest first."""

        ordering = ("-made_at", "id")
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The story's page."""
        return reverse("story", args=[self.place.slug, self.pk])


class Picture(models.Model):
    """A photograph of a story, with words for those who cannot see it; whoever is in it agreed."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="pictures")
    original = models.ForeignKey(Original, models.PROTECT, related_name="+")
    seen = models.TextField()
    agreed = models.BooleanField(default=False)

    class Meta:
        """As they were added."""

        ordering = ("id",)

    def __str__(self) -> str:
        return self.seen


class Telling(models.Model):
    """A story as it stood after each write: nothing is lost, and a write can be undone."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="tellings")
    number = models.PositiveIntegerField()
    verb = models.CharField(max_length=40)
    told = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    process = models.CharField(max_length=100, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """In order of its life."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("story", "number"), name="telling_number_once"),)

    def __str__(self) -> str:
        return f"{self.verb} {self.story_id}, {self.number}"
