"""A body, team or person of the register, and the names and identifiers it goes by."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Place
from turntide.web.organisations.spelling import spelling_key


class Kind(models.TextChoices):
    """What an owner named in a plan is."""

    BODY = "body", _("Organisation")
    TEAM = "team", _("Team or department")
    GROUP = "group", _("Partnership or board")
    PERSON = "person", _("Person or post")


class Organisations(models.QuerySet["Organisation"]):
    """Organisations, in the field's words."""

    def standing(self) -> Organisations:
        """Those not merged into another and not set aside."""
        return self.filter(merged_into=None, retired_at=None)

    def listed(self) -> Organisations:
        """Those not merged into another, in the order of their names."""
        return self.filter(merged_into=None).order_by("key", "id")

    def one_with(self, body: UUID | str) -> Organisations:
        """A body and all that were merged into it. The id of a merged one means the one it is known as."""
        known_as = self.filter(pk=body).values(known_as_id=Coalesce("merged_into", "pk"))
        return self.filter(Q(pk__in=known_as) | Q(merged_into__in=known_as))

    def with_words(self, words: str) -> Organisations:
        """Those that go by a name with these words in it, their own or one of a body merged into them."""
        key = spelling_key(words)
        other = OtherName.objects.filter(key__contains=key)
        merged = Organisation.objects.filter(merged_into=OuterRef("pk"))
        by_merged = merged.filter(Q(key__contains=key) | Exists(other.filter(organisation=OuterRef("pk"))))
        by_own = other.filter(organisation=OuterRef("pk"))
        return self.filter(Q(key__contains=key) | Exists(by_own) | Exists(by_merged))

    def without_contact(self) -> Organisations:
        """Those where nobody is known to write to."""
        merged = Q(organisation=OuterRef("pk")) | Q(organisation__merged_into=OuterRef("pk"))
        contacts = apps.get_model("organisations", "Contact")
        return self.exclude(Exists(contacts._default_manager.filter(merged, left_at=None)))

    def ended(self) -> Organisations:
        """Those that no longer exist."""
        return self.exclude(ended_on=None, successor=None)


class Organisation(models.Model):
    """A body, team or person named in plans.

    Merging moves nothing: the merged one points to the one it is now known as, so that undoing a merge is
    taking the pointer away. A pointer never leads to another merged one (`services.merge` sees to it).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="organisations")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.BODY)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="parts")
    successor = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="predecessors")
    ended_on = models.DateField(null=True, blank=True)
    website = models.URLField(blank=True)
    about = models.TextField(blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    retired_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = Organisations.as_manager()

    class Meta:
        """By name; one body a spelling in a place."""

        ordering = ("name", "id")
        constraints = (models.UniqueConstraint(fields=("place", "key"), name="organisation_key_once"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The body's page; a merged one leads to the one it is known as."""
        return reverse("organisation", args=[self.place.slug, self.merged_into_id or self.pk])

    @property
    def known_as(self) -> Organisation:
        """Itself, or the one it was merged into."""
        return self.merged_into or self


class OtherName(models.Model):
    """Another name a body goes by. Names from plans point to the body that plans mean by them."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="other_names")
    place = models.ForeignKey(Place, models.CASCADE, related_name="+")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)

    class Meta:
        """A spelling means one body in a place."""

        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("place", "key"), name="other_name_once"),)

    def __str__(self) -> str:
        return self.name


class Identifier(models.Model):
    """What a public register calls a body: scheme 'GB-COH', 'GB-LAE' (see org-id.guide), and its code."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=40)
    code = models.CharField(max_length=100)

    class Meta:
        """An identifier stands once on a body."""

        ordering = ("scheme", "code")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "scheme", "code"), name="identifier_once"),
        )

    def __str__(self) -> str:
        return f"{self.scheme}-{self.code}"
