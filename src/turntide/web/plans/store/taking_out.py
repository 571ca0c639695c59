"""Rows to states and to the library's plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch

from turntide.exchange.interchange import part_from
from turntide.plan import model as plain
from turntide.plan.source import Source
from turntide.web.plans.models import Action, Actions, Heading, Involvement, Note, Part, Placement, Plan, Tie
from turntide.web.plans.store.states import ActionState, HeadingState, PlanState, hex_id


def whole(actions: Actions) -> Actions:
    """Actions with all their parts, in a fixed number of queries however many there are."""
    return actions.prefetch_related(
        Prefetch("involvements", Involvement.objects.order_by("position", "id")),
        Prefetch("placements", Placement.objects.order_by("id")),
        Prefetch("ties", Tie.objects.select_related("programme")),
        "milestones",
        "measures",
    )


def action_state(row: Action) -> ActionState:
    """An action fetched `whole`, as a state."""
    return ActionState(
        read=action_as_read(row),
        position=row.position,
        also_under=tuple(sorted(hex_id(each.heading_id) for each in row.placements.all() if not each.main)),
        retired=_moment(row.retired_at),
        merged_into=hex_id(row.merged_into_id) if row.merged_into_id else None,
    )


def heading_state(row: Heading) -> HeadingState:
    """A heading as a state."""
    return HeadingState(heading_as_read(row), row.position, _moment(row.retired_at))


def plan_state(row: Plan) -> PlanState:
    """What a plan says of itself, as a state."""
    return PlanState.from_data(
        {
            "id": hex_id(row.pk),
            "title": row.title,
            "kind": row.kind,
            "vision": row.vision or None,
            "retired": _moment(row.retired_at),
            **{name: getattr(row, name) for name in PLAN_PARTS},
        }
    )


PLAN_PARTS = ("period", "levels", "columns", "budget", "actors", "takeaways", "sources")


def action_as_read(row: Action) -> plain.Action:
    """An action fetched `whole`, as the library's."""
    main = next((each.heading_id for each in row.placements.all() if each.main), None)
    involvements = row.involvements.all()
    return plain.Action(
        id=hex_id(row.pk),
        text=row.text,
        ref=row.ref or None,
        detail=row.detail or None,
        under=hex_id(main) if main else None,
        rationale=row.rationale or None,
        involving=row.involving or None,
        leads=tuple(_body(each) for each in involvements if each.part == Part.LEAD),
        partners=tuple(_body(each) for each in involvements if each.part == Part.PARTNER),
        timescale=_timescale(row),
        milestones=tuple(
            plain.Milestone(
                each.text, _day(each.due), each.cadence or None, each.wording or None, _source(each.source)
            )
            for each in row.milestones.all()
        ),
        measures=tuple(
            plain.Measure(
                each.text, each.target or None, tuple(each.groups), each.wording or None, _source(each.source)
            )
            for each in row.measures.all()
        ),
        weightings=_parts(row.weightings, plain.Weighting),
        money=_parts(row.money, plain.Money),
        status=_status(row),
        progress=_parts(row.progress, plain.Progress),
        programmes=tuple(plain.Programme(tie.programme.name, _source(tie.source)) for tie in row.ties.all()),
        remarks=_parts(row.remarks, plain.Remark),
        source=_source(row.source),
        sources=_sources(row.sources),
    )


def heading_as_read(row: Heading) -> plain.Heading:
    """A heading as the library's."""
    return plain.Heading(
        id=hex_id(row.pk),
        level=row.level,
        text=row.text,
        ref=row.ref or None,
        parent=hex_id(row.parent_id) if row.parent_id else None,
        rationale=row.rationale or None,
        source=_source(row.source),
        sources=_sources(row.sources),
    )


def plan_as_read(row: Plan, actions: Actions | None = None) -> plain.Plan:
    """The whole plan as the library's, or with these actions alone; what is retired is left out."""
    chosen = whole(row.actions.all() if actions is None else actions).filter(
        retired_at=None, merged_into=None
    )
    read = tuple(action_as_read(each) for each in chosen)
    state = plan_state(row)
    return plain.Plan(
        kind=state.kind,
        title=state.title,
        vision=state.vision,
        period=state.period,
        levels=state.levels,
        columns=state.columns,
        headings=tuple(heading_as_read(each) for each in row.headings.filter(retired_at=None)),
        actions=read,
        budget=state.budget,
        actors=state.actors,
        takeaways=state.takeaways,
        notes=tuple(note_as_read(each) for each in _notes(row, read if actions is not None else None)),
        sources=state.sources,
    )


def _notes(row: Plan, chosen: tuple[plain.Action, ...] | None) -> Iterable[Note]:
    if chosen is None:
        return row.notes.all()
    return row.notes.filter(action_id__in=[action.id for action in chosen])


def note_as_read(row: Note) -> plain.Note:
    """A note as the library's."""
    about = row.action_id or row.heading_id
    return plain.Note(row.text, row.kind, hex_id(about) if about else None, _source(row.source))


def _body(row: Involvement) -> plain.Body:
    return plain.Body(row.name, _source(row.source))


def _timescale(row: Action) -> plain.Timescale | None:
    if not row.when_wording:
        return None
    return plain.Timescale(
        row.when_wording, _day(row.starts), _day(row.ends), row.recurs or None, _source(row.when_source)
    )


def _status(row: Action) -> plain.Status | None:
    if not (row.status_wording or row.lifecycle or row.confidence):
        return None
    return plain.Status(
        row.status_wording, row.lifecycle or None, row.confidence or None, _source(row.status_source)
    )


def _parts(data: list[Any], kind: type[Any]) -> tuple[Any, ...]:
    return tuple(part_from(each, kind) for each in data)


def _source(data: dict[str, Any] | None) -> Source | None:
    return part_from(data, Source) if data else None


def _sources(data: dict[str, Any]) -> plain.Sources:
    return tuple((name, part_from(source, Source)) for name, source in data.items())


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
