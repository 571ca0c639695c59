"""Finding what a page is about, within its place."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Action, Actions, Change, Edition, Involvement, Plan, Tie


def actions_of(place: Place) -> Actions:
    """All actions of a place, standing or not."""
    return Action.objects.filter(plan__place=place)


def action_with_all(place: Place) -> Actions:
    """Actions of a place, each with everything its page tells."""
    # With what each body is part of: who answers for an action is also looked for there.
    bodies = ("organisation__merged_into__parent__merged_into", "organisation__parent__merged_into")
    involved = Involvement.objects.select_related(*bodies).order_by("part", "position", "id")
    return (
        actions_of(place)
        .select_related("plan__place", "merged_into")
        .prefetch_related(
            Prefetch("involvements", involved),
            Prefetch("ties", Tie.objects.select_related("programme")),
            *("placements", "milestones", "measures", "notes"),
        )
    )


def latest_changes(place: Place, most: int) -> QuerySet[Change]:
    """What was done of late."""
    changes = Change.objects.filter(plan__place=place).select_related("plan", "by")
    return changes.order_by("-at", "-id")[:most]


def editions_of(plan: Plan) -> list[Edition]:
    """The editions of a plan, latest first, without their readings, which are large."""
    return list(plan.editions.select_related("original", "adopted_by").defer("reading"))


def left_by_reading(plan: Plan) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """What the reading of the latest edition could not place, and what it doubted."""
    row = plan.editions.order_by("-number").values_list("reading__unplaced", "reading__findings").first()
    unplaced, findings = row or (None, None)
    return list(_dicts(unplaced)), list(_dicts(findings))


def _dicts(part: object) -> Iterable[dict[str, object]]:
    return (each for each in part if isinstance(each, dict)) if isinstance(part, list) else ()
