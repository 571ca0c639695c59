"""What stands in a Markdown document besides its prose: an action's fields, the last sections, the tags."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from turntide.exchange import records
from turntide.exchange.escaping import MARKDOWN, split_at
from turntide.exchange.records import Part, Shape, Sort

NAMES_APART = "; "


class Manner(Enum):
    """How a field stands in the document."""

    TEXT = auto()
    NAMES = auto()
    """All on one line, parted by semicolons."""
    ONE = auto()
    EACH = auto()
    """Each on a line of its own."""


@dataclass(frozen=True, slots=True)
class ActionField:
    """A field of an action: the word before the colon, the field's name, how its things stand."""

    label: str
    field: str
    manner: Manner = Manner.TEXT
    shape: Shape = records.PHRASE


ACTION_FIELDS = (
    ActionField("Detail", "detail"),
    ActionField("Leads", "leads", Manner.NAMES, records.BODY),
    ActionField("Partners", "partners", Manner.NAMES, records.BODY),
    ActionField("Involving", "involving"),
    ActionField("Timescale", "timescale", Manner.ONE, records.TIMESCALE),
    ActionField("Milestone", "milestones", Manner.EACH, records.MILESTONE),
    ActionField("Measure", "measures", Manner.EACH, records.MEASURE),
    ActionField("Weighting", "weightings", Manner.EACH, records.WEIGHTING),
    ActionField("Money", "money", Manner.EACH, records.MONEY),
    ActionField("Status", "status", Manner.ONE, records.STATUS),
    ActionField("Progress", "progress", Manner.EACH, records.PROGRESS),
    ActionField("Programmes", "programmes", Manner.NAMES, records.PROGRAMME),
    ActionField("Rationale", "rationale"),
    ActionField("Remark", "remarks", Manner.EACH, records.REMARK),
)
BY_LABEL = {field.label: field for field in ACTION_FIELDS}

ABOUT, ACTORS = "About this plan", "Actors and behaviours"
SECTIONS: dict[str, tuple[str, Shape]] = {
    "Budget": ("budget", records.BUDGET),
    "Takeaways": ("takeaways", records.PHRASE),
    "Notes": ("notes", records.NOTE),
    "Unplaced": ("unplaced", records.UNPLACED),
    "Findings": ("findings", records.FINDING),
}
"""The sections after the plan itself: the plan's field, and the shape of its lines."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What a comment at a line's end says of a heading or an action: its id, and what its place does not."""

    id: str
    under: str | None = None
    order: float | None = None


TAG = Shape(Tag, "id", (Part("under", "under"), Part("order", "order", Sort.NUMBER)))


def names_line(things: tuple[Any, ...], shape: Shape) -> str:
    """Names on one line."""
    return NAMES_APART.join(records.line_of(thing, shape, MARKDOWN, ";") for thing in things)


def names_from(written: str, shape: Shape, place: str) -> tuple[Any, ...]:
    """The names on a line; none on a blank one."""
    names = split_at(written, NAMES_APART) if written else []
    return tuple(records.from_line(name, shape, MARKDOWN, place) for name in names)


def field_lines(action: Any) -> Iterator[str]:
    """The lines beneath an action, one for each value it has."""
    for field in ACTION_FIELDS:
        value = getattr(action, field.field)
        if value is not None and value != ():
            yield from (f"{field.label}: {line}" for line in _WRITE[field.manner](value, field.shape))


def _each(things: tuple[Any, ...], shape: Shape) -> list[str]:
    return [records.line_of(thing, shape, MARKDOWN) for thing in things]


_WRITE: dict[Manner, Callable[[Any, Shape], list[str]]] = {
    Manner.TEXT: lambda text, _: [MARKDOWN.write(text)],
    Manner.NAMES: lambda things, shape: [names_line(things, shape)],
    Manner.ONE: lambda thing, shape: _each((thing,), shape),
    Manner.EACH: _each,
}


def field_value(field: ActionField, written: str, before: Any, place: str) -> Any:
    """The field's value with one more of its lines; ``before`` is what it had."""
    if field.manner is Manner.TEXT:
        return MARKDOWN.read(written)
    if field.manner is Manner.NAMES:
        return (before or ()) + names_from(written, field.shape, place)
    thing = records.from_line(written, field.shape, MARKDOWN, place)
    return thing if field.manner is Manner.ONE else (*(before or ()), thing)
