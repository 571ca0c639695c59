"""What makes a record's things out of their JSON. Pure.

Readers are prepared once for each class: a record of thousands of actions holds a million values, and to look at the
class for each of them would take most of the time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from sys import intern
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from turntide.web.periods.rules.record import Record

Reader = Callable[[Any], Any]
"""Makes a value out of its JSON. Raises TypeError and AttributeError where that is none."""


def reader_of_part(name: str) -> Reader:
    """What reads a part of a record; one that is not known stays as it is."""
    return _reader(kinds(Record).get(name))


def reader_of_each(name: str) -> Reader:
    """What reads each thing of a part that is a list."""
    return _reader(next(iter(get_args(kinds(Record).get(name))), None))


@cache
def _reader(kind: Any) -> Reader:
    """What reads things of a kind."""
    if isinstance(kind, type) and is_dataclass(kind):
        return _class_reader(kind)
    if get_origin(kind) is tuple:
        each = _reader(get_args(kind)[0])
        return lambda written: tuple(map(each, written))
    if get_origin(kind) in (Union, UnionType):
        there = _reader(next(one for one in get_args(kind) if one is not NoneType))
        return lambda written: None if written is None else there(written)
    # The same ids, names and days stand in thousands of places: each is held once.
    return intern if kind is str else _as_it_is


def _class_reader(kind: Any) -> Reader:
    """What reads things of a class. Fields are put in by their slots: to call the class takes half as long again."""
    known = kinds(kind)
    fields_of = tuple((name, getattr(kind, name).__set__, _reader(of)) for name, of in known.items())

    def read(written: Any) -> Any:
        thing = object.__new__(kind)
        try:
            for name, put, read_field in fields_of:
                put(thing, read_field(written[name]))
        except KeyError:
            # An earlier version knew fewer keys: the class has what stands for those.
            return kind(**{name: _reader(known[name])(written[name]) for name in known if name in written})
        return thing

    return read


def _as_it_is(written: Any) -> Any:
    return written


@cache
def kinds(kind: type[Any]) -> dict[str, Any]:
    """The fields of a class, each with the kind it is of."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
