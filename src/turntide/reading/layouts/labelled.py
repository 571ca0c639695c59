"""Labelled lines as records: an outline, cards or forms read line by line, each line by its part."""

from __future__ import annotations

from collections.abc import Sequence

from turntide.reading.columns import NamedColumn
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.layouts.lines import ITEM, Line
from turntide.reading.layouts.opened import Opened
from turntide.reading.layouts.outline import Outlined, Part
from turntide.reading.layouts.sections import label_meaning, names_the_plan
from turntide.reading.layouts.standing import Standing
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.records import Record, Value, glued
from turntide.reading.rows import tells_status
from turntide.reading.vocabulary import Meaning, key_of

M = Meaning
_SHARED = {M.LEAD, M.OWNER, M.PARTNER, M.TIMESCALE, M.START, M.END}
"""What is said once over a list of actions holds for each of them."""


class LabelledReader:
    """Reads lines in order into records under the headings they stand under."""

    def __init__(self, gathered: Gathered, standing: Standing, prose_after: bool = True) -> None:
        self._gathered = gathered
        self._standing = standing
        self._prose_after = prose_after
        self._record: Record | None = None
        self._rank = 0.0
        self._seen: list[str] = []
        self._first = ""
        self._open = Opened()
        self._status: Passage | None = None
        self._shared: list[Value] = []

    def read(self, lines: Sequence[Outlined]) -> None:
        """Read all lines of one layout."""
        read = {
            Part.HEAD: self._head,
            Part.LABEL: self._label,
            Part.BEGIN: self._begin,
            Part.FIELD: self._field,
            Part.REST: self._rest,
        }
        for each in lines:
            if each.line.start:
                self._close()
            read[each.part](each)
        self._leave_section()

    # Headings.

    def _close(self) -> None:
        self._record, self._open, self._seen = None, Opened(), []

    def _leave_section(self) -> None:
        """What was said for a section's actions, and found none, is said of the section."""
        for value in self._shared:
            self._about_section(value)
        self._shared = []

    def _head(self, each: Outlined) -> None:
        passage = each.line.passage
        self._close()
        self._leave_section()
        if tells_status(passage.wording):
            self._status = passage
            return
        self._status = None
        if names_the_plan(passage.wording):
            self._standing.leave(each.rank)
            self._gathered.notes.append((passage, "text"))
        else:
            self._standing.enter(each.rank, passage)

    def _label(self, each: Outlined) -> None:
        """A heading that is a label: within an action where it stands further in, else over a list of its own."""
        line = each.line
        meaning = label_meaning(line.text)
        self._keep_label(line.passage, meaning)
        if self._record is None or each.rank <= self._rank:
            self._close()
            self._standing.leave(each.rank)
        self._open = Opened(meaning, line.passage, alone=True)

    def _keep_label(self, label: Passage, meaning: Meaning | None) -> None:
        if label:
            self._gathered.columns.append((NamedColumn(label, meaning, "a label in the text"), []))

    # Actions.

    def _begin(self, each: Outlined) -> None:
        self._close()
        if each.rank:
            self._standing.leave(each.rank)
        self._rank = each.rank or float("inf")
        self._record = self._new()
        self._record.values += self._shared
        self._put(M.ACTION, EMPTY, each.line.passage)

    def _new(self) -> Record:
        record = Record(self._standing.innermost, status=self._status)
        self._gathered.records.append(record)
        self._seen = []
        return record

    def _put(self, meaning: Meaning | None, label: Passage, passage: Passage) -> Value:
        value = Value(meaning, label, passage)
        if self._record is not None:
            self._record.values.append(value)
        return value

    # Fields.

    def _field(self, each: Outlined) -> None:
        line = each.line
        self._keep_label(line.label, line.meaning)
        key = key_of(line.label.text)
        if self._begins_anew(line, key):
            self._close()
            self._record, self._rank = self._new(), float("inf")
            self._first = self._first or key
        if self._record is not None:
            self._seen.append(key)
        if line.meaning is M.LEVEL and self._record is not None:
            self._level(line)
        else:
            self._say(line)

    def _begins_anew(self, line: Line, key: str) -> bool:
        """A new action begins with its own label, or with the label that the one before began with."""
        if line.meaning is M.ACTION and line.passage:
            return self._record is None or bool(self._record.of(M.ACTION))
        if self._record is None:
            return line.start or (bool(self._first) and key == self._first)
        return key in self._seen and (key == self._first or line.meaning in {M.REF, M.LEVEL})

    def _level(self, line: Line) -> None:
        """'Theme: active travel' in a form says where the action sits; a second such line, further in."""
        record = self._record
        self._open = Opened(M.LEVEL, line.label)
        if record is None or not line.passage:
            return
        told = record.under if self._standing.was_told(record.under) else self._standing.innermost
        record.under = self._standing.told(line.label.wording, line.passage, told)

    def _say(self, line: Line) -> None:
        value = Value(line.meaning, line.label, line.passage)
        self._open = Opened(
            line.meaning, line.label, alone=not line.passage, value=value if line.passage else None
        )
        if not line.passage:
            return
        if self._record is not None:
            self._record.values.append(value)
        elif line.meaning in _SHARED:
            self._shared.append(value)
        else:
            self._about_section(value)

    def _about_section(self, value: Value) -> None:
        """Words that belong to no action are about the heading they stand under, else about the plan."""
        step = self._standing.open_section
        if step is None:
            self._gathered.notes.append((value.passage, "text"))
        else:
            step.remarks.append(value)

    # The rest.

    def _rest(self, each: Outlined) -> None:
        line = each.line
        if self._record is None:
            self._rest_of_section(line)
        elif self._open.takes(line):
            self._add(line)
        elif self._prose_after or not self._seen or line.kind == ITEM:
            self._open = Opened()
            self._detail(line.passage)
        else:
            self._close()
            self._about_section(Value(None, EMPTY, line.passage))

    def _rest_of_section(self, line: Line) -> None:
        meaning, label = (self._open.meaning, self._open.label) if self._open.takes(line) else (None, EMPTY)
        if meaning is M.RATIONALE and self._standing.open_section is not None:
            self._standing.open_section.rationale.append(line.passage)
        elif meaning in _SHARED:
            self._shared.append(Value(meaning, label, line.passage))
        else:
            self._about_section(Value(meaning, label, line.passage))

    def _add(self, line: Line) -> None:
        """A line under an open label: an entry of its own in a list, else the rest of what was said."""
        opened = self._open
        if opened.value is None or line.kind == ITEM:
            opened.value = self._put(opened.meaning, opened.label, line.passage)
        else:
            opened.value.passage = glued([opened.value.passage, line.passage])

    def _detail(self, passage: Passage) -> None:
        record = self._record
        if record is None:
            return
        told = record.of(M.DETAIL)
        if told:
            told[-1].passage = glued([told[-1].passage, passage])
        else:
            self._put(M.DETAIL, EMPTY, passage)
