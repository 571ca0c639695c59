"""The public part of a record: what anybody may read of it, and nothing else. Pure.

Kept: the plans that are shown with their headings, actions, milestones and measures; how each action stands, so that
the figures are the paper's own; what was said of an action where its public words are settled, with its day and its
body; stories; what came and went; how many answered. Left out: what is asked of a board and decided by it, what stands
in the way, reasons, and every person's name, but for authors in a role that the place names.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from turntide.web.periods.rules.record import (
    ActionThen,
    BodyThen,
    DroppedThen,
    MilestoneThen,
    Record,
    StatementThen,
    StoryThen,
)

StandIns = Mapping[str, BodyThen | None]
"""Bodies of the register that are people, by id, each with the body that stands in their place; None: nobody does."""
NOBODY: StandIns = {}


def public_part(
    record: Record,
    named_roles: Collection[str] = (),
    *,
    shown: Collection[str] | None = None,
    people: StandIns = NOBODY,
) -> Record:
    """What the public may read of a record. ``shown`` are the ids of the plans to show; all where it is None.

    The public part of a public part is itself.
    """
    narrow = record if shown is None else of_plans(record, shown)
    roles = {_key(role) for role in named_roles}
    return replace(
        narrow,
        group="",
        actions=tuple(_public_action(each, roles, people) for each in narrow.actions),
        decisions=(),
    )


def of_plans(record: Record, plans: Collection[str]) -> Record:
    """The record narrowed to some plans. A story that belongs to other plans alone is left out with them."""
    actions = tuple(each for each in record.actions if each.plan in plans)
    kept = {each.id for each in actions}
    return replace(
        record,
        plans=tuple(each for each in record.plans if each.id in plans),
        headings=tuple(each for each in record.headings if each.plan in plans),
        actions=actions,
        decisions=tuple(each for each in record.decisions if each.plan in plans),
        stories=_stories(record.stories, plans, kept),
        added=tuple(each for each in record.added if each in kept),
        dropped=tuple(_dropped(each, kept) for each in record.dropped if each.plan in plans),
    )


def _public_action(action: ActionThen, roles: Collection[str], people: StandIns) -> ActionThen:
    return replace(
        action,
        leads=_bodies(action.leads, people),
        partners=_bodies(action.partners, people),
        statement=_public_statement(action.statement, roles),
        milestones=tuple(_public_milestone(each) for each in action.milestones),
    )


def _public_milestone(step: MilestoneThen) -> MilestoneThen:
    """The day it was moved to is public; why, and who said so, is not."""
    return MilestoneThen(step.id, step.text, step.due, step.was, met_on=step.met_on, moved_on=step.moved_on)


def _public_statement(said: StatementThen | None, roles: Collection[str]) -> StatementThen | None:
    """What is kept is named here: whatever a statement may come to hold besides stays inside."""
    if said is None or not said.public.strip():
        return None
    named = bool(said.role) and _key(said.role) in roles
    return StatementThen(
        id=said.id,
        on=said.on,
        by=said.by if named else "",
        body=said.body,
        role=said.role if named else "",
        starts=said.starts,
        ends=said.ends,
        public=said.public,
        approved_at=said.approved_at,
    )


def _bodies(bodies: tuple[BodyThen, ...], people: StandIns) -> tuple[BodyThen, ...]:
    meant = (people.get(each.id, each) if each.id else each for each in bodies)
    return tuple(dict.fromkeys(each for each in meant if each is not None))


def _stories(
    stories: tuple[StoryThen, ...], plans: Collection[str], actions: Collection[str]
) -> tuple[StoryThen, ...]:
    narrowed = (
        replace(
            each,
            actions=tuple(one for one in each.actions if one in actions),
            plans=tuple(one for one in each.plans if one in plans),
        )
        for each in stories
    )
    return tuple(
        now
        for was, now in zip(stories, narrowed, strict=True)
        if now.actions or now.plans or not (was.actions or was.plans)
    )


def _dropped(gone: DroppedThen, actions: Collection[str]) -> DroppedThen:
    return gone if gone.into in actions else replace(gone, into="")


def _key(role: str) -> str:
    return " ".join(role.split()).casefold()
