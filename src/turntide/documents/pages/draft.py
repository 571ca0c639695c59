"""A document in the making: page after page is laid out, and headings are known once all sizes are seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from turntide.documents.document import Box, Cell, Document, Layout, Look, Mark, Role
from turntide.documents.pages.borderless import Column
from turntide.documents.pages.cells import by_turn, gapped_cells, gapped_edges, ruled_cells
from turntide.documents.pages.headings import body_size, heading_levels
from turntide.documents.pages.lines import Line, joined_across
from turntide.documents.pages.paragraphs import (
    Block,
    Pitches,
    Setting,
    count_pitches,
    paragraphs,
    setting_of,
    starts_list_item,
)
from turntide.documents.pages.regions import Gapped, Prose, Region, Ruled, blocks, lines_box, regions
from turntide.documents.pages.running import Rim, numbered_edge, running_lines
from turntide.documents.pages.sheet import Sheet
from turntide.documents.pages.unruled import without_row_rulings

_TITLE = 1.2
"""A recurring line that is set this much larger than the page is the title where it first stands."""


class _Text(NamedTuple):
    text: str
    role: Role
    page: int
    box: Box
    size: float | None
    marks: tuple[Mark, ...] = ()


class _Table(NamedTuple):
    cells: tuple[Cell, ...]
    page: int
    edges: tuple[float, ...]
    after_break: bool


class Draft:
    """Collects what the pages hold, and gives the document when all are in."""

    def __init__(self, name: str, content: bytes, words: frozenset[str], format_: str = "pdf") -> None:
        self._layout = Layout(name, format_, content)
        self._words = words
        self._pitches: Pitches = {}
        self._items: list[_Text | _Table] = []
        self._sizes: list[tuple[float, int]] = []
        self._recognised: list[int] = []
        self._unread: list[int] = []
        self._last_table_page = 0
        self._open_columns: tuple[Column, ...] = ()

    def doubt_recognised(self, page: int) -> None:
        """Note that a page was read by text recognition."""
        self._recognised.append(page)

    def doubt_unread(self, page: int) -> None:
        """Note that a page is a picture and was not read."""
        self._unread.append(page)

    def add_page(self, sheet: Sheet, before: Sequence[Sheet], after: Sequence[Sheet]) -> None:
        """Lay out one page; the pages beside it tell what recurs."""
        running = _running(sheet, before, after)
        found = regions(sheet, running, self._open_columns)
        last = found[-1] if found else None
        self._open_columns = last.stretch.columns if isinstance(last, Gapped) else ()
        held = [block for region in found for block in blocks(region)]
        count_pitches(held, self._pitches)
        self._sizes += [(line.size, len(line.text)) for block in held for line in block.lines]
        setting = setting_of(self._pitches, self._words)
        half = sheet.ink.height / 2
        self._add_running([line for line in running if line.middle <= half], sheet)
        for region in found:
            self._add_region(region, sheet, setting)
        self._add_running([line for line in running if line.middle > half], sheet)
        self._add_remarks(sheet)

    def _add_running(self, found: Sequence[Line], sheet: Sheet) -> None:
        for line in joined_across(found):
            self._add_text(Block((line,), line.x1), Role.RUNNING, sheet, Setting())

    def _add_region(self, region: Region, sheet: Sheet, setting: Setting) -> None:
        if isinstance(region, Ruled):
            region = without_row_rulings(region, setting) or region
        if isinstance(region, Ruled):
            edges = tuple(round(x, 1) for x in region.grid.xs)
            self._add_table(ruled_cells(region, sheet.ink.fills, setting), edges, sheet)
        elif isinstance(region, Gapped):
            edges = gapped_edges(region.stretch.columns)
            self._add_table(gapped_cells(region, sheet.ink.fills, setting), edges, sheet)
        elif isinstance(region, Prose):
            for part in paragraphs(region.block, setting):
                item = starts_list_item(part.lines[0].text)
                self._add_text(part, Role.ITEM if item else Role.TEXT, sheet, setting)
        else:
            self._add_text(Block(region.lines, 0.0), Role.TEXT, sheet, setting)

    def _add_table(self, cells: Sequence[Cell], edges: tuple[float, ...], sheet: Sheet) -> None:
        page = sheet.ink.number
        self._items.append(_Table(tuple(cells), page, edges, page > 1 and page != self._last_table_page))
        self._last_table_page = page

    def _add_text(self, block: Block, role: Role, sheet: Sheet, setting: Setting) -> None:
        said = by_turn(block, setting)
        size = round(max(line.size for line in block.lines), 1)
        box = lines_box(block.lines)
        self._items.append(_Text(said.text, role, sheet.ink.number, box, size, said.marks))

    def _add_remarks(self, sheet: Sheet) -> None:
        for remark in sheet.ink.remarks:
            role = Role.COMMENT if remark.comment else Role.TEXT
            self._items.append(_Text(remark.text, role, sheet.ink.number, remark.box, None))

    def document(self) -> Document:
        """The document laid out so far, with its headings."""
        texts = [item for item in self._items if isinstance(item, _Text) and _may_head(item)]
        facts = [(item.text, item.size or 0.0, _all_bold(item)) for item in texts]
        levels = dict(zip(map(id, texts), heading_levels(facts, body_size(self._sizes)), strict=True))
        for item in self._items:
            if isinstance(item, _Table):
                self._layout.table(item.cells, page=item.page, edges=item.edges, after_break=item.after_break)
            else:
                self._place(item, levels.get(id(item), 0))
        self._say_doubts()
        return self._layout.document()

    def _place(self, item: _Text, level: int) -> None:
        role = Role.HEADING if level else item.role
        level = 1 if role is Role.ITEM else level
        self._layout.paragraph(
            item.text,
            role=role,
            level=level,
            page=item.page,
            box=item.box,
            size=item.size,
            marks=item.marks,
        )

    def _say_doubts(self) -> None:
        if self._recognised:
            self._layout.doubt(
                f"{_pages(self._recognised)} read by text recognition, as there is no text layer: "
                "check the wording against the original."
            )
        if self._unread:
            self._layout.doubt(
                f"{_pages(self._unread)} not read, being a picture without text: "
                'install text recognition with: pip install "turntide[ocr]".'
            )
        if any("\ufffd" in _words_of(item) for item in self._items):
            self._layout.doubt(
                "Some characters have no meaning in the PDF's fonts and stand as \ufffd: check them in the original."
            )


def _running(sheet: Sheet, before: Sequence[Sheet], after: Sequence[Sheet]) -> list[Line]:
    """The page's recurring lines, without a title where it first stands."""
    rims = [Rim(other.outside, other.ink.height) for other in (*before, *after)]
    page = Rim(sheet.outside, sheet.ink.height)
    at = running_lines(page, rims) if rims else running_lines(page, rims) | numbered_edge(page)
    found = [sheet.outside[index] for index in sorted(at)]
    if before:
        return found
    usual = body_size((glyph.size, 1) for glyph in sheet.ink.glyphs)
    return [line for line in found if line.size < _TITLE * usual or line.turn]


def _may_head(item: _Text) -> bool:
    return item.role in (Role.TEXT, Role.ITEM) and item.size is not None


def _all_bold(item: _Text) -> bool:
    bold = sum(mark.end - mark.start for mark in item.marks if mark.look is Look.BOLD)
    return bold >= 0.9 * len(item.text)


def _words_of(item: _Text | _Table) -> str:
    return item.text if isinstance(item, _Text) else "".join(cell.text for cell in item.cells)


def _pages(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"Page {numbers[0]} was"
    return f"Pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} were"
