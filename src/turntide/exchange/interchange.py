"""The interchange standard as JSON: a plan to text, and the text back to the same plan."""

from __future__ import annotations

import json
import re
from dataclasses import is_dataclass
from typing import Any, TypeVar

from turntide.exchange.errors import ExchangeError
from turntide.exchange.taking_in import taken_in
from turntide.plan.model import STANDARD, Action, Plan
from turntide.plan.schema import keys
from turntide.plan.source import Spot

_Part = TypeVar("_Part")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(plan: Plan) -> str:
    """The plan in the standard's keys and order; the same plan gives the same text.

    Raises ExchangeError where a number is not finite: JSON has no word for that.
    """
    try:
        text = json.dumps(as_data(plan), ensure_ascii=False, indent=1, allow_nan=False)
    except ValueError as wrong:
        raise ExchangeError("An amount or a weighting of this plan is not a finite number.") from wrong
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def from_json(text: str) -> Plan:
    """The plan this text holds. Unknown keys are accepted and not kept; ``weights`` counts only
    where ``weightings`` is not given.

    Raises ExchangeError, with the place in the file, where a key is missing or of another type.
    """
    data = loaded(text)
    if not isinstance(data, dict) or "standard" not in data:
        raise ExchangeError(f'This is not a plan of the standard: it has no "standard": "{STANDARD}".')
    if data["standard"] != STANDARD:
        raise ExchangeError(f"This file is of {data['standard']!r}; this version reads {STANDARD!r}.")
    plan = taken_in(data, Plan, "")
    assert isinstance(plan, Plan)
    return plan


def loaded(text: str) -> Any:
    """The JSON in a text as plain data. Raises ExchangeError where it is no JSON, or nested without end."""
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as wrong:
        raise ExchangeError(f"This is not JSON: {wrong.msg} at line {wrong.lineno}.") from wrong
    except (RecursionError, ValueError) as wrong:
        raise ExchangeError("This JSON is nested too deeply or holds a number too long to read.") from wrong


def as_data(plan: Plan) -> dict[str, Any]:
    """The plan as plain dicts and lists in the standard's keys, ready for any JSON writer."""
    data: dict[str, Any] = _plain(plan)
    return data


def part_as_data(part: Any) -> Any:
    """A part of a plan (an action, a source, a tuple of milestones) as plain data in the standard's keys."""
    return _plain(part)


def part_from(data: Any, kind: type[_Part]) -> _Part:
    """A part of a plan from plain data. Raises ExchangeError where the data is not of that kind."""
    part = taken_in(data, kind, "")
    assert isinstance(part, kind)
    return part


def _plain(thing: Any) -> Any:
    if isinstance(thing, Spot):
        return {key: _plain(getattr(thing, key)) for key in keys(Spot) if getattr(thing, key) is not None}
    if is_dataclass(thing) and not isinstance(thing, type):
        return {key: _value(thing, key) for key in keys(type(thing))}
    if isinstance(thing, tuple):
        return [_plain(item) for item in thing]
    return thing


def _value(thing: Any, key: str) -> Any:
    if key == "sources":
        return {name: _plain(source) for name, source in thing.sources}
    if key == "weights" and isinstance(thing, Action):
        return thing.weights
    return _plain(getattr(thing, key))
