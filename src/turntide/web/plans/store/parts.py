"""The parts of actions that are rows of their own: put so that a part which stays keeps its row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Model

from turntide.exchange.interchange import part_as_data
from turntide.plan.model import Body
from turntide.web.organisations.models import Organisation
from turntide.web.plans.models import Involvement, Measure, Milestone, Part, Placement, Programme, Tie
from turntide.web.plans.store.rows import Fields, day
from turntide.web.plans.store.states import ActionState

Wanted = Mapping[UUID, Sequence[Fields]]


def put_milestones(states: Iterable[ActionState]) -> None:
    """Steps on the way; one whose words stay keeps its row."""
    _settle(
        Milestone, {UUID(state.id): list(map(_milestone, state.read.milestones)) for state in states}, "text"
    )


def put_measures(states: Iterable[ActionState]) -> None:
    """How success is known; a measure whose words stay keeps its row."""
    _settle(Measure, {UUID(state.id): list(map(_measure, state.read.measures)) for state in states}, "text")


def put_involvements(states: Iterable[ActionState], bodies: Mapping[str, Organisation]) -> None:
    """Who is involved. ``bodies`` gives the body each name means."""
    _settle(Involvement, {UUID(state.id): _involvements(state, bodies) for state in states}, "name")


def put_ties(states: Iterable[ActionState], programmes: Mapping[str, Programme]) -> None:
    """The programmes actions belong to, each once."""
    _settle(Tie, {UUID(state.id): _ties(state, programmes) for state in states}, "programme_id")


def put_placements(states: Iterable[ActionState]) -> None:
    """The headings actions stand under."""
    wanted = {UUID(state.id): _placements(state) for state in states}
    # Which placement is the main one may change hands, and only one may be main at any moment.
    Placement.objects.filter(action_id__in=wanted, main=True).update(main=False)
    _settle(Placement, wanted, "heading_id")


def _milestone(part: Any) -> Fields:
    return {
        "text": part.text,
        "due": day(part.due),
        "cadence": (part.cadence or "")[:100],
        "wording": part.wording or "",
        "source": part_as_data(part.source),
    }


def _measure(part: Any) -> Fields:
    return {
        "text": part.text,
        "target": part.target or "",
        "groups": list(part.groups),
        "wording": part.wording or "",
        "source": part_as_data(part.source),
    }


def _involvements(state: ActionState, bodies: Mapping[str, Organisation]) -> list[Fields]:
    named: list[tuple[Part, Body]] = [(Part.LEAD, body) for body in state.read.leads]
    named += [(Part.PARTNER, body) for body in state.read.partners]
    return [
        {
            "organisation_id": bodies[body.name].pk,
            "part": part,
            "name": body.name[:300],
            "source": part_as_data(body.source),
        }
        for part, body in named
    ]


def _ties(state: ActionState, programmes: Mapping[str, Programme]) -> list[Fields]:
    once = {programme.name: programme for programme in state.read.programmes}
    return [
        {"programme_id": programmes[name].pk, "source": part_as_data(programme.source)}
        for name, programme in once.items()
    ]


def _placements(state: ActionState) -> list[Fields]:
    main = [{"heading_id": UUID(state.read.under), "main": True}] if state.read.under else []
    others = [id_ for id_ in dict.fromkeys(state.also_under) if id_ != state.read.under]
    return main + [{"heading_id": UUID(id_), "main": False} for id_ in others]


def _settle(model: type[Model], wanted: Wanted, named_by: str) -> None:
    """Make the rows of each action those that are wanted: same name keeps its row, the rest goes or comes."""
    rows: dict[UUID, list[Any]] = defaultdict(list)
    for row in model._default_manager.filter(action_id__in=list(wanted)).order_by("pk"):
        rows[row.action_id].append(row)  # type: ignore[attr-defined]
    new, changed, gone = [], [], []
    ordered = any(field.name == "position" for field in model._meta.fields)
    for action_id, parts in wanted.items():
        left = rows[action_id]
        for at, part in enumerate(parts):
            fields = part | ({"position": at} if ordered else {})
            row = _taken(left, named_by, part[named_by])
            if row is None:
                new.append(model(action_id=action_id, **fields))
            elif _differs(row, fields):
                changed.append(_with(row, fields))
        gone += left
    _write(model, new, changed, gone)


def _write(model: type[Model], new: list[Any], changed: list[Any], gone: list[Any]) -> None:
    model._default_manager.filter(pk__in=[row.pk for row in gone]).delete()
    names = [field.name for field in model._meta.fields if not field.primary_key]
    if changed:
        model._default_manager.bulk_update(changed, names, batch_size=100)
    model._default_manager.bulk_create(new, batch_size=500)


def _taken(rows: list[Any], named_by: str, name: Any) -> Any:
    found = next((row for row in rows if getattr(row, named_by) == name), None)
    if found is not None:
        rows.remove(found)
    return found


def _differs(row: Any, fields: Fields) -> bool:
    return any(getattr(row, name) != value for name, value in fields.items())


def _with(row: Any, fields: Fields) -> Any:
    for name, value in fields.items():
        setattr(row, name, value)
    return row
