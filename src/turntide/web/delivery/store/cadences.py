"""How often actions are asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from turntide.web.delivery.models import Cadence, Reporting
from turntide.web.plans.models import Action


def months_of(actions: Collection[UUID]) -> Mapping[UUID, int]:
    """How often each of these actions is asked, in months: its own cadence, or its plan's."""
    plans = dict(Action.objects.filter(pk__in=actions).values_list("pk", "plan_id"))
    by_plan = dict(Reporting.objects.filter(plan__in=set(plans.values())).values_list("plan_id", "months"))
    own = dict(Cadence.objects.filter(action__in=actions).values_list("action_id", "months"))
    usual = Reporting().months
    return {id_: own.get(id_) or by_plan.get(plan, usual) for id_, plan in plans.items()}
