"""What a line says under labels: "Lead: Parks", "Lead – Parks", a bold "Lead" before its value, "(Lead: Parks)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from turntide.documents.document import Look, Mark
from turntide.reading.layouts.inline import inline
from turntide.reading.layouts.labels import EXACT, OWNING, Said, known_label, with_date
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.vocabulary import Meaning

M = Meaning
_OPENING = re.compile(r"\s*(?:[•●▪*–-]\s+)?(?P<label>[A-Za-z#][^:\n]{0,48}?)\s*:(?=\s|$)\s*")
_APART = re.compile(r"\s*(?:[•●▪*–-]\s+)?(?P<label>[A-Za-z#][^:\n]{0,40}?)(?:\s+[–—-]\s+|\t\s*|\s{2,})(?=\S)")
# A dash parts a label from its value only where the label could hardly begin a sentence.
_PLAIN = OWNING | {M.TIMESCALE, M.START, M.END, M.MEASURE, M.MILESTONE, M.STATUS, M.MONEY, M.REMARK}


def said_in(line: Passage, marks: Sequence[Mark] = ()) -> tuple[Passage, tuple[Said, ...]]:
    """The words of a line that stand under no label, and what it says under labels, in order."""
    opening = _opening(line, marks)
    if opening is None:
        return inline(line)
    value, further = inline(opening.value) if opening.value else (EMPTY, ())
    return EMPTY, (*with_date(replace(opening, value=value)), *further)


def _opening(line: Passage, marks: Sequence[Mark]) -> Said | None:
    """The label a line begins with: before a colon, in bold, or before a dash, a tab or a gap."""
    colon = _OPENING.match(line.text)
    if colon and (meaning := known_label(colon["label"])):
        return _said(line, colon.start("label"), colon.end("label"), colon.end(), meaning)
    bold = _bold_opening(line, marks)
    if bold and (meaning := known_label(line.text[:bold].strip(" :•"), EXACT)):
        return _said(line, 0, bold, bold, meaning)
    dash = _APART.match(line.text)
    if dash and (meaning := known_label(dash["label"], EXACT)) in _PLAIN:
        return _said(line, dash.start("label"), dash.end("label"), dash.end(), meaning)
    return None


def _said(line: Passage, start: int, end: int, value_at: int, meaning: Meaning | None) -> Said:
    return Said(line[start:end].strip(" :•\t"), meaning, line[value_at:].strip())


def _bold_opening(line: Passage, marks: Sequence[Mark]) -> int:
    """Where the bold words end that a line begins with; 0 where there are none or all are bold."""
    if not line.spots:
        return 0
    first = line.spots[0].start
    for mark in marks:
        if mark.look is Look.BOLD and mark.start <= first < mark.end:
            end = min(mark.end - first, len(line.text))
            return end if line.text[end:].strip() else 0
    return 0
