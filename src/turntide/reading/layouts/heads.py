"""Headings of an outline, and how far in each stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from turntide.reading.layouts.lines import HEADING, ITEM, Line
from turntide.reading.layouts.shapes import Shape
from turntide.reading.layouts.sketch import Part, Sketch
from turntide.reading.vocabulary import Meaning, key_of

M = Meaning
BESIDE = 10.0
"""Rank of headings that are set as text: under every styled heading."""
IN_TABLE = 8
"""Headings of this level and further in are titles of a form or a card."""
WITHIN = 30.0
"""Rank of titles within a form or a card."""


def mark_heads(sketch: Sketch) -> None:
    """Headings are known by their setting, or by standing short and bare over an action or another heading."""
    following: Part | None = None
    for at in range(len(sketch.lines) - 1, -1, -1):
        if sketch.parts[at] is None:
            sketch.parts[at] = Part.HEAD if _is_head(sketch, at, following) else Part.REST
        following = sketch.parts[at]


def mark_levels(sketch: Sketch) -> None:
    """'Theme: active travel' is a heading where several actions follow it, or where an action's line does."""
    acts = sum(line.meaning is M.ACTION and bool(line.passage) for line in sketch.lines)
    acts += sketch.parts.count(Part.BEGIN)
    alike = Counter(key_of(line.label.text) for line in sketch.lines if line.meaning is M.LEVEL)
    following: Part | None = None
    for at in range(len(sketch.lines) - 1, -1, -1):
        line = sketch.lines[at]
        if sketch.parts[at] is Part.FIELD and line.meaning is M.LEVEL and line.passage:
            seldom = alike[key_of(line.label.text)] < 0.8 * acts
            if seldom or following in {Part.BEGIN, Part.HEAD}:
                sketch.parts[at] = Part.HEAD
        following = sketch.parts[at]


def _is_head(sketch: Sketch, at: int, following: Part | None) -> bool:
    line, shape, host = sketch.lines[at], sketch.shapes[at], sketch.host
    if shape is not None and shape.kind == HEADING:
        return True
    if shape is None or line.goes_on or sketch.is_value(at):
        return False
    starts = at + 1 < len(sketch.lines) and sketch.lines[at + 1].start
    over = following in {Part.HEAD, Part.BEGIN, Part.LABEL} or (following is Part.FIELD and starts)
    if shape.kind == ITEM:
        return over and host is not None and host.kind == ITEM and shape.level < host.level
    if shape.bold or shape.word:
        return line.short and following is not None
    return line.short and over and (host is None or host.kind != HEADING or host.level >= IN_TABLE)


@dataclass
class Ranks:
    """Styled headings stand as far in as their level and number say, others in the order they first come."""

    order: dict[Shape | str, int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    over: frozenset[Shape] = frozenset()

    @classmethod
    def of(cls, sketch: Sketch) -> Ranks:
        """Ranks for an outline: headings set at the level of the actions, but straight over one, stand over them."""
        pairs = zip(sketch.shapes, sketch.parts, sketch.parts[1:], strict=False)
        heads = [shape for shape, part, after in pairs if part is Part.HEAD and after is Part.BEGIN]
        return cls(over=frozenset(shape for shape in heads if shape is not None))

    def rank(self, line: Line, shape: Shape | None) -> float:
        """How far in a heading stands; lower is further out."""
        if shape is not None and shape.word:
            self.words.setdefault(shape.word, len(self.words) + 1)
        if shape is not None and shape.kind == HEADING:
            within = WITHIN if shape.level >= IN_TABLE else 0.0
            named = 0.01 * self.words[shape.word] if shape.word else 0.0
            over = 0.05 if shape in self.over else 0.0
            return within + shape.level + 0.1 * shape.number.count(".") + named - over
        known = shape if shape is not None else key_of(line.label.text)
        return BESIDE + self.order.setdefault(known, len(self.order))
