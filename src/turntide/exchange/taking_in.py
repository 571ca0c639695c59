"""Plain data (as JSON gives it) taken in as the types of the plan, each key held to its type."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache, partial
from typing import Any, get_args, get_origin

from turntide.exchange.errors import ExchangeError
from turntide.plan.model import Action
from turntide.plan.schema import hints, is_optional, is_required, present
from turntide.plan.source import Source

Taking = Callable[[Any, str], Any]


def taken_in(data: Any, kind: Any, place: str) -> Any:
    """``data`` as a value of type ``kind``. Raises ExchangeError naming ``place`` where it is not one."""
    return _taking(kind)(data, place)


@cache
def _taking(kind: Any) -> Taking:
    """How values of a type are taken in, worked out once: a plan has few types and a hundred thousand values."""
    if is_optional(kind):
        taking = _taking(present(kind))
        return lambda data, place: None if data is None else taking(data, place)
    if is_dataclass(kind) and isinstance(kind, type):
        return partial(_object, kind)
    if get_origin(kind) is tuple:
        return partial(_list, get_args(kind))
    return {float: _number, int: _whole}.get(kind, _text)


def _object(kind: type, data: Any, place: str) -> Any:
    if not isinstance(data, dict):
        raise ExchangeError(f"{place or 'The plan'} should be an object with keys, not {_said(data)}.")
    data = _with_weightings(data) if kind is Action else data
    known = [name for name, required in _fields(kind) if _is_given(name, required, data, place)]
    return kind(**{name: _field(data[name], kind, name, place) for name in known})


@cache
def _fields(kind: type) -> tuple[tuple[str, bool], ...]:
    """The fields of a type, and whether each must be given."""
    return tuple((field.name, is_required(field)) for field in fields(kind))


def _with_weightings(data: dict[str, Any]) -> dict[str, Any]:
    """Another program may write only ``weights``; the weightings are then worded from the numbers."""
    weights = data.get("weights")
    if "weightings" in data or not isinstance(weights, dict):
        return data
    worded = [{"name": name, "wording": f"{value}%", "value": value} for name, value in weights.items()]
    return data | {"weightings": worded}


def _is_given(name: str, required: bool, data: dict[str, Any], place: str) -> bool:
    if required and name not in data:
        raise ExchangeError(f"{_inside(place, name)} is missing.")
    return name in data


def _field(data: Any, kind: type, name: str, place: str) -> Any:
    inside = _inside(place, name)
    if name != "sources":
        return taken_in(data, hints(kind)[name], inside)
    if not isinstance(data, dict):
        raise ExchangeError(f"{inside} should be an object with keys, not {_said(data)}.")
    return tuple((key, taken_in(source, Source, _inside(inside, key))) for key, source in data.items())


def _list(parts: tuple[Any, ...], data: Any, place: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ExchangeError(f"{place} should be a list, not {_said(data)}.")
    if parts[-1] is not Ellipsis and len(data) != len(parts):
        raise ExchangeError(f"{place} should have {len(parts)} numbers, not {len(data)}.")
    taking = _taking(parts[0])
    return tuple(taking(item, f"{place}[{at}]") for at, item in enumerate(data))


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
