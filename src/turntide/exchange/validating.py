"""Says in sentences what is wrong with a file of the standard, so that its maker can put it right."""

from __future__ import annotations

from collections import Counter
from typing import Any

from turntide.exchange.errors import ExchangeError
from turntide.exchange.interchange import from_json, loaded
from turntide.exchange.schema_walk import breaches
from turntide.plan.model import Plan
from turntide.plan.schema import schema


def validate(text: str) -> list[str]:
    """What is wrong with this text as a plan of the standard, in the file's order; empty: nothing.

    Held to the JSON Schema first; a text that keeps it is then asked whether its ids are unique, whether each
    ``under``, ``parent`` and ``about`` names one, whether no heading stands under itself, and whether
    ``weights`` agrees with ``weightings``.
    """
    try:
        data = loaded(text)
    except ExchangeError as wrong:
        return [wrong.sentence]
    found = breaches(data, schema())
    return found or _of_plan(text, data)


def _of_plan(text: str, data: dict[str, Any]) -> list[str]:
    try:
        plan = from_json(text)
    except ExchangeError as wrong:
        return [wrong.sentence]
    return [*repeated_ids(plan), *loose_references(plan), *loops(plan), *_weights(plan, data)]


def repeated_ids(plan: Plan) -> list[str]:
    """One sentence for each id that more than one heading or action bears."""
    ids = [heading.id for heading in plan.headings] + [action.id for action in plan.actions]
    counts = Counter(ids)
    return [
        f"The id {id_!r} stands {count} times; an id names one thing."
        for id_, count in counts.items()
        if count > 1
    ]


def loose_references(plan: Plan) -> list[str]:
    """One sentence for each ``parent``, ``under`` or ``about`` that names nothing in the plan."""
    headings = {heading.id for heading in plan.headings}
    anything = headings | {action.id for action in plan.actions}
    asked = [
        *((f"headings[{at}].parent", item.parent, headings) for at, item in enumerate(plan.headings)),
        *((f"actions[{at}].under", item.under, headings) for at, item in enumerate(plan.actions)),
        *((f"notes[{at}].about", item.about, anything) for at, item in enumerate(plan.notes)),
        *((f"findings[{at}].about", item.about, anything) for at, item in enumerate(plan.findings)),
    ]
    return [
        f"{place} is {id_!r}, which names nothing here."
        for place, id_, ids in asked
        if id_ not in {None, *ids}
    ]


def loops(plan: Plan) -> list[str]:
    """One sentence for each heading that stands, by its parents, under itself."""
    parents = {heading.id: heading.parent for heading in plan.headings}
    return [f"The heading {id_!r} stands under itself." for id_ in parents if _returns(id_, parents)]


def _returns(id_: str, parents: dict[str, str | None]) -> bool:
    seen: set[str | None] = set()
    at = parents[id_]
    while at is not None and at not in seen and at != id_:
        seen.add(at)
        at = parents.get(at)
    return at == id_


def _weights(plan: Plan, data: dict[str, Any]) -> list[str]:
    given = [item.get("weights") for item in data.get("actions", [])]
    return [
        f"actions[{at}].weights does not agree with its weightings."
        for at, (weights, action) in enumerate(zip(given, plan.actions, strict=True))
        if weights is not None and weights != action.weights
    ]
