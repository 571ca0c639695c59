"""The rows of a segment, read as records: what each row is, what is carried down, what goes on.

Each row is one of: a section heading over the rows that follow, a note, a total, the rest of the row before
it, or a record of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from turntide.documents.document import spot_of
from turntide.reading.columns import NamedColumn
from turntide.reading.grids import Row, Slot
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.profiles import label_style
from turntide.reading.records import Record, Shade, Step, Value, glued, runs_on
from turntide.reading.row_labels import said, says_when
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings.numbering import is_bare_ref
from turntide.reading.wordings.statuses import heading_status

M = Meaning
_TOTAL = re.compile(r"^(?:sub-?\s?|grand )?totals?\b", re.IGNORECASE)
_ASIDE = re.compile(r"^(?:\*|†|note\b|notes\b|source\b|key\b|n\.?b\.?\b|legend\b)", re.IGNORECASE)
_SECTION_LEVEL = re.compile(
    r"^(theme|priority|objective|ambition|aim|goal|pillar|outcome|domain|strand|chapter|section|commitment|"
    r"strategy|programme|workstream|area|focus area|strategic priority|strategic objective|priority area)\b",
    re.IGNORECASE,
)
LONGEST_SECTION = 30
"""Words: a full-width row longer than this is prose, not a heading."""


@dataclass
class RowsRead:
    """What a segment's rows gave: records, and the rows that are something else."""

    records: list[Record] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    notes: list[Passage] = field(default_factory=list)
    totals: list[tuple[Row, Mapping[int, Slot]]] = field(default_factory=list)
    strays: list[Passage] = field(default_factory=list)
    labels: list[tuple[Passage, Meaning | None]] = field(default_factory=list)
    joined: list[Row] = field(default_factory=list)


class RowReader:
    """Reads the rows of one segment in order; keeps what is carried down from row to row."""

    def __init__(
        self,
        columns: Mapping[int, NamedColumn],
        level_order: Sequence[int],
        above: Step | None,
        section: Step | None = None,
    ) -> None:
        self._columns = columns
        self._levels = level_order
        self._above = above
        self._section = section
        self._sections: list[tuple[str, Step]] = [(section.level, section)] if section else []
        self._at: dict[int, Step] = {}
        self._status: Passage | None = None
        self._open: dict[int, tuple[Record, Value]] = {}
        self.read = RowsRead()
        self._styles: dict[int, bool] = {}
        self._values: dict[int, Value] = {}
        self._apart: list[Slot] = []
        self._fresh = False
        self._when: Passage | None = None

    def read_rows(self, rows: Sequence[Row]) -> RowsRead:
        """Read every row; gives the records and what else stood in the rows."""
        self._learn_styles(rows)
        for row in rows:
            self._read_row(row, rows)
        return self.read

    def _columns_of(self, *meanings: Meaning) -> list[int]:
        return [column for column, named in self._columns.items() if named.meaning in meanings]

    def _learn_styles(self, rows: Sequence[Row]) -> None:
        """Columns whose cells nearly all begin with a label: there a cell without one goes on from above."""
        for column in self._columns:
            texts = [row.slots[column].text for row in rows if column in row.filled]
            labelled = sum(bool(label_style(text)) or is_bare_ref(text) for text in texts)
            self._styles[column] = len(texts) >= 3 and labelled >= 0.75 * len(texts)

    def _read_row(self, row: Row, rows: Sequence[Row]) -> None:
        self.read.strays += [slot.passage for slot in row.strays]
        filled = row.filled
        if not filled:
            return
        if row.joins_above and self.read.records:
            self._join(row)
            return
        lone = next(iter(filled.items())) if len(filled) == 1 else None
        if lone and self._is_apart(lone[0], lone[1], row, rows):
            self._apart.append(lone[1])
            self._read_apart(lone[1])
        elif _TOTAL.match(next(iter(sorted(filled.items())))[1].text):
            self._apart += filled.values()
            self.read.totals.append((row, filled))
        elif self._goes_on(row):
            self._extend(row)
        else:
            self._carry(row)
            self._record(row)

    # Rows that stand apart: sections, notes.

    def _is_apart(self, column: int, slot: Slot, row: Row, rows: Sequence[Row]) -> bool:
        """A row of one cell that is no record: it reaches over the table, or stands under no action."""
        meaning = self._columns[column].meaning if column in self._columns else None
        if row.after_break and self.read.records and self._cell_goes_on(column, slot):
            return False
        if len(self._columns) > 1 and slot.column_span >= max(2, len(self._columns) * 0.6):
            return True
        if meaning is M.ACTION:
            return tells_status(slot.text) or self._stands_out(slot, column, rows)
        if meaning is M.LEVEL:
            return self._replaced_next(column, row, rows)
        first = min(self._columns, default=0)
        return column <= first and not is_bare_ref(slot.text) and not row.above

    def _replaced_next(self, column: int, row: Row, rows: Sequence[Row]) -> bool:
        """A lone heading whose column is filled anew in the very next row stands over it: a section."""
        index = next(at for at, other in enumerate(rows) if other is row)
        following = next((other for other in rows[index + 1 :] if other.filled), None)
        return following is not None and column in following.filled and len(following.filled) > 1

    def _stands_out(self, slot: Slot, column: int, rows: Sequence[Row]) -> bool:
        """A bold or shaded cell among plain ones, alone in its row, while other rows have more cells."""
        others = [row for row in rows if column in row.filled and len(row.filled) > 1]
        if len(others) < 2 or len(slot.text.split()) > LONGEST_SECTION:
            return False
        plain = sum(not row.slots[column].bold for row in others)
        return slot.bold and plain > len(others) * 0.7

    def _read_apart(self, slot: Slot) -> None:
        text = slot.text
        if _ASIDE.match(text) or len(text.split()) > LONGEST_SECTION:
            self.read.notes.append(slot.passage)
            return
        value = said(slot.passage)
        if value is not None and self._say(value):
            return
        if tells_status(text):
            self._status = slot.passage
        self._open_section(slot)
        self._when = slot.passage if says_when(text) else None

    def _say(self, value: Value) -> bool:
        """Words under a label are about the section that has just begun, else about the action above."""
        if self._fresh and self._section is not None:
            if value.meaning is M.RATIONALE:
                self._section.rationale.append(value.passage)
            else:
                self._section.remarks.append(value)
        elif self.read.records:
            self.read.records[-1].values.append(value)
        else:
            return False
        self.read.labels.append((value.heading, value.meaning))
        return True

    def _open_section(self, slot: Slot) -> None:
        """A section stands under the one before it only if its wording names a lower level."""
        word = _SECTION_LEVEL.match(slot.text)
        level = word.group(1).capitalize() if word else "Section"
        names = [name for name, _ in self._sections]
        if level in names:
            self._sections = self._sections[: names.index(level)]
        elif not word or "Section" in names:
            self._sections = []
        parent = self._sections[-1][1] if self._sections else self._above
        self._section = Step(level, [slot.passage], parent)
        self._sections.append((level, self._section))
        self._fresh = True
        self.read.steps.append(self._section)
        self._at.clear()
        if not tells_status(slot.text):
            self._status = None

    # Rows that go on.

    def _goes_on(self, row: Row) -> bool:
        """Whether a row is the rest of the record before it."""
        if not self.read.records:
            return False
        action = next(iter(self._columns_of(M.ACTION)), None)
        refs = self._columns_of(M.REF)
        if any(column in row.filled and is_bare_ref(row.filled[column].text) for column in refs):
            return False
        levels = [c for c in self._levels if c in row.filled]
        fresh_level = (
            any(not self._level_goes_on(c, row.filled[c]) for c in levels) if row.after_break else levels
        )
        if fresh_level:
            return False
        if action is None or action not in row.filled:
            return not levels or bool(row.after_break)
        if (
            refs
            and self._refs_expected()
            and (row.after_break or runs_on(self._last(action), row.filled[action].text))
        ):
            return True
        return self._cell_goes_on(action, row.filled[action]) and (
            row.after_break or self._is_visual(row, action)
        )

    def _refs_expected(self) -> bool:
        """Most records so far have a reference in the column for it."""
        records = self.read.records
        return sum(bool(record.of(M.REF)) for record in records) > len(records) * 0.8

    def _is_visual(self, row: Row, action: int) -> bool:
        """Within a page only a row that goes on in small letters, in the middle of a sentence, is a rest."""
        return (
            runs_on(self._last(action), row.filled[action].text) and len(row.filled) <= len(self._columns) - 1
        )

    def _cell_goes_on(self, column: int, slot: Slot) -> bool:
        """A cell goes on from above where its column's cells are labelled and it is not, or a sentence runs on."""
        if self._styles.get(column) and not label_style(slot.text) and not is_bare_ref(slot.text):
            return True
        return runs_on(self._last(column), slot.text)

    def _level_goes_on(self, column: int, slot: Slot) -> bool:
        step = self._at.get(column)
        if step is None:
            return False
        if self._styles.get(column):
            return not label_style(slot.text)
        return runs_on(step.passage.text, slot.text)

    def _last(self, column: int) -> str:
        """The latest words in a column."""
        if column in self._levels:
            return self._at[column].passage.text if column in self._at else ""
        found = self._open.get(column)
        return found[1].passage.text if found else ""

    def _extend(self, row: Row) -> None:
        """Add a row's words to the record before it, column by column."""
        record = self.read.records[-1]
        for column, slot in sorted(row.filled.items()):
            if column in self._levels and column in self._at:
                self._at[column].pieces.append(slot.passage)
            else:
                self._add(record, column, slot)

    def _add(self, record: Record, column: int, slot: Slot) -> None:
        found = self._open.get(column)
        if found and found[0] is record:
            found[1].passage = glued([found[1].passage, slot.passage])
            self._values[id(slot)] = found[1]
        else:
            self._put(record, column, slot)

    def _join(self, row: Row) -> None:
        """Add a row that a person has called the rest of the record before it; a second reference stays apart."""
        self.read.joined.append(row)
        rest = dict(row.slots)
        for column, slot in row.filled.items():
            step = self._at.get(column)
            if step and step.passage.wording.casefold() == slot.text.casefold():
                step.repeats.append(rest.pop(column).passage)
            elif column in self._columns_of(M.REF):
                self._put(self.read.records[-1], column, rest.pop(column))
        self._extend(replace(row, slots=rest))

    # Records.

    def _carry(self, row: Row) -> None:
        """Take the row's headings over what is carried down; a new heading ends the ones below its level."""
        for depth, column in enumerate(self._levels):
            slot = row.filled.get(column)
            if slot is None:
                continue
            step = self._at.get(column)
            if step and row.after_break and self._level_goes_on(column, slot):
                step.pieces.append(slot.passage)
            elif step and step.passage.wording.casefold() == slot.text.casefold():
                step.repeats.append(slot.passage)
            else:
                for lower in self._levels[depth:]:
                    self._at.pop(lower, None)
                self._at[column] = self._step(column, slot)

    def _step(self, column: int, slot: Slot) -> Step:
        above = [self._at[c] for c in self._levels if c in self._at]
        parent = above[-1] if above else self._section or self._above
        step = Step(self._columns[column].heading.wording or "Section", [slot.passage], parent)
        self.read.steps.append(step)
        return step

    def _innermost(self) -> Step | None:
        for column in reversed(self._levels):
            if column in self._at:
                return self._at[column]
        return self._section or self._above

    def _record(self, row: Row) -> None:
        values = {c: slot for c, slot in row.filled.items() if c not in self._levels}
        reaching = {c: s for c, s in row.above.items() if c not in values and self._reaches(c, s)}
        if not values:
            return
        action = next(iter(self._columns_of(M.ACTION)), None)
        if action in reaching and self.read.records:
            self._extend_shared(values)
            return
        record = Record(self._innermost(), status=self._status)
        for column, slot in sorted((values | reaching).items()):
            if self._hands_back(row, column, slot):
                continue
            self._put(record, column, slot)
        self._note_shades(record, row)
        if self._when is not None and not record.of(M.TIMESCALE, M.START, M.END):
            record.values.append(Value(M.TIMESCALE, EMPTY, self._when))
        self._fresh = False
        self.read.records.append(record)

    def _reaches(self, column: int, slot: Slot) -> bool:
        """A cell that reaches down into a row gives it its words, unless it stood apart from all actions."""
        apart = any(slot.cell is other.cell for other in self._apart)
        return column not in self._levels and bool(slot.passage) and not apart

    def _extend_shared(self, values: Mapping[int, Slot]) -> None:
        """Further rows beside one merged action add to it (several milestones to one action)."""
        for column, slot in sorted(values.items()):
            self._put(self.read.records[-1], column, slot)

    def _hands_back(self, row: Row, column: int, slot: Slot) -> bool:
        """After a page break, prose that runs on from the row above is given back to it."""
        named = self._columns.get(column)
        if not row.after_break or named is None or named.meaning is not M.RATIONALE or column in row.above:
            return False
        found = self._open.get(column)
        if not found or not runs_on(self._last(column), slot.text):
            return False
        self._add(found[0], column, slot)
        return True

    def _put(self, record: Record, column: int, slot: Slot) -> None:
        """Give a record a slot's value; records beside one merged cell share it.

        An action has one status: another cell under such a heading is a remark, in every record that shares it.
        """
        value = self._values.get(id(slot))
        told = bool(record.of(M.STATUS))
        if value is not None and told and value.meaning is M.STATUS:
            return
        if value is None:
            named = self._columns.get(column)
            meaning = named.meaning if named else None
            meaning = None if told and meaning is M.STATUS else meaning
            value = Value(meaning, named.heading if named else EMPTY, slot.passage)
            self._values[id(slot)] = value
            record.struck += slot.struck
        self._open[column] = (record, value)
        record.values.append(value)

    def _note_shades(self, record: Record, row: Row) -> None:
        """Keep the colours of the cells: of the status, and of the action to tell them from a whole row's."""
        for column, named in self._columns.items():
            slot = row.slots.get(column) or row.above.get(column)
            if slot and slot.cell.fill and named.meaning:
                shade = Shade(slot.cell.fill.lower(), spot_of(row.table, slot.cell))
                record.shades.setdefault(named.meaning, shade)


def tells_status(text: str) -> bool:
    """A section that says how the actions under it go: 'Completed actions', 'In progress'."""
    return heading_status(text) is not None


def order_levels(columns: Mapping[int, NamedColumn], distinct: Mapping[int, int]) -> list[int]:
    """The columns of headings from the outermost to the innermost: the fewer distinct cells, the further out."""
    levels = [column for column, named in columns.items() if named.meaning is M.LEVEL]
    return sorted(levels, key=lambda column: (distinct.get(column, 0), column))
