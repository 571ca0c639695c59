"""Actions with their parts as they stood at a moment."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from turntide.web.accounts.models import Place
from turntide.web.periods.rules.record import MeasureThen, MilestoneThen
from turntide.web.periods.store.asked import AT_ONCE, Moment, key_of
from turntide.web.periods.store.bodies import Bodies, bodies_named
from turntide.web.periods.store.parts_then import NO_PARTS, Parts, milestones_named, parts_of
from turntide.web.periods.store.plans_then import PlanRow, stood
from turntide.web.periods.store.states_then import states_then
from turntide.web.plans.models import Action, Placement
from turntide.web.plans.store.states import ACTION, ActionState


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action as its plan has it. ``under`` is its main heading, ``also_under`` others it serves."""

    id: UUID
    plan: UUID
    position: float
    ref: str
    text: str
    detail: str
    when: str
    starts: str
    ends: str
    wording: str
    lifecycle: str
    confidence: str
    under: UUID | None
    also_under: tuple[UUID, ...]
    parts: Parts


def actions_of(place: Place, plans: Sequence[PlanRow], moment: Moment) -> list[ActionRow]:
    """The actions that stood in these plans, in the plans' order; a fixed number of queries."""
    order = {each.id: at for at, each in enumerate(plans)}
    found, parts = _as_they_are(order, moment), parts_of(order)
    for id_, row in found.items():
        found[id_] = replace(row, parts=parts.get(id_.hex, NO_PARTS))
    _put_before(found, place, order, moment)
    return sorted(found.values(), key=lambda each: (order[each.plan], each.position, each.id))


_FIELDS = (
    *("pk", "plan_id", "position", "ref", "text", "detail", "when_wording", "starts", "ends"),
    *("status_wording", "lifecycle", "confidence"),
)


def _as_they_are(plans: Collection[UUID], moment: Moment) -> dict[UUID, ActionRow]:
    under, also = _placements(plans)
    rows = Action.objects.filter(stood(moment), plan__in=plans, merged_into=None, made_at__lte=moment.at)
    found = {}
    for id_, plan, position, *said in rows.order_by().values_list(*_FIELDS).iterator(AT_ONCE):
        ref, text, detail, when, starts, ends, wording, lifecycle, confidence = said
        found[id_] = ActionRow(
            id=id_,
            plan=plan,
            position=position,
            ref=ref,
            text=text,
            detail=detail,
            when=when,
            starts=_day(starts),
            ends=_day(ends),
            wording=wording,
            lifecycle=lifecycle,
            confidence=confidence,
            under=under.get(id_.hex),
            also_under=also.get(id_.hex, ()),
            parts=NO_PARTS,
        )
    return found


def _placements(plans: Collection[UUID]) -> tuple[Mapping[str, UUID], Mapping[str, tuple[UUID, ...]]]:
    """The main heading of each action, and the others, by `key_of`. A heading's id is one object, however often."""
    known: dict[str, UUID] = {}
    main: dict[str, UUID] = {}
    also: dict[str, tuple[UUID, ...]] = {}
    rows = Placement.objects.filter(action__plan__in=plans).order_by("heading_id")
    told = rows.annotate(of=key_of("action"), under=key_of("heading")).values_list("of", "under", "main")
    for action, under, is_main in told.iterator(AT_ONCE):
        heading = known.get(under) or known.setdefault(under, UUID(under))
        if is_main:
            main[action] = heading
        else:
            also[action] = (*also.get(action, ()), heading)
    return main, also


def _put_before(found: dict[UUID, ActionRow], place: Place, plans: Collection[UUID], moment: Moment) -> None:
    """Put what was changed since as it stood before, and take out what was not there."""
    if moment.is_now:
        return
    past = _Past(
        bodies=bodies_named(place),
        plans=dict(Action.objects.filter(plan__in=plans).values_list("pk", "plan_id")),
        milestones=milestones_named(plans),
    )
    for id_, state in states_then(place, ACTION, moment):
        found.pop(id_, None)
        stands = isinstance(state, ActionState) and not (state.retired or state.merged_into)
        if isinstance(state, ActionState) and stands and id_ in past.plans:
            found[id_] = past.row(id_, state)


@dataclass(frozen=True, slots=True)
class _Past:
    """What it takes to make rows of past states: who is meant by names, and which milestones words mean."""

    bodies: Bodies
    plans: Mapping[UUID, UUID]
    milestones: Mapping[tuple[UUID, str], str]

    def row(self, id_: UUID, state: ActionState) -> ActionRow:
        """An action as it stood; as long as its row would hold it."""
        read = state.read
        when, status = read.timescale, read.status
        return ActionRow(
            id=id_,
            plan=self.plans[id_],
            position=state.position,
            ref=(read.ref or "")[:100],
            text=read.text,
            detail=read.detail or "",
            when=when.wording if when else "",
            starts=(when.start or "") if when else "",
            ends=(when.end or "") if when else "",
            wording=status.wording if status else "",
            lifecycle=(status.lifecycle or "") if status else "",
            confidence=(status.confidence or "") if status else "",
            under=UUID(read.under) if read.under else None,
            also_under=tuple(UUID(each) for each in state.also_under),
            parts=self._parts(id_, state),
        )

    def _parts(self, id_: UUID, state: ActionState) -> Parts:
        read = state.read
        return Parts(
            leads=self.bodies.of(each.name for each in read.leads),
            partners=self.bodies.of(each.name for each in read.partners),
            milestones=tuple(
                MilestoneThen(self.milestones.get((id_, each.text), ""), each.text, each.due or "")
                for each in read.milestones
            ),
            measures=tuple(
                MeasureThen(each.text, each.target or "", tuple(each.groups)) for each in read.measures
            ),
        )


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""
