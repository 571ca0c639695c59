"""A plan set out for reading, every value of it registered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turntide.explaining.actions import details
from turntide.explaining.families import Family
from turntide.explaining.values import Register, Value
from turntide.plan.model import Action, Heading, Plan


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading or an action: the values that name it, those that tell more, and the entries under it."""

    kind: str
    name: tuple[Value, ...]
    details: tuple[Value, ...] = ()
    under: tuple[Entry, ...] = ()

    def values(self) -> Iterator[Value]:
        """Every value of this entry and of those under it."""
        yield from (*self.name, *self.details)
        for entry in self.under:
            yield from entry.values()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page's plan: its title and its entries."""

    title: str
    entries: tuple[Entry, ...]


def outline(plan: Plan, register: Register) -> tuple[Section, ...]:
    """The whole plan as sections; those without an entry are left out."""
    sections = (
        Section("The plan itself", _itself(plan, register)),
        Section("Headings and actions", _branches(plan, register, None, ())),
        Section("A workshop’s record", tuple(_workshop(plan, register))),
        Section("Budget", tuple(_budget(plan, register))),
        Section("Columns", tuple(_columns(plan, register))),
        Section("Notes", tuple(_notes(plan, register))),
        Section("Found no place", tuple(_unplaced(plan, register))),
    )
    return tuple(section for section in sections if section.entries)


def _itself(plan: Plan, register: Register) -> tuple[Entry, ...]:
    sources = dict(plan.sources)
    title = register.add(Family.PLACE, "Title", plan.title, sources.get("title"))
    vision = register.add(Family.PLACE, "Vision", plan.vision, sources.get("vision"))
    period = plan.period
    years = register.add(Family.TIME, "Period", period.wording, period.source) if period else ()
    return tuple(Entry("plan", value) for value in (title, vision, years) if value)


def _branches(plan: Plan, register: Register, under: str | None, above: tuple[str, ...]) -> tuple[Entry, ...]:
    known = {heading.id for heading in plan.headings}
    actions = [one for one in plan.actions if (one.under if one.under in known else None) == under]
    headings = [one for one in plan.headings if (one.parent if one.parent in known else None) == under]
    return (
        *(_action(action, plan, register) for action in actions),
        *(_heading(heading, plan, register, above) for heading in headings if heading.id not in above),
    )


def _heading(heading: Heading, plan: Plan, register: Register, above: tuple[str, ...]) -> Entry:
    sources = dict(heading.sources)
    level = heading.level or "Heading"
    of = f"{level} “{_short(heading.text)}”"
    reference = register.add(Family.PLACE, f"{level} ref", heading.ref, sources.get("ref"), of=of)
    text = register.add(Family.PLACE, level, heading.text, sources.get("text", heading.source))
    reason = register.add(Family.WHY, "Why", heading.rationale, sources.get("rationale"), of=of)
    under = _branches(plan, register, heading.id, (*above, heading.id))
    return Entry("heading", (*reference, *text), reason, under)


def _action(action: Action, plan: Plan, register: Register) -> Entry:
    sources = dict(action.sources)
    of = f"action {action.ref or f'“{_short(action.text)}”'}"
    name = (
        *register.add(Family.ACTION, "Ref", action.ref, sources.get("ref"), of=of),
        *register.add(Family.ACTION, "Action", action.text, sources.get("text", action.source)),
    )
    return Entry("action", name, tuple(details(action, of, register)))


def _workshop(plan: Plan, register: Register) -> Iterator[Entry]:
    for group in plan.actors:
        for actor in group.actors:
            yield Entry("actor", register.add(Family.PEOPLE, "Actor", actor.text, actor.source))
        for asked in group.behaviours:
            yield Entry("behaviour", register.add(Family.ACTION, "Behaviour", asked.text, asked.source))
    for takeaway in plan.takeaways:
        yield Entry("takeaway", register.add(Family.WHY, "Takeaway", takeaway.text, takeaway.source))


def _budget(plan: Plan, register: Register) -> Iterator[Entry]:
    for line in plan.budget:
        yield Entry("budget", register.add(Family.MEASURE, "Budget", line.text, line.source))


def _columns(plan: Plan, register: Register) -> Iterator[Entry]:
    for column in plan.columns:
        tag = f"Column: {column.meaning or 'its own heading'}"
        yield Entry("column", register.add(Family.COLUMN, tag, column.heading, column.source))


def _notes(plan: Plan, register: Register) -> Iterator[Entry]:
    for note in plan.notes:
        tag = "Note" if note.kind == "text" else f"Note: {note.kind}"
        yield Entry("note", register.add(Family.NOTE, tag, note.text, note.source))


def _unplaced(plan: Plan, register: Register) -> Iterator[Entry]:
    for words in plan.unplaced:
        yield Entry("unplaced", register.add(Family.UNPLACED, "No place", words.text, words.source))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39].rstrip() + "…"
