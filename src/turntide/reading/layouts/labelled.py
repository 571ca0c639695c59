"""Labelled lines as records: an outline, cards or forms read line by line, each line by its part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from turntide.reading.columns import NamedColumn
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.layouts.lines import FIELD, Line
from turntide.reading.layouts.opened import Opened
from turntide.reading.layouts.outline import Outlined
from turntide.reading.layouts.section_words import SectionWords
from turntide.reading.layouts.sections import label_meaning, names_the_plan
from turntide.reading.layouts.sketch import Part
from turntide.reading.layouts.standing import Standing
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.records import Record, Value, glued
from turntide.reading.rows.section_status import tells_status
from turntide.reading.vocabulary import Meaning

M = Meaning
_BARE_NAME = re.compile(r"[A-Za-z]+ (?:\d+(?:\.\w+)*|[A-Z]):?")
"""'Recommendation 4' over its words is the reference of what they say."""


class LabelledReader:
    """Reads lines in order into records under the headings they stand under."""

    def __init__(self, gathered: Gathered, standing: Standing) -> None:
        self._gathered = gathered
        self._standing = standing
        self._record: Record | None = None
        self._rank = 0.0
        self._open = Opened()
        self._status: Passage | None = None
        self._words = SectionWords(gathered, standing)

    def read(self, lines: Sequence[Outlined]) -> None:
        """Read all lines of one layout."""
        read = {
            Part.HEAD: self._head,
            Part.LABEL: self._label,
            Part.BEGIN: self._begin,
            Part.FIELD: self._field,
            Part.SECTION: self._section,
            Part.REST: self._rest,
        }
        for each in lines:
            if each.line.start:
                self._close()
            read[each.part](each)
        self._words.end()

    # Headings.

    def _close(self) -> None:
        self._record, self._open = None, Opened()

    def _head(self, each: Outlined) -> None:
        line = each.line
        self._close()
        self._words.end()
        self._status = None
        if line.kind == FIELD:
            self._keep_label(line.label, line.meaning)
            self._standing.enter(each.rank, line.passage, line.label.wording)
        elif tells_status(line.text):
            self._status = line.passage
        elif names_the_plan(line.text):
            self._standing.leave(each.rank)
            self._gathered.notes.append((line.passage, "text"))
        else:
            self._standing.enter(each.rank, line.passage)

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
        self._words.begun.append(self._record)
        self._put(M.ACTION, EMPTY, each.line.passage)

    def _new(self) -> Record:
        record = Record(self._standing.innermost, status=self._status)
        self._gathered.records.append(record)
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
        if self._begins_anew(line):
            self._close()
            self._record, self._rank = self._new(), float("inf")
        if line.meaning is M.LEVEL and self._record is not None:
            self._level(line)
        else:
            self._say(line)

    def _begins_anew(self, line: Line) -> bool:
        """A form or card begins an action, and so does the label of an action where there is one already."""
        if line.start:
            return True
        acts = line.meaning is M.ACTION and bool(line.passage)
        return acts and (self._record is None or bool(self._record.of(M.ACTION)))

    def _level(self, line: Line) -> None:
        """'Theme: active travel' in a form says where the action sits; a second such line, further in."""
        record = self._record
        self._open = Opened(M.LEVEL, line.label)
        if record is None or not line.passage:
            return
        told = record.under if self._standing.was_told(record.under) else self._standing.innermost
        record.under = self._standing.told(line.label.wording, line.passage, told)

    def _section(self, each: Outlined) -> None:
        """What stands beside a list of actions, under none of them."""
        line = each.line
        self._record = None
        if line.kind == FIELD:
            self._keep_label(line.label, line.meaning)
            self._say(line)
        else:
            self._rest_of_section(line)

    def _say(self, line: Line) -> None:
        value = Value(line.meaning, line.label, line.passage)
        if not line.passage:
            self._open = Opened(line.meaning, line.label, alone=True)
            return
        self._open = Opened(line.meaning, line.label, value=value)
        if self._record is not None:
            self._record.values.append(value)
        else:
            self._words.say(value)

    # The rest.

    def _rest(self, each: Outlined) -> None:
        line = each.line
        if self._record is None:
            self._rest_of_section(line)
        elif self._open.takes(line):
            self._add(line)
        else:
            self._open = Opened()
            self._detail(line.passage)

    def _rest_of_section(self, line: Line) -> None:
        meaning, label = (self._open.meaning, self._open.label) if self._open.takes(line) else (None, EMPTY)
        self._words.say(Value(meaning, label, line.passage))

    def _add(self, line: Line) -> None:
        """A line under an open label: an entry of its own in a list, else the rest of what was said."""
        opened = self._open
        if opened.value is None or opened.parts_from(line):
            opened.value = self._put(opened.meaning, opened.label, line.passage)
        else:
            opened.value.passage = glued([opened.value.passage, line.passage])

    def _detail(self, passage: Passage) -> None:
        record = self._record
        if record is None:
            return
        told = record.of(M.DETAIL)
        acts = record.of(M.ACTION)
        if not told and len(acts) == 1 and _BARE_NAME.fullmatch(acts[0].passage.wording):
            acts[0].meaning = M.REF
            self._put(M.ACTION, EMPTY, passage)
        elif told:
            told[-1].passage = glued([told[-1].passage, passage])
        else:
            self._put(M.DETAIL, EMPTY, passage)
