"""A plan beside the document it was read from: where its words stand, and how none of them is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from turntide.documents.document import Document
from turntide.plan.model import Action, Heading, Note, Plan, Unplaced
from turntide.plan.source import Source
from turntide.reading.fields import without_label
from turntide.reading.found_again import nearest, plain
from turntide.reading.ledger import units, unplaced
from turntide.reading.passage import EMPTY, Passage, of_block
from turntide.reading.records import glued

LONGEST_LABEL = 3
"""Words of a reference that was not told from the text after it."""
_MARKS = " \t\n•●▪○◦‣➢❖■□►*–—-"
_NUMBERED = re.compile(r"\d|\b[a-z]\b|\b[ivx]+\b")

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
    """The actions, headings, notes and unplaced words that say this: see `found_again`.

    A note that a mend made of an action says its reference first, in whatever form the plan has it.
    """
    things: Sequence[Thing] = (*plan.actions, *plan.headings, *plan.notes, *plan.unplaced)
    wanted = plain(text)
    told = [plain(thing.text) for thing in things]
    same = [thing for thing, words in zip(things, told, strict=True) if words == wanted]
    labelled = [thing for thing, words in zip(things, told, strict=True) if _after_label(words, wanted)]
    return same or labelled or [things[at] for at in nearest(wanted, told)]


def _after_label(words: str, wanted: str) -> bool:
    """Whether nothing but a reference ('21', 'strategy 1') stands before what is wanted."""
    label = words.removesuffix(f" {wanted}")
    return label != words and len(label.split()) <= LONGEST_LABEL and bool(_NUMBERED.search(label))


def worded(plan: Plan, thing: Thing, laid: Laid) -> tuple[Passage, Passage]:
    """The reference and the words of a thing: its own, or as they would be read from a note."""
    if isinstance(thing, Note | Unplaced):
        passage = laid.passage(thing.source)
        return without_label(passage.strip(_MARKS) or passage)
    return laid.passage(_own_ref(plan, thing)), laid.passage(dict(thing.sources).get("text"))


def _own_ref(plan: Plan, thing: Action | Heading) -> Source | None:
    """Where a thing's reference stands, unless others share it: a merged cell beside several rows."""
    others = [dict(one.sources).get("ref") for one in plan.actions if one.id != thing.id]
    ref = dict(thing.sources).get("ref")
    return None if ref in others else ref


def note_of(plan: Plan, thing: Action | Heading) -> Note:
    """The note that was made of a thing."""
    spots = set(dict(thing.sources)["text"].spots)
    return next(note for note in reversed(plan.notes) if note.source and spots <= set(note.source.spots))


def own_source(plan: Plan, thing: Action | Heading) -> Source | None:
    """Where the very text of a thing stands, with its reference."""
    found = [one for one in (_own_ref(plan, thing), dict(thing.sources).get("text")) if one]
    if not found:
        return thing.source
    spots = dict.fromkeys(spot for source in found for spot in source.spots)
    return Source(found[0].file, tuple(spots))


def about_instead(plan: Plan, old: str, new: str | None) -> Plan:
    """The plan with what was said about one thing said about another."""
    notes = (replace(note, about=new) if note.about == old else note for note in plan.notes)
    return replace(plan, notes=tuple(notes))


def ids(plan: Plan) -> set[str]:
    """The ids of all actions and headings."""
    return {action.id for action in plan.actions} | {heading.id for heading in plan.headings}


def free_id(plan: Plan, wanted: str) -> str:
    """This id, or the next one to it that nothing in the plan bears."""
    taken = ids(plan)
    at, found = 1, wanted
    while found in taken:
        at += 1
        found = f"{wanted}.{at}"
    return found
