"""Tables that are forms: labels beside their values, over them, or down the side of several actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from turntide.documents.document import Block, Document, Paragraph, Role, Table
from turntide.reading.grids import Grid, grid_of
from turntide.reading.layouts.beneath import beneath
from turntide.reading.layouts.beside import beside
from turntide.reading.layouts.cards import card_lines, column_lines
from turntide.reading.layouts.form_rows import cells_of, is_label_cell
from turntide.reading.layouts.lines import HEADING, Line
from turntide.reading.layouts.transposed import transposed
from turntide.reading.layouts.workshop import takes_turns
from turntide.reading.stitching import Part, Segment, parts_of
from turntide.reading.vocabulary import Meaning

M = Meaning


def parts_with_forms(document: Document) -> list[Part]:
    """The document's paragraphs and segments; a table that is a form is a segment of its own, without a header."""
    grids = {block.number: grid_of(block) for block in document.blocks if isinstance(block, Table)}
    parts: list[Part] = []
    run: list[Block] = []
    at = 0
    while at < len(document.blocks):
        form, end = _form_at(document.blocks, at, grids)
        if form is None:
            run.append(document.blocks[at])
        else:
            parts += [*parts_of(replace(document, blocks=tuple(run)), grids), form]
            run = [block for block in document.blocks[at + 1 : end] if isinstance(block, Paragraph)]
        at = end
    return [*parts, *parts_of(replace(document, blocks=tuple(run)), grids)]


def _form_at(blocks: Sequence[Block], at: int, grids: Mapping[int, Grid]) -> tuple[Segment | None, int]:
    """The form that begins with a block, with what of it stands on later pages, and where it ends."""
    block = blocks[at]
    if not isinstance(block, Table):
        return None, at + 1
    form, end, page = _whole(grids[block.number]), at + 1, block.page
    while (found := _table_after(blocks, end)) is not None:
        after, table = found
        joined = _joined(form, _whole(grids[table.number])) if page and table.page == page + 1 else None
        if joined is None:
            break
        form, end, page = joined, after + 1, table.page
    return (form, end) if takes_turns(form) or form_lines(form) else (None, at + 1)


def _table_after(blocks: Sequence[Block], start: int) -> tuple[int, Table] | None:
    """The next table and its index, where nothing but a page's own lines stands before it."""
    for at in range(start, len(blocks)):
        block = blocks[at]
        if isinstance(block, Table):
            return at, block
        if block.role is not Role.RUNNING:
            return None
    return None


def _joined(form: Segment, rest: Segment) -> Segment | None:
    """A form with its rows on the next page; None where what stands there begins anew."""
    own = form_lines(rest)
    headed = len(rest.rows[0].filled) > 1 and all(map(is_label_cell, cells_of(rest.rows[0])))
    if form.width != rest.width or headed or (own is not None and own[0].start):
        return None
    joined = replace(form, rows=form.rows + rest.rows)
    return joined if form_lines(joined) else None


def _whole(grid: Grid) -> Segment:
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
