"""An outline while its lines are told apart: the lines, how each is set, and what each was found to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from turntide.reading.layouts.lines import FIELD, HEADING, ITEM, TEXT, Line
from turntide.reading.layouts.sections import label_meaning
from turntide.reading.layouts.shapes import Shape, shape_of


class Part(StrEnum):
    """What a line is in its outline."""

    HEAD = "heading"
    LABEL = "label over what follows"
    BEGIN = "beginning of an action"
    FIELD = "field"
    SECTION = "field of a section"
    REST = "rest"


@dataclass
class Sketch:
    """The lines with their shapes (None for fields), and the parts found so far (None: not yet).

    ``host`` is the shape of the lines that begin the actions, where they are known by the fields beneath them.
    """

    lines: list[Line]
    shapes: list[Shape | None]
    parts: list[Part | None]
    host: Shape | None = None

    @classmethod
    def of(cls, lines: list[Line]) -> Sketch:
        """A sketch in which only fields, and headings that are labels, are known."""
        shapes = [None if line.kind == FIELD else shape_of(line) for line in lines]
        return cls(lines, shapes, [_first_part(line) for line in lines])

    def is_value(self, at: int) -> bool:
        """Whether a line is a label, or the text straight beneath one: it begins nothing."""
        if self.parts[at] is Part.LABEL:
            return True
        if not at or self.lines[at].kind != TEXT:
            return False
        before = self.lines[at - 1]
        return self.parts[at - 1] is Part.LABEL or (before.kind == FIELD and not before.passage)

    def may_head(self, at: int) -> bool:
        """Whether a line is set as headings are: styled, or short and bold, named or numbered."""
        shape, line = self.shapes[at], self.lines[at]
        if shape is None or shape.kind == ITEM:
            return False
        return shape.kind == HEADING or (
            line.short and (shape.bold or bool(shape.word) or bool(shape.number))
        )


def _first_part(line: Line) -> Part | None:
    if line.kind == FIELD:
        return Part.FIELD
    return Part.LABEL if line.kind == HEADING and line.level < 8 and label_meaning(line.text) else None
