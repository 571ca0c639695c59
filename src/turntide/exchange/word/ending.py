"""What stands after the plan: a workshop's record, the budget, the notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from turntide.exchange.word.legal import legal, on_one_line
from turntide.exchange.word.page import BETWEEN_MARGINS
from turntide.exchange.word.styles import BULLET
from turntide.exchange.word.tables import draw
from turntide.plan.model import ActorGroup, Note, Plan

if TYPE_CHECKING:
    from docx.document import Document

ACTORS, BEHAVIOURS = "Actors", "Behaviours"
_LABELS = {ACTORS.casefold(), BEHAVIOURS.casefold()}
_TAKEN = re.compile(r"\b(?:take[- ]?aways?|messages|learning|headlines)\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:budget|funding|resources?|money|costs?)\b", re.IGNORECASE)


def add_ending(document: Document, plan: Plan) -> None:
    """Set each part that the plan has, under a heading of its own."""
    asking, named = _asking(plan), _naming(plan)
    if plan.actors:
        document.add_heading(f"{ACTORS} and {BEHAVIOURS.lower()}", 1)
        _add_actors(document, plan.actors)
    if plan.takeaways:
        document.add_heading(on_one_line(named.text) if named else "Takeaways", 1)
        _add_list(document, [phrase.text for phrase in plan.takeaways])
    notes = [_said(plan, note) for note in plan.notes if note not in (asking, named) and _is_shown(note)]
    notes += [left.text for left in plan.unplaced]
    if plan.budget or notes:
        document.add_heading("Further information", 1)
    if plan.budget:
        document.add_heading("Budget", 2)
        document.add_paragraph(legal(asking.text) if asking else "Budget needed for the following:")
        _add_list(document, [line.text for line in plan.budget])
    if notes:
        document.add_heading("Notes", 2)
        for text in notes:
            document.add_paragraph(legal(text))


def _asking(plan: Plan) -> Note | None:
    """The plan's own sentence over its budget."""
    over = (note for note in plan.notes if _ASKS.search(note.text) and note.text.rstrip().endswith(":"))
    return next(over, None) if plan.budget else None


def _naming(plan: Plan) -> Note | None:
    """The plan's own heading over what people took away."""
    named = (note for note in plan.notes if _TAKEN.search(note.text) and len(note.text.split()) <= 6)
    return next(named, None) if plan.takeaways else None


def _is_shown(note: Note) -> bool:
    """Not what this document says in its own place: lines at the head of each page, headings of the actors."""
    return note.kind != "running" and note.text.strip(" :").casefold() not in _LABELS


def _add_actors(document: Document, groups: tuple[ActorGroup, ...]) -> None:
    rows = [
        (tuple(phrase.text for phrase in group.actors), tuple(phrase.text for phrase in group.behaviours))
        for group in groups
    ]
    draw(document, (ACTORS, BEHAVIOURS), [BETWEEN_MARGINS / 2] * 2, rows, (True, True))


def _add_list(document: Document, entries: list[str]) -> None:
    for entry in entries:
        document.add_paragraph(on_one_line(entry), style=BULLET)


def _said(plan: Plan, note: Note) -> str:
    """A note with what it is about, as a reader of the page knows it."""
    action = next((action for action in plan.actions if action.id == note.about), None)
    named = action or plan.heading(note.about)
    return f"On {_name(named.ref, named.text)}: {note.text}" if named else note.text


def _name(ref: str | None, text: str) -> str:
    words = on_one_line(text).split()
    short = " ".join(words[:8]) + (" …" if len(words) > 8 else "")
    return f"“{f'{ref} ' if ref else ''}{short}”"
