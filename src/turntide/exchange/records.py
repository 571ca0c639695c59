"""A small thing of the plan on one line: "Survey done | due: 2026-03-31", and back.

The first value stands bare; every other bears its label and is left out where there is none. Tables and
Markdown write milestones, measures, sums, notes… in this one way, each with its own escaping.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from turntide.exchange.errors import ExchangeError
from turntide.exchange.escaping import SEPARATOR, Escaping, split_at
from turntide.plan import model


class Sort(Enum):
    """What a labelled value holds."""

    TEXT = auto()
    NUMBER = auto()
    MANY = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled value: its label on the line, the field it is, and what it holds."""

    label: str
    field: str
    sort: Sort = Sort.TEXT


@dataclass(frozen=True, slots=True)
class Shape:
    """How a type stands on a line: the field that comes bare (None: all are labelled), then the labelled."""

    kind: type
    first: str | None
    parts: tuple[Part, ...] = ()


BODY = Shape(model.Body, "name")
PROGRAMME = Shape(model.Programme, "name")
PHRASE = Shape(model.Phrase, "text")
UNPLACED = Shape(model.Unplaced, "text")
PERIOD = Shape(model.Period, "wording", (Part("start", "start"), Part("end", "end")))
TIMESCALE = Shape(
    model.Timescale, "wording", (Part("start", "start"), Part("end", "end"), Part("recurs", "recurs"))
)
COLUMN = Shape(model.Column, "heading", (Part("meaning", "meaning"),))
MILESTONE = Shape(
    model.Milestone, "text", (Part("due", "due"), Part("cadence", "cadence"), Part("wording", "wording"))
)
MEASURE = Shape(
    model.Measure,
    "text",
    (Part("target", "target"), Part("group", "groups", Sort.MANY), Part("wording", "wording")),
)
WEIGHTING = Shape(
    model.Weighting, "name", (Part("wording", "wording"), Part("per cent", "value", Sort.NUMBER))
)
MONEY = Shape(model.Money, "wording", (Part("amount", "amount", Sort.NUMBER), Part("currency", "currency")))
STATUS = Shape(model.Status, "wording", (Part("lifecycle", "lifecycle"), Part("confidence", "confidence")))
PROGRESS = Shape(model.Progress, "text", (Part("dated", "dated"),))
REMARK = Shape(model.Remark, "text", (Part("column", "heading"),))
BUDGET = Shape(model.BudgetLine, "text", (Part("amount", "amount", Sort.NUMBER),))
NOTE = Shape(model.Note, "text", (Part("kind", "kind"), Part("about", "about")))
FINDING = Shape(model.Finding, "message", (Part("kind", "kind"), Part("about", "about")))


def line_of(thing: Any, shape: Shape, escaping: Escaping, also: str = "") -> str:
    """The thing on one line."""
    bare = [] if shape.first is None else [escaping.write(getattr(thing, shape.first), also)]
    labelled = [written for part in shape.parts for written in _written(thing, part, escaping, also)]
    return SEPARATOR.join([*bare, *labelled])


def _written(thing: Any, part: Part, escaping: Escaping, also: str) -> Iterable[str]:
    value = getattr(thing, part.field)
    values = value if part.sort is Sort.MANY else () if value is None else (value,)
    for one in values:
        text = number_text(one) if part.sort is Sort.NUMBER else one
        yield f"{part.label}: {escaping.write(text, also)}"


def from_line(line: str, shape: Shape, escaping: Escaping, place: str) -> Any:
    """The thing on this line. Raises ExchangeError, naming ``place``, where a label is not known."""
    parts = split_at(line, SEPARATOR)
    values: dict[str, Any] = {}
    if shape.first is not None:
        values[shape.first] = escaping.read(parts.pop(0))
    for part in parts:
        _take(part, shape, escaping, place, values)
    return _made(shape.kind, values, place)


def _take(written: str, shape: Shape, escaping: Escaping, place: str, values: dict[str, Any]) -> None:
    label, _, value = written.partition(":")
    part = next((part for part in shape.parts if part.label == label.strip()), None)
    if part is None:
        raise ExchangeError(f"{place}: “{label.strip()}” is no label known here; write \\| for a plain |.")
    text = escaping.read(value.removeprefix(" "))
    if part.sort is Sort.MANY:
        values[part.field] = (*values.get(part.field, ()), text)
    else:
        values[part.field] = number_from(text, place) if part.sort is Sort.NUMBER else text


def _made(kind: type, values: dict[str, Any], place: str) -> Any:
    try:
        return kind(**values)
    except TypeError as wrong:
        raise ExchangeError(f"{place}: a value is missing on this line.") from wrong


def number_text(number: float) -> str:
    """A number as a person writes it: 5, not 5.0; `number_from` gives the same number back."""
    return repr(float(number)).removesuffix(".0")


def number_from(text: str, place: str) -> float:
    """The number this text says. Raises ExchangeError where it says none."""
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ExchangeError(f"{place}: {text!r} is not a number.")
    return number
