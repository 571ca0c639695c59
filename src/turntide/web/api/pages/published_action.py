"""An action as programs are told of it when it is published."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from turntide.web.api.pages.told import Confidence, Freshness, Lifecycle, Told


class BodyOut(Told):
    """A body by its name. ``id`` is empty where the plan's word is no body of the place's register."""

    id: str
    name: str


class StatementOut(Told):
    """What was last said of an action, in the words that were settled for the public."""

    id: str
    on: str
    body: str
    by: str
    role: str
    starts: str
    ends: str
    words: str


class MilestoneOut(Told):
    """A step. ``due`` is the day that holds; ``was`` the plan's own, where it was moved."""

    id: str
    text: str
    due: str
    was: str
    met_on: str


class MeasureOut(Told):
    """How success is known."""

    text: str
    target: str
    groups: list[str]


class ActionOut(Told):
    """An action as it stood. ``path`` are the ids of its headings, outermost first.

    ``lifecycle``, ``confidence`` and ``freshness`` are the standard's words; labels are the plan's own. ``confidence``
    is shown as the public page shows it: blue once complete, not reported where nobody has answered for long.
    """

    id: str
    plan: str
    ref: str
    text: str
    plain: Annotated[str, Field(description="In plain words, where an officer wrote some.")]
    detail: str
    path: list[str]
    leads: list[BodyOut]
    partners: list[BodyOut]
    when: str
    starts: str
    ends: str
    lifecycle: Lifecycle
    lifecycle_label: str
    confidence: Confidence
    confidence_label: str
    status_wording: Annotated[str, Field(description="The plan's own word for how it stands.")]
    freshness: Freshness
    since: str
    reported: Annotated[bool, Field(description="Whether anything was said of it within the period.")]
    statement: StatementOut | None
    milestones: list[MilestoneOut]
    measures: list[MeasureOut]
