"""Rows that stand apart from the records: sections over the rows that follow, notes, what is said under a label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from turntide.reading.grids import Row, Slot
from turntide.reading.records import Step, Value
from turntide.reading.row_labels import said, says_when
from turntide.reading.rows.carried import Carried
from turntide.reading.rows.section_status import tells_status
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings.numbering import is_bare_ref

M = Meaning
_ASIDE = re.compile(r"^(?:\*|†|note\b|notes\b|source\b|key\b|n\.?b\.?\b|legend\b)", re.IGNORECASE)
_SECTION_LEVEL = re.compile(
    r"^(theme|priority|objective|ambition|aim|goal|pillar|outcome|domain|strand|chapter|section|commitment|"
    r"strategy|programme|workstream|area|focus area|strategic priority|strategic objective|priority area)\b",
    re.IGNORECASE,
)
LONGEST_SECTION = 30
"""Words: a full-width row longer than this is prose, not a heading."""


class Apart:
    """Tells which rows of one cell are no records, among all the rows of their segment, and reads them."""

    def __init__(self, carried: Carried, rows: Sequence[Row]) -> None:
        self._carried = carried
        self._rows = rows
        self._plain: dict[int, bool] = {}

    def holds(self, at: int, column: int, slot: Slot) -> bool:
        """A row of one cell that is no record: it reaches over the table, or stands under no action."""
        carried, row = self._carried, self._rows[at]
        columns = carried.columns
        meaning = columns[column].meaning if column in columns else None
        if row.after_break and carried.read.records and carried.cell_goes_on(column, slot):
            return False
        if len(columns) > 1 and slot.column_span >= max(2, len(columns) * 0.6):
            return True
        if meaning is M.ACTION:
            return tells_status(slot.text) or self._stands_out(slot, column)
        if meaning is M.LEVEL:
            return self._replaced_next(column, at)
        first = min(columns, default=0)
        return column <= first and not is_bare_ref(slot.text) and not row.above

    def _replaced_next(self, column: int, at: int) -> bool:
        """A lone heading whose column is filled anew in the very next row stands over it: a section."""
        later = (self._rows[after] for after in range(at + 1, len(self._rows)))
        following = next((row for row in later if row.filled), None)
        return following is not None and column in following.filled and len(following.filled) > 1

    def _stands_out(self, slot: Slot, column: int) -> bool:
        """A bold cell among plain ones, alone in its row, while other rows have more cells."""
        return slot.bold and len(slot.text.split()) <= LONGEST_SECTION and self._is_plain(column)

    def _is_plain(self, column: int) -> bool:
        """Whether a column's cells are mostly not bold where their rows have more cells; counted once."""
        if column not in self._plain:
            others = [row for row in self._rows if column in row.filled and len(row.filled) > 1]
            plain = sum(not row.slots[column].bold for row in others)
            self._plain[column] = len(others) >= 2 and plain > len(others) * 0.7
        return self._plain[column]

    def take(self, slot: Slot) -> None:
        """Read a row that stands apart: a note, words under a label, or a section."""
        carried, text = self._carried, slot.text
        carried.apart.add(id(slot.cell))
        if _ASIDE.match(text) or len(text.split()) > LONGEST_SECTION:
            carried.read.notes.append(slot.passage)
            return
        value = said(slot.passage)
        if value is not None and _say(carried, value):
            return
        if tells_status(text):
            carried.status = slot.passage
        _open_section(carried, slot)
        carried.when = slot.passage if says_when(text) else None


def tell(carried: Carried, value: Value) -> None:
    """What a row tells under its label of all actions about it is said of the heading they stand under."""
    step = carried.innermost
    if step is None:
        carried.read.notes.append(value.passage)
    elif value.meaning is M.RATIONALE:
        step.rationale.append(value.passage)
    else:
        step.remarks.append(value)
    carried.read.labels.append((value.heading, value.meaning))


def _say(carried: Carried, value: Value) -> bool:
    """Words under a label are about the section that has just begun, else about the action above."""
    if carried.fresh and carried.section is not None:
        if value.meaning is M.RATIONALE:
            carried.section.rationale.append(value.passage)
        else:
            carried.section.remarks.append(value)
    elif carried.read.records:
        carried.read.records[-1].values.append(value)
    else:
        return False
    carried.read.labels.append((value.heading, value.meaning))
    return True


def _open_section(carried: Carried, slot: Slot) -> None:
    """A section stands under the one before it only if its wording names a lower level."""
    word = _SECTION_LEVEL.match(slot.text)
    level = word.group(1).capitalize() if word else "Section"
    names = [name for name, _ in carried.sections]
    if level in names:
        carried.sections = carried.sections[: names.index(level)]
    elif not word or "Section" in names:
        carried.sections = []
    parent = carried.sections[-1][1] if carried.sections else carried.above
    carried.section = Step(level, [slot.passage], parent)
    carried.sections.append((level, carried.section))
    carried.fresh = True
    carried.read.steps.append(carried.section)
    carried.at.clear()
    if not tells_status(slot.text):
        carried.status = None
