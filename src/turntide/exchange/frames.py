"""A plan as plain tables, for notebooks and spreadsheets: rows of text and numbers, no nesting."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from turntide.plan.model import Action, Plan

Row = dict[str, Any]
LIBRARIES = ("pandas", "polars")
LINE = "\n"
"""Parts several texts in one cell."""


class NoTableLibrary(ImportError):  # noqa: N818 - what is the matter, in a word
    """Neither pandas nor polars is installed."""


def tables(plan: Plan) -> dict[str, list[Row]]:
    """The plan as tables by name: actions, and what there may be several of, each with its action's id."""
    return {
        "actions": [_action(plan, action) for action in plan.actions],
        "headings": [_heading(plan, at) for at in range(len(plan.headings))],
        "owners": [
            {"action": action.id, "role": role, "name": body.name}
            for action in plan.actions
            for role, bodies in (("lead", action.leads), ("partner", action.partners))
            for body in bodies
        ],
        "milestones": _each(plan, "milestones", ("text", "due", "cadence")),
        "measures": _each(plan, "measures", ("text", "target", "groups")),
        "weightings": _each(plan, "weightings", ("name", "wording", "value")),
        "money": _each(plan, "money", ("wording", "amount", "currency")),
        "progress": _each(plan, "progress", ("text", "dated")),
        "programmes": _each(plan, "programmes", ("name",)),
        "remarks": _each(plan, "remarks", ("heading", "text")),
        "budget": [{"text": line.text, "amount": line.amount} for line in plan.budget],
        "notes": [{"about": note.about, "kind": note.kind, "text": note.text} for note in plan.notes],
        "findings": [
            {
                "about": finding.about,
                "kind": finding.kind,
                "message": finding.message,
                "place": _place(finding),
            }
            for finding in plan.findings
        ],
    }


def to_frame(plan: Plan, table: str = "actions", library: str | None = None) -> Any:
    """One of the plan's tables as a data frame of pandas or polars, whichever is installed.

    ``table`` is a name that `tables` gives, ``library`` "pandas" or "polars" where it matters which. Raises
    NoTableLibrary where it is not installed, and KeyError for a table there is not.
    """
    rows = tables(plan)[table]
    wanted = (library,) if library else LIBRARIES
    found = next((name for name in wanted if name in LIBRARIES and find_spec(name)), None)
    if found is None:
        raise NoTableLibrary(
            f"A table needs {' or '.join(wanted)}: install it with “pip install {wanted[0]}”."
        )
    made = import_module(found)
    # Without columns named, polars would guess their types from the first rows only.
    return made.DataFrame(rows) if found == "pandas" else made.DataFrame(rows, infer_schema_length=None)


def _action(plan: Plan, action: Action) -> Row:
    when, status = action.timescale, action.status
    return {
        "id": action.id,
        **_levels(plan, action),
        "ref": action.ref,
        "text": action.text,
        "detail": action.detail,
        "rationale": action.rationale,
        "leads": LINE.join(body.name for body in action.leads),
        "partners": LINE.join(body.name for body in action.partners),
        "timescale": when.wording if when else None,
        "start": when.start if when else None,
        "end": when.end if when else None,
        "recurs": when.recurs if when else None,
        "milestones": LINE.join(milestone.text for milestone in action.milestones),
        "measures": LINE.join(measure.text for measure in action.measures),
        **{f"weight {name}": _weight(action, name) for name in _weight_names(plan)},
        "status": status.wording if status else None,
        "lifecycle": status.lifecycle if status else None,
        "confidence": status.confidence if status else None,
        "progress": LINE.join(progress.text for progress in action.progress),
        "programmes": LINE.join(programme.name for programme in action.programmes),
        "place": _place(action),
    }


def _levels(plan: Plan, action: Action) -> Row:
    """The plan's own levels as columns, named "level: Theme" so that none hides another column."""
    names = dict.fromkeys([*plan.levels, *(heading.level for heading in plan.headings)])
    texts = {heading.level: heading.text for heading in plan.path(action)}
    return {f"level: {name}": texts.get(name) for name in names}


def _weight_names(plan: Plan) -> list[str]:
    return list(dict.fromkeys(one.name for action in plan.actions for one in action.weightings))


def _weight(action: Action, name: str) -> float | None:
    return action.weights.get(name)


def _heading(plan: Plan, at: int) -> Row:
    heading = plan.headings[at]
    parts = ("id", "level", "ref", "text", "parent", "rationale")
    return {part: getattr(heading, part) for part in parts} | {"place": _place(heading)}


def _each(plan: Plan, field: str, parts: tuple[str, ...]) -> list[Row]:
    return [
        {"action": action.id} | {part: _cell(getattr(thing, part)) for part in parts}
        for action in plan.actions
        for thing in getattr(action, field)
    ]


def _cell(value: Any) -> Any:
    return LINE.join(value) if isinstance(value, tuple) else value


def _place(thing: Any) -> str | None:
    return str(thing.source) if thing.source else None
