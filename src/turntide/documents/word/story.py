"""One text of a Word file (the body, a header, a comment) as a flow of lines and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from turntide.documents.document import Role
from turntide.documents.typesetting.flow import Aside, Grid, Line
from turntide.documents.typesetting.pieces import plain, stripped
from turntide.documents.word.names import Element, M, W, number, switched, value, within
from turntide.documents.word.numbering import Numbering
from turntide.documents.word.styles import ListPlace, Styles, level_of, style_of
from turntide.documents.word.tables import read_grid
from turntide.documents.word.text import Words, words_of

Anchored = Callable[[str, str], tuple[Aside, ...]]
"""What a part ('comments') holds under an id."""

_FORMULAS = (M + "oMath", M + "oMathPara")
_BLOCKS = (W + "p", W + "tbl", W + "altChunk", *_FORMULAS)


def _nothing(_part: str, _name: str) -> tuple[Aside, ...]:
    return ()


class Story:
    """Reads one text; ``hidden``, ``tracked`` and ``foreign`` tell afterwards what it held."""

    def __init__(self, styles: Styles, numbering: Numbering, anchored: Anchored = _nothing) -> None:
        self._styles = styles
        self._numbering = numbering
        self._anchored = anchored
        self.hidden = False
        self.tracked = False
        self.foreign = False

    def flow(self, container: Element, depth: int = 0, gone: bool = False) -> Iterator[Line | Grid]:
        """The lines and tables of a container, in order; ``gone`` where a tracked change takes it away."""
        for block, deleted in within(container, *_BLOCKS):
            if block.tag == W + "tbl":
                yield read_grid(block, self._cell, depth + 1)
            elif block.tag == W + "altChunk":
                self.foreign = True
            elif len(block):
                yield self._line(block, depth, gone or deleted)

    def _cell(self, cell: Element, depth: int, gone: bool) -> list[Line | Grid]:
        return list(self.flow(cell, depth, gone))

    def _line(self, paragraph: Element, depth: int, gone: bool) -> Line:
        words = words_of(paragraph, self._styles)
        properties = paragraph.find(W + "pPr")
        style = style_of(properties, "pStyle")
        pieces = stripped(words.pieces)
        if gone:
            pieces, words.deleted = [], [plain(pieces), *words.deleted]
        self.hidden |= words.hidden
        place = None if not pieces and _mark_is_deleted(properties, gone) else self._place(properties, style)
        label = self._numbering.label(place.list_id, place.level or 0) if place else ""
        role, level = self._role(properties, style, place if label else None)
        return Line(
            pieces=tuple(pieces),
            label=label,
            role=role,
            level=level,
            size=words.size or self._styles.size(style),
            asides=self._asides(words),
            boxes=tuple(block for box in words.boxes for block in self.flow(box, depth, gone)),
            breaks_before=words.breaks_before or bool(switched(properties, "pageBreakBefore")),
            breaks_after=words.breaks_after or _ends_a_section(properties),
        )

    def _role(
        self, properties: Element | None, style: str | None, place: ListPlace | None
    ) -> tuple[Role, int]:
        outline = number(properties, "outlineLvl")
        level = self._styles.heading_level(style) if outline is None else level_of(outline)
        if level > 0:
            return Role.HEADING, level
        return (Role.ITEM, (place.level or 0) + 1) if place else (Role.TEXT, 0)

    def _place(self, properties: Element | None, style: str | None) -> ListPlace | None:
        """The paragraph's place in a list: its own, or its style's. A list id of 0 takes it out of all."""
        stated = None if properties is None else properties.find(W + "numPr")
        styled = self._styles.list_place(style)
        list_id = value(stated, "numId") or (styled.list_id if styled else None)
        if list_id in (None, "0"):
            return None
        level = number(stated, "ilvl")
        if level is None and styled is not None:
            level = styled.level
        if level is None:
            level = self._numbering.level_of(str(list_id), self._styles.style_ids(style))
        return ListPlace(str(list_id), min(max(level, 0), 8))

    def _asides(self, words: Words) -> tuple[Aside, ...]:
        deleted = tuple(Aside(Role.DELETED, text) for text in words.deleted if text.strip())
        self.tracked |= bool(deleted)
        found = deleted
        for part, name in words.anchored:
            found += self._anchored(part, name)
        return found


def _mark_is_deleted(properties: Element | None, gone: bool) -> bool:
    """Whether the paragraph itself goes with a tracked change, so that no number is counted for it."""
    return gone or (properties is not None and properties.find(f"{W}rPr/{W}del") is not None)


def _ends_a_section(properties: Element | None) -> bool:
    section = None if properties is None else properties.find(W + "sectPr")
    return section is not None and value(section, "type") != "continuous"
