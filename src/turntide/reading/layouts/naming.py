"""Naming the columns of all the tables of a plan, those under the same headings alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from turntide.reading.columns import TOLD, NamedColumn
from turntide.reading.instructions import Instructions
from turntide.reading.layouts.tables import holds_actions, name_segment
from turntide.reading.stitching import Segment
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings.colours_said import status_of_fill

M = Meaning

Names = dict[int, NamedColumn]


def name_segments(segments: Sequence[Segment], given: Instructions) -> dict[int, Names]:
    """The columns of each segment, by its identity.

    A table too small to show where its actions stand is named like another one under the same headings.
    """
    named = {id(segment): _by_colours(segment, name_segment(segment, given)) for segment in segments}
    telling: dict[tuple[str, ...], Names] = {}
    for segment in segments:
        if segment.header and holds_actions(named[id(segment)]):
            telling.setdefault(segment.header.keys, named[id(segment)])
    for segment in segments:
        kin = telling.get(segment.header.keys) if segment.header and len(segment.header.keys) > 2 else None
        if kin and not holds_actions(named[id(segment)]):
            named[id(segment)] = _like(kin, named[id(segment)])
    return named


def _by_colours(segment: Segment, named: Names) -> Names:
    """A column for reports without a word, whose cells are of several status colours, tells the status."""
    made = dict(named)
    for column, name in named.items():
        slots = [row.slots[column] for row in segment.rows if column in row.slots]
        colours = {status_of_fill(slot.cell.fill) for slot in slots if slot.cell.fill} - {None, "grey"}
        worded = any(slot.passage for slot in slots)
        if name.meaning is M.PROGRESS and name.why != TOLD and len(colours) > 1 and not worded:
            made[column] = replace(name, meaning=M.STATUS, why="its cells are colours without words")
    return made


def _like(kin: Names, own: Names) -> Names:
    """The kin's meanings for the segment's own columns, where the same headings stand in the same columns."""
    if {c: n.heading.wording for c, n in kin.items()} != {c: n.heading.wording for c, n in own.items()}:
        return own
    why = "another table under the same headings shows it"
    return {c: replace(own[c], meaning=kin[c].meaning, why=why) for c in own}
