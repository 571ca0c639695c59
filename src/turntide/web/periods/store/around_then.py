"""What stands around actions: who looks after them, and what was decided."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from turntide.web.delivery.models import Decision, Group
from turntide.web.periods.rules.record import DecisionThen
from turntide.web.periods.store.actions_then import ActionRow
from turntide.web.periods.store.asked import Moment, Span
from turntide.web.periods.store.plans_then import Headings, path_of


@dataclass(frozen=True, slots=True)
class Remit:
    """What a group looks after."""

    plans: frozenset[UUID]
    headings: frozenset[UUID]
    actions: frozenset[UUID]

    def holds(self, action: ActionRow, headings: Headings) -> bool:
        """Whether an action is in it: itself, its plan, or a heading above it."""
        if action.plan in self.plans or action.id in self.actions:
            return True
        stands = (action.under, *action.also_under)
        return any(self.headings.intersection(path_of(heading, headings)) for heading in stands)


def remit_of(group: Group) -> Remit:
    """One query."""
    rows = list(group.remits.all())
    return Remit(
        plans=frozenset(row.plan_id for row in rows if row.plan_id),
        headings=frozenset(row.heading_id for row in rows if row.heading_id),
        actions=frozenset(row.action_id for row in rows if row.action_id),
    )


def decisions_of(
    plans: Collection[UUID], actions: Collection[UUID], span: Span, group: Group | None, moment: Moment
) -> tuple[DecisionThen, ...]:
    """What was decided within the span and not taken back by then, the first first; of a group's part of a place, its
    own decisions and those of these actions. One query.
    """
    stood = Q(taken_back_at=None) if moment.is_now else Q(taken_back_at=None) | Q(taken_back_at__gt=moment.at)
    rows = Decision.objects.filter(stood, plan__in=plans, on__range=(span.starts, span.ends))
    wanted = [
        row
        for row in rows.filter(at__lte=moment.at).select_related("group").order_by("on", "pk")
        if group is None or row.group_id == group.pk or row.action_id in actions
    ]
    return tuple(_decision(row) for row in wanted)


def _decision(row: Decision) -> DecisionThen:
    return DecisionThen(
        on=row.on.isoformat(),
        text=row.text,
        plan=str(row.plan_id),
        action=str(row.action_id) if row.action_id else "",
        group=row.group.name if row.group else "",
    )
