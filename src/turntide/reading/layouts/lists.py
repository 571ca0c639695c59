"""Actions without fields: lists that a heading or a sentence calls actions, or that say what is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turntide.reading.layouts.lines import FIELD, ITEM, TEXT
from turntide.reading.layouts.sections import is_barren, label_meaning, promises
from turntide.reading.layouts.shapes import Shape
from turntide.reading.layouts.sketch import Part, Sketch
from turntide.reading.profiles import profile_of
from turntide.reading.vocabulary import Meaning, best_meaning
from turntide.reading.wordings.numbering import leading_ref

M = Meaning
MOSTLY = 0.6
"""The share of a list's entries that must begin with what is to be done."""
SOME = 0.3
"""The share that does beside such a list: not every action begins with a word that is known."""


def headed_lists(sketch: Sketch) -> list[list[int]]:
    """The lists under a label or a sentence that says that actions follow."""
    return [found for found in _lists(sketch) if _is_headed(sketch, found[0])]


def named_actions(sketch: Sketch) -> list[list[int]]:
    """Lines that call themselves actions by name and number: 'Action 1.2: …', 'Recommendation 3 – …'."""
    found = [
        at for at, shape in enumerate(sketch.shapes) if shape and best_meaning(shape.word)[0] is M.ACTION
    ]
    return [found] if len(found) >= 2 else []


def mark_lists(sketch: Sketch, lists: Sequence[Sequence[int]]) -> None:
    """The items of these lists begin actions; a field beside them is said of their section."""
    begun = False
    chosen = {at for found in lists for at in found}
    for at in range(len(sketch.lines)):
        if at in chosen:
            sketch.parts[at] = Part.BEGIN
            begun = True
        elif sketch.may_head(at):
            begun = False
        elif begun and sketch.parts[at] is Part.FIELD:
            sketch.parts[at] = Part.SECTION


def doing_lists(sketch: Sketch) -> list[list[int]]:
    """The lists whose entries begin with what is to be done; where there are none, such numbered lines."""
    shares = [(found, _doing(sketch, found)) for found in _lists(sketch) if _may_act(sketch, found)]
    if any(share >= MOSTLY for _, share in shares):
        return [found for found, share in shares if share >= SOME]
    return _numbered(sketch)


def _lists(sketch: Sketch) -> Iterator[list[int]]:
    """The items of each list: those of its first item's shape, what hangs on them left out."""
    found: list[int] = []
    for at, shape in enumerate(sketch.shapes):
        if shape is not None and shape.kind == ITEM:
            if not found or _alike(shape, sketch.shapes[found[0]]):
                found.append(at)
        elif found and not sketch.lines[at].goes_on:
            yield found
            found = []
    if found:
        yield found


def _alike(one: Shape, other: Shape | None) -> bool:
    return other is not None and one.level == other.level and bool(one.number) == bool(other.number)


def _is_headed(sketch: Sketch, first: int) -> bool:
    """The line straight above a list says that actions follow."""
    before = sketch.lines[first - 1] if first else None
    if before is None:
        return False
    if before.kind == FIELD:
        return before.meaning is M.ACTION and not before.passage
    return label_meaning(before.text) is M.ACTION or (before.kind == TEXT and promises(before.text))


def _may_act(sketch: Sketch, found: Sequence[int]) -> bool:
    """A list of two or more that stands under no label, nor in a section that holds no actions."""
    before = found[0] - 1
    if before >= 0 and sketch.parts[before] in {Part.LABEL, Part.FIELD}:
        return False
    head = next((at for at in range(before, -1, -1) if sketch.may_head(at)), -1)
    barren = head >= 0 and (is_barren(sketch.lines[head].text) or sketch.parts[head] is Part.LABEL)
    return not barren and len(found) >= 2


def _doing(sketch: Sketch, found: Sequence[int]) -> float:
    """The share of entries that begin with what is to be done."""
    return profile_of([_without_number(sketch.lines[at].text) for at in found]).doing


def _numbered(sketch: Sketch) -> list[list[int]]:
    """The finest numbered lines, where they begin with what is to be done."""
    by_shape: dict[Shape, list[int]] = {}
    for at, shape in enumerate(sketch.shapes):
        if shape is not None and shape.number and shape.kind != ITEM and sketch.parts[at] is None:
            by_shape.setdefault(shape, []).append(at)
    for shape in sorted(by_shape, key=lambda each: -each.fineness):
        if len(by_shape[shape]) >= 3 and _doing(sketch, by_shape[shape]) >= MOSTLY:
            return [by_shape[shape]]
    return []


def _without_number(text: str) -> str:
    ref = leading_ref(text)
    return text[ref.text_at :] if ref else text
