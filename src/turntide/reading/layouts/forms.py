"""Tables that are forms: labels beside their values, over them, or down the side of several actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from turntide.documents.document import Block, Document, Table
from turntide.reading.grids import Row, Slot, grid_of
from turntide.reading.layouts.cards import card_lines
from turntide.reading.layouts.labels import SURE, known_label, said_in
from turntide.reading.layouts.lines import FIELD, HEADING, TEXT, Line, fields, lines_of_text
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.stitching import Part, Segment, parts_of
from turntide.reading.vocabulary import Meaning, best_meaning

M = Meaning
LIKELY = 0.55
"""Beside labels that are sure, a telling word makes a label too."""
WIDEST = 6
_SAYING = {M.LEAD, M.OWNER, M.PARTNER, M.TIMESCALE, M.START, M.END, M.STATUS, M.MILESTONE, M.PROGRESS}


def parts_with_forms(document: Document) -> list[Part]:
    """The document's paragraphs and segments; a table that is a form is a segment of its own, without a header."""
    parts: list[Part] = []
    run: list[Block] = []
    for block in document.blocks:
        segment = _whole(block) if isinstance(block, Table) else None
        if segment is None or form_lines(segment) is None:
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
    for told in (_transposed(rows), _beside(rows), _beneath(rows), card_lines(rows)):
        if told is not None:
            return _begun(told)
    return None


def _begun(lines: list[Line]) -> list[Line]:
    """A form that names its action, or bears a title, begins one; else it goes on from the line above it."""
    own = any(line.kind == HEADING or line.meaning in {M.ACTION, M.REF} for line in lines)
    return [replace(lines[0], start=True), *lines[1:]] if own else lines


def _sure(slot: Slot | None) -> bool:
    return slot is not None and known_label(slot.text.strip(" :"), SURE) is not None


def _cells(row: Row) -> list[Slot]:
    return [slot for _, slot in sorted(row.filled.items())]


# Labels beside their values.


def _beside(rows: Sequence[Row]) -> list[Line] | None:
    """Label | value, or label | value | label | value; a row of one cell is a title or says 'Label: value'."""
    if any(len(row.filled) > WIDEST or _heads_columns(row) for row in rows):
        return None
    pairs = [row for row in rows if len(row.filled) > 1]
    known = sum(_sure(_cells(row)[0]) for row in pairs)
    lines = [line for row in rows for line in _pairs(row)]
    kinds = {line.meaning for line in lines if line.kind == FIELD and line.meaning}
    enough = len(kinds) >= 3 or (len(kinds) == 2 and len(pairs) == known == 2)
    return lines if enough and known >= 0.5 * len(rows) and _values_differ(pairs) else None


def _heads_columns(row: Row) -> bool:
    """Nearly all of three cells or more are labels: beside its labels a form has values."""
    sure = sum(map(_sure, row.filled.values()))
    return len(row.filled) >= 3 and sure >= 0.75 * len(row.filled)


def _values_differ(rows: Sequence[Row]) -> bool:
    """The cells beside the labels are no labels themselves: else they are headings of columns."""
    second = [_cells(row)[1] for row in rows]
    return sum(map(_sure, second)) <= len(second) * 0.34


def _pairs(row: Row) -> Iterator[Line]:
    cells = _cells(row)
    if len(cells) == 1:
        yield from _lone(cells[0])
        return
    if not _sure(cells[0]) and len(cells) != 2:
        yield from (Line(TEXT, cell.passage) for cell in cells)
        return
    at = 0
    while at < len(cells):
        yield from _pair(cells[at], cells[at + 1] if at + 1 < len(cells) else None, at)
        at += 2 if at + 1 < len(cells) else 1


def _pair(label: Slot, value: Slot | None, at: int) -> Iterator[Line]:
    """A label and its value; a label nobody knows still heads what stands beside it."""
    meaning, weight = best_meaning(label.text.strip(" :"))
    named = label.passage.strip(" :\n")
    if value is None:
        yield from _lone(label) if at == 0 else [Line(TEXT, label.passage)]
    else:
        yield Line(FIELD, value.passage, label=named, meaning=meaning if weight >= LIKELY else None)


def _lone(cell: Slot) -> Iterator[Line]:
    """A cell alone in its row: 'Label: value', a label whose value comes beneath, or a title."""
    head, said = said_in(cell.passage, cell.cell.marks)
    if said and not head:
        yield from fields(said)
        return
    label = cell.passage.strip(" :\n")
    meaning = known_label(label.wording)
    if meaning is not None:
        yield Line(FIELD, EMPTY, label=label, meaning=meaning)
    elif len(cell.text.split()) > 30:
        yield from lines_of_text(cell.passage, TEXT, 0, cell.cell.marks)
    else:
        yield Line(HEADING, cell.passage, level=9)


# Labels over their values.


def _beneath(rows: Sequence[Row]) -> list[Line] | None:
    """A row of labels, then a row of their values, turn by turn; rows of one cell are titles or 'Label: value'."""
    lines: list[Line] = []
    above: Row | None = None
    for row in rows:
        if _all_labels(row):
            lines += _unanswered(above)
            above = row
        elif above is not None:
            lines += _under(above, row)
            above = None
        elif len(row.filled) == 1:
            lines += _pairs(row)
        else:
            return None
    lines += _unanswered(above)
    return lines if _takes_turns(rows, lines) else None


def _takes_turns(rows: Sequence[Row], lines: Sequence[Line]) -> bool:
    """Several rows of labels, or a single one that heads one row of an action told elsewhere."""
    labels = sum(map(_all_labels, rows))
    answered = {line.meaning for line in lines if line.kind == FIELD and line.passage}
    if len(answered) < 2:
        return False
    if labels == 1:
        return len(rows) <= 3 and bool(answered & _SAYING) and not answered & {M.ACTION, M.LEVEL}
    return M.ACTION in answered or any(line.kind == HEADING for line in lines)


def _all_labels(row: Row) -> bool:
    return all(map(_sure, _cells(row)))


def _under(above: Row, row: Row) -> Iterator[Line]:
    """Each value under the label it stands beneath."""
    for column, slot in sorted(row.filled.items()):
        over = [c for c in above.filled if c <= column < c + above.filled[c].column_span]
        if not over:
            yield Line(TEXT, slot.passage)
            continue
        label = above.filled[over[-1]].passage.strip(" :\n")
        yield Line(FIELD, slot.passage, label=label, meaning=known_label(label.wording))


def _unanswered(row: Row | None) -> list[Line]:
    """Labels without a value beneath them."""
    cells = _cells(row) if row else []
    return [Line(FIELD, EMPTY, label=c.passage.strip(" :\n"), meaning=known_label(c.text)) for c in cells]


# Labels down the side of several actions.


def _transposed(rows: Sequence[Row]) -> list[Line] | None:
    """The labels stand in the first column and each further column is an action."""
    if len(rows) < 3 or max(len(row.filled) for row in rows) < 3:
        return None
    whole = [row for row in rows if 0 in row.filled and len(row.filled) > 1]
    kinds = {known_label(row.filled[0].text.strip(" :")) for row in whole if _sure(row.filled[0])}
    labels = sum(_sure(slot) for row in whole for column, slot in row.filled.items() if column)
    if len(whole) < len(rows) or len(kinds) < max(3, 0.7 * len(rows)) or M.ACTION not in kinds or labels:
        return None
    columns = sorted({column for row in rows for column in row.filled} - {0})
    return [line for column in columns for line in _one_column(whole, column)]


def _one_column(rows: Sequence[Row], column: int) -> Iterator[Line]:
    first = True
    for row in rows:
        value: Passage = row.filled[column].passage if column in row.filled else EMPTY
        if not value:
            continue
        label = row.filled[0].passage.strip(" :\n")
        meaning = best_meaning(label.wording)[0]
        yield Line(FIELD, value, label=label, meaning=meaning, start=first)
        first = False
