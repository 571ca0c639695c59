"""IsAction: a note, words without a place or a heading with nothing under it become an action where they stand."""

from __future__ import annotations

from dataclasses import replace

from turntide.mending.kinds import IsAction
from turntide.mending.laid import Laid, Thing, free_id, note_of, things_saying, worded
from turntide.mending.to_notes import as_note
from turntide.plan.model import Action, Heading, Note, Plan, Sources, Unplaced
from turntide.plan.source import Source
from turntide.reading.fields import Frame, money_in, programmes_in
from turntide.reading.passage import Passage

RUNNING = "running"


def is_action(plan: Plan, mend: IsAction, laid: Laid) -> Plan | None:
    """The plan with what says so as an action; None where nothing does that could be one."""
    could = [thing for thing in things_saying(plan, mend.text) if _could_be(plan, thing)]
    for thing in could:
        plan = _as_action(plan, thing, laid)
    return plan if could else None


def _could_be(plan: Plan, thing: Thing) -> bool:
    """A running line stands on every page; a heading that holds something is one."""
    if isinstance(thing, Heading):
        return not _holds(plan, thing)
    return not isinstance(thing, Note) or thing.kind != RUNNING


def _holds(plan: Plan, heading: Heading) -> bool:
    under = [action.under for action in plan.actions] + [one.parent for one in plan.headings]
    return heading.id in under


def _as_action(plan: Plan, thing: Thing, laid: Laid) -> Plan:
    if isinstance(thing, Action):
        return plan
    ref, text = worded(plan, thing, laid)
    if isinstance(thing, Heading):
        plan = as_note(plan, thing, laid)
        thing = note_of(plan, thing)
    action = _action(plan, thing, (ref, text), laid)
    place = laid.place(thing.source)
    at = max((at for at, one in enumerate(plan.actions, 1) if laid.place(one.source) <= place), default=0)
    return replace(
        plan,
        actions=(*plan.actions[:at], action, *plan.actions[at:]),
        notes=tuple(note for note in plan.notes if note is not thing),
        unplaced=tuple(one for one in plan.unplaced if one is not thing),
    )


def _action(plan: Plan, thing: Note | Unplaced, words: tuple[Passage, Passage], laid: Laid) -> Action:
    ref, text = words
    frame = Frame(laid.document.name)
    return Action(
        id=free_id(plan, f"a{len(plan.actions) + 1}"),
        text=text.wording,
        ref=ref.wording or None,
        under=_under(plan, thing, laid),
        money=money_in((text,), frame),
        programmes=programmes_in((text,), frame),
        source=thing.source,
        sources=sources_of(laid, ref=ref, text=text),
    )


def sources_of(laid: Laid, **passages: Passage) -> Sources:
    """The places of single values, by their field's name."""
    file = laid.document.name
    return tuple((name, Source(file, passage.spots)) for name, passage in passages.items() if passage)


def _under(plan: Plan, thing: Note | Unplaced, laid: Laid) -> str | None:
    """The heading that was in force where the words stand."""
    about = thing.about if isinstance(thing, Note) else None
    standing: tuple[Action | Heading, ...] = (*plan.headings, *plan.actions)
    things = {one.id: one for one in standing}
    place = laid.place(thing.source)
    before = [one for one in things.values() if laid.place(one.source) < place]
    last = things.get(about or "") or max(before, key=lambda one: laid.place(one.source), default=None)
    if last is None:
        return None
    return last.under if isinstance(last, Action) else last.id
