"""Plain data held to a JSON Schema, with what is wrong said in sentences.

Knows the words of JSON Schema that `turntide.plan.schema` uses, and no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_WORDS = {
    "object": "an object with keys",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "null": "null",
}


def breaches(data: Any, schema: dict[str, Any]) -> list[str]:
    """One sentence for each place where the data breaks the schema, in the data's order."""
    return list(_walk(data, schema, schema["$defs"], ""))


def _walk(data: Any, rule: dict[str, Any], kinds: dict[str, Any], place: str) -> Iterator[str]:
    if "$ref" in rule:
        yield from _walk(data, kinds[rule["$ref"].rsplit("/", 1)[1]], kinds, place)
    elif "anyOf" in rule:
        yield from () if data is None else _walk(data, rule["anyOf"][0], kinds, place)
    elif "type" not in rule:
        yield from _choice(data, rule, place)
    elif not _is(data, rule["type"]):
        yield f"{place or 'The plan'} should be {_WORDS[rule['type']]}."
    elif rule["type"] == "object":
        yield from _object(data, rule, kinds, place)
    elif rule["type"] == "array":
        yield from _array(data, rule, kinds, place)
    elif "pattern" in rule and not re.search(rule["pattern"], data):
        yield f"{place} should be a date such as 2026-03-31, not {data!r}."


def _choice(data: Any, rule: dict[str, Any], place: str) -> Iterator[str]:
    allowed = rule.get("enum", [rule.get("const")])
    if not isinstance(data, str) or data not in allowed:
        yield f"{place} should be {' or '.join(map(repr, allowed))}, not {data!r}."


def _object(data: dict[str, Any], rule: dict[str, Any], kinds: dict[str, Any], place: str) -> Iterator[str]:
    properties = rule.get("properties", {})
    for key in rule.get("required", ()):
        if key not in data:
            yield f"{_inside(place, key)} is missing."
    for key, value in data.items():
        inner = properties.get(key, rule.get("additionalProperties"))
        if inner is not None:
            yield from _walk(value, inner, kinds, _inside(place, key))


def _array(data: list[Any], rule: dict[str, Any], kinds: dict[str, Any], place: str) -> Iterator[str]:
    if not rule.get("minItems", 0) <= len(data) <= rule.get("maxItems", len(data)):
        yield f"{place} should have {rule['minItems']} items, not {len(data)}."
    for at, item in enumerate(data):
        yield from _walk(item, rule["items"], kinds, f"{place}[{at}]")


def _is(data: Any, kind: str) -> bool:
    if kind in {"integer", "number"}:
        whole = isinstance(data, int) or (kind == "number" and isinstance(data, float))
        return whole and not isinstance(data, bool)
    return isinstance(data, {"object": dict, "array": list, "string": str}[kind])


def _inside(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
