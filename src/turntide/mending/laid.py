"""A plan beside the document it was read from: where its words stand, and how none of them is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from turntide.documents.document import Document
from turntide.plan.model import Action, Heading, Note, Plan, Unplaced
from turntide.plan.source import Source
from turntide.reading.found_again import found_again
from turntide.reading.ledger import units, unplaced
from turntide.reading.passage import EMPTY, Passage, of_block
from turntide.reading.records import glued

Thing = Action | Heading | Note | Unplaced
Place = tuple[int, int]
"""Which unit of a document in reading order, and which of its characters."""


@dataclass(frozen=True)
class Laid:
    """The document under a plan."""

    document: Document

    @cached_property
    def _order(self) -> dict[tuple[int, int, int, int], int]:
        found = (of_block(block, cell).spots for block, cell in units(self.document))
        return {spots[0].unit: at for at, spots in enumerate(found) if spots}

    def place(self, source: Source | None) -> Place:
        """Where a value begins; before everything where that is not known."""
        places = [(self._order.get(spot.unit, -1), spot.start) for spot in (source.spots if source else ())]
        return min(places, default=(-1, 0))

    def passage(self, source: Source | None) -> Passage:
        """The words at a source, each still knowing its place."""
        if source is None:
            return EMPTY
        return glued([Passage(self.document.text_at(spot), ((0, spot),)) for spot in source.spots])

    def keeping(self, plan: Plan, about: str | None) -> Plan:
        """The plan with every word that no longer stands in it kept as a note."""
        left = [Note(one.text, "text", about, one.source) for one in unplaced(self.document, plan)]
        return replace(plan, notes=(*plan.notes, *left))


def things_saying(plan: Plan, text: str) -> list[Thing]:
    """The actions, headings, notes and unplaced words that say this: see `found_again`."""
    things: Sequence[Thing] = (*plan.actions, *plan.headings, *plan.notes, *plan.unplaced)
    return [things[at] for at in found_again(text, [thing.text for thing in things])]


def own_source(thing: Thing) -> Source | None:
    """Where the very text of a thing stands, with its reference."""
    if isinstance(thing, Note | Unplaced):
        return thing.source
    sources = dict(thing.sources)
    found = [sources[name] for name in ("ref", "text") if name in sources]
    if not found:
        return thing.source
    spots = dict.fromkeys(spot for source in found for spot in source.spots)
    return Source(found[0].file, tuple(spots))


def about_instead(plan: Plan, old: str, new: str | None) -> Plan:
    """The plan with what was said about one thing said about another."""
    notes = (replace(note, about=new) if note.about == old else note for note in plan.notes)
    return replace(plan, notes=tuple(notes))


def free_id(plan: Plan, wanted: str) -> str:
    """This id, or the next one to it that nothing in the plan bears."""
    taken = {thing.id for thing in (*plan.actions, *plan.headings)}
    at, found = 1, wanted
    while found in taken:
        at += 1
        found = f"{wanted}.{at}"
    return found
