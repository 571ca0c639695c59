"""Tables that are forms: labels beside their values, over them, or down the side of several actions."""

from __future__ import annotations

from dataclasses import replace

from turntide.documents.document import Block, Document, Table
from turntide.reading.grids import grid_of
from turntide.reading.layouts.beneath import beneath
from turntide.reading.layouts.beside import beside
from turntide.reading.layouts.cards import card_lines, column_lines
from turntide.reading.layouts.lines import HEADING, Line
from turntide.reading.layouts.transposed import transposed
from turntide.reading.layouts.workshop import takes_turns
from turntide.reading.stitching import Part, Segment, parts_of
from turntide.reading.vocabulary import Meaning

M = Meaning


def parts_with_forms(document: Document) -> list[Part]:
    """The document's paragraphs and segments; a table that is a form is a segment of its own, without a header."""
    parts: list[Part] = []
    run: list[Block] = []
    for block in document.blocks:
        segment = _whole(block) if isinstance(block, Table) else None
        if segment is None or not (takes_turns(segment) or form_lines(segment)):
            run.append(block)
            continue
        parts += [*parts_of(replace(document, blocks=tuple(run))), segment]
        run = []
    return [*parts, *parts_of(replace(document, blocks=tuple(run)))]


def _whole(table: Table) -> Segment:
    grid = grid_of(table)
    return Segment(None, grid.rows, grid.width, grid.ragged, grid.edges, grid.sheet)


def form_lines(segment: Segment) -> list[Line] | None:
    """The lines of a table that is a form or holds cards; None where it is neither."""
    if segment.header is not None or not segment.rows:
        return None
    rows = [row for row in segment.rows if row.filled]
    for told in (column_lines(rows), transposed(rows), beside(rows), beneath(rows), card_lines(rows)):
        if told is not None:
            return _begun(told)
    return None


def _begun(lines: list[Line]) -> list[Line]:
    """A form that names its action, or bears a title, begins one; else it goes on from the line above it."""
    own = any(line.kind == HEADING or line.meaning in {M.ACTION, M.REF} for line in lines)
    return [replace(lines[0], start=True), *lines[1:]] if own else lines
