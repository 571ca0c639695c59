"""IsNote: an action, a heading or words without a place become notes; what else was said of them is kept."""

from __future__ import annotations

from dataclasses import replace

from turntide.mending.kinds import IsNote
from turntide.mending.laid import Laid, Thing, about_instead, own_source, things_saying
from turntide.plan.model import Action, Heading, Note, Plan, Unplaced

SETTLED = "text"
DRAFTING = "drafting"


def is_note(plan: Plan, mend: IsNote, laid: Laid) -> Plan | None:
    """The plan with what says so as a note; None where nothing says so."""
    found = things_saying(plan, mend.text)
    for thing in found:
        plan = as_note(plan, thing, laid)
    return plan if found else None


def as_note(plan: Plan, thing: Thing, laid: Laid) -> Plan:
    """The plan with one thing as a note about what it stood under."""
    if isinstance(thing, Action):
        return _action(plan, thing, laid)
    if isinstance(thing, Heading):
        return _heading(plan, thing, laid)
    if isinstance(thing, Unplaced):
        left = tuple(one for one in plan.unplaced if one is not thing)
        note = Note(thing.text, SETTLED, None, thing.source)
        return replace(plan, unplaced=left, notes=(*plan.notes, note))
    settled = (
        replace(note, kind=SETTLED) if note is thing and note.kind == DRAFTING else note
        for note in plan.notes
    )
    return replace(plan, notes=tuple(settled))


def _action(plan: Plan, action: Action, laid: Laid) -> Plan:
    note = _note(plan, action, action.under, laid)
    plan = about_instead(plan, action.id, action.under)
    actions = tuple(one for one in plan.actions if one.id != action.id)
    return laid.keeping(replace(plan, actions=actions, notes=(*plan.notes, note)), action.under)


def _heading(plan: Plan, heading: Heading, laid: Laid) -> Plan:
    """What stood under the heading stands under the one above it."""
    above = heading.parent if heading.parent != heading.id else None
    note = _note(plan, heading, above, laid)
    plan = about_instead(plan, heading.id, above)
    kept = (one for one in plan.headings if one.id != heading.id)
    headings = tuple(replace(one, parent=above) if one.parent == heading.id else one for one in kept)
    actions = tuple(replace(one, under=above) if one.under == heading.id else one for one in plan.actions)
    notes = (*plan.notes, note)
    levels = tuple(level for level in plan.levels if any(one.level == level for one in headings))
    plan = replace(plan, headings=headings, actions=actions, notes=notes, levels=levels)
    return laid.keeping(plan, above)


def _note(plan: Plan, thing: Action | Heading, about: str | None, laid: Laid) -> Note:
    """The thing's own words, its reference before them."""
    source = own_source(plan, thing)
    return Note(laid.passage(source).wording or thing.text, SETTLED, about, source)
