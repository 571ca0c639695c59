"""One act may touch several plans, with a change in each: those are told and undone together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from turntide.web.plans.models import Change


def acts_of(changes: Sequence[Change]) -> dict[UUID, tuple[Change, ...]]:
    """For each change those of the same act, itself among them, in the order of their plans; in one query at most."""
    ids = {change.together for change in changes if change.together}
    found: dict[UUID | None, list[Change]] = defaultdict(list)
    if ids:
        rows = Change.objects.filter(together__in=ids).select_related("plan__place", "undoes")
        for row in rows.order_by("plan_id"):
            found[row.together].append(row)
    return {each.pk: tuple(found[each.together]) if each.together else (each,) for each in changes}
