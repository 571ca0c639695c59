"""Who is involved in actions, their steps and measures, as their plans have them now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Coalesce

from turntide.web.periods.rules.record import BodyThen, MeasureThen, MilestoneThen
from turntide.web.periods.store.asked import AT_ONCE, key_of
from turntide.web.plans.models import Involvement, Measure, Milestone, Part


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one action as its plan has them."""

    leads: tuple[BodyThen, ...] = ()
    partners: tuple[BodyThen, ...] = ()
    milestones: tuple[MilestoneThen, ...] = ()
    measures: tuple[MeasureThen, ...] = ()


NO_PARTS = Parts()


def parts_of(plans: Collection[UUID]) -> Mapping[str, Parts]:
    """The parts of every action of these plans that has any, by `key_of`; three queries."""
    leads, partners = _bodies(plans)
    milestones, measures = _milestones(plans), _measures(plans)
    actions = leads.keys() | partners.keys() | milestones.keys() | measures.keys()
    return {
        each: Parts(
            tuple(leads.get(each, ())),
            tuple(partners.get(each, ())),
            tuple(milestones.get(each, ())),
            tuple(measures.get(each, ())),
        )
        for each in actions
    }


def milestones_named(plans: Collection[UUID]) -> Mapping[tuple[UUID, str], str]:
    """The milestones of these plans by their action and words: one whose words stay keeps its row. One query."""
    rows = Milestone.objects.filter(action__plan__in=plans).order_by("-position", "-pk")
    return {(action, text): str(pk) for action, text, pk in rows.values_list("action_id", "text", "pk")}


def _bodies(plans: Collection[UUID]) -> tuple[dict[str, list[BodyThen]], dict[str, list[BodyThen]]]:
    """Leads and partners as they are known now, each once. A body is one object, however often it is named."""
    known: dict[str, BodyThen] = {}
    leads: dict[str, list[BodyThen]] = defaultdict(list)
    partners: dict[str, list[BodyThen]] = defaultdict(list)
    rows = Involvement.objects.filter(action__plan__in=plans).order_by("part", "position", "pk")
    named = rows.annotate(
        of=key_of("action"),
        body=key_of("organisation"),
        merged=key_of("organisation__merged_into"),
        called=Coalesce("organisation__merged_into__name", F("organisation__name")),
    ).values_list("of", "part", "body", "merged", "called")
    for action, part, body, merged, called in named.iterator(AT_ONCE):
        one = known.get(merged or body)
        if one is None:
            one = known[merged or body] = BodyThen(str(UUID(merged or body)), called)
        bodies = leads[action] if part == Part.LEAD else partners[action]
        if one not in bodies:
            bodies.append(one)
    return leads, partners


def _milestones(plans: Collection[UUID]) -> dict[str, list[MilestoneThen]]:
    found: dict[str, list[MilestoneThen]] = defaultdict(list)
    rows = Milestone.objects.filter(action__plan__in=plans).order_by("position", "pk")
    told = rows.annotate(of=key_of("action")).values_list("of", "pk", "text", "due")
    for action, pk, text, due in told.iterator(AT_ONCE):
        found[action].append(MilestoneThen(str(pk), text, due.isoformat() if due else ""))
    return found


def _measures(plans: Collection[UUID]) -> dict[str, list[MeasureThen]]:
    found: dict[str, list[MeasureThen]] = defaultdict(list)
    rows = Measure.objects.filter(action__plan__in=plans).order_by("position", "pk")
    told = rows.annotate(of=key_of("action")).values_list("of", "text", "target", "groups")
    for action, text, target, groups in told.iterator(AT_ONCE):
        found[action].append(MeasureThen(text, target, tuple(groups)))
    return found
