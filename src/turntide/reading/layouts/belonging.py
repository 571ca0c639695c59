"""What of an outline's rest belongs to an action, and what is said of its section.

Prose after an action's fields, or beneath a list of actions, is the action's own where most actions have such
prose; else it closes the section.
"""

from __future__ import annotations

from turntide.reading.layouts.lines import FIELD, HEADING, ITEM, TEXT
from turntide.reading.layouts.sketch import Part, Sketch
from turntide.reading.records import runs_on

MOST = 0.5


def mark_sections(sketch: Sketch) -> None:
    """Prose that belongs to no action is marked as its section's, with the list that hangs on it."""
    if _owns_its_prose(sketch):
        return
    closed = False
    for at, part in enumerate(sketch.parts):
        if part in {Part.BEGIN, Part.HEAD, Part.LABEL, Part.FIELD}:
            closed = False
        elif part is Part.REST and (closed or _closes(sketch, at)):
            sketch.parts[at] = Part.SECTION
            closed = True


def _owns_its_prose(sketch: Sketch) -> bool:
    """Under a heading or a title of its own, or in a form, what stands beneath an action is the action's."""
    host = sketch.host
    begun = [at for at, part in enumerate(sketch.parts) if part is Part.BEGIN]
    if not begun or (host is not None and (host.kind == HEADING or host.bold)):
        return True
    ends = [_end(sketch, at) for at in begun]
    prose = sum(
        any(_closes(sketch, at) for at in range(start + 1, end))
        for start, end in zip(begun, ends, strict=True)
    )
    return prose > MOST * len(begun)


def _end(sketch: Sketch, start: int) -> int:
    ends = {Part.BEGIN, Part.HEAD, Part.LABEL}
    return next(
        (at for at in range(start + 1, len(sketch.parts)) if sketch.parts[at] in ends), len(sketch.parts)
    )


def _closes(sketch: Sketch, at: int) -> bool:
    """A paragraph after the last field of an action, or straight beneath a list of actions."""
    line, before = sketch.lines[at], sketch.lines[at - 1]
    if sketch.parts[at] is not Part.REST or line.kind != TEXT or line.goes_on:
        return False
    if before.kind == FIELD and (not before.passage or runs_on(before.text, line.text)):
        return False
    in_list = sketch.host is None and before.kind == ITEM
    return in_list or (_told_before(sketch, at) and not _told_after(sketch, at))


def _told_before(sketch: Sketch, at: int) -> bool:
    for index in range(at - 1, -1, -1):
        if sketch.parts[index] is not Part.REST:
            return sketch.parts[index] is Part.FIELD
    return False


def _told_after(sketch: Sketch, at: int) -> bool:
    for index in range(at + 1, len(sketch.parts)):
        if sketch.parts[index] is not Part.REST:
            return sketch.parts[index] is Part.FIELD
    return False
