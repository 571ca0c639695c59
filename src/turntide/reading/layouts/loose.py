"""Lines outside tables of actions: an outline, cards and forms, or headings and prose around the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from turntide.documents.document import Paragraph, Role
from turntide.reading.columns import NamedColumn
from turntide.reading.instructions import NOTHING, Instructions
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.layouts.labelled import LabelledReader
from turntide.reading.layouts.lines import FIELD, HEADING, Line, lines_of_paragraph
from turntide.reading.layouts.outline import Outline, outlined
from turntide.reading.layouts.said import said_in
from turntide.reading.layouts.sections import level_name, names_the_plan
from turntide.reading.layouts.shapes import shape_of
from turntide.reading.layouts.standing import Standing
from turntide.reading.layouts.workshop import label_of, read_workshop_lines, tells_workshop
from turntide.reading.passage import EMPTY, of_block
from turntide.reading.records import Value
from turntide.reading.trace import Decision
from turntide.reading.vocabulary import Meaning, best_meaning

OVER_TABLE = 9
"""Rank of a line of text that stands straight over a table: under every styled heading."""


@dataclass(frozen=True)
class _Waiting:
    """Lines that wait until all of their stretch is known; ``over_table``: a table follows straight on."""

    lines: tuple[Line, ...]
    paragraph: Paragraph | None = None
    over_table: bool = False


@dataclass
class LooseLines:
    """Gathers lines up to the next table of actions, and reads them together.

    ``beside_tables``: the document has tables of actions, so a mere list is no list of actions.
    """

    gathered: Gathered
    standing: Standing
    file: str
    beside_tables: bool = False
    waiting: list[_Waiting] = field(default_factory=list)
    given: Instructions = NOTHING

    def wait(self, paragraph: Paragraph, over_table: bool) -> None:
        """Keep a paragraph until its stretch is read."""
        lines = map(self.given.line, lines_of_paragraph(paragraph))
        self.waiting.append(_Waiting(tuple(lines), paragraph, over_table))

    def wait_form(self, lines: Sequence[Line]) -> None:
        """Keep the lines of a form or of cards."""
        self.waiting.append(_Waiting(tuple(map(self.given.line, lines))))

    def read(self) -> None:
        """Read what waits: as actions where there are any, else as headings and prose."""
        waiting, self.waiting = self.waiting, []
        lines = [line for each in waiting for line in each.lines]
        if tells_workshop(lines):
            read_workshop_lines(lines, self.gathered)
            return
        lists = not self.beside_tables and not self.gathered.groups
        outline = outlined(lines, lists) if lines else None
        if outline is not None:
            self._read_outline(outline)
            return
        for each in waiting:
            if each.paragraph is None:
                self._keep_form(each.lines)
            elif not self._gives_reason(each.paragraph):
                self._keep(each.paragraph, each.over_table)

    def _gives_reason(self, paragraph: Paragraph) -> bool:
        """'Because: …' beneath a heading is why what stands under it is to be done."""
        step = self.standing.open_section
        words, told = said_in(of_block(paragraph)) if paragraph.role is Role.TEXT else (EMPTY, ())
        if step is None or words or len(told) != 1 or told[0].meaning is not Meaning.RATIONALE:
            return False
        if not told[0].value:
            return False
        self.gathered.columns.append((NamedColumn(told[0].label, told[0].meaning, "a label in the text"), []))
        step.rationale.append(told[0].value)
        return True

    def read_over_actions(self) -> None:
        """Read what waits before a table of actions: a form that heads it ('Priority 1: …') tells of a section."""
        form = self.waiting[-1].lines if self.waiting and self.waiting[-1].paragraph is None else ()
        if not _heads_section(form):
            self.read()
            return
        self.waiting.pop()
        self.read()
        for line in form:
            self._tell_section(line)

    def _tell_section(self, line: Line) -> None:
        if line.kind == FIELD:
            self.gathered.columns.append((NamedColumn(line.label, line.meaning, "a label in a form"), []))
        step = self.standing.innermost
        if line.kind == HEADING or line.meaning is Meaning.LEVEL:
            self.standing.enter(OVER_TABLE, line.passage, line.label.wording)
        elif step is not None and line.meaning is Meaning.RATIONALE:
            step.rationale.append(line.passage)
        elif step is not None:
            step.remarks.append(Value(line.meaning, line.label, line.passage))

    def _read_outline(self, outline: Outline) -> None:
        first = outline.lines[0].line
        where = (first.label or first.passage).source(self.file)
        self.gathered.decisions.append(Decision("layout", "lines", "actions", outline.why, where))
        LabelledReader(self.gathered, self.standing).read(outline.lines)

    def _keep_form(self, lines: Sequence[Line]) -> None:
        """A form without an action: its labels are known, its words are kept."""
        for line in lines:
            if line.kind == FIELD:
                self.gathered.columns.append((NamedColumn(line.label, line.meaning, "a label in a form"), []))
            if line.passage:
                self.gathered.notes.append((line.passage, "text"))

    def _keep(self, paragraph: Paragraph, over_table: bool) -> None:
        """A paragraph that tells no action is a heading over what follows, or prose."""
        passage = of_block(paragraph)
        named = names_the_plan(paragraph.text) or label_of(paragraph.text) is not None
        styled = paragraph.role is Role.HEADING and paragraph.level
        if named or not self._is_heading(paragraph, over_table):
            self.gathered.notes.append((passage, "text"))
            if styled and names_the_plan(paragraph.text):
                self.standing.leave_prose(paragraph.level)
            return
        self.standing.enter(paragraph.level if styled else OVER_TABLE, passage.strip())

    def _is_heading(self, paragraph: Paragraph, over_table: bool) -> bool:
        if paragraph.role is not Role.TEXT:
            return paragraph.role is Role.HEADING
        line = Line(HEADING, of_block(paragraph))
        named = not self.beside_tables and bool(shape_of(line).word)
        return line.short and (over_table or named)


def _heads_section(form: Sequence[Line]) -> bool:
    """A form that begins with the name of a level and names no action of its own."""
    if not form or any(line.meaning is Meaning.ACTION for line in form):
        return False
    first = form[0]
    named = first.meaning is Meaning.LEVEL or (first.kind == HEADING and level_name(first.text, "") != "")
    return named and bool(first.passage) and best_meaning(first.text.split()[0])[0] is not Meaning.ACTION
