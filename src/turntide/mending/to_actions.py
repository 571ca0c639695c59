"""IsAction: a note, words without a place or a heading with nothing under it become an action where they stand."""

from __future__ import annotations

from dataclasses import replace

from turntide.mending.kinds import IsAction
from turntide.mending.laid import Laid, Thing, free_id, things_saying
from turntide.mending.to_notes import as_note
from turntide.plan.model import Action, Heading, Note, Plan, Sources, Unplaced
from turntide.plan.source import Source
from turntide.reading.fields import Frame, money_in, programmes_in, without_label
from turntide.reading.passage import Passage

_MARKS = " \t\n•●▪○◦‣➢❖■□►*–—-"
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
    if isinstance(thing, Heading):
        plan = as_note(plan, thing, laid)
        thing = next(note for note in reversed(plan.notes) if note.source and _stands_on(note, thing))
    action = _action(plan, thing, laid)
    place = laid.place(thing.source)
    at = max((at for at, one in enumerate(plan.actions, 1) if laid.place(one.source) <= place), default=0)
    return replace(
        plan,
        actions=(*plan.actions[:at], action, *plan.actions[at:]),
        notes=tuple(note for note in plan.notes if note is not thing),
        unplaced=tuple(one for one in plan.unplaced if one is not thing),
    )


def _stands_on(note: Note, heading: Heading) -> bool:
    where = dict(heading.sources).get("text")
    return bool(note.source and where and set(where.spots) <= set(note.source.spots))


def _action(plan: Plan, thing: Note | Unplaced, laid: Laid) -> Action:
    passage = laid.passage(thing.source)
    ref, text = without_label(passage.strip(_MARKS) or passage)
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
    things: dict[str, Action | Heading] = {one.id: one for one in (*plan.headings, *plan.actions)}
    place = laid.place(thing.source)
    before = [one for one in things.values() if laid.place(one.source) < place]
    last = things.get(about or "") or max(before, key=lambda one: laid.place(one.source), default=None)
    return last.under if isinstance(last, Action) else last.id if last else None
