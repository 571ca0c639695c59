"""One text of an OpenDocument file (the body, a footer, a note) as a flow of lines and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from turntide.documents.document import Role
from turntide.documents.opendocument.lists import DEEPEST, Lists, ListState, start_again
from turntide.documents.opendocument.names import (
    ANNOTATION,
    CHANGE,
    HEADING,
    LIST,
    OFFICE,
    PARAGRAPH,
    SOFT_BREAK,
    SUB_TABLE,
    TEXT,
    Element,
    count,
)
from turntide.documents.opendocument.styles import OdtStyles, style_name
from turntide.documents.opendocument.tables import Tables
from turntide.documents.opendocument.text import OdtWords, words_of
from turntide.documents.typesetting.flow import Aside, Grid, Line, asides_of, text_of
from turntide.documents.typesetting.pieces import stripped

Deletions = dict[str, Element]
"""What each tracked deletion took away, by the id its place in the text names."""

_SILENT = frozenset(
    (TEXT + "tracked-changes", OFFICE + "forms", OFFICE + "change-info", OFFICE + "scripts")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Item:
    """Where in a list a block stands, and the label it bears if it is the first of its item."""

    state: ListState
    style: str | None
    level: int
    label: str = ""


class OdtStory:
    """Reads one text with the styles in force for it."""

    def __init__(self, styles: OdtStyles, lists: Lists, deletions: Deletions) -> None:
        self._styles = styles
        self._lists = lists
        self._deletions = deletions
        self.tables = Tables(self._cell)

    def flow(self, container: Element, depth: int = 0, item: _Item | None = None) -> Iterator[Line | Grid]:
        """The lines and tables of a container, in order; containers it does not know are looked through."""
        for block in container:
            read = _BLOCKS.get(block.tag)
            if read is not None:
                yield from read(self, block, depth, item)
                item = replace(item, label="") if item else None
            elif block.tag not in _SILENT and isinstance(block.tag, str):
                yield from self.flow(block, depth, item)

    def left(self) -> Iterator[Aside]:
        """Deletions whose place in the text is not marked."""
        for name in tuple(self._deletions):
            yield from self._deleted(name)

    def _cell(self, cell: Element, depth: int) -> list[Line | Grid]:
        return list(self.flow(cell, depth))

    def _paragraph(self, block: Element, depth: int, item: _Item | None) -> Iterator[Line | Grid]:
        words = words_of(block, self._styles)
        style = style_name(block)
        role, level = self._role(block, style, item)
        label = item.label if item else ""
        if block.tag == HEADING and item is None:
            label = self._lists.heading_label(block, level)
        yield Line(
            pieces=tuple(stripped(words.pieces)),
            label=label or (block.findtext(TEXT + "number") or "").strip(),
            role=role,
            level=level,
            size=_size(self._styles, style),
            asides=tuple(aside for anchor in words.anchored for aside in self._anchored(anchor)),
            boxes=self._boxes(words, depth),
            breaks_before=words.breaks_before or self._styles.breaks("paragraph", style, "before"),
            breaks_after=words.breaks_after or self._styles.breaks("paragraph", style, "after"),
        )

    def _boxes(self, words: OdtWords, depth: int) -> tuple[Line | Grid, ...]:
        return tuple(block for box in words.boxes for block in self.flow(box, depth))

    def _role(self, block: Element, style: str | None, item: _Item | None) -> tuple[Role, int]:
        if block.tag == HEADING:
            return Role.HEADING, count(block, TEXT + "outline-level", 1, DEEPEST)
        if level := self._styles.heading_level(style):
            return Role.HEADING, level
        return (Role.ITEM, item.level) if item and item.label else (Role.TEXT, 0)

    def _list(self, block: Element, depth: int, outer: _Item | None) -> Iterator[Line | Grid]:
        style = style_name(block) or (outer.style if outer else self._style_within(block))
        level = min(outer.level + 1, DEEPEST) if outer else 1
        state = outer.state if outer else self._lists.begin(block, style)
        if outer and block.get(TEXT + "continue-numbering") != "true":
            start_again(state, level)
        for entry in block:
            counted = entry.tag == TEXT + "list-item" and not _only_leads_on(entry)
            label = self._lists.label(state, style, level, entry) if counted else ""
            if len(entry) == 0:
                yield Line(label=label)
            yield from self.flow(entry, depth, _Item(state, style, level, label))

    def _style_within(self, block: Element) -> str | None:
        """A list that names no style takes that of its first paragraph."""
        first = next(block.iter(PARAGRAPH, HEADING), None)
        return None if first is None else self._styles.list_style(style_name(first))

    def _table(self, block: Element, depth: int, _item: _Item | None) -> Iterator[Line | Grid]:
        yield self.tables.grid(block, self._styles, depth + 1)

    def _break(self, _block: Element, _depth: int, _item: _Item | None) -> Iterator[Line | Grid]:
        yield Line(breaks_after=True)

    def _aside(self, block: Element, _depth: int, _item: _Item | None) -> Iterator[Line | Grid]:
        yield Line(asides=tuple(self._anchored(block)))

    def _anchored(self, anchor: Element) -> Iterator[Aside]:
        if anchor.tag == CHANGE:
            yield from self._deleted(anchor.get(TEXT + "change-id") or "")
            return
        flow = list(self.flow(anchor))
        yield Aside(Role.COMMENT if anchor.tag == ANNOTATION else Role.FOOTNOTE, text_of(flow))
        yield from asides_of(flow)

    def _deleted(self, name: str) -> Iterator[Aside]:
        deletion = self._deletions.pop(name, None)
        if deletion is not None:
            flow = list(self.flow(deletion))
            yield Aside(Role.DELETED, text_of(flow))
            yield from asides_of(flow)


_BLOCKS: dict[str, Callable[[OdtStory, Element, int, _Item | None], Iterator[Line | Grid]]] = {
    PARAGRAPH: OdtStory._paragraph,
    HEADING: OdtStory._paragraph,
    LIST: OdtStory._list,
    SUB_TABLE: OdtStory._table,
    SOFT_BREAK: OdtStory._break,
    ANNOTATION: OdtStory._aside,
    CHANGE: OdtStory._aside,
}


def _only_leads_on(entry: Element) -> bool:
    """An item that begins with a list of its own only stands for a deeper level, and bears no number."""
    return len(entry) > 0 and entry[0].tag == LIST


def _size(styles: OdtStyles, style: str | None) -> float | None:
    return styles.setting("paragraph", style).size
