"""How a place and its plans report, as they arranged it or as a fresh one does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Arrangements, Cadence, Reporting
from turntide.web.plans.models import Action, Plan


def arrangements_of(place: Place) -> Arrangements:
    """How a place runs its rounds."""
    return Arrangements.objects.filter(place=place).first() or Arrangements(place=place)


def reporting_of(plan: Plan) -> Reporting:
    """How a plan is reported on."""
    return Reporting.objects.filter(plan=plan).first() or Reporting(plan=plan)


def reporting_of_plans(plans: Iterable[UUID]) -> Mapping[UUID, Reporting]:
    """The same of several plans, those that arranged it."""
    return {row.plan_id: row for row in Reporting.objects.filter(plan__in=list(plans))}


def cadence_of(action: Action) -> int | None:
    """How often an action is asked where that differs from its plan."""
    return Cadence.objects.filter(action=action).values_list("months", flat=True).first()
