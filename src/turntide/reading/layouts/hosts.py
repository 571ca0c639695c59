"""Actions with fields: the lines, all set alike, that stand once over each group of fields."""

from __future__ import annotations

from dataclasses import replace

from turntide.reading.layouts.lines import FIELD, HEADING, TEXT, Line
from turntide.reading.layouts.sections import is_barren, label_meaning
from turntide.reading.layouts.shapes import DOING, TELLING, Shape, host_shape, outer
from turntide.reading.layouts.sketch import Part, Sketch
from turntide.reading.profiles import profile_of


def mark_hosts(sketch: Sketch) -> None:
    """The lines that stand over the groups of fields begin the actions; so do others set alike beside them."""
    shapes = [None if sketch.is_value(at) else shape for at, shape in enumerate(sketch.shapes)]
    host = host_shape(_labels_as_fields(sketch), shapes)
    if host is None:
        return
    hosts = [at for at, shape in enumerate(shapes) if shape == host]
    told = {at for at in hosts if _has_fields(sketch, at, host)}
    if not _enough(sketch, told):
        return
    sketch.host = host
    heads = _heads_among(sketch, hosts, told)
    regions = {_region(sketch, at, host) for at in told}
    for at in hosts:
        if at in heads:
            sketch.parts[at] = Part.HEAD
        elif at in told or _stands_beside(sketch, at, regions):
            sketch.parts[at] = Part.BEGIN


def _labels_as_fields(sketch: Sketch) -> list[Line]:
    """The lines, with headings that are labels told as fields."""
    return [
        replace(line, kind=FIELD, label=line.passage, meaning=label_meaning(line.text))
        if part is Part.LABEL
        else line
        for line, part in zip(sketch.lines, sketch.parts, strict=True)
    ]


def _enough(sketch: Sketch, told: set[int]) -> bool:
    """One heading with a single field beneath it may be anything: a date under a title, a note on status."""
    return len(told) >= 2 or len({line.meaning for line in sketch.lines if line.meaning in TELLING}) >= 2


def _has_fields(sketch: Sketch, at: int, host: Shape) -> bool:
    """Whether a field that tells of an action comes before the next line of the kind, or a heading further out."""
    for line, shape in zip(sketch.lines[at + 1 :], sketch.shapes[at + 1 :], strict=True):
        if shape is None and line.meaning in TELLING:
            return True
        if shape is not None and (shape == host or outer(shape, host)):
            return label_meaning(line.text) in TELLING and shape != host
        if shape is not None and shape.kind == HEADING and label_meaning(line.text) in TELLING:
            return True
    return False


def _heads_among(sketch: Sketch, hosts: list[int], told: set[int]) -> set[int]:
    """A few short lines without fields, set as the actions are and each straight over one: headings all the same."""
    over = {
        at
        for at in hosts
        if at not in told and at + 1 in told and sketch.lines[at].kind == TEXT and sketch.lines[at].short
    }
    shape = sketch.host
    return over if shape is not None and not shape.number and len(over) < len(told) else set()


def _stands_beside(sketch: Sketch, at: int, regions: set[int]) -> bool:
    """A line without fields, set as the actions are: one of them among others, or where it says what to do."""
    region = _region(sketch, at, sketch.shapes[at])
    if region >= 0 and is_barren(sketch.lines[region].text):
        return False
    if region in regions:
        return True
    line = sketch.lines[at]
    later = region > min(regions, default=-1)
    return line.kind != HEADING and later and profile_of([line.text]).doing >= DOING


def _region(sketch: Sketch, at: int, host: Shape | None) -> int:
    """The heading a line stands under, by its index; -1 for none."""
    for index in range(at - 1, -1, -1):
        shape = sketch.shapes[index]
        further_out = shape is not None and host is not None and shape.fineness < host.fineness
        if further_out and sketch.may_head(index):
            return index
    return -1
