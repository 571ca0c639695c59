"""Forms whose labels stand over their values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turntide.reading.grids import Row, Slot
from turntide.reading.layouts.form_rows import cells_of, is_label_cell, label_in, lone_cell
from turntide.reading.layouts.labels import known_label
from turntide.reading.layouts.lines import FIELD, TEXT, Line
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.vocabulary import Meaning

M = Meaning
_SAYING = {M.LEAD, M.OWNER, M.PARTNER, M.TIMESCALE, M.START, M.END, M.STATUS, M.MILESTONE, M.PROGRESS}


def beneath(rows: Sequence[Row]) -> list[Line] | None:
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
            lines += lone_cell(cells_of(row)[0])
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
    return M.ACTION in answered or bool(answered & _SAYING)


def _all_labels(row: Row) -> bool:
    return all(map(is_label_cell, cells_of(row)))


def _under(above: Row, row: Row) -> Iterator[Line]:
    """Each value under the label it stands beneath."""
    for column, slot in sorted(row.filled.items()):
        over = [c for c in above.filled if c <= column < c + above.filled[c].column_span]
        if over:
            yield _field(above.filled[over[-1]], slot.passage)
        else:
            yield Line(TEXT, slot.passage)


def _unanswered(row: Row | None) -> list[Line]:
    """Labels without a value beneath them."""
    return [_field(slot, EMPTY) for slot in cells_of(row)] if row else []


def _field(label: Slot, value: Passage) -> Line:
    return Line(FIELD, value, label=label_in(label), meaning=known_label(label.text.strip(" :")))
