"""The reading each example must give, straight from the invented plan and never from a reader."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from examples_of_plans.invented import Invented, Promise


def expected(file: str, plan: Invented) -> dict[str, Any]:
    """What a reading of this file must hold, as plain data."""
    return {
        "file": file,
        "kind": plan.kind,
        "title": plan.title,
        "vision": plan.vision,
        "actions": [expected_action(promise) for promise in plan.promises],
        "notes": [{"text": promise.note, "about": promise.text} for promise in plan.promises if promise.note],
        "budget": list(plan.budget),
        "takeaways": len(plan.takeaways),
        "groups_of_actors": [
            {"actors": list(group.actors), "behaviours": list(group.behaviours)} for group in plan.groups
        ],
    }


def expected_action(promise: Promise) -> dict[str, Any]:
    """One action; what the plan does not say is null."""
    return {
        "ref": promise.ref,
        "path": list(promise.path),
        "objective": promise.objective,
        "text": promise.text,
        "detail": promise.detail,
        "owners": list(promise.bodies) or None,
        "leads": list(promise.leads) or None,
        "partners": list(promise.partners) or None,
        "when": promise.when,
        "milestone": promise.milestone,
        "measure": promise.measure,
        "rationale": promise.rationale,
        "weights": {name: float(share) for name, share in promise.weights} or None,
        "status": promise.status,
        "progress": promise.progress,
    }


def written(reading: Mapping[str, Any]) -> bytes:
    """The expected reading as the file's bytes."""
    return (json.dumps(reading, ensure_ascii=False, indent=1) + "\n").encode()


def with_note(plan: Invented, text: str, note: str) -> Invented:
    """The plan with a drafter's note in the cell of one action."""
    promises = tuple(replace(one, note=note) if one.text == text else one for one in plan.promises)
    return replace(plan, promises=promises)
