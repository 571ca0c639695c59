"""What a group looks after."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from turntide.web.audit.by import By
from turntide.web.delivery.models import Group, GroupEdit
from turntide.web.delivery.services.grouping import record
from turntide.web.delivery.store.groups import remit_field, remit_in
from turntide.web.plans.models import Plan


@dataclass(frozen=True, slots=True)
class Looked:
    """What of one plan a group is to look after: all of it, or headings with all beneath them, or single actions."""

    whole: bool = False
    headings: Collection[UUID] = ()
    actions: Collection[UUID] = ()


def set_remit(*, group: Group, plan: Plan, looked: Looked, saw: int, by: By) -> GroupEdit | None:
    """Say what of a plan a group looks after; its other plans stay as they are. None where nothing changes.

    Raises GroupChangedMeanwhileError.
    """
    chosen = {
        "plan": [plan.pk] if looked.whole else [],
        "heading": looked.headings,
        "action": looked.actions,
    }
    wanted: dict[str, bool | None] = {}
    for kind, held in remit_in(group, plan).items():
        wanted |= {remit_field(kind, id_): None for id_ in held}
        wanted |= {remit_field(kind, id_): True for id_ in chosen[kind]}
    return record("set remit", group, wanted, by=by, saw=saw)
