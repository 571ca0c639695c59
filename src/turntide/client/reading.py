"""JSON read into dataclasses by their types. What a later version of a site tells besides is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Result = TypeVar("Result")


def read(kind: type[Result], told: Mapping[str, Any]) -> Result:
    """What was told, as data of this kind."""
    hints = _hints(cast(Any, kind))
    return kind(**{name: _value(hint, told.get(name)) for name, hint in hints.items()})


def _value(hint: Any, told: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        inner = next(each for each in get_args(hint) if each is not type(None))
        return None if told in (None, "") else _value(inner, told)
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], each) for each in told or ())
    if isinstance(hint, type) and is_dataclass(hint):
        return read(hint, told or {})
    if hint in (date, datetime):
        return hint.fromisoformat(told)
    return hint() if told is None else told


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
