"""What a state looks like as the fields of its row: pure."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from turntide.exchange.interchange import part_as_data
from turntide.plan.model import Sources, Status, Timescale
from turntide.web.plans.store.states import ActionState, HeadingState, PlanState
from turntide.web.plans.store.taking_out import PLAN_PARTS

Fields = dict[str, Any]


def plan_fields(state: PlanState) -> Fields:
    """A plan's columns."""
    data = state.as_data()
    parts = {name: data[name] for name in PLAN_PARTS}
    return parts | {
        "kind": state.kind,
        "title": state.title[:500],
        "vision": state.vision or "",
        "retired_at": moment(state.retired),
    }


def heading_fields(state: HeadingState) -> Fields:
    """A heading's columns."""
    read = state.read
    return {
        "parent_id": UUID(read.parent) if read.parent else None,
        "position": state.position,
        "level": read.level[:200],
        "ref": (read.ref or "")[:100],
        "text": read.text,
        "rationale": read.rationale or "",
        "source": part_as_data(read.source),
        "sources": sources_data(read.sources),
        "retired_at": moment(state.retired),
    }


def action_fields(state: ActionState) -> Fields:
    """An action's own columns; owners, milestones, measures, programmes and placements are rows of their own."""
    read = state.read
    return {
        "position": state.position,
        "ref": (read.ref or "")[:100],
        "text": read.text,
        "detail": read.detail or "",
        "rationale": read.rationale or "",
        "involving": read.involving or "",
        **_when(read.timescale),
        **_status(read.status),
        "weightings": part_as_data(read.weightings),
        "money": part_as_data(read.money),
        "progress": part_as_data(read.progress),
        "remarks": part_as_data(read.remarks),
        "source": part_as_data(read.source),
        "sources": sources_data(read.sources),
        "retired_at": moment(state.retired),
        "merged_into_id": UUID(state.merged_into) if state.merged_into else None,
    }


def _when(timescale: Timescale | None) -> Fields:
    return {
        "when_wording": timescale.wording if timescale else "",
        "starts": day(timescale.start) if timescale else None,
        "ends": day(timescale.end) if timescale else None,
        "recurs": (timescale.recurs or "")[:100] if timescale else "",
        "when_source": part_as_data(timescale.source) if timescale else None,
    }


def _status(status: Status | None) -> Fields:
    return {
        "status_wording": status.wording if status else "",
        "lifecycle": (status.lifecycle or "") if status else "",
        "confidence": (status.confidence or "") if status else "",
        "status_source": part_as_data(status.source) if status else None,
    }


def sources_data(sources: Sources) -> Fields:
    """The places of single values, as JSON."""
    return {name: part_as_data(source) for name, source in sources}


def day(wording: str | None) -> date | None:
    """An ISO day as a date."""
    return date.fromisoformat(wording) if wording else None


def moment(wording: str | None) -> datetime | None:
    """An ISO moment as a time."""
    return datetime.fromisoformat(wording) if wording else None
