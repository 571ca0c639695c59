"""The label that is open while lines are read: what comes next may belong to it."""

from __future__ import annotations

from dataclasses import dataclass

from turntide.reading.layouts.lines import ITEM, Line
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.records import Value, runs_on
from turntide.reading.vocabulary import Meaning

M = Meaning
_BRIEF = {M.REF, M.LEAD, M.OWNER, M.PARTNER, M.TIMESCALE, M.START, M.END, M.STATUS, M.WEIGHT, M.MONEY}
_LISTED = {M.MILESTONE, M.MEASURE, M.TARGET, M.PROGRESS, M.PARTNER, M.OWNER, M.DETAIL, M.RATIONALE, M.NOTE}
SENTENCE = 9


@dataclass
class Opened:
    """A label and the value under it so far (None: still to come). ``alone``: its value stands in lines beneath."""

    meaning: Meaning | None = None
    label: Passage = EMPTY
    alone: bool = False
    value: Value | None = None

    def takes(self, line: Line) -> bool:
        """Whether a line belongs under this label."""
        if not self.label and self.value is None:
            return False
        if self.meaning in _BRIEF and _is_sentence(line.text):
            return False
        if self.value is None or self.alone:
            return True
        if line.kind == ITEM:
            return self.meaning in _LISTED or self.value.passage.text.rstrip().endswith(":")
        return line.goes_on or runs_on(self.value.passage.text, line.text)

    def parts_from(self, line: Line) -> bool:
        """Whether a line that belongs here is an entry of its own, and not the rest of the one before."""
        if line.kind == ITEM or self.value is None:
            return True
        return self.alone and not line.goes_on and not runs_on(self.value.passage.text, line.text)


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= SENTENCE and text.rstrip().endswith(".")
