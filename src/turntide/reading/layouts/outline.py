"""What each line of an outline is: a heading, a label, the beginning of an action, a field, or the rest of one.

Nothing in the words need say which lines are the actions: they are the lines, all set alike, that stand once
over each group of fields. Where no line has fields, they are the lists that a heading or a sentence calls
actions, or whose entries begin with what is to be done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from turntide.reading.layouts.belonging import mark_sections
from turntide.reading.layouts.heads import Ranks, mark_heads, mark_levels
from turntide.reading.layouts.hosts import mark_hosts
from turntide.reading.layouts.lines import FIELD, HEADING, ITEM, Line
from turntide.reading.layouts.lists import doing_lists, headed_lists, mark_lists, named_actions
from turntide.reading.layouts.prepared import prepared
from turntide.reading.layouts.shapes import TELLING
from turntide.reading.layouts.sketch import Part, Sketch
from turntide.reading.vocabulary import Meaning, key_of, meanings_of

M = Meaning


@dataclass(frozen=True)
class Outlined:
    """A line with its part; ``rank`` is how far in a heading stands (lower is further out, 0: no heading)."""

    line: Line
    part: Part
    rank: float = 0.0


@dataclass(frozen=True)
class Outline:
    """Lines with their parts, and how the actions among them were known, in words for a person."""

    lines: tuple[Outlined, ...]
    why: str


def outlined(lines: Sequence[Line], lists: bool) -> Outline | None:
    """The lines with their parts; None where none begins an action.

    ``lists``: a list of things to be done counts without a field or a heading that says so.
    """
    sketch = Sketch.of(prepared(lines))
    why = _found(sketch, lists)
    if why is None:
        return None
    mark_levels(sketch)
    if Part.BEGIN not in sketch.parts:
        _mark_starts(sketch)
    mark_heads(sketch)
    mark_sections(sketch)
    return Outline(tuple(_ranked(sketch)), why)


def _found(sketch: Sketch, lists: bool) -> str | None:
    """How the actions are known: by their own label, by fields beneath them, by the lists they stand in."""
    if _tell_themselves(sketch.lines):
        return "each action stands under a label of its own"
    headed = headed_lists(sketch)
    mark_hosts(sketch)
    if headed:
        _rather_headed(sketch, len(headed))
    if sketch.host is not None:
        return "lines set alike stand once over each group of fields"
    if _promote(sketch):
        return "no label names the action, but one can mean it"
    for found, why in (
        (named_actions(sketch), "the lines call themselves actions, by name and number"),
        (headed, "a heading or a sentence calls the list actions"),
        (doing_lists(sketch) if lists else [], "the entries begin with what is to be done"),
    ):
        if found:
            mark_lists(sketch, found)
            return why
    return None


def _rather_headed(sketch: Sketch, headed: int) -> None:
    """Where lines with fields stand over lists that are called actions, the lists hold the actions."""
    begun = [at for at, part in enumerate(sketch.parts) if part is Part.BEGIN]
    if sketch.host is not None and sketch.host.kind != ITEM and headed >= 0.5 * len(begun):
        for at in begun:
            sketch.parts[at] = Part.HEAD
        sketch.host = None


def _is_action(line: Line) -> bool:
    return line.kind == FIELD and line.meaning is M.ACTION and bool(line.passage)


def _tell_themselves(lines: Sequence[Line]) -> bool:
    """Each action stands under a label of its own ('Action: …'), so no other line need be found for it."""
    acts = sum(map(_is_action, lines))
    told = Counter(key_of(line.label.text) for line in lines if line.meaning in TELLING)
    enough = acts >= 2 or (acts == 1 and bool(told))
    return enough and acts >= 0.5 * max(told.values(), default=0)


def _mark_starts(sketch: Sketch) -> None:
    """Labels that stand before the first action's own ('Ref', 'Theme') begin each of the others, too."""
    acts = [at for at, line in enumerate(sketch.lines) if _is_action(line)]
    opening = {key_of(sketch.lines[at].label.text) for at in _fields_before(sketch, acts[0])}
    for at in acts:
        before = [
            one for one in _fields_before(sketch, at) if key_of(sketch.lines[one].label.text) in opening
        ]
        first = min(before, default=at)
        sketch.lines[first] = replace(sketch.lines[first], start=True)


def _fields_before(sketch: Sketch, at: int) -> Iterator[int]:
    """The fields straight before a line, back to another action or to a line that is none."""
    for index in range(at - 1, -1, -1):
        if sketch.parts[index] is not Part.FIELD or sketch.lines[index].meaning is M.ACTION:
            return
        yield index


def _promote(sketch: Sketch) -> bool:
    """In forms without an action of that name, a label that can mean one ('Objective', 'Description') is it."""
    told = Counter(key_of(line.label.text) for line in sketch.lines if line.meaning in TELLING)
    values: dict[str, set[str]] = {}
    for line in sketch.lines:
        if (
            line.meaning in {M.LEVEL, M.DETAIL}
            and line.passage
            and M.ACTION in meanings_of(line.label.wording)
        ):
            values.setdefault(key_of(line.label.text), set()).add(line.text)
    if not values or len(told) < 2:
        return False
    finest = max(values, key=lambda key: len(values[key]))
    if len(values[finest]) < 0.5 * max(told.values()):
        return False
    for at, line in enumerate(sketch.lines):
        if line.kind == FIELD and key_of(line.label.text) == finest:
            sketch.lines[at] = replace(line, meaning=M.ACTION)
    return True


def _ranked(sketch: Sketch) -> Iterator[Outlined]:
    ranks = Ranks.of(sketch)
    for line, shape, part in zip(sketch.lines, sketch.shapes, sketch.parts, strict=True):
        styled = part is Part.BEGIN and line.kind == HEADING
        rank = ranks.rank(line, shape) if styled or part in {Part.HEAD, Part.LABEL} else 0.0
        yield Outlined(line, part or Part.REST, rank)
