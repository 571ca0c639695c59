"""A plan's headings and actions, to be put in plain words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from turntide.web.plans.models import Placement, Plan
from turntide.web.publishing.models import PlainWords


@dataclass(frozen=True, slots=True)
class Worded:
    """A heading or action, and its ``plain`` words. ``level`` is what a heading is called; empty for an action."""

    id: UUID
    ref: str
    level: str
    own: str
    plain: str


def worded(plan: Plan) -> Sequence[Worded]:
    """Every heading and action of a plan in the plan's order, each heading before what stands beneath it."""
    plain = plain_words_of(plan)
    headings = list(plan.headings.standing().values_list("pk", "parent", "level", "ref", "text"))
    stands = dict(Placement.objects.filter(action__plan=plan, main=True).values_list("action", "heading"))
    under: dict[UUID | None, list[Worded]] = {}
    for pk, ref, text in plan.actions.standing().values_list("pk", "ref", "text"):
        under.setdefault(stands.get(pk), []).append(Worded(pk, ref, "", text, plain.get(pk, "")))
    beneath: dict[UUID | None, list[Worded]] = {}
    for pk, parent, level, ref, text in headings:
        beneath.setdefault(parent, []).append(Worded(pk, ref, level, text, plain.get(pk, "")))
    return tuple(_walked(None, beneath, under))


def _walked(
    parent: UUID | None, beneath: dict[UUID | None, list[Worded]], under: dict[UUID | None, list[Worded]]
) -> list[Worded]:
    found = list(under.get(parent, ()))
    for heading in beneath.get(parent, ()):
        found += [heading, *_walked(heading.id, beneath, under)]
    return found


def plain_words_of(plan: Plan) -> dict[UUID, str]:
    """A plan's headings and actions in plain words, by id."""
    return dict(PlainWords.objects.filter(plan=plan).values_list("thing", "text"))


def things_of(plan: Plan, ids: Collection[UUID]) -> tuple[UUID, ...]:
    """Those of these ids that are headings or actions of the plan."""
    headings = plan.headings.filter(pk__in=ids).values_list("pk", flat=True)
    actions = plan.actions.filter(pk__in=ids).values_list("pk", flat=True)
    return (*headings, *actions)
