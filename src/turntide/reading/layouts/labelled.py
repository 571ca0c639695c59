"""Labelled lines as records: where an action begins, what its fields are, what stands above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from turntide.reading.layouts.gathered import Gathered
from turntide.reading.layouts.lines import Line
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.records import Record, Step, Value, glued
from turntide.reading.rows import tells_status
from turntide.reading.vocabulary import Meaning, best_meaning

M = Meaning
_NO_ACTIONS = re.compile(
    r"\b(introduction|background|context|foreword|contents|glossary|membership|members|appendix|annex|"
    r"indicators?|how we will measure|measuring|monitoring|governance|consultation|about|purpose|evidence|"
    r"references|key facts|what you told us|definitions|legend|acronyms|abbreviations)\b",
    re.IGNORECASE,
)
_LEVEL_WORD = re.compile(
    r"^(?P<word>[A-Za-z]+(?: area)?)\s+(?:[0-9]+|[A-Z]|[ivx]+)\b\s*[:.–-]?", re.IGNORECASE
)


def level_name(heading: str, default: str = "Section") -> str:
    """The plan's own name for a heading's level: the word before its number ("Theme 2: …"), else a default."""
    word = _LEVEL_WORD.match(heading)
    if word and best_meaning(word.group("word"))[0] in {M.LEVEL, M.MEASURE, M.ACTION}:
        return word.group("word").capitalize()
    return default


class LabelledReader:
    """Reads lines in order into records under the headings they stand under."""

    def __init__(self, gathered: Gathered, above: Step | None, items_are_actions: bool) -> None:
        self._gathered = gathered
        self._above = above
        self._items = items_are_actions
        self._stack: list[tuple[int, Step]] = []
        self._record: Record | None = None
        self._open: Meaning | None = None
        self._open_label = EMPTY
        self._status: Passage | None = None
        self._barren = False

    @property
    def _under(self) -> Step | None:
        return self._stack[-1][1] if self._stack else self._above

    def read(self, lines: Sequence[Line]) -> None:
        """Read all lines of one layout."""
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else None
            if line.start:
                self._close()
            self._read_line(line, following, lines[index + 1 :])

    def _close(self) -> None:
        self._record, self._open = None, None

    def _read_line(self, line: Line, following: Line | None, rest: Sequence[Line]) -> None:
        if line.kind == "heading":
            self._heading(line, following, rest)
        elif line.kind == "field":
            self._field(line)
        elif line.kind == "item":
            self._item(line, following)
        else:
            self._text(line, following)

    def _heading(self, line: Line, following: Line | None, rest: Sequence[Line]) -> None:
        self._close()
        if tells_status(line.passage.wording):
            self._status = line.passage
            return
        meaning, weight = best_meaning(line.passage.wording.strip(" :"))
        if meaning is not None and weight >= 0.95 and meaning is not M.LEVEL:
            self._open, self._open_label = meaning, line.passage
            self._keep_label(line.passage, meaning)
            return
        if following and following.kind == "field" and self._titles_action(following, rest):
            self._begin(line.passage)
            return
        self._push(line)

    def _titles_action(self, following: Line, rest: Sequence[Line]) -> bool:
        """A heading straight above fields is the action's own title, unless items follow the fields."""
        if following.meaning is M.ACTION:
            return False
        after = [line for line in rest if line.kind != "field"]
        return not (after and after[0].kind == "item" and self._items)

    def _push(self, line: Line) -> None:
        while self._stack and self._stack[-1][0] >= line.level:
            self._stack.pop()
        step = Step(level_name(line.passage.wording), [line.passage], self._under)
        self._stack.append((line.level, step))
        self._barren = bool(_NO_ACTIONS.search(line.passage.wording))
        self._status = None
        self._gathered.step(step)

    def _keep_label(self, label: Passage, meaning: Meaning | None) -> None:
        from turntide.reading.columns import NamedColumn

        self._gathered.columns.append((NamedColumn(label, meaning, "a label in the text"), []))

    def _field(self, line: Line) -> None:
        self._keep_label(line.label, line.meaning)
        if line.meaning is M.LEVEL:
            self._level_field(line)
            return
        if line.meaning is M.ACTION or (line.meaning is M.REF and self._has(M.REF, M.ACTION)):
            if self._record is None or self._has(M.ACTION) or line.meaning is M.REF:
                self._record = self._new()
        elif self._record is None:
            self._record = self._new()
        self._open, self._open_label = line.meaning, line.label
        if line.passage:
            self._put(line.meaning, line.label, line.passage)

    def _level_field(self, line: Line) -> None:
        """'Theme: active travel' in a form says where the action sits."""
        self._open = None
        if not line.passage:
            return
        for step in self._gathered.steps:
            if step.level == line.label.wording and step.passage.wording == line.passage.wording:
                step.repeats.append(line.passage)
                break
        else:
            step = self._gathered.step(Step(line.label.wording, [line.passage], self._above))
        if self._record is None:
            self._record = self._new()
        self._record.under = step

    def _has(self, *meanings: Meaning) -> bool:
        return self._record is not None and bool(self._record.of(*meanings))

    def _new(self) -> Record:
        record = Record(self._under, status=self._status)
        self._gathered.records.append(record)
        return record

    def _begin(self, passage: Passage) -> None:
        self._record = self._new()
        self._put(M.ACTION, EMPTY, passage)
        self._open = None

    def _put(self, meaning: Meaning | None, heading: Passage, passage: Passage) -> None:
        if self._record is not None:
            self._record.values.append(Value(meaning, heading, passage))

    def _item(self, line: Line, following: Line | None) -> None:
        if self._open is not None and self._open is not M.ACTION:
            self._to_open(line.passage)
        elif (self._items or self._open is M.ACTION) and not self._barren:
            self._begin_keeping(line.passage)
        elif self._record is not None:
            self._append(M.DETAIL, line.passage)
        else:
            self._gathered.notes.append((line.passage, "text"))

    def _begin_keeping(self, passage: Passage) -> None:
        """A new action from a list; a label such as 'Actions:' stays open for the next item."""
        label = self._open
        self._begin(passage)
        self._open = label

    def _to_open(self, passage: Passage) -> None:
        """A line under an open label adds to that field, of the action or of the heading."""
        if self._record is None and self._under is not None:
            self._under.remarks.append(Value(self._open, self._open_label, passage))
        elif self._record is None:
            self._gathered.notes.append((passage, "text"))
        else:
            self._append(self._open, passage)

    def _append(self, meaning: Meaning | None, passage: Passage) -> None:
        """Add to the last value of a meaning, on a line of its own, or put a new one."""
        if self._record is None:
            return
        values = self._record.values
        for index in range(len(values) - 1, -1, -1):
            if values[index].meaning is meaning and values[index].passage:
                last = values[index]
                values[index] = Value(meaning, last.heading, glued([last.passage, passage]))
                return
        self._put(meaning, self._open_label, passage)

    def _text(self, line: Line, following: Line | None) -> None:
        if self._open is not None and (self._record is not None or self._under is not None):
            self._to_open(line.passage)
        elif (following is not None and following.kind == "field" and following.meaning is not M.ACTION) or (
            line.start and following is not None
        ):
            self._begin(line.passage)
        elif self._record is not None and not self._barren:
            self._append(M.DETAIL, line.passage)
        else:
            self._gathered.notes.append((line.passage, "text"))
