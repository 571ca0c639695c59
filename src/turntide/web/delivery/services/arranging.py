"""How a place and its plans report, and how often single actions are asked. The one door for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Arrangements, Cadence, Reporting
from turntide.web.delivery.services.counting import recount
from turntide.web.plans.models import Action, Plan


class ArrangedMeanwhileError(Exception):
    """Somebody else wrote first. Nothing was written; ``version`` is the one that stands."""

    def __init__(self, version: int) -> None:
        super().__init__("arranged meanwhile")
        self.version = version


@dataclass(frozen=True, slots=True)
class Arranged:
    """How a place runs its rounds; `Arrangements` says what each is."""

    nation: str
    reply_days: int
    keep_months: int | None


@dataclass(frozen=True, slots=True)
class Reported:
    """How a plan is reported on; `Reporting` says what each is."""

    months: int
    confidence: bool
    stories_only: bool


@transaction.atomic
def arrange_place(*, place: Place, arranged: Arranged, saw: int, by: By) -> bool:
    """Say how a place runs its rounds; whether that changed anything. Raises ArrangedMeanwhileError."""
    row, _made = Arrangements.objects.select_for_update().get_or_create(place=place)
    if not _put(row, _fields(arranged), saw):
        return False
    note_act("arrange place", row, by=by, place_id=place.pk, **_fields(arranged))
    return True


@transaction.atomic
def arrange_plan(*, plan: Plan, reported: Reported, saw: int, by: By) -> bool:
    """Say how a plan is reported on; whether that changed anything. Raises ArrangedMeanwhileError."""
    row, _made = Reporting.objects.select_for_update().get_or_create(plan=plan)
    if not _put(row, _fields(reported), saw):
        return False
    # How long an answer counts as fresh depends on how often it is asked for.
    recount(list(plan.actions.values_list("pk", flat=True)))
    note_act("arrange plan", row, by=by, place_id=plan.place_id, **_fields(reported))
    return True


@transaction.atomic
def set_cadences(*, plan: Plan, months: Mapping[UUID, int | None], by: By) -> int:
    """Say how often single actions of a plan are asked; None: as often as the plan. How many that changed."""
    own = plan.actions.filter(pk__in=months).order_by("pk")
    actions = list(own.select_for_update(of=("self",)).values_list("pk", flat=True))
    before = dict(Cadence.objects.filter(action__in=actions).values_list("action_id", "months"))
    changed = {pk: months[pk] for pk in actions if before.get(pk) != months[pk]}
    Cadence.objects.filter(action__in=changed).delete()
    Cadence.objects.bulk_create(Cadence(action_id=pk, months=often) for pk, often in changed.items() if often)
    recount(list(changed))
    for action in Action.objects.filter(pk__in=changed):
        note_act("set cadence", action, by=by, place_id=plan.place_id, months=changed[action.pk])
    return len(changed)


def _fields(given: Arranged | Reported) -> dict[str, object]:
    return {name: getattr(given, name) for name in given.__dataclass_fields__}


def _put(row: Arrangements | Reporting, fields: Mapping[str, object], saw: int) -> bool:
    version = row.version
    if version != saw:
        raise ArrangedMeanwhileError(version)
    if version and all(getattr(row, name) == value for name, value in fields.items()):
        return False
    for name, value in (*fields.items(), ("version", version + 1)):
        setattr(row, name, value)
    row.save()
    return True
