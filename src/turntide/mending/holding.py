"""HeadingHolds: actions move under a heading; words that were no heading yet become one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from turntide.mending.kinds import HeadingHolds
from turntide.mending.laid import Laid, Thing, free_id, note_of, things_saying, worded
from turntide.mending.to_actions import RUNNING, sources_of
from turntide.mending.to_notes import as_note
from turntide.plan.model import Action, Heading, Note, Plan, Unplaced
from turntide.reading.found_again import found_again
from turntide.reading.layouts.sections import level_name
from turntide.reading.passage import Passage

SECTION = "Section"


def heading_holds(plan: Plan, mend: HeadingHolds, laid: Laid) -> Plan | None:
    """The plan with the actions under the heading; None where either is not to be found."""
    head = next(iter(_heads(plan, mend)), None)
    if head is None or not any(found_again(text, _texts(plan)) for text in mend.actions):
        return None
    plan, heading = _as_heading(plan, head, mend, laid)
    held = set(_held(plan, mend, heading, laid))
    actions = (replace(one, under=heading.id) if one.id in held else one for one in plan.actions)
    return replace(plan, actions=tuple(actions))


def _texts(plan: Plan) -> list[str]:
    return [action.text for action in plan.actions]


def _heads(plan: Plan, mend: HeadingHolds) -> Iterator[Thing]:
    """What could be the heading: one already, else other words that say so and are none of the actions."""
    held = {plan.actions[at].id for text in mend.actions for at in found_again(text, _texts(plan))}
    things = [
        thing
        for thing in things_saying(plan, mend.heading)
        if not (isinstance(thing, Note) and thing.kind == RUNNING)
        and not (isinstance(thing, Action) and thing.id in held)
    ]
    yield from (thing for thing in things if isinstance(thing, Heading))
    yield from (thing for thing in things if not isinstance(thing, Heading))


def _held(plan: Plan, mend: HeadingHolds, heading: Heading, laid: Laid) -> Iterator[str]:
    """The ids of the actions; of several that say the same, the one that is under it or first after it."""
    place = laid.place(heading.source)
    for text in mend.actions:
        found = [plan.actions[at] for at in found_again(text, _texts(plan))]
        if found:
            yield min(found, key=lambda one: (one.under != heading.id, laid.place(one.source) < place)).id


def _as_heading(plan: Plan, thing: Thing, mend: HeadingHolds, laid: Laid) -> tuple[Plan, Heading]:
    if isinstance(thing, Heading):
        return plan, thing
    words = worded(plan, thing, laid)
    if isinstance(thing, Action):
        plan = as_note(plan, thing, laid)
        thing = note_of(plan, thing)
    heading = _heading(plan, thing, words, mend, laid)
    place = laid.place(heading.source)
    at = max((at for at, one in enumerate(plan.headings, 1) if laid.place(one.source) <= place), default=0)
    plan = replace(
        plan,
        levels=plan.levels if heading.level in plan.levels else (*plan.levels, heading.level),
        headings=(*plan.headings[:at], heading, *plan.headings[at:]),
        notes=tuple(note for note in plan.notes if note is not thing),
        unplaced=tuple(one for one in plan.unplaced if one is not thing),
    )
    return plan, heading


def _heading(
    plan: Plan, thing: Note | Unplaced, words: tuple[Passage, Passage], mend: HeadingHolds, laid: Laid
) -> Heading:
    """A heading beside the one the actions stood under, where it is of that level, else beneath it."""
    ref, text = words
    before = _shared(plan, mend)
    level = level_name(laid.passage(thing.source).wording, SECTION)
    beside = before is not None and before.level == level
    parent = before.parent if before and beside else before.id if before else None
    return Heading(
        id=free_id(plan, f"h{len(plan.headings) + 1}"),
        level=level,
        text=text.wording,
        ref=ref.wording or None,
        parent=parent,
        source=thing.source,
        sources=sources_of(laid, ref=ref, text=text),
    )


def _shared(plan: Plan, mend: HeadingHolds) -> Heading | None:
    """The heading that all these actions stand under; None where they stand under several or none."""
    found = [at for text in mend.actions for at in found_again(text, _texts(plan))[:1]]
    under = {plan.actions[at].under for at in found}
    return plan.heading(next(iter(under))) if len(under) == 1 else None
