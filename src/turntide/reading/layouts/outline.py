"""What each line of an outline is: a heading, a label, the beginning of an action, a field, or the rest of one.

Nothing in the words need say which lines are the actions: they are the lines, all set alike, that stand once
over each group of fields. Where no line has fields, they are the lists that a heading or a sentence calls
actions, or whose entries begin with what is to be done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from turntide.reading.layouts.labels import is_label, known_label
from turntide.reading.layouts.lines import FIELD, HEADING, ITEM, TEXT, Line
from turntide.reading.layouts.sections import is_barren, label_meaning, promises
from turntide.reading.layouts.shapes import DOING, TELLING, Shape, host_shape, outer, shape_of
from turntide.reading.passage import EMPTY
from turntide.reading.profiles import profile_of
from turntide.reading.records import glued, runs_on
from turntide.reading.vocabulary import Meaning, key_of

M = Meaning
BESIDE = 10.0
"""Rank of headings that are set as text: under every styled heading."""
WITHIN = 30.0
"""Rank of titles within a form or a card."""
WRAPPED = 40
"""A line of plain text that goes on in the next is at least about this long."""


class Part(StrEnum):
    """What a line is in its outline."""

    HEAD = "heading"
    LABEL = "label over what follows"
    BEGIN = "beginning of an action"
    FIELD = "field"
    REST = "rest"


@dataclass(frozen=True)
class Outlined:
    """A line with its part; ``rank`` is how far in a heading stands (lower is further out)."""

    line: Line
    part: Part
    rank: float = 0.0


@dataclass
class _Outline:
    """The lines with their shapes (None for fields), and the parts given so far."""

    lines: list[Line]
    shapes: list[Shape | None]
    parts: list[Part | None]
    host: Shape | None = None


def outlined(lines: Sequence[Line], lists: bool) -> list[Outlined] | None:
    """The lines with their parts; None where none begins an action.

    ``lists``: a list of things to be done counts without a field or a heading that says so.
    """
    prepared = _with_labels(_rejoined(lines))
    shapes = [None if line.kind == FIELD else shape_of(line) for line in prepared]
    outline = _Outline(prepared, shapes, [Part.FIELD if shape is None else None for shape in shapes])
    _mark_labels(outline)
    if not _tell_themselves(prepared):
        _mark_hosts(outline)
    if outline.host is None:
        _mark_lists(outline, lists)
    if Part.BEGIN not in outline.parts and not any(_is_action(line) for line in prepared):
        return None
    _mark_heads(outline)
    return list(_ranked(outline))


def _is_action(line: Line) -> bool:
    return line.kind == FIELD and line.meaning is M.ACTION and bool(line.passage)


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


def _with_labels(lines: Sequence[Line]) -> list[Line]:
    """A line that is nothing but a label becomes a field whose value is still to come."""
    made = list(lines)
    alone = [at for at, line in enumerate(lines) if _is_alone(line, lines[at + 1 : at + 2])]
    kinds = {known_label(lines[at].text.strip(" :")) for at in alone}
    for at in alone:
        meaning = known_label(lines[at].text.strip(" :"))
        if meaning is not M.LEVEL or len(kinds) >= 3:
            label = lines[at].passage.strip(" :\n")
            made[at] = replace(lines[at], kind=FIELD, passage=EMPTY, label=label, meaning=meaning)
    return made


def _is_alone(line: Line, following: Sequence[Line]) -> bool:
    if line.kind != TEXT or not following or not is_label(line.text):
        return False
    return following[0].kind in {TEXT, ITEM} and not is_label(following[0].text)


def _tell_themselves(lines: Sequence[Line]) -> bool:
    """Each action stands under a label of its own ('Action: …'), so no other line need be found for it."""
    acts = sum(_is_valued_action(lines, at) for at in range(len(lines)))
    counts: dict[str, int] = {}
    for line in lines:
        if line.kind == FIELD and line.meaning in TELLING:
            key = key_of(line.label.text)
            counts[key] = counts.get(key, 0) + 1
    return acts > 0 and acts >= 0.5 * max(counts.values(), default=0)


def _is_valued_action(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if line.kind != FIELD or line.meaning is not M.ACTION:
        return False
    following = lines[at + 1] if at + 1 < len(lines) else None
    return bool(line.passage) or (following is not None and following.kind == TEXT)


def _mark_labels(outline: _Outline) -> None:
    for at, line in enumerate(outline.lines):
        if line.kind == HEADING and line.level < 9 and label_meaning(line.text):
            outline.parts[at] = Part.LABEL


# Actions with fields.


def _mark_hosts(outline: _Outline) -> None:
    """The lines that stand over the groups of fields begin the actions; so do others set alike beside them."""
    shapes = [
        None if part is Part.LABEL else shape
        for shape, part in zip(outline.shapes, outline.parts, strict=True)
    ]
    outline.host = host_shape(_fields_and_labels(outline), shapes)
    if outline.host is None:
        return
    hosts = [at for at, shape in enumerate(shapes) if shape == outline.host]
    told = {at for at in hosts if _has_fields(outline, at)}
    regions = {_region(outline, at) for at in told}
    for at in hosts:
        if at in told or _stands_beside(outline, at, regions):
            outline.parts[at] = Part.BEGIN


def _fields_and_labels(outline: _Outline) -> list[Line]:
    """The lines with headings that are labels told as fields."""
    return [
        replace(line, kind=FIELD, label=line.passage, meaning=label_meaning(line.text))
        if part is Part.LABEL
        else line
        for line, part in zip(outline.lines, outline.parts, strict=True)
    ]


def _has_fields(outline: _Outline, at: int) -> bool:
    """Whether a field that tells of an action comes before the next line of the kind, or a heading further out."""
    host = outline.host
    for line, shape in zip(outline.lines[at + 1 :], outline.shapes[at + 1 :], strict=True):
        if shape is None and line.meaning in TELLING:
            return True
        if shape is not None and host is not None and (shape == host or outer(shape, host)):
            return label_meaning(line.text) in TELLING and shape != host
    return False


def _stands_beside(outline: _Outline, at: int, regions: set[int]) -> bool:
    """A line without fields, set as the actions are: one of them among others, or where it says what to do."""
    region = _region(outline, at)
    if region >= 0 and is_barren(outline.lines[region].text):
        return False
    if region in regions:
        return True
    first = min(regions, default=-1)
    line = outline.lines[at]
    return line.kind != HEADING and region > first and profile_of([line.text]).doing >= DOING


def _region(outline: _Outline, at: int) -> int:
    """The heading a line stands under, by its index; -1 for none."""
    host = outline.shapes[at]
    for index in range(at - 1, -1, -1):
        shape = outline.shapes[index]
        if (
            shape is not None
            and host is not None
            and shape.fineness < host.fineness
            and _may_head(outline, index)
        ):
            return index
    return -1


def _may_head(outline: _Outline, at: int) -> bool:
    shape, line = outline.shapes[at], outline.lines[at]
    if shape is None or shape.kind == ITEM:
        return False
    return shape.kind == HEADING or (line.short and (shape.bold or bool(shape.word) or bool(shape.number)))


# Actions without fields.


def _mark_lists(outline: _Outline, lists: bool) -> None:
    """Lists that a heading or a sentence calls actions, else those whose entries say what is to be done."""
    regions = list(_lists(outline))
    headed = [found for found in regions if _is_headed(outline, found[0])]
    if headed:
        chosen = headed
    elif lists:
        chosen = [found for found in regions if _says_what_to_do(outline, found)] or [_numbered(outline)]
    else:
        chosen = []
    for found in chosen:
        for at in found:
            outline.parts[at] = Part.BEGIN


def _lists(outline: _Outline) -> Iterator[list[int]]:
    """The items of each list: those of its first item's shape, with what hangs on them left out."""
    found: list[int] = []
    for at, shape in enumerate(outline.shapes):
        if shape is None or shape.kind == ITEM:
            if shape is not None and (not found or _alike(shape, outline.shapes[found[0]])):
                found.append(at)
        elif found and not outline.lines[at].goes_on:
            yield found
            found = []
    if found:
        yield found


def _alike(one: Shape, other: Shape | None) -> bool:
    return other is not None and one.level == other.level and bool(one.number) == bool(other.number)


def _is_headed(outline: _Outline, first: int) -> bool:
    """The line straight above a list says that actions follow."""
    before = outline.lines[first - 1] if first else None
    if before is None:
        return False
    if before.kind == FIELD:
        return before.meaning is M.ACTION and not before.passage
    return label_meaning(before.text) is M.ACTION or (before.kind == TEXT and promises(before.text))


def _says_what_to_do(outline: _Outline, found: Sequence[int]) -> bool:
    region = _heading_above(outline, found[0])
    barren = region >= 0 and (is_barren(outline.lines[region].text) or outline.parts[region] is Part.LABEL)
    texts = [outline.lines[at].text for at in found]
    return not barren and len(found) >= 2 and profile_of(texts).doing >= DOING


def _heading_above(outline: _Outline, at: int) -> int:
    return next((index for index in range(at - 1, -1, -1) if _may_head(outline, index)), -1)


def _numbered(outline: _Outline) -> list[int]:
    """The finest numbered lines, where they begin with what is to be done."""
    by_shape: dict[Shape, list[int]] = {}
    for at, shape in enumerate(outline.shapes):
        if shape is not None and shape.number and shape.kind != ITEM and outline.parts[at] is None:
            by_shape.setdefault(shape, []).append(at)
    for shape in sorted(by_shape, key=lambda each: -each.fineness):
        texts = [_without_number(outline.lines[at].text) for at in by_shape[shape]]
        if len(texts) >= 3 and profile_of(texts).doing >= DOING:
            return by_shape[shape]
    return []


def _without_number(text: str) -> str:
    from turntide.reading.wordings.numbering import leading_ref

    ref = leading_ref(text)
    return text[ref.text_at :] if ref else text


# Headings.


def _mark_heads(outline: _Outline) -> None:
    """Headings are known by their setting, or by standing short and bare over an action or another heading."""
    following: Part | None = None
    for at in range(len(outline.lines) - 1, -1, -1):
        if outline.parts[at] is None:
            outline.parts[at] = Part.HEAD if _is_head(outline, at, following) else Part.REST
        following = outline.parts[at]


def _is_head(outline: _Outline, at: int, following: Part | None) -> bool:
    line, shape = outline.lines[at], outline.shapes[at]
    if shape is None or line.goes_on:
        return False
    if shape.kind == HEADING:
        return True
    over = following in {Part.HEAD, Part.BEGIN, Part.LABEL}
    if shape.kind == ITEM:
        host = outline.host
        return over and host is not None and host.kind == ITEM and shape.level < host.level
    if shape.bold or shape.word:
        return line.short and following is not None
    return line.short and over and (outline.host is None or outline.host.kind != HEADING)


def _ranked(outline: _Outline) -> Iterator[Outlined]:
    """Styled headings stand as far in as their level and number say, others in the order they first come."""
    order: list[Shape] = []
    words: list[str] = []
    for line, shape, part in zip(outline.lines, outline.shapes, outline.parts, strict=True):
        rank = 0.0
        if shape is not None and part in {Part.HEAD, Part.LABEL}:
            rank = _rank(shape, order, words)
        yield Outlined(line, part or Part.REST, rank)


def _rank(shape: Shape, order: list[Shape], words: list[str]) -> float:
    if shape.word and shape.word not in words:
        words.append(shape.word)
    if shape.kind == HEADING:
        within = WITHIN if shape.level >= 8 else 0.0
        named = 0.01 * (words.index(shape.word) + 1) if shape.word else 0.0
        return within + shape.level + 0.1 * shape.number.count(".") + named
    if shape not in order:
        order.append(shape)
    return BESIDE + order.index(shape)
