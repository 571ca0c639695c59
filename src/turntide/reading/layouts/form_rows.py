"""The cells of a form: which are labels, and what a cell alone in its row says."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.reading.grids import Row, Slot
from turntide.reading.layouts.labels import SURE, known_label
from turntide.reading.layouts.lines import FIELD, HEADING, TEXT, Line, fields, lines_of_text
from turntide.reading.layouts.said import said_in
from turntide.reading.passage import EMPTY, Passage

LONGEST_TITLE = 30


def is_label_cell(slot: Slot) -> bool:
    """Whether a cell is surely a label and no more."""
    return known_label(slot.text.strip(" :"), SURE) is not None


def cells_of(row: Row) -> list[Slot]:
    """The filled cells of a row, from left to right."""
    return [slot for _, slot in sorted(row.filled.items())]


def label_in(slot: Slot) -> Passage:
    """The words of a cell that is a label."""
    return slot.passage.strip(" :\n")


def lone_cell(cell: Slot) -> Iterator[Line]:
    """A cell alone in its row: 'Label: value', a label whose value comes beneath, or a title."""
    head, said = said_in(cell.passage, cell.cell.marks)
    if said and not head:
        yield from fields(said)
        return
    label = label_in(cell)
    meaning = known_label(label.wording)
    if meaning is not None:
        yield Line(FIELD, EMPTY, label=label, meaning=meaning)
    elif len(cell.text.split()) > LONGEST_TITLE:
        yield from lines_of_text(cell.passage, TEXT, 0, cell.cell.marks)
    else:
        yield Line(HEADING, cell.passage, level=9)
