"""The groups through which a plan is delivered and watched over."""

from __future__ import annotations

from uuid import uuid4

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Person, Place
from turntide.web.organisations.models import Contact, Organisation
from turntide.web.plans.models import Action, Heading, Plan


class Groups(models.QuerySet["Group"]):
    """Groups, in the field's words."""

    def standing(self) -> Groups:
        """Those that still meet."""
        return self.filter(ended_at=None)


class Group(models.Model):
    """A board, a subgroup of one, or a task-and-finish group. ``organisation`` is it in the register, where it is."""

    class Kind(models.TextChoices):
        """What it is."""

        BOARD = "board", _("Board")
        SUBGROUP = "subgroup", _("Subgroup")
        TASK = "task", _("Task and finish group")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="groups")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.SUBGROUP)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="subgroups")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, blank=True, related_name="+")
    purpose = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    ends_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = Groups.as_manager()

    class Meta:
        """By name."""

        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The group's page."""
        return reverse("group", args=[self.place.slug, self.pk])


class Member(models.Model):
    """Somebody sits on a group; ``chair`` leads it."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="members")
    contact = models.ForeignKey(Contact, models.CASCADE, related_name="seats")
    chair = models.BooleanField(default=False)

    class Meta:
        """The chair first; each sits once."""

        ordering = ("-chair", "contact__name")
        constraints = (models.UniqueConstraint(fields=("group", "contact"), name="member_once"),)

    def __str__(self) -> str:
        return f"{self.contact_id} on {self.group_id}"


class Remit(models.Model):
    """What a group looks after: a whole plan, a heading with all beneath it, or an action. One of the three."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="remits")
    plan = models.ForeignKey(Plan, models.CASCADE, null=True, blank=True, related_name="+")
    heading = models.ForeignKey(Heading, models.CASCADE, null=True, blank=True, related_name="+")
    action = models.ForeignKey(Action, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        """In the order it was given."""

        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(plan__isnull=False, heading=None, action=None)
                | models.Q(plan=None, heading__isnull=False, action=None)
                | models.Q(plan=None, heading=None, action__isnull=False),
                name="remit_is_one_thing",
            ),
        )

    def __str__(self) -> str:
        return f"remit of {self.group_id}"


class GroupEdit(models.Model):
    """One act of one person on a group. ``number`` is the version it made; ``before`` and ``after`` hold the fields
    it changed and no others (`store.groups.state_of`). People stand in it by their contact's id alone.
    """

    group = models.ForeignKey(Group, models.CASCADE, related_name="edits")
    number = models.PositiveIntegerField()
    verb = models.CharField(max_length=40)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    process = models.CharField(max_length=100, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    undoes = models.OneToOneField("self", models.SET_NULL, null=True, blank=True, related_name="undone_by")

    class Meta:
        """Newest first."""

        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("group", "number"), name="group_edit_once"),)

    def __str__(self) -> str:
        return f"{self.verb} {self.group_id}, {self.number}"
