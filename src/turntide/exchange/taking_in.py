"""Plain data (as JSON gives it) taken in as the types of the plan, each key held to its type."""

from __future__ import annotations

import math
from dataclasses import Field, fields, is_dataclass
from typing import Any, get_args, get_origin

from turntide.exchange.errors import ExchangeError
from turntide.plan.model import Action
from turntide.plan.schema import hints, is_optional, is_required, present
from turntide.plan.source import Source


def taken_in(data: Any, kind: Any, place: str) -> Any:
    """``data`` as a value of type ``kind``. Raises ExchangeError naming ``place`` where it is not one."""
    if is_optional(kind):
        return None if data is None else taken_in(data, present(kind), place)
    if is_dataclass(kind) and isinstance(kind, type):
        return _object(data, kind, place)
    if get_origin(kind) is tuple:
        return _list(data, get_args(kind), place)
    if kind is float:
        return _number(data, place)
    if kind is int:
        return _whole(data, place)
    return _text(data, place)


def _object(data: Any, kind: type, place: str) -> Any:
    if not isinstance(data, dict):
        raise ExchangeError(f"{place or 'The plan'} should be an object with keys, not {_said(data)}.")
    data = _with_weightings(data) if kind is Action else data
    known = [field for field in fields(kind) if _is_given(field, data, place)]
    return kind(**{field.name: _field(data[field.name], kind, field.name, place) for field in known})


def _with_weightings(data: dict[str, Any]) -> dict[str, Any]:
    """Another program may write only ``weights``; the weightings are then worded from the numbers."""
    weights = data.get("weights")
    if "weightings" in data or not isinstance(weights, dict):
        return data
    worded = [{"name": name, "wording": f"{value}%", "value": value} for name, value in weights.items()]
    return data | {"weightings": worded}


def _is_given(field: Field[Any], data: dict[str, Any], place: str) -> bool:
    if field.name not in data and is_required(field):
        raise ExchangeError(f"{_inside(place, field.name)} is missing.")
    return field.name in data


def _field(data: Any, kind: type, name: str, place: str) -> Any:
    inside = _inside(place, name)
    if name != "sources":
        return taken_in(data, hints(kind)[name], inside)
    if not isinstance(data, dict):
        raise ExchangeError(f"{inside} should be an object with keys, not {_said(data)}.")
    return tuple((key, taken_in(source, Source, _inside(inside, key))) for key, source in data.items())


def _list(data: Any, parts: tuple[Any, ...], place: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ExchangeError(f"{place} should be a list, not {_said(data)}.")
    if parts[-1] is not Ellipsis and len(data) != len(parts):
        raise ExchangeError(f"{place} should have {len(parts)} numbers, not {len(data)}.")
    return tuple(taken_in(item, parts[0], f"{place}[{at}]") for at, item in enumerate(data))


def _number(data: Any, place: str) -> float:
    if not isinstance(data, (int, float)) or isinstance(data, bool):
        raise ExchangeError(f"{place} should be a number, not {_said(data)}.")
    try:
        number = float(data)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ExchangeError(f"{place} should be a finite number.")
    return number


def _whole(data: Any, place: str) -> int:
    if not isinstance(data, int) or isinstance(data, bool):
        raise ExchangeError(f"{place} should be a whole number, not {_said(data)}.")
    return data


def _text(data: Any, place: str) -> str:
    if not isinstance(data, str):
        raise ExchangeError(f"{place} should be text, not {_said(data)}.")
    return data


def _inside(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _said(data: Any) -> str:
    """What a value is, in a person's words."""
    words = {type(None): "null", bool: "true or false", str: "text", list: "a list", dict: "an object"}
    return words.get(type(data), "a number")
