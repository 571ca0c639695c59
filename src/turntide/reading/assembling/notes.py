"""The plan's notes: which action each is about, and lines that run over every page said once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from turntide.documents.document import Document
from turntide.plan.model import Action, Note
from turntide.plan.source import Source
from turntide.reading.passage import Passage


@dataclass(frozen=True)
class Remarked:
    """The cells that reviewers' comments and deletions are about, and the actions that stand in them."""

    document: Document
    actions: Sequence[Action]

    @cached_property
    def _cells(self) -> dict[int, tuple[int, int, int] | None]:
        """The cell that each paragraph is about, by the paragraph's number."""
        return {paragraph.number: paragraph.about for paragraph in reversed(self.document.paragraphs)}

    @cached_property
    def _in_cells(self) -> dict[tuple[int | None, int | None, int | None], str]:
        """The first action with words in a cell."""
        return {
            (spot.table, spot.row, spot.column): action.id
            for action in reversed(self.actions)
            for spot in (action.source.spots if action.source else ())
        }

    def action_of(self, passage: Passage, kind: str) -> str | None:
        """The action whose cell a reviewer's comment or a deletion is about."""
        if kind not in {"comment", "deleted"} or not passage.spots:
            return None
        number = passage.spots[0].paragraph
        cell = self._cells.get(number) if number is not None else None
        return self._in_cells.get(cell) if cell is not None else None


def merged(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Running lines that say the same are one note with all its places."""
    made: list[Note] = []
    running: dict[str, int] = {}
    for note in notes:
        if note.kind == "running" and note.text in running and note.source:
            at = running[note.text]
            kept = made[at].source
            spots = (kept.spots if kept else ()) + note.source.spots
            made[at] = replace(made[at], source=Source(note.source.file, spots))
            continue
        if note.kind == "running":
            running[note.text] = len(made)
        made.append(note)
    return tuple(made)
