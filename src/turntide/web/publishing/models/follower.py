"""Somebody who asked to be told when something is published."""

from __future__ import annotations

from uuid import uuid4

from django.db import models

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Plan
from turntide.web.publishing.models.site import Publication


class Followers(models.QuerySet["Follower"]):
    """Followers, in the field's words."""

    def following(self) -> Followers:
        """Those who confirmed and did not stop."""
        return self.exclude(confirmed_at=None).filter(stopped_at=None)


class Follower(models.Model):
    """An address that follows a place, or one plan of it. Nothing is sent before its owner confirmed.

    ``key_hash`` is of the key in the letter's link, which confirms and stops alike. ``told_of`` is the last
    publication they were told of.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    place = models.ForeignKey(Place, models.CASCADE, related_name="followers")
    plan = models.ForeignKey(Plan, models.CASCADE, null=True, blank=True, related_name="followers")
    email = models.EmailField()
    key_hash = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    told_of = models.ForeignKey(Publication, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = Followers.as_manager()

    class Meta:
        """As they came."""

        ordering = ("asked_at", "id")
        constraints = (
            models.UniqueConstraint(fields=("place", "plan", "email"), name="follows_plan_once"),
            models.UniqueConstraint(
                fields=("place", "email"), condition=models.Q(plan=None), name="follows_place_once"
            ),
        )

    @property
    def is_following(self) -> bool:
        """Whether they confirmed and did not stop."""
        return self.confirmed_at is not None and self.stopped_at is None

    def __str__(self) -> str:
        return f"{self.email} follows {self.place_id}"
