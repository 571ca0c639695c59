"""A thing of the store as it stands at one moment: whole, immutable, and the same in JSON.

History keeps states, services build new ones from old ones, and one writer puts them into rows. Ids are the
rows' own, as 32 hexadecimal digits.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar
from uuid import UUID

from turntide.exchange.interchange import part_as_data, part_from
from turntide.plan.model import Action, ActorGroup, BudgetLine, Column, Heading, Period, Phrase
from turntide.plan.source import Source

PLAN, HEADING, ACTION = "plan", "heading", "action"


@dataclass(frozen=True, slots=True)
class ActionState:
    """An action: what the plan says of it, and where and whether it stands.

    ``read.under`` is the main heading; ``also_under`` are others it serves, of this plan or another one.
    ``retired`` is the moment it was retired, in ISO 8601; ``merged_into`` the id of the action it became part of.
    """

    thing: ClassVar[str] = ACTION
    read: Action
    position: float = 0.0
    also_under: tuple[str, ...] = ()
    retired: str | None = None
    merged_into: str | None = None

    @property
    def id(self) -> str:
        """The action's id."""
        return self.read.id

    def as_data(self) -> dict[str, Any]:
        """For history."""
        return _beside(self) | {"read": part_as_data(self.read), "also_under": list(self.also_under)}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> ActionState:
        """From history."""
        read = part_from(data["read"], Action)
        return cls(**(data | {"read": read, "also_under": tuple(data["also_under"])}))


@dataclass(frozen=True, slots=True)
class HeadingState:
    """A heading, its place in the plan's order, and whether it stands."""

    thing: ClassVar[str] = HEADING
    read: Heading
    position: float = 0.0
    retired: str | None = None

    @property
    def id(self) -> str:
        """The heading's id."""
        return self.read.id

    def as_data(self) -> dict[str, Any]:
        """For history."""
        return _beside(self) | {"read": part_as_data(self.read)}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> HeadingState:
        """From history."""
        return cls(**(data | {"read": part_from(data["read"], Heading)}))


@dataclass(frozen=True, slots=True)
class PlanState:
    """What a plan says of itself as a whole."""

    thing: ClassVar[str] = PLAN
    id: str
    title: str
    kind: str = "plan"
    vision: str | None = None
    period: Period | None = None
    levels: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    actors: tuple[ActorGroup, ...] = ()
    takeaways: tuple[Phrase, ...] = ()
    sources: tuple[tuple[str, Source], ...] = ()
    retired: str | None = None

    def as_data(self) -> dict[str, Any]:
        """For history."""
        return {field.name: _part(self, field.name) for field in fields(self)}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> PlanState:
        """From history."""
        return part_from(data, cls)


State = ActionState | HeadingState | PlanState
STATES: dict[str, type[ActionState] | type[HeadingState] | type[PlanState]] = {
    PLAN: PlanState,
    HEADING: HeadingState,
    ACTION: ActionState,
}


def state_from(thing: str, data: dict[str, Any]) -> State:
    """A state of history, by the name of its kind of thing."""
    return STATES[thing].from_data(data)


def hex_id(id_: UUID | str) -> str:
    """An id as states and interchange files write it."""
    return UUID(str(id_)).hex


def _beside(state: ActionState | HeadingState) -> dict[str, Any]:
    return {field.name: getattr(state, field.name) for field in fields(state) if field.name != "read"}


def _part(state: PlanState, name: str) -> Any:
    value = getattr(state, name)
    return {key: part_as_data(source) for key, source in value} if name == "sources" else part_as_data(value)
