"""The notes of a plan's documents: each edition brings its own, and those before it are kept to come back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from turntide.exchange.interchange import part_as_data, part_from
from turntide.plan import model as plain
from turntide.web.plans.models import Edition, Note, Plan
from turntide.web.plans.store.states import hex_id
from turntide.web.plans.store.taking_out import note_as_read


def put_notes(edition: Edition, notes: Sequence[plain.Note]) -> None:
    """Make these the plan's notes, and keep those that stood. Call it inside the transaction of the adoption."""
    plan = edition.plan
    edition.notes_aside = _notes_of(plan)
    edition.save(update_fields=["notes_aside"])
    plan.notes.all().delete()
    actions = {hex_id(pk) for pk in plan.actions.values_list("pk", flat=True)}
    rows = [_row(plan, note, at, actions) for at, note in enumerate(notes)]
    Note.objects.bulk_create(rows, batch_size=500)


def swap_notes(edition: Edition) -> None:
    """Bring back the notes that gave way: to this edition's when it was adopted, or to those before it since."""
    edition.refresh_from_db(fields=["notes_aside"])
    if edition.notes_aside is not None:
        put_notes(edition, [part_from(each, plain.Note) for each in edition.notes_aside])


def _notes_of(plan: Plan) -> list[Any]:
    return [part_as_data(note_as_read(row)) for row in plan.notes.all()]


def _row(plan: Plan, note: plain.Note, position: int, actions: set[str]) -> Note:
    about = UUID(note.about) if note.about else None
    is_action = note.about in actions
    return Note(
        plan=plan,
        action_id=about if is_action else None,
        heading_id=None if is_action else about,
        position=position,
        kind=note.kind[:20],
        text=note.text,
        source=part_as_data(note.source),
    )
