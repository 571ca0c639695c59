"""Which plan a file looks like a new edition of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Q

from turntide.web.intake.models import Intake
from turntide.web.plans.models import Action, Plan

SHARED = 0.3
"""The share of a reading's actions that a plan must have word for word to look like the same plan."""
LOOKED_AT = 300
"""So many actions tell whose plan it is."""


def likely_plan(intake: Intake, reading: Mapping[str, Any]) -> Plan | None:
    """The plan of the place with the same file name, title or actions; None where none is like it."""
    plans = Plan.objects.filter(place_id=intake.place_id, retired_at=None)
    return _same_actions(plans, reading) or _same_name(plans, intake, reading)


def _same_name(plans: Any, intake: Intake, reading: Mapping[str, Any]) -> Plan | None:
    same = Q(editions__original__name__iexact=intake.original.name)
    if reading.get("title"):
        # A plan keeps so much of a title, and a database looks for no more.
        same |= Q(title__iexact=reading["title"][:500])
    found: Plan | None = plans.filter(same).order_by("-made_at").first()
    return found


def _same_actions(plans: Any, reading: Mapping[str, Any]) -> Plan | None:
    texts = {action["text"] for action in reading.get("actions", ())[:LOOKED_AT]}
    if not texts:
        return None
    found = (
        Action.objects.standing()
        .filter(plan__in=plans, text__in=texts)
        .values("plan")
        .annotate(shared=Count("text", distinct=True))
        .order_by("-shared")
        .first()
    )
    if found is None or found["shared"] < SHARED * len(texts):
        return None
    plan: Plan = plans.get(pk=found["plan"])
    return plan
