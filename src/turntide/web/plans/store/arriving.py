"""A reading on its way into the store: pure, from the library's plan to the states it shall become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from turntide.editions import Comparison, Fate, Pairing
from turntide.plan.model import Action, Heading, Note, Plan
from turntide.web.plans.store.states import ActionState, HeadingState, PlanState

FreshId = Callable[[], str]
Ids = Mapping[str, str]
"""From the reading's ids to the rows' own."""

FIELDS = (
    *("detail", "rationale", "involving", "leads", "partners", "timescale", "milestones", "measures"),
    *("weightings", "money", "status", "progress", "programmes", "remarks"),
)


def plan_arriving(read: Plan, plan_id: str, name: str) -> PlanState:
    """What the plan says of itself; a plan without a title goes by ``name``."""
    return PlanState(
        id=plan_id,
        title=(read.title or name).strip() or name,
        kind=read.kind,
        vision=read.vision,
        period=read.period,
        levels=read.levels,
        columns=read.columns,
        budget=read.budget,
        actors=read.actors,
        takeaways=read.takeaways,
        sources=read.sources,
    )


def ids_of_new(read: Plan, fresh: FreshId) -> Ids:
    """An id of its own for everything in a plan that is new to the place."""
    parts: list[Heading | Action] = [*read.headings, *read.actions]
    return {part.id: fresh() for part in parts}


def ids_of_edition(comparison: Comparison, fresh: FreshId) -> Ids:
    """The ids of what survives from the edition before, and new ones for the rest.

    Of several actions merged into one the first keeps its id; of one that was split the first part does.
    """
    ids = {each.new.id: each.old.id if each.old else fresh() for each in comparison.headings if each.new}
    for pairing in comparison.pairings:
        for at, action in enumerate(pairing.new):
            ids[action.id] = pairing.old[0].id if pairing.old and at == 0 else fresh()
    return ids


def headings_arriving(read: Plan, ids: Ids) -> list[HeadingState]:
    """Headings as they shall stand, in the plan's order."""
    return [HeadingState(_heading(heading, ids), float(at)) for at, heading in enumerate(read.headings)]


def actions_arriving(read: Plan, ids: Ids, old: Mapping[str, ActionState]) -> list[ActionState]:
    """Actions as they shall stand. ``old`` holds the states of those that survive, by id.

    Where this document is silent on a field for every action (it has no status column), what is held stays.
    """
    silent = [name for name in FIELDS if not any(getattr(action, name) for action in read.actions)]
    return [_action(action, float(at), ids, old, silent) for at, action in enumerate(read.actions)]


def leaving(comparison: Comparison, old: Mapping[str, ActionState], now: str) -> list[ActionState]:
    """What becomes of actions that do not go on: retired, or pointing to the one they were merged into."""
    dropped = [action for pairing in comparison.of(Fate.DROPPED) for action in pairing.old]
    states = [replace(old[action.id], retired=now) for action in dropped]
    return states + [state for pairing in comparison.pairings for state in _merged(pairing, old)]


def headings_leaving(comparison: Comparison, old: Mapping[str, HeadingState], now: str) -> list[HeadingState]:
    """Headings that the new edition has no more, retired."""
    gone = [each.old for each in comparison.headings if each.old and not each.new]
    return [replace(old[heading.id], retired=now) for heading in gone]


def notes_arriving(read: Plan, ids: Ids) -> Iterable[Note]:
    """Notes, about the rows that their actions and headings become."""
    return (replace(note, about=ids.get(note.about or "")) for note in read.notes)


def _merged(pairing: Pairing, old: Mapping[str, ActionState]) -> list[ActionState]:
    return [replace(old[action.id], merged_into=pairing.old[0].id) for action in pairing.old[1:]]


def _heading(heading: Heading, ids: Ids) -> Heading:
    return replace(heading, id=ids[heading.id], parent=ids.get(heading.parent or ""))


def _action(
    action: Action, position: float, ids: Ids, old: Mapping[str, ActionState], silent: Iterable[str]
) -> ActionState:
    was = old.get(ids[action.id])
    kept = {name: getattr(was.read, name) for name in silent} if was else {}
    read = replace(action, id=ids[action.id], under=ids.get(action.under or ""), **kept)
    return ActionState(read, position, also_under=was.also_under if was else ())
