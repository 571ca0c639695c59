"""The JSON Schema of the interchange standard, made from the types of `turntide.plan.model`.

The types are the standard; this only writes them in JSON Schema's words (draft 2020-12).
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from turntide.plan import model
from turntide.plan.meanings import MEANINGS
from turntide.plan.source import Source

# The keys that come first, where their order in the standard differs from that of the type.
FIRST_KEYS: dict[str, tuple[str, ...]] = {
    "Plan": ("standard",),
    "Heading": ("id", "level", "ref", "text", "parent", "rationale", "source"),
    "Action": (
        *("id", "ref", "text", "detail", "under", "rationale", "leads", "partners", "timescale"),
        *("milestones", "measures", "weights", "money", "status", "progress", "programmes", "source"),
    ),
    "Note": ("text", "about", "kind"),
    "Finding": ("kind", "about", "message"),
}
CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("Plan", "kind"): (model.PLAN, model.WORKSHOP),
    ("Status", "lifecycle"): model.LIFECYCLES,
    ("Status", "confidence"): model.CONFIDENCES,
}
DATES = ("start", "end", "due", "dated")
# Some engines, Python's among them, let "$" stand before a last newline too: hence what stands before it.
DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\n)$"


def schema() -> dict[str, Any]:
    """The whole schema as plain data. Keys may be added to a file, so unknown keys are allowed."""
    kinds: dict[str, type] = {}
    _collect(model.Plan, kinds)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "turntide-plan-1.schema.json",
        "title": model.STANDARD,
        "description": "An action plan as data. See docs/standard.md.",
        "$ref": "#/$defs/Plan",
        "$defs": {name: _object(kind) for name, kind in sorted(kinds.items())},
    }


def schema_text() -> str:
    """The schema as the file docs/turntide-plan-1.schema.json holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


@cache
def keys(kind: type) -> tuple[str, ...]:
    """The keys of a type in the standard's order; an action's ``weights`` is among them."""
    first = FIRST_KEYS.get(kind.__name__, ())
    return first + tuple(field.name for field in fields(kind) if field.name not in first)


@cache
def hints(kind: type) -> Mapping[str, Any]:
    """The resolved type of each field of a type."""
    return get_type_hints(kind)


def is_required(field: Field[Any]) -> bool:
    """Whether a file must have this key: it must where the type has no default for it."""
    return field.default is MISSING and field.default_factory is MISSING


@cache
def is_optional(hint: Any) -> bool:
    """Whether a type allows None."""
    return get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)


@cache
def present(hint: Any) -> Any:
    """An optional type without its None."""
    return next(part for part in get_args(hint) if part is not type(None)) if is_optional(hint) else hint


def _collect(hint: Any, kinds: dict[str, type]) -> None:
    if is_dataclass(hint) and isinstance(hint, type) and hint.__name__ not in kinds:
        kinds[hint.__name__] = hint
        for inner in hints(hint).values():
            _collect(inner, kinds)
    for part in get_args(hint):
        _collect(part, kinds)


def _object(kind: type) -> dict[str, Any]:
    required = [field.name for field in fields(kind) if is_required(field)]
    required = ["standard", *required] if kind is model.Plan else required
    made: dict[str, Any] = {"type": "object", "description": _summary(kind)}
    made["properties"] = {key: _property(kind, key) for key in keys(kind)}
    return made | ({"required": required} if required else {})


def _summary(kind: type) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0].replace("``", "`")


def _property(kind: type, key: str) -> dict[str, Any]:
    told = {"description": MEANINGS[kind.__name__][key]}
    if (kind, key) == (model.Plan, "standard"):
        return told | {"const": model.STANDARD}
    if key == "weights" and kind is model.Action:
        return told | {"type": "object", "additionalProperties": {"type": "number"}}
    if key == "sources":
        return told | {"type": "object", "additionalProperties": _ref(Source)}
    hint = hints(kind)[key]
    return told | _nullable(_narrowed(kind, key, _of(present(hint))), is_optional(hint))


def _narrowed(kind: type, key: str, made: dict[str, Any]) -> dict[str, Any]:
    if (kind.__name__, key) in CHOICES:
        return {"enum": list(CHOICES[(kind.__name__, key)])}
    if key in DATES and made == {"type": "string"}:
        return made | {"pattern": DATE_PATTERN}
    return made


def _nullable(made: dict[str, Any], optional: bool) -> dict[str, Any]:
    return {"anyOf": [made, {"type": "null"}]} if optional else made


def _of(hint: Any) -> dict[str, Any]:
    if get_origin(hint) is tuple:
        return _array(get_args(hint))
    if is_dataclass(hint) and isinstance(hint, type):
        return _ref(hint)
    return {"type": {str: "string", int: "integer", float: "number"}[hint]}


def _array(parts: tuple[Any, ...]) -> dict[str, Any]:
    if parts[-1] is Ellipsis:
        return {"type": "array", "items": _of(parts[0])}
    return {"type": "array", "items": _of(parts[0]), "minItems": len(parts), "maxItems": len(parts)}


def _ref(kind: type) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{kind.__name__}"}
