"""Stories found: those a person may see, narrowed to what they ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from turntide.web.accounts.models import Place
from turntide.web.stories.models import Picture, Story

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to: words, a plan's id, and one of ONLY."""

    words: str = ""
    plan: str = ""
    only: str = ""


def stories_seen(place: Place, *, may_edit: bool) -> QuerySet[Story]:
    """The stories a member may see: editors all that stand, others only those that may be told."""
    standing = Story.objects.filter(place=place)
    return standing.standing() if may_edit else standing.tellable()


def pictures_seen(place: Place, *, may_edit: bool) -> QuerySet[Picture]:
    """The photographs of these stories."""
    seen = stories_seen(place, may_edit=may_edit)
    return Picture.objects.filter(story__in=seen.values("pk")).select_related("original", "story__place")


def narrowed(stories: QuerySet[Story], wanted: Wanted) -> QuerySet[Story]:
    """Those of them that are asked for."""
    for word in wanted.words.split():
        fields = ("title", "situation", "did", "changed", "words", "learnt")
        anywhere = Q()
        for field in fields:
            anywhere |= Q(**{f"{field}__icontains": word})
        stories = stories.filter(anywhere)
    if wanted.plan:
        stories = stories.filter(Q(actions__plan=wanted.plan) | Q(plans=wanted.plan)).distinct()
    return _only(stories, wanted.only)


def _only(stories: QuerySet[Story], only: str) -> QuerySet[Story]:
    if only == "told":
        return stories.filter(pk__in=Story.objects.tellable().values("pk"))
    if only == "draft":
        return stories.filter(state=Story.State.DRAFT)
    return stories.exclude(withdrawn_at=None) if only == "withdrawn" else stories
