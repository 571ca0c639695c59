"""An action in the interchange standard's keys, and how it is shown. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from turntide.web.periods.rules.record import ActionThen, MeasureThen, MilestoneThen, PlanThen, StatementThen
from turntide.web.publishing.rules.giving import Given, given_confidence, without_colours

_COLOURS = ("red", "amber", "green")


def action_given(given: Given, plan: PlanThen, action: ActionThen) -> Mapping[str, Any]:
    """Every key of the standard, then those beside them."""
    return {
        "id": action.id,
        "ref": action.ref or None,
        "text": action.text,
        "detail": action.detail or None,
        "under": action.path[-1] if action.path else None,
        "rationale": None,
        "leads": [_body(each.id, each.name) for each in action.leads],
        "partners": [_body(each.id, each.name) for each in action.partners],
        "timescale": _timescale(action),
        "milestones": [_milestone(each) for each in action.milestones],
        "measures": [_measure(each) for each in action.measures],
        "weights": {},
        "money": [],
        "status": _status(action, plan),
        "progress": _progress(action.statement),
        "programmes": [],
        "source": None,
        "involving": None,
        "weightings": [],
        "remarks": [],
        "sources": {},
        "identifier": given.addresses.action(action.id),
        "plain": given.about.words.get(action.id),
        "shown": _shown(action, plan),
    }


def _shown(action: ActionThen, plan: PlanThen) -> Mapping[str, Any]:
    """How an action is shown: the words the figures count by, the plan's own words for them, and since when."""
    return {
        "lifecycle": action.lifecycle or None,
        "lifecycle_label": action.lifecycle_label or None,
        "confidence": given_confidence(action, plan) or None,
        "confidence_label": (not without_colours(plan) and action.confidence_label) or None,
        "freshness": action.freshness or None,
        "freshness_label": action.freshness_label or None,
        "since": action.since or None,
        "reported": action.reported,
    }


def _body(id_: str, name: str) -> Mapping[str, Any]:
    return {"name": name, "source": None, "id": id_ or None}


def _timescale(action: ActionThen) -> Mapping[str, Any] | None:
    if not (action.when or action.starts or action.ends):
        return None
    dates = {"start": action.starts or None, "end": action.ends or None}
    return {"wording": action.when, **dates, "recurs": None, "source": None}


def _milestone(step: MilestoneThen) -> Mapping[str, Any]:
    plain = {"text": step.text, "due": step.due or None, "cadence": None, "wording": None, "source": None}
    return plain | {"id": step.id, "was": step.was or None, "met": step.met_on or None}


def _measure(measure: MeasureThen) -> Mapping[str, Any]:
    told = {"text": measure.text, "target": measure.target or None, "groups": list(measure.groups)}
    return told | {"wording": None, "source": None}


def _status(action: ActionThen, plan: PlanThen) -> Mapping[str, Any] | None:
    """In the standard's words, which know no blue: complete is told by the lifecycle."""
    confidence = given_confidence(action, plan)
    if not (action.lifecycle or confidence or action.status_wording):
        return None
    return {
        "wording": action.status_wording or action.lifecycle_label or action.lifecycle,
        "lifecycle": action.lifecycle or None,
        "confidence": confidence if confidence in _COLOURS else None,
        "source": None,
    }


def _progress(said: StatementThen | None) -> list[Mapping[str, Any]]:
    if said is None or not said.public:
        return []
    return [{"text": said.public, "dated": said.on or None, "source": None}]
