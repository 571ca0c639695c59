"""What is at hand while a plan is put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from turntide.plan.model import Note, Sources
from turntide.reading.fields import Frame
from turntide.reading.owners import Lexicon
from turntide.reading.passage import Passage


@dataclass
class Making:
    """What is being put together: the ids given so far and the notes that fall out on the way."""

    frame: Frame
    ids: dict[int, str]
    notes: list[Note]
    lexicon: Lexicon

    def note(self, passages: Iterable[Passage], about: str | None, kind: str = "drafting") -> None:
        """Keep words as notes about an action or heading."""
        for passage in passages:
            if passage:
                self.notes.append(Note(passage.wording, kind, about, passage.source(self.frame.file)))


def sources_of(file: str, **passages: Passage | None) -> Sources:
    """Where each named field of a part stands; a field without words has no place."""
    return tuple((name, passage.source(file)) for name, passage in passages.items() if passage)
