"""Milestones on a line of time. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.design.days import day as in_words
from turntide.web.periods.rules.record import Record
from turntide.web.reporting.pictures.fills import TONES
from turntide.web.reporting.pictures.letters import width_of, wrapped
from turntide.web.reporting.pictures.scale import Scale, scale_for
from turntide.web.reporting.pictures.shapes import shape
from turntide.web.reporting.pictures.steps import STATES, Step, Steps, states_in_words, steps_of
from turntide.web.reporting.pictures.strokes import (
    INK,
    PAPER,
    SIZE,
    SMALL,
    SOFT,
    box,
    leading,
    line,
    lines_of_text,
    sheet,
    text,
)
from turntide.web.reporting.pictures.wording import listed
from turntide.web.reporting.rules.paper import Cell, Column, Picture, Table, words

KEY = "milestones"
STEPS = 24
"""So many milestones are drawn at most, those that press most."""
_WIDTH, _LEFT, _MARK, _DAY = 460.0, 178.0, 10.0, 50.0


def timeline_picture(record: Record, today: date) -> Picture:
    """A row for each milestone with its mark on its day, and a line from the day it was moved from."""
    steps = steps_of(record, today, STEPS)
    title = _("Milestones")
    notes = _notes(steps)
    seen = " ".join([_seen(steps, today), *notes])
    drawn, height = _drawn(steps, today, notes)
    svg = sheet(KEY, title, seen, (_WIDTH, height), drawn)
    return Picture(KEY, title, seen, svg, _WIDTH, height, _table(steps, today))


def _notes(steps: Steps) -> list[str]:
    notes = []
    if steps.others:
        number = steps.others.total()
        said = ngettext(
            "%(number)d other milestone is not drawn: %(states)s.",
            "%(number)d other milestones are not drawn: %(states)s.",
            number,
        )
        notes.append(said % {"number": number, "states": listed(states_in_words(steps.others))})
    if steps.dayless:
        said = ngettext(
            "%(number)d milestone has no day.", "%(number)d milestones have no day.", steps.dayless
        )
        notes.append(said % {"number": steps.dayless})
    return notes


def _seen(steps: Steps, today: date) -> str:
    if not steps.drawn:
        return _("There are no milestones with a day yet.")
    parts = listed(states_in_words(steps.counted))
    return _("Milestones on a line of time, as of %(day)s: %(parts)s.") % {
        "day": in_words(today),
        "parts": parts,
    }


def _drawn(steps: Steps, today: date, notes: Sequence[str]) -> tuple[list[str], float]:
    if not steps.drawn:
        return _nothing(notes)
    days = [each for step in steps.drawn for each in (step.day, step.was) if each]
    scale = scale_for(days, today, _LEFT + 8, _WIDTH - _DAY - 10)
    top = 46.0
    rows, y = [], top
    for step in steps.drawn:
        drawn, high = _row(step, scale, y)
        rows.append(drawn)
        y += high
    frame = [*_keys(steps), *_grid(scale, top, y), _today(scale, top, y)]
    said = [text(0, y + 30 + at * SIZE * 1.4, each, size=SMALL, ink=SOFT) for at, each in enumerate(notes)]
    return [*frame, *rows, *said], y + 22 + len(notes) * SIZE * 1.4


def _nothing(notes: Sequence[str]) -> tuple[list[str], float]:
    said = [_("There are no milestones with a day yet."), *notes]
    return [lines_of_text(0, 24, said, ink=SOFT)], 30 + len(said) * leading(SIZE)


def _keys(steps: Steps) -> Iterator[str]:
    """The marks with their words and how many there are of each."""
    across = 0.0
    for state, shown in STATES.items():
        if number := steps.counted[state]:
            word = f"{shown.word}: {number}"
            yield shape(shown.shape, across, 3, _MARK, TONES[shown.tone])
            yield text(across + _MARK + 5, 11, word, size=SMALL)
            across += _MARK + 5 + width_of(word, SMALL) + 16


def _grid(scale: Scale, top: float, foot: float) -> Iterator[str]:
    for across, name in scale.marks():
        yield line(across, top, across, foot)
        if across + 18 <= _WIDTH:
            yield text(across, foot + 12, name, size=SMALL, ink=SOFT, at="middle")
    yield line(_LEFT, foot, _WIDTH, foot, stroke=INK)


def _today(scale: Scale, top: float, foot: float) -> str:
    across, word = scale.across(scale.today), in_words(scale.today)
    half = width_of(word, SMALL, strong=True) / 2
    middle = min(max(across, _LEFT + half), _WIDTH - half)
    return line(across, top - 6, across, foot, stroke=INK, weight=1.2, dashes="4 3") + text(
        middle, top - 10, word, size=SMALL, strong=True, at="middle"
    )


def _row(step: Step, scale: Scale, y: float) -> tuple[str, float]:
    names = wrapped(_name(step), _LEFT - 10, SMALL, lines=2)
    high = max(len(names) * leading(SMALL) + 6, 20)
    middle = y + high / 2
    parts = [
        line(0, y, _WIDTH, y),
        lines_of_text(0, middle + 3 - (len(names) - 1) * leading(SMALL) / 2, names, size=SMALL),
        _mark(step, scale, middle),
    ]
    return "".join(parts), high


def _name(step: Step) -> str:
    return f"{step.action.ref} {step.milestone.text}".strip()


def _mark(step: Step, scale: Scale, y: float) -> str:
    """The mark on its day, its day in words where there is room, and where it was moved from."""
    shown = STATES[step.state]
    ink, across, half = TONES[shown.tone], scale.across(step.day), _MARK / 2
    parts = []
    if step.was:
        from_ = scale.across(step.was)
        parts.append(line(from_, y, across, y, stroke=ink, weight=1.4, dashes="2 2"))
        parts.append(line(from_, y - 4, from_, y + 4, stroke=ink, weight=1.6))
    parts.append(box(across - half, y - half, _MARK, _MARK))
    parts.append(shape(shown.shape, across - half, y - half, _MARK, ink))
    return "".join([*parts, _beside(step, scale, across, y + 3)])


def _beside(step: Step, scale: Scale, across: float, y: float) -> str:
    """The day after its mark; before it where it was moved ahead, or where it would hide the line of today."""
    word = date_format(step.day, "j M Y")
    wide = width_of(word, SMALL)
    before, after = across - _MARK / 2 - 4 - wide, across + _MARK / 2 + 4
    hides = not step.was and across <= scale.across(scale.today) <= after + wide
    ahead = step.was is not None and step.was > step.day
    at = before if (hides or ahead) and before >= _LEFT + 2 else after
    return box(at - 1, y - 8, wide + 2, 10, fill=PAPER) + text(at, y, word, size=SMALL)


def _table(steps: Steps, today: date) -> Table:
    columns = (
        Column(_("Milestone"), share=4),
        Column(_("Action"), share=4),
        Column(_("How it stands"), "status", 2),
        Column(_("Day due or met"), "day", 2),
        Column(_("Moved from"), "day", 2),
    )
    told = [_told(step) for step in steps.drawn]
    rest = [(Cell(words(note)), *[Cell(words(""))] * 4) for note in _notes(steps)]
    caption = _("Milestones as of %(day)s") % {"day": in_words(today)}
    return Table(caption, columns, (*told, *rest), empty=_("There are no milestones with a day yet."))


def _told(step: Step) -> tuple[Cell, ...]:
    shown = STATES[step.state]
    return (
        Cell(words(step.milestone.text)),
        Cell(words(f"{step.action.ref} {step.action.text}".strip())),
        Cell(words(str(shown.word)), shape=shown.shape, tone=shown.tone),
        Cell(words(in_words(step.day))),
        Cell(words(in_words(step.was))),
    )
