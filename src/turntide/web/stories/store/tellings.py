"""Between a story's rows and what is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Action
from turntide.web.stories.models import Story
from turntide.web.stories.rules.telling import Told

WORDS = (
    *("title", "situation", "did", "changed", "words", "whose", "learnt"),
    *("agreed_on", "agreed_how", "agreed_to"),
)


def told_of(story: Story) -> Told:
    """What a story tells."""
    return Told(
        **{name: getattr(story, name) for name in WORDS},
        groups=tuple(story.groups),
        where=tuple(story.where),
        ready=story.state == Story.State.READY,
        actions=tuple(story.actions.order_by("plan_id", "position", "pk").values_list("pk", flat=True)),
    )


def put_told(story: Story, told: Told) -> None:
    """Write what is told into a story's rows; only actions of its own place are linked."""
    for name in WORDS:
        setattr(story, name, getattr(told, name))
    story.groups, story.where = list(told.groups), list(told.where)
    story.state = Story.State.READY if told.ready else Story.State.DRAFT
    story.save()
    story.actions.set(Action.objects.filter(plan__place=story.place_id, pk__in=told.actions))


def told_as_data(told: Told) -> dict[str, Any]:
    """What is told, as history keeps it."""
    return asdict(told)


def told_from_data(kept: Mapping[str, Any]) -> Told:
    """What history kept."""
    agreed_on = kept.get("agreed_on")
    return Told(
        **{name: kept[name] for name in WORDS if name != "agreed_on"},
        agreed_on=date.fromisoformat(agreed_on) if agreed_on else None,
        groups=tuple(kept["groups"]),
        where=tuple(kept["where"]),
        ready=kept["ready"],
        actions=tuple(UUID(str(action)) for action in kept["actions"]),
    )


def action_meant(place: Place, words: str) -> list[Action]:
    """The standing actions whose number and text hold these words, two at most: enough to see whether one is meant."""
    standing = Action.objects.filter(plan__place=place, plan__retired_at=None).standing()
    ref, _, text = words.partition(" ")
    exact = standing.filter(text=words) | standing.filter(ref=ref, text=text.strip())
    return list(exact[:2]) or list(standing.filter(text__icontains=words)[:2])
