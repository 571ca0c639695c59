"""The things of a reading, each with the cells it came from; their data is turned into values only when shown.

A plan of a thousand actions is 2 MB of JSON: finding what a page shows takes milliseconds, all of it a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from turntide.exchange.interchange import part_from
from turntide.explaining.actions import details
from turntide.explaining.families import Family
from turntide.explaining.values import Register, Value
from turntide.plan.model import Action, Column, Heading, Note, Plan, Unplaced
from turntide.plan.source import Source
from turntide.web.intake.looking.places import Unit, unit_of, units_in

ACTION, HEADING = "action", "heading"
_LISTS = ("headings", "actions", "columns", "budget", "actors", "takeaways", "notes", "unplaced")


@dataclass(frozen=True)
class Item:
    """A thing of a reading. ``kind`` is the reading's own key for such things: 'actions', 'notes'."""

    kind: str
    data: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Its id in the reading, where such things have one."""
        return str(self.data.get("id", ""))

    @cached_property
    def units(self) -> frozenset[Unit]:
        """The paragraphs and cells it came from."""
        return frozenset(units_in(self.data))

    @cached_property
    def first(self) -> Unit | None:
        """Where it begins."""
        spots = (self.data.get("source") or {}).get("spots", ())
        return next((unit_of(spot) for spot in spots), None) or min(self.units, default=None)

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """Its values, each with its tag and its places."""
        return tuple(_VALUES[self.kind](self.data))

    @property
    def action(self) -> Action:
        """The item as an action."""
        return part_from(self.data, Action)

    @property
    def heading(self) -> Heading:
        """The item as a heading."""
        return part_from(self.data, Heading)


@dataclass(frozen=True)
class Items:
    """All things of a reading."""

    reading: Mapping[str, Any]

    @cached_property
    def all(self) -> tuple[Item, ...]:
        """Every thing, the plan's own values first."""
        lists = (Item(kind, data) for kind in _LISTS for data in self.reading.get(kind, ()))
        return (Item("plan", _itself(self.reading)), *lists)

    @cached_property
    def headings(self) -> dict[str, Item]:
        """The headings by their ids, in the plan's order."""
        return {item.id: item for item in self.all if item.kind == "headings"}

    @cached_property
    def actions(self) -> dict[str, Item]:
        """The actions by their ids, in the plan's order."""
        return {item.id: item for item in self.all if item.kind == "actions"}

    def thing(self, id_: str) -> Item | None:
        """The action or heading with this id."""
        return self.actions.get(id_) or self.headings.get(id_)

    def at(self, units: Iterable[Unit]) -> tuple[Item, ...]:
        """The things that came from any of these cells."""
        wanted = frozenset(units)
        return tuple(item for item in self.all if not wanted.isdisjoint(item.units))

    def path(self, item: Item) -> tuple[Item, ...]:
        """The headings above an action or heading, outermost first."""
        found: list[Item] = []
        at = self.headings.get(item.data.get("under") or item.data.get("parent") or "")
        while at is not None and at not in found:
            found.append(at)
            at = self.headings.get(at.data.get("parent") or "")
        return tuple(reversed(found))

    @cached_property
    def column_heads(self) -> tuple[Unit, ...]:
        """The cells that head columns."""
        return tuple(unit for item in self.all if item.kind == "columns" for unit in item.units)

    @cached_property
    def owner_names(self) -> tuple[str, ...]:
        """Every name of an owner, once, in order."""
        names = {
            " ".join(body["name"].split())
            for action in self.reading.get("actions", ())
            for body in (*action.get("leads", ()), *action.get("partners", ()))
        }
        return tuple(sorted(names, key=str.casefold))


def _itself(reading: Mapping[str, Any]) -> dict[str, Any]:
    return {name: reading.get(name) for name in ("title", "vision", "period", "sources")}


def _plan_values(data: Mapping[str, Any]) -> Iterator[Value]:
    plan = part_from(data, Plan)
    sources, register = dict(plan.sources), Register()
    yield from register.add(Family.PLACE, "Title", plan.title, sources.get("title"))
    yield from register.add(Family.PLACE, "Vision", plan.vision, sources.get("vision"))
    if plan.period:
        yield from register.add(Family.TIME, "Period", plan.period.wording, plan.period.source)


def _heading_values(data: Mapping[str, Any]) -> Iterator[Value]:
    heading, register = part_from(data, Heading), Register()
    sources, level = dict(heading.sources), heading.level or "Heading"
    yield from register.add(Family.PLACE, f"{level} number", heading.ref, sources.get("ref"))
    yield from register.add(Family.PLACE, level, heading.text, sources.get("text", heading.source))
    yield from register.add(Family.WHY, "Why", heading.rationale, sources.get("rationale"))


def _action_values(data: Mapping[str, Any]) -> Iterator[Value]:
    action, register = part_from(data, Action), Register()
    sources = dict(action.sources)
    of = f"action {action.ref}" if action.ref else ""
    yield from register.add(Family.ACTION, "Number", action.ref, sources.get("ref"), of=of)
    yield from register.add(Family.ACTION, "Action", action.text, sources.get("text", action.source))
    yield from details(action, of, register)


def _column_values(data: Mapping[str, Any]) -> Iterator[Value]:
    column = part_from(data, Column)
    yield from Register().add(Family.COLUMN, "Column heading", column.heading, column.source)


def _note_values(data: Mapping[str, Any]) -> Iterator[Value]:
    note = part_from(data, Note)
    tag = "Note" if note.kind == "text" else f"Note ({note.kind})"
    yield from Register().add(Family.NOTE, tag, note.text, note.source)


def _unplaced_values(data: Mapping[str, Any]) -> Iterator[Value]:
    words = part_from(data, Unplaced)
    yield from Register().add(Family.UNPLACED, "Found no place", words.text, words.source)


def _phrase(family: Family, tag: str, data: Mapping[str, Any]) -> Iterator[Value]:
    source = part_from(data["source"], Source) if data.get("source") else None
    yield from Register().add(family, tag, data.get("text"), source)


def _budget_values(data: Mapping[str, Any]) -> Iterator[Value]:
    yield from _phrase(Family.MEASURE, "Budget", data)


def _takeaway_values(data: Mapping[str, Any]) -> Iterator[Value]:
    yield from _phrase(Family.WHY, "Takeaway", data)


def _actor_values(data: Mapping[str, Any]) -> Iterator[Value]:
    for actor in data.get("actors", ()):
        yield from _phrase(Family.PEOPLE, "Actor", actor)
    for asked in data.get("behaviours", ()):
        yield from _phrase(Family.ACTION, "Behaviour", asked)


_VALUES = {
    "plan": _plan_values,
    "headings": _heading_values,
    "actions": _action_values,
    "columns": _column_values,
    "budget": _budget_values,
    "actors": _actor_values,
    "takeaways": _takeaway_values,
    "notes": _note_values,
    "unplaced": _unplaced_values,
}
