"""How often single actions of a plan are asked, and what the plan's own wording proposes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from turntide.web.delivery.models import Cadence
from turntide.web.delivery.rules.cadence_wording import months_in
from turntide.web.plans.models import Action, Milestone, Plan


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the plan says of how often an action is reported, and how many months that is."""

    action: Action
    wording: str
    months: int


def own_cadences(plan: Plan) -> list[Cadence]:
    """The actions of a plan that are asked at a pace of their own, in its order."""
    found = Cadence.objects.filter(action__plan=plan, action__retired_at=None, action__merged_into=None)
    return list(found.select_related("action").order_by("action__position", "action_id"))


def cadences_proposed(plan: Plan, usual: int) -> list[Proposed]:
    """Where the plan's wording settles another pace than its usual one, and nobody has set one; two queries."""
    actions = (
        Action.objects.standing().filter(plan=plan, cadence=None).only("plan_id", "ref", "text", "recurs")
    )
    wordings = _wordings(plan)
    found = (proposed_for(action, wordings[action.pk]) for action in actions.order_by("position", "id"))
    return [each for each in found if each and each.months != usual]


def proposed_for(action: Action, cadences: Iterable[str] | None = None) -> Proposed | None:
    """What the plan's wording proposes for one action.

    What a milestone says of reports comes before what the action's time says of the work.
    """
    if cadences is None:
        cadences = action.milestones.exclude(cadence="").values_list("cadence", flat=True)
    for wordings in (list(cadences), [action.recurs]):
        settled = {months: wording for wording in wordings if (months := months_in(wording))}
        if len(settled) == 1:
            ((months, wording),) = settled.items()
            return Proposed(action, wording, months)
    return None


def _wordings(plan: Plan) -> dict[object, list[str]]:
    found: dict[object, list[str]] = defaultdict(list)
    said = Milestone.objects.filter(action__plan=plan).exclude(cadence="")
    for action, cadence in said.values_list("action_id", "cadence"):
        found[action].append(cadence)
    return found
