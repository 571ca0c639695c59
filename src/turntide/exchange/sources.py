"""A plan without the places its values came from: what a table or a page for people carries."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from turntide.plan.model import Plan

Thing = TypeVar("Thing")


def without_sources(plan: Plan) -> Plan:
    """The same plan with every ``source`` None and every ``sources`` empty; all else stays."""
    return _bare(plan)


def _bare(thing: Thing) -> Thing:
    values = {field.name: _bare_value(field.name, getattr(thing, field.name)) for field in fields(thing)}  # type: ignore[arg-type]
    return type(thing)(**values)


def _bare_value(name: str, value: Any) -> Any:
    if name == "source":
        return None
    if name == "sources":
        return ()
    if isinstance(value, tuple):
        return tuple(_bare_value("", item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return _bare(value)
    return value
