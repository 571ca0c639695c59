"""Lines made ready: wrapped ones put together, lone labels and brackets at a line's end told as fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from turntide.reading.layouts.labels import is_date, is_label, known_label
from turntide.reading.layouts.lines import FIELD, HEADING, ITEM, TEXT, Line
from turntide.reading.layouts.sections import promises
from turntide.reading.passage import EMPTY, Passage
from turntide.reading.records import glued, runs_on
from turntide.reading.vocabulary import Meaning

M = Meaning
WRAPPED = 40
"""A line of plain text that goes on in the next is at least about this long."""
_SINGLE = {M.ACTION, M.LEVEL, M.REF}
_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{3,120})[)\]]\.?$")
_DASHED = re.compile(
    r"(?P<head>.+?)\s[-–—|]\s(?P<names>[A-Z][^–—|]{1,80}?)\s[-–—|]\s(?P<date>[^–—|]{3,40}?)\.?"
)
_PART = re.compile(r"[^;,|]+")


def prepared(lines: Sequence[Line]) -> list[Line]:
    """The lines as the outline reads them."""
    return list(_with_brackets(list(_with_labels(_with_promises(_rejoined(lines))))))


def _with_promises(lines: Sequence[Line]) -> list[Line]:
    """'We will:' over a list is a label for actions, whatever a column of that name would hold."""
    made = list(lines)
    for at, line in enumerate(lines[:-1]):
        if (
            line.kind == FIELD
            and not line.passage
            and lines[at + 1].kind == ITEM
            and promises(f"{line.label.text}:")
        ):
            made[at] = replace(line, meaning=M.ACTION)
    return made


def _rejoined(lines: Sequence[Line]) -> list[Line]:
    """Lines of plain text that a full line runs on into are put back together."""
    made: list[Line] = []
    for line in lines:
        before = made[-1] if made else None
        wrapped = before is not None and before.kind != HEADING and len(before.text) >= WRAPPED
        if before and wrapped and line.kind == TEXT and not line.start and runs_on(before.text, line.text):
            made[-1] = replace(before, passage=glued([before.passage, line.passage]))
        else:
            made.append(line)
    return made


def _with_labels(lines: Sequence[Line]) -> Iterator[Line]:
    """A line that is nothing but a label is a field: its value stands in the lines beneath."""
    alone = {at for at, line in enumerate(lines) if _is_alone(line, lines[at + 1 : at + 2])}
    levels = len({known_label(lines[at].text.strip(" :")) for at in alone}) >= 3
    used = False
    for at, line in enumerate(lines):
        meaning = known_label(line.text.strip(" :")) if at in alone else None
        if used or meaning is None or (meaning is M.LEVEL and not levels):
            if not used:
                yield line
            used = False
            continue
        used = meaning in _SINGLE and lines[at + 1].kind == TEXT
        value = lines[at + 1].passage if used else EMPTY
        yield replace(line, kind=FIELD, passage=value, label=line.passage.strip(" :\n"), meaning=meaning)


def _is_alone(line: Line, following: Sequence[Line]) -> bool:
    if line.kind != TEXT or not following or not is_label(line.text):
        return False
    return following[0].kind in {TEXT, ITEM} and not is_label(following[0].text)


# Brackets.


def _with_brackets(lines: Sequence[Line]) -> Iterator[Line]:
    """Where several lines end '(Highways, March 2027)', the brackets say who and when."""
    told = {at: parts for at, line in enumerate(lines) if (parts := _bracket(line)) is not None}
    bracketed = sum(line.kind != FIELD and bool(_BRACKET.search(line.passage.text)) for line in lines)
    dashed = {at: parts for at, line in enumerate(lines) if (parts := _dashed(line)) is not None}
    told = told or dashed
    sure = len(told) >= 2 and (told is dashed or len(told) >= 0.5 * bracketed)
    for at, line in enumerate(lines):
        if sure and at in told:
            head, names, date = told[at]
            yield replace(line, passage=head)
            yield Line(FIELD, names, meaning=M.OWNER)
            yield Line(FIELD, date, meaning=M.TIMESCALE)
        else:
            yield line


def _bracket(line: Line) -> tuple[Passage, Passage, Passage] | None:
    """A line's words, the names and the date in the bracket at its end; None where it has no such bracket."""
    hit = _BRACKET.search(line.passage.text) if line.kind != FIELD else None
    if hit is None or not hit.start():
        return None
    parts = [
        (hit.start("inside") + p.start(), hit.start("inside") + p.end())
        for p in _PART.finditer(hit["inside"])
    ]
    text = line.passage.text
    dates = [part for part in parts if is_date(text[part[0] : part[1]])]
    names = [part for part in parts if part not in dates]
    named = all(text[start:end].strip()[:1].isupper() for start, end in names)
    if len(dates) != 1 or not names or not named or dates[0] not in {parts[0], parts[-1]}:
        return None
    head, who = line.passage[: hit.start()].strip(), line.passage[names[0][0] : names[-1][1]].strip()
    return head, who, line.passage[dates[0][0] : dates[0][1]].strip()


def _dashed(line: Line) -> tuple[Passage, Passage, Passage] | None:
    """The same of an item that ends ' - Highways - by March 2027'."""
    hit = _DASHED.fullmatch(line.passage.text) if line.kind in {ITEM, TEXT} else None
    if hit is None or not is_date(hit["date"]):
        return None
    return (
        line.passage[: hit.end("head")].strip(),
        line.passage[hit.start("names") : hit.end("names")].strip(),
        line.passage[hit.start("date") : hit.end("date")].strip(),
    )
